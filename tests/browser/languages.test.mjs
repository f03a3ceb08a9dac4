// The language changes in place: the guide stays at its step. Answers, typed text, the focus and the journal
// stay as they are.
import assert from "node:assert/strict";
import { built, compiled, heldBack, newCard, scenario, words } from "./harness.mjs";

const direction = (locale) => (locale === "ar-SA" ? "rtl" : "ltr");
const file = (locale) => `payment-declined.${locale}.json`;

/** Sets `src`, and expects the texts of that language from then on. */
async function changeLanguage(reader, locale) {
  await reader.element.evaluate((element, src) => {
    element.src = src;
  }, file(locale));
  await reader.element.locator(`[part=frame][lang=${locale}]`).waitFor();
  Object.assign(reader, words(locale));
}

const element = () => {
  window.focusedElement = document.activeElement.shadowRoot?.activeElement;
  return !!window.focusedElement;
};
const focusState = () => {
  const now = document.activeElement.shadowRoot?.activeElement;
  return { same: !!now && now === window.focusedElement, caret: now?.selectionStart ?? null };
};

/** From Norwegian to Arabic, German and back; `says` checks the texts of the step in each. */
async function around(reader, says, chunks = ["", ".steps"]) {
  const { page } = reader;
  const before = {
    journal: await reader.journal(),
    digests: (await reader.view()).digests,
    focus: await page.evaluate(element),
  };
  const { caret } = await page.evaluate(focusState);
  assert.ok(before.focus, "something of the step has the focus");
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname.slice(1)));
  for (const locale of ["ar-SA", "de-DE", "nb-NO"]) {
    asked.length = 0;
    await changeLanguage(reader, locale);
    await says(locale);
    assert.equal(await reader.element.locator("[part=frame]").getAttribute("dir"), direction(locale));
    assert.deepEqual(await page.evaluate(focusState), { same: true, caret }, `the focus stays, in ${locale}`);
    assert.deepEqual((await reader.view()).digests, before.digests);
    assert.deepEqual(await reader.journal(), before.journal, "no event is written");
    assert.deepEqual(
      asked.filter((path) => path !== "language.js").sort(),
      [file(locale), ...chunks.map((chunk) => `ui/${locale}${chunk}.ftl`)].sort(),
      "the files of this language, each once",
    );
  }
  assert.deepEqual(await reader.elementEvents("stegvis-error"), []);
}

scenario("a question keeps the choice that was not sent", async (reader) => {
  await reader.answer("notices", "many");
  await reader.sees("added");
  await reader.row(reader.guide("added.yes")).check();
  await around(reader, async () => {
    await reader.sees("added");
    assert.equal(await reader.row(reader.guide("added.yes")).isChecked(), true);
    await reader.role("button", reader.ui("continue"), { exact: true }).waitFor();
  });
  await reader.go();
  await reader.sees("scope");
});

scenario("the first question too, with nothing stored", async (reader) => {
  await reader.sees("notices");
  await reader.page.waitForFunction(() =>
    document.querySelector("stegvis-guide").view.choices.some(({ known }) => known),
  );
  await reader.row(reader.guide("notices.few")).check();
  await changeLanguage(reader, "ja-JP");
  await reader.sees("notices");
  assert.equal(await reader.row(reader.guide("notices.few")).isChecked(), true);
  assert.deepEqual(await reader.page.evaluate(() => indexedDB.databases()), []);
  await reader.go();
  await reader.sees("added");
});

scenario("a choice from the account keeps the search and the row", async (reader) => {
  await reader.toOld();
  await reader.row(reader.visa).check();
  const rows = await reader.element.locator(".row").count();
  await around(reader, async () => {
    await reader.sees("old");
    assert.equal(await reader.row(reader.visa).isChecked(), true);
    assert.equal(await reader.element.locator(".row").count(), rows);
    await reader.role("radio", reader.guide("old.not-mine"), { exact: true }).waitFor();
  });
  await reader.go();
  await reader.sees("new");
});

scenario(
  "a long list keeps the search, what was found and the row",
  { account: "practice:many" },
  async (reader) => {
    const { page } = reader;
    await reader.answer("notices", "many");
    await reader.answer("added", "yes");
    await reader.answer("scope", "one");
    await reader.pick("paying", reader.visa);
    await reader.sees("item");
    const search = reader.role("searchbox", reader.ui("search"));
    await search.pressSequentially("nettbutikk");
    const names = reader.element.locator(".name");
    await page.waitForFunction(() =>
      [...document.querySelector("stegvis-guide").shadowRoot.querySelectorAll(".name")].every(
        ({ textContent }) => /nettbutikk/i.test(textContent),
      ),
    );
    const found = await names.allInnerTexts();
    assert.ok(found.length > 1, "something is found");
    const row = () => reader.role("radio", found[1], { exact: false }).first();
    await row().check();
    await search.focus();
    await page.keyboard.press("Home");
    await around(reader, async () => {
      assert.equal(await reader.role("searchbox", reader.ui("search")).inputValue(), "nettbutikk");
      // The practice account's names are words of the language.
      assert.equal((await names.allInnerTexts()).length, found.length);
      assert.equal(await reader.role("radio").nth(1).isChecked(), true);
    });
  },
);

async function toForm(reader) {
  await reader.toOld();
  await reader.pick("old", reader.visa);
  await reader.sees("new");
  await reader.role("radio", reader.guide("new.add")).check();
  await reader.go();
  await reader.sees("add");
}

scenario(
  "a form keeps all that was typed, the card number too, and its mistakes are shown again",
  async (reader) => {
    const { page } = reader;
    const typed = { ...newCard, expiry: "0120", "postal-code": "12" };
    await toForm(reader);
    await reader.fill(typed);
    await reader.press(reader.guide("add.action"));
    await reader.role("group", reader.ui("problem")).waitFor();
    const inputs = () =>
      reader.element.evaluate((element) =>
        Object.fromEntries(
          [...element.shadowRoot.querySelectorAll("input:not([type=radio]), select")].map(({ id, value }) => [
            id,
            value,
          ]),
        ),
      );
    const before = await inputs();
    assert.equal(before["field-number"], "5555 5555 5555 4444");
    await reader.field("number").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    await page.evaluate(() => {
      window.boxes = [
        ...document.querySelector("stegvis-guide").shadowRoot.querySelectorAll("input, select"),
      ];
    });
    await around(
      reader,
      async (locale) => {
        await reader.sees("add");
        assert.deepEqual(await inputs(), before);
        assert.ok(
          await page.evaluate(() =>
            [...document.querySelector("stegvis-guide").shadowRoot.querySelectorAll("input, select")].every(
              (input, i) => input === window.boxes[i],
            ),
          ),
          "the same inputs, not copies",
        );
        const summary = reader.role("group", reader.ui("problem"));
        assert.equal((await summary.getByRole("link").allInnerTexts())[0], reader.ui("verdict-expiry-past"));
        assert.ok(
          (await reader.element.locator("#field-expiry-error").innerText()).endsWith(
            reader.ui("verdict-expiry-past"),
          ),
        );
        const country = await reader.element.locator("#field-country").innerText();
        assert.ok(country.includes(reader.country("NO")), `${locale}: ${country}`);
        assert.ok(country.includes(reader.ui("field-country.fixed")), `${locale}: ${country}`);
      },
      ["", ".steps", ".form"],
    );
    await reader.fill({ expiry: "1230", "postal-code": "8999" });
    await reader.press(reader.guide("add.action"));
    await reader.seesReview(reader.added);
  },
);

scenario("a review and an outcome go on in the other language", async (reader) => {
  const { page } = reader;
  await reader.toReview();
  await around(reader, () => reader.seesReview());
  await changeLanguage(reader, "ja-JP");
  await reader.replace();
  await reader.sees("replaced");
  await around(reader, async () => {
    await reader.sees("replaced");
    assert.ok((await reader.text()).includes(reader.visa), "names of methods too");
  });
  await changeLanguage(reader, "de-DE");
  await reader.undo();
  await reader.role("heading", reader.guide("replaced.undone")).waitFor();
  await page.reload();
  Object.assign(reader, words("nb-NO"));
  await reader.role("heading", reader.guide("replaced.undone")).waitFor();
  assert.ok(!(await reader.elementEvents()).some(({ type }) => type === "stegvis-error"));
});

scenario("a mistake at a question is shown again", async (reader) => {
  await reader.answer("notices", "many");
  await reader.sees("added");
  await reader.go();
  const mistakeShown = () =>
    reader
      .role("group", reader.ui("problem"))
      .getByRole("link", { name: reader.ui("choose"), exact: true })
      .waitFor();
  await mistakeShown();
  await around(reader, mistakeShown);
});

scenario("a step that was not loaded before the switch comes in the new language", async (reader) => {
  await reader.toOld();
  await changeLanguage(reader, "de-DE");
  await reader.pick("old", reader.visa);
  await reader.sees("new");
  await reader.role("radio", reader.guide("new.add")).check();
  await reader.go();
  await reader.sees("add");
  await reader.press(reader.guide("add.action"));
  await reader.role("link", reader.ui("verdict-card-number-empty")).waitFor();
});

scenario(
  "words of a later step that are on their way come in the new language",
  { bare: true },
  async ({ open }) => {
    const late = heldBack("**/ui/nb-NO.steps.ftl");
    const reader = await open("", late.prepare);
    await reader.answer("notices", "many");
    await reader.sees("added");
    await changeLanguage(reader, "de-DE");
    late.release();
    await reader.answer("added", "no");
    await reader.answer("changed", "yes");
    await reader.sees("old");
    await reader.element.getByText(reader.ui("article-says")).first().waitFor();
  },
);

scenario("while an answer of the account is awaited, the language can change", async (reader) => {
  await reader.toReview();
  await reader.element.evaluate((element) => {
    element.adapter = {
      commit: () =>
        new Promise((done) => {
          window.done = () => done({ kind: "refused", reasons: [{ code: "no-account", args: {} }] });
        }),
    };
  });
  await reader.seesReview();
  await reader.replace();
  await reader.page.waitForFunction(() => window.done);
  await changeLanguage(reader, "de-DE");
  await reader.page.evaluate(() => window.done());
  await reader.element.getByText(reader.ui("reason-no-account")).waitFor();
  await changeLanguage(reader, "ja-JP");
  await reader.element.getByText(reader.ui("reason-no-account")).waitFor();
});

scenario("of several chosen languages the last one counts", { bare: true }, async ({ open }) => {
  const late = heldBack(`**/${file("ar-SA")}`);
  const reader = await open("", late.prepare);
  await reader.answer("notices", "many");
  await reader.sees("added");
  const asked = reader.page.waitForRequest(`**/${file("ar-SA")}`);
  await reader.element.evaluate((element, src) => {
    element.src = src;
  }, file("ar-SA"));
  await asked;
  await changeLanguage(reader, "de-DE");
  await reader.sees("added");
  const answered = reader.page.waitForResponse((response) => response.url().endsWith(file("ar-SA")));
  late.release();
  await answered;
  await reader.journal();
  await reader.sees("added");
  await reader.answer("added", "no");
  await reader.sees("changed");
});

scenario(
  "the locale attribute asks for the guide in that language; with src, the guide changes once",
  async (reader) => {
    const { page } = reader;
    await reader.answer("notices", "many");
    await reader.sees("added");
    const asked = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname.slice(1)));
    await reader.element.evaluate((element) => {
      element.locale = "de-AT";
    });
    await reader.element.locator("[part=frame][lang=de-DE]").waitFor();
    Object.assign(reader, words("de-DE"));
    await reader.sees("added");
    await reader.element.evaluate((element, src) => {
      element.src = src;
      element.locale = "ja-JP";
    }, file("ja-JP"));
    await reader.element.locator("[part=frame][lang=ja-JP]").waitFor();
    Object.assign(reader, words("ja-JP"));
    await reader.answer("added", "no");
    await reader.sees("changed");
    assert.deepEqual(
      asked.filter((path) => path.startsWith("payment-")),
      [file("de-DE"), file("ja-JP")],
    );
  },
);

scenario(
  "at the first visit too the locale attribute asks for the guide in that language",
  {
    locale: "ar-SA",
    files: { "index.html": built("index.html").replace("<stegvis-guide ", '<stegvis-guide locale="ar" ') },
  },
  async (reader) => {
    await reader.sees("notices");
    assert.equal(await reader.element.locator("[part=frame]").getAttribute("dir"), "rtl");
  },
);

scenario(
  "countries stand in the order of the language that they are named in, also where the guide is in another",
  {
    expected: /404/,
    files: {
      [file("de-DE")]: undefined,
      "index.html": built("index.html").replace("<stegvis-guide ", '<stegvis-guide locale="de-DE" '),
    },
  },
  async (reader) => {
    Object.assign(reader, words("de-DE"), { guide: words("nb-NO").guide });
    await reader.allowCountries(["SE", "PL", "AT", "NO"]);
    await reader.toForm();
    const names = await reader
      .field("country")
      .evaluate((list) => [...list.options].map(({ label }) => label));
    assert.ok(names.includes("Österreich"), names.join());
    assert.deepEqual(names, [...names].sort(new Intl.Collator("de-DE").compare));
    assert.notDeepEqual(names, [...names].sort(new Intl.Collator("nb-NO").compare));
  },
);

for (const [what, files, code] of [
  ["a guide that is missing", { [file("de-DE")]: undefined }, "load-failed"],
  ["a guide that is none", { [file("de-DE")]: '{"guide":1}' }, "guide-shape"],
  ["a guide of another version", { [file("de-DE")]: '{"guide":2}' }, "guide-version"],
]) {
  scenario(`${what} leaves the old language`, { files, expected: /404/ }, async (reader) => {
    await reader.answer("notices", "many");
    await reader.sees("added");
    await reader.row(reader.guide("added.yes")).check();
    await reader.element.evaluate((element, src) => {
      element.src = src;
    }, file("de-DE"));
    assert.equal((await reader.elementEvent("stegvis-error")).detail.code, code);
    await reader.sees("added");
    assert.equal(await reader.row(reader.guide("added.yes")).isChecked(), true);
    await changeLanguage(reader, "en-US");
    await reader.go();
    await reader.sees("scope");
  });
}

scenario(
  "words that are missing leave the old language, whole",
  { bare: true, expected: /404|Failed/ },
  async ({ open }) => {
    const reader = await open("", (page) =>
      page.route("**/ui/de-DE.steps.ftl", (route) => route.fulfill({ status: 404 })),
    );
    await reader.toOld();
    await reader.element.evaluate((element, src) => {
      element.src = src;
    }, file("de-DE"));
    assert.equal((await reader.elementEvent("stegvis-error")).detail.code, "load-failed");
    await reader.sees("old");
    await reader.element.getByText(reader.ui("article-says")).first().waitFor();
  },
);

scenario(
  "another guide starts from its beginning",
  { files: { "plain.nb-NO.json": compiled("plain.md") } },
  async (reader) => {
    await reader.answer("notices", "many");
    await reader.sees("added");
    await reader.element.evaluate((element) => {
      element.src = "plain.nb-NO.json";
    });
    await reader.element.getByText(reader.ui("step-of", { step: 1, total: 3 })).waitFor();
    await reader.element.evaluate((element, src) => {
      element.src = src;
    }, file("nb-NO"));
    await reader.sees("added");
  },
);

const other = JSON.parse(built(file("de-DE")));
other.flow.nodes.find(({ id }) => id === "scope").to.push(["none", "old"]);
scenario(
  "the same guide with another flow starts from its beginning",
  { files: { [file("de-DE")]: JSON.stringify(other) } },
  async (reader) => {
    await reader.answer("notices", "many");
    await reader.sees("added");
    const { digests } = await reader.view();
    await changeLanguage(reader, "de-DE");
    await reader.sees("added");
    assert.notEqual((await reader.view()).digests.flow, digests.flow);
  },
);

scenario(
  "the demo's choice of language turns the whole page, and the guide goes on in it",
  async (reader) => {
    const { page } = reader;
    await reader.answer("notices", "many");
    await reader.sees("added");
    await reader.row(reader.guide("added.yes")).check();
    for (const [locale, name, path] of [
      ["ar-SA", "العربية", "rtl.html"],
      ["ja-JP", "日本語", "ja.html"],
      ["de-DE", "Deutsch", "de.html"],
    ]) {
      await page.getByRole("contentinfo").getByRole("link", { name, exact: true }).click();
      await page.waitForURL(`**/${path}`);
      Object.assign(reader, words(locale));
      await reader.sees("added");
      assert.equal(await reader.row(reader.guide("added.yes")).isChecked(), true);
      const { title } = JSON.parse(built(file(locale))).text;
      assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), title.join(""));
      assert.match(await page.title(), new RegExp(title.join("")));
      assert.deepEqual(
        await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]),
        [locale, direction(locale)],
      );
      assert.equal(
        await page.evaluate(() => document.activeElement.textContent),
        name,
        "the choice keeps the focus",
      );
    }
    await reader.press(reader.ui("article-show"));
    await reader.element.getByText("Eine Zahlungsmethode überall ersetzen").first().waitFor();
    await page.reload();
    await reader.sees("added");
    await reader.row(reader.guide("added.yes")).check();
    await reader.go();
    await reader.sees("scope");
    await page.goBack();
    await reader.sees("added");
  },
);
