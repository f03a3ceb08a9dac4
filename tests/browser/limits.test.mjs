// Faults from outside: in scripts, wasm, guides, attributes and the page. The article stays readable, an
// error event has a code, and nothing else breaks.
import assert from "node:assert/strict";
import { built, pageWith, policy, scenario } from "./harness.mjs";

const source = "payment-declined.nb-NO.json";
const guideFile = (change) => {
  const guide = JSON.parse(built(source));
  change(guide);
  return JSON.stringify(guide);
};

/** Checks that the whole article of the page is visible. */
async function readable(reader) {
  const blocks = reader.page.locator("stegvis-guide > article > *");
  await blocks.first().waitFor({ state: "visible" });
  for (const block of await blocks.all()) assert.equal(await block.isVisible(), true);
  await reader.page.getByRole("link", { name: "Betalingsmåtene dine" }).waitFor();
}

/** Checks that the element reports an error of that code, and that the article is visible. */
async function stays(reader, code) {
  const { detail } = await reader.elementEvent("stegvis-error");
  assert.match(detail.code, code);
  await readable(reader);
}

scenario("without scripts the page is the article", { bare: true }, async ({ open }) => {
  const reader = await open("", async (page) => {
    await (
      await page.context().newCDPSession(page)
    ).send("Emulation.setScriptExecutionDisabled", { value: true });
  });
  await readable(reader);
});

scenario(
  "a policy without wasm leaves the article",
  { csp: policy.replace(" 'wasm-unsafe-eval'", ""), expected: /wasm|WebAssembly/i },
  (reader) => stays(reader, /^wasm-blocked$/),
);

scenario("wasm that is no wasm leaves the article", { files: { "core.wasm": "not wasm at all" } }, (reader) =>
  stays(reader, /^load-damaged$/),
);

for (const [what, guide, code, expected] of [
  ["that is missing", undefined, /^load-failed$/, /404/],
  ["that is cut short", built(source).slice(0, 4000), /^load-damaged$/],
  ["that is no guide", "[]", /^guide-version$/],
  ["that is null", "null", /^guide-version$/],
  [
    "of another version",
    guideFile((file) => {
      file.guide = 2;
    }),
    /^guide-version$/,
  ],
  [
    "without a flow",
    guideFile((file) => {
      delete file.flow;
    }),
    /^guide-shape$/,
  ],
  [
    "without text",
    guideFile((file) => {
      delete file.text;
    }),
    /^guide-shape$/,
  ],
  [
    "whose flow leads nowhere",
    guideFile((file) => {
      file.flow.nodes[0].to[0][1] = "nowhere";
    }),
    /^flow-/,
  ],
  [
    "whose first node is not there",
    guideFile((file) => {
      file.flow.start = "nowhere";
    }),
    /^flow-/,
  ],
  [
    "whose nodes are numbers",
    guideFile((file) => {
      file.flow.nodes = [1, 2, 3];
    }),
    /^(flow|shape|guide)-/,
  ],
  [
    "whose flow never ends",
    guideFile((file) => {
      for (const node of file.flow.nodes) delete node.outcome;
    }),
    /^(flow|shape|guide)-/,
  ],
  ["of 10 MB of brackets", '{"guide":1,"flow":' + "[".repeat(1e7), /^load-damaged$/],
  [
    "of 10 MB of nodes",
    guideFile((file) => {
      file.flow.nodes = Array(30000).fill(file.flow.nodes[0]);
    }),
    /^(flow|shape|guide)-/,
  ],
]) {
  scenario(`a guide ${what} leaves the article`, { files: { [source]: guide }, expected }, (reader) =>
    stays(reader, code),
  );
}

const evil = `<img src=x onerror="document.title='taken'"><script>document.title='taken'</script>`;

scenario(
  "markup in a guide's text is text",
  {
    files: {
      [source]: guideFile((file) => {
        file.text.messages = file.text.messages.replace(/^notices = .*/m, () => `notices = ${evil}`);
        const [block] = file.text.parts.retry;
        file.text.blocks[block] = ["p", evil, ["b", evil], ["unheard-of", evil]];
      }),
    },
  },
  async (reader) => {
    await reader.role("heading", evil).waitFor();
    assert.equal(
      await reader.element.evaluate((element) => element.shadowRoot.querySelectorAll("img, script").length),
      0,
    );
    assert.notEqual(await reader.page.title(), "taken");
  },
);

scenario(
  "a link or picture of another kind of address loses the address and keeps its words",
  {
    files: {
      [source]: guideFile((file) => {
        const [block] = file.text.parts.retry;
        file.text.blocks[block] = [
          "p",
          ["a", "javascript:document.title='taken'", "one"],
          ["a", " java\nscript:alert(1)", "two"],
          ["a", "data:text/html,x", "three"],
          ["a", "vbscript:x", "four"],
          ["img", "data:image/svg+xml,x", "five"],
          ["a", "https://example.com/", "six"],
        ];
      }),
    },
  },
  async (reader) => {
    await reader.sees("notices");
    await reader.element.getByText(reader.guide("notices.unless")).click();
    for (const words of ["one", "two", "three", "four", "five"])
      assert.ok((await reader.text()).includes(words), words);
    const links = await reader.element.evaluate((element) =>
      [...element.shadowRoot.querySelectorAll("a")].map((link) => link.href),
    );
    assert.deepEqual(links, ["https://example.com/"]);
  },
);

for (const [what, attributes, code] of [
  [
    "an account that is not known",
    { account: "practice:nobody" },
    /^(runtime|guide|account|practice)-|^[a-z]+-[a-z-]+$/,
  ],
  ["an address of another scheme", { src: "javascript:alert(1)" }, /^load-failed$/],
  ["an address that is none", { src: "http://[" }, /^load-failed$/],
]) {
  scenario(
    `${what} leaves the article`,
    {
      files: { "index.html": pageWith(attributes) },
      expected: /Fetch|fetch|policy|Content Security|scheme|URL/,
    },
    (reader) => stays(reader, code),
  );
}

scenario(
  "an account with anything in its name is one of the page's own, and what is answered is stored",
  { files: { "index.html": pageWith({ account: "../../&quot;x/\u202e" }) } },
  async (reader) => {
    await reader.answer("notices", "many");
    // Ten seconds for an adapter, which never comes.
    await reader.role("heading", reader.guide("added")).waitFor({ timeout: 15_000 });
    await reader.page.reload();
    await reader.sees("added");
  },
);

for (const locale of ["xx-INVALID-!!", "x", "nb_NO", "*"]) {
  scenario(
    `the locale ${locale} is read as none`,
    { files: { "index.html": pageWith({ locale }) } },
    async (reader) => {
      await reader.page.waitForFunction(() =>
        window.elementEvents.some(({ type }) => type === "stegvis-step" || type === "stegvis-error"),
      );
      await reader.page.locator("stegvis-guide").waitFor();
      if ((await reader.elementEvents("stegvis-error")).length) await readable(reader);
      else await reader.sees("notices");
    },
  );
}

scenario(
  "without an address nothing happens at all",
  { files: { "index.html": pageWith({ src: "" }) } },
  async (reader) => {
    await reader.page.waitForFunction(() => customElements.get("stegvis-guide"));
    await readable(reader);
    assert.deepEqual(await reader.elementEvents(), []);
  },
);

const twice = built("index.html").replace(
  '<script type="module" src="stegvis.js"></script>',
  ["stegvis.js", "stegvis.js?again", "copy.js"]
    .map((src) => `<script type="module" src="${src}"></script>`)
    .join(""),
);

scenario(
  "defining the element twice breaks nothing",
  { files: { "index.html": twice, "copy.js": built("stegvis.js") } },
  async (reader) => {
    await reader.answer("notices", "many");
    await reader.sees("added");
  },
);

const element = /<stegvis-guide[^]*<\/stegvis-guide>/.exec(pageWith({}))[0];
const two = pageWith({}).replace(
  element,
  () => element + element.replace(" src=", ' id="second" account="practice:few" src='),
);

scenario(
  "two guides on a page stand by themselves",
  { bare: true, files: { "index.html": two } },
  async ({ open }) => {
    const reader = await open();
    const first = Object.assign(Object.create(reader), {
      element: reader.page.locator("stegvis-guide:not(#second)"),
    });
    const second = Object.assign(Object.create(reader), { element: reader.page.locator("#second") });
    await first.answer("notices", "many");
    await first.sees("added");
    await second.element.scrollIntoViewIfNeeded();
    await second.sees("notices");
    await second.answer("notices", "few");
    await second.sees("wait");
    await first.sees("added");
    await reader.page.reload();
    await first.sees("added");
    await second.element.scrollIntoViewIfNeeded();
    await second.sees("wait");
  },
);

scenario("an element that is taken away and put back goes on where the reader was", async (reader) => {
  await reader.answer("notices", "many");
  await reader.sees("added");
  await reader.element.evaluate((element) => {
    const { parentNode } = element;
    element.remove();
    parentNode.append(element);
  });
  await reader.sees("added");
  await reader.answer("added", "no");
  await reader.sees("changed");
});

scenario("another account or language is taken up when its attribute changes", async (reader) => {
  await reader.answer("notices", "many");
  await reader.sees("added");
  await reader.element.evaluate((element) => {
    element.account = "practice:few";
  });
  await reader.sees("notices");
  assert.equal(await reader.row(reader.guide("notices.few")).isChecked(), true);
  assert.equal(
    await reader.element.getAttribute("account"),
    "practice:few",
    "attributes and properties mirror each other",
  );
  await reader.element.evaluate((element) => {
    element.account = "practice";
    element.src = "payment-declined.en-US.json";
  });
  await reader.role("button", "Continue", { exact: true }).waitFor();
  assert.equal((await reader.view()).node, "added", "a session goes on in another language");
});

scenario("the page's styles and the widget's leave each other alone", async (reader) => {
  await reader.sees("notices");
  const found = await reader.page.evaluate(() => {
    const outside = (selector) => getComputedStyle(document.querySelector(selector)).fontSize;
    const before = [outside("h1"), outside("aside p")];
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("h2, label, button { font-size: 99px !important; color: red !important }");
    document.adoptedStyleSheets = [sheet];
    const inside = getComputedStyle(
      document.querySelector("stegvis-guide").shadowRoot.querySelector("h2"),
    ).fontSize;
    return { before, after: [outside("h1"), outside("aside p")], inside };
  });
  assert.deepEqual(found.before, found.after);
  assert.notEqual(found.inside, "99px");
});

scenario(
  "from right to left a method's name runs as its sentence does",
  { locale: "ar-SA", files: { "index.html": built("rtl.html") } },
  async (reader) => {
    await reader.toOld();
    const [brand, digits] = await reader.row(reader.visa).evaluate((radio) => {
      const name = radio.closest("label").querySelector("bdi");
      const text = [...name.childNodes].find((node) => node.data?.includes("1111"));
      return ["Visa", "1111"].map((words) => {
        const range = document.createRange();
        range.setStart(text, text.data.indexOf(words));
        range.setEnd(text, text.data.indexOf(words) + words.length);
        return range.getBoundingClientRect().left;
      });
    });
    assert.ok(brand > digits, "the brand is read first, from the right");
  },
);

scenario(
  "counts, months and dates have the digits that a card has, in Arabic too",
  { locale: "ar-SA", files: { "index.html": built("rtl.html") } },
  async (reader) => {
    await reader.toReview();
    const words = await reader.text();
    assert.match(words, /4444/);
    assert.doesNotMatch(words, /[\u0660-\u0669\u06f0-\u06f9]/);
    assert.match(words, new RegExp(reader.ui("changes-replace-all", { count: 4 })));
  },
);

scenario(
  "an element that gets its address after it came on the page begins then",
  {
    bare: true,
    files: { "index.html": pageWith({}).replace(/<stegvis-guide src="[^"]*"/, "<stegvis-guide") },
  },
  async ({ open }) => {
    const reader = await open();
    await reader.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))),
    );
    assert.equal(await reader.view(), undefined, "nothing is shown without one");
    await reader.element.evaluate((element) => {
      element.src = "payment-declined.nb-NO.json";
    });
    await reader.sees("notices");
  },
);

scenario(
  "a rejection that the page doesn't catch is reported to the test",
  { expected: /left alone/ },
  async ({ page }) => {
    const reported = page.context().waitForEvent("weberror");
    await page.evaluate(() => void Promise.reject(new Error("left alone")));
    assert.match(String((await reported).error()), /left alone/);
  },
);
