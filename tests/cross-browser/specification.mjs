// The widget works the same in all three engines, under a strict policy. The rest of the page's specification
// runs in Chromium alone (tests/browser).
import { after, describe, test } from "node:test";
import assert from "node:assert/strict";
import { fonts } from "../browser/fonts.mjs";
import { policy } from "../browser/harness.mjs";
import { focusedText, key } from "./input-actions.mjs";
import { languages } from "./languages.mjs";
import { narrow } from "./narrow-layout.mjs";
import { card, listenedSite, Reader } from "./reader.mjs";

/** Tests by name. The console must stay silent, but for what matches the expression that a test returns. */
const specification = {
  async "the page is drawn in the fonts that the tests bring, and knows no other"(reader) {
    await reader.sees("notices");
    const widths = await reader.page.evaluate(widthsIn, [
      "system-ui",
      ...Object.values(fonts),
      ...otherFonts,
    ]);
    const [system, wide, narrow, ...others] = widths;
    assert.equal(system, wide, "the wide font is the default");
    assert.ok(Math.abs(wide - 167.8) < 1 && Math.abs(narrow - 145.9) < 1, `${wide} and ${narrow} px`);
    for (const width of others) assert.equal(width, wide, "a font that is not brought is not used");
  },

  async "all is moved to a card that the account has already, and undone"(reader) {
    const { ui, guide, visa, mastercard } = reader;
    await reader.toReview();
    await reader.see("heading", ui("changes-replace-all", { count: 4 }));
    await reader.says(ui("review-yet"));
    const before = await reader.account();
    await reader.reload();
    await reader.seesReview();
    assert.equal(await reader.account(), before, "nothing has happened yet");
    await reader.replace();
    await reader.sees("replaced");
    const [done] = guide("replaced.body", { new: mastercard, old: visa, owed: 4, amount: "" }).split("\n\n");
    await reader.says(done);
    assert.notEqual(await reader.account(), before);
    await reader.reload();
    await reader.sees("replaced");
    await reader.undo();
    await reader.see("heading", guide("replaced.undone"));
    assert.equal(await reader.account(), before);
  },

  async "all is moved to a card that is added on the way, with a reload in the middle of its form"(reader) {
    const { ui, guide, page } = reader;
    await reader.toForm();
    await reader.fill(card);
    assert.equal(
      await reader.value("number"),
      "5555 5555 5555 4444",
      "the number is grouped as it is on the card",
    );
    await reader.says(ui("brand-mastercard"));
    await reader.page.keys(key.tab);
    await reader.reload();
    await reader.sees("add");
    for (const id of ["name", "line1", "postal-code", "city"])
      assert.equal(await reader.value(id), card[id], id);
    assert.match(await reader.value("expiry"), /^12\D*\d\d$/);
    for (const id of ["number", "code"]) assert.equal(await reader.value(id), "", `${id} is asked again`);
    await reader.fill({ number: card.number, code: card.code });
    await reader.press(guide("add.action"));
    await reader.seesReview(reader.added);
    await reader.replace();
    await reader.sees("replaced");
    const storedText = await page.evaluate(
      () =>
        JSON.stringify(document.querySelector("stegvis-guide").view) + JSON.stringify({ ...localStorage }),
    );
    assert.doesNotMatch(
      storedText + Buffer.from(await reader.journal()),
      /5555 ?5555/,
      "the number is stored nowhere",
    );
  },

  async "a number that is composed stays as it is until the keyboard is done with it"(reader) {
    const { page, ui } = reader;
    await reader.toForm();
    const held = () => page.evaluate(focusedText);
    const compose = async (text) => {
      await page.compose(text, async (wanted) => assert.equal(await held(), wanted));
      return held();
    };
    // Full-width digits, as a Japanese keyboard gives them; then the eight digits of a phone's, which are one
    // composition, but one each in WebKitGTK.
    await page.click(await reader.field("number"));
    assert.equal(await compose("４１１１"), "4111");
    await reader.write("number", "");
    assert.equal(await compose("41111111"), "4111 1111");
    await reader.check(ui("kind-bank-account"));
    await reader.write("iban", "NO");
    assert.equal(await compose("９３８６０"), "NO93 860");
    assert.equal(await compose("111"), "NO93 8601 11");
  },

  // WebKitGTK's input method composes one character at a time, so the eight digits of a phone are dispatched
  // here, in the order that WebKit has (Editor::confirmComposition): the text goes, comes, and it has ended.
  async "eight digits in one composition are not doubled, whichever event comes last"(reader) {
    const { page } = reader;
    await reader.toForm();
    for (const order of ["webkit", "gecko", "chromium"]) {
      await reader.write("number", "");
      await page.evaluate(dispatchComposition, { text: "41111111", order });
      assert.equal(await reader.value("number"), "4111 1111", order);
    }
  },

  async "what the bank wants to be confirmed is paid once it is"(reader) {
    const { ui, guide, visa, page } = reader;
    await page.evaluate(() =>
      document.querySelector("stegvis-guide").setAttribute("account", "practice:bank"),
    );
    await reader.answer("notices", "many");
    await reader.answer("added", "no");
    await reader.answer("changed", "asked");
    await reader.pick("confirming", visa);
    await reader.press(guide("review-pay.action"));
    await reader.see("heading", ui("heading-action-needed"));
    await reader.press(ui("action-refuse"));
    await reader.says(ui("reason-authentication-failed"));
    await reader.press(guide("review-pay.action"));
    await reader.press(ui("action-confirm"));
    await reader.sees("paid");
  },

  async "the details of a card are corrected"(reader) {
    const { guide, visa } = reader;
    await reader.toDetails();
    assert.equal(await reader.value("name"), "Ingrid Myrvang", "what the account knows is filled in");
    await reader.fill({ line1: "Sagbruksveien 14", expiry: card.expiry });
    await reader.go();
    await reader.sees("review-update", { method: visa });
    await reader.says("Sagbruksveien 14");
    await reader.press(guide("review-update.action"));
    await reader.sees("updated");
  },

  async "a list to choose from has the look of the other fields"(reader) {
    await reader.allowCountries(["NO", "SE"]);
    await reader.toForm();
    const look = async (field) =>
      reader.page.evaluate(
        (field) => {
          const style = getComputedStyle(field);
          const { x, width, height } = field.getBoundingClientRect();
          return [
            x,
            width,
            height,
            style.backgroundColor,
            style.backgroundImage,
            style.color,
            style.font,
            style.paddingInlineStart,
            style.border,
            style.borderRadius,
            style.boxShadow,
          ];
        },
        await field,
      );
    const list = await reader.field("country", "combobox");
    assert.deepEqual(await look(list), await look(reader.field("line1")));
    assert.equal(
      await reader.page.evaluate((field) => getComputedStyle(field).appearance, list),
      "none",
      "the engine draws nothing over it",
    );
  },

  async "mistakes are summed up in focus, and each line leads to its field"(reader) {
    const { ui, guide } = reader;
    await reader.toForm();
    await reader.fill({ ...card, number: "5555555555554445" });
    await reader.press(guide("add.action"));
    await reader.see("group", ui("problem"));
    assert.match(await reader.focused(), /^div#/);
    await reader.page.click(await reader.see("link", ui("verdict-card-number-checksum")));
    assert.equal(await reader.focused(), "input#field-number");
    assert.equal(await reader.value("name"), card.name, "what was typed stays");
    await reader.fill({ number: card.number });
    await reader.press(guide("add.action"));
    await reader.seesReview(reader.added);
  },

  async "Back and Forward walk the steps, and never carry a change out twice"(reader) {
    const { page, ui, guide } = reader;
    await reader.toOld();
    for (const node of ["changed", "added", "notices"]) {
      await page.back();
      await reader.sees(node);
    }
    assert.equal(await reader.checked(guide("notices.many")), true, "the step returns as it was left");
    for (const node of ["added", "changed", "old"]) {
      await page.forward();
      await reader.sees(node);
    }
    await reader.back();
    await reader.sees("changed");
    await page.forward();
    await reader.pick("old", reader.visa);
    await reader.pick("new", reader.mastercard);
    await reader.seesReview();
    await reader.replace();
    await reader.sees("replaced");
    const after = await reader.account();
    await page.back();
    await reader.says(ui("review-done"));
    assert.equal(await page.find("button", guide("review.action")), undefined);
    await page.forward();
    await reader.sees("replaced");
    assert.equal(await reader.account(), after);
  },

  async "keys alone lead on, and each step's heading takes the focus"(reader) {
    const { page, guide } = reader;
    await reader.sees("notices");
    await page.evaluate((radio) => radio.focus(), await reader.see("radio", guide("notices.few")));
    await page.keys(key.down);
    assert.equal(await reader.checked(guide("notices.many")), true);
    await page.keys(key.enter);
    await reader.sees("added");
    assert.equal(await reader.focused(), "h2#heading");
    await page.keys(key.tab + " ");
    assert.match(await reader.focused(), /^input#choice-1/);
    await page.keys(key.down + key.enter);
    await reader.sees("changed");
  },

  async "the whole article is one press away at every step"(reader) {
    const { page, ui } = reader;
    const shown = () =>
      page.evaluate(() => [...document.querySelectorAll("stegvis-guide p")].at(-1).checkVisibility());
    await reader.answer("notices", "many");
    await reader.sees("added");
    assert.equal(await shown(), false);
    await reader.press(ui("article-show"));
    await reader.until("the article is shown", shown);
    await reader.press(ui("article-hide"));
    await reader.until("the article is hidden", async () => !(await shown()));
  },

  async "before the first action nothing is stored; then everything is, twice"(reader) {
    const { page, guide } = reader;
    await reader.sees("notices");
    await reader.until("the account's answer is filled in", () => reader.checked(guide("notices.many")));
    assert.deepEqual(await page.evaluate(stored), { databases: [], files: [], local: [], cookies: "" });
    await reader.toReview();
    const both = await reader.until("both copies are as long", async () => {
      const now = await page.evaluate(copies);
      return now.first && now.first === now.second && now;
    });
    const { databases, files, local } = await page.evaluate(stored);
    assert.deepEqual(databases, ["stegvis"]);
    assert.equal(
      both.where,
      (await page.evaluate(
        () =>
          typeof FileSystemFileHandle === "function" && "createWritable" in FileSystemFileHandle.prototype,
      ))
        ? "files"
        : "localStorage",
      "private files, where the engine can write to them",
    );
    const texts = local.filter((key) => key !== "stegvis" && !key.startsWith("stegvis.acknowledged/"));
    assert.deepEqual(both.where === "files" ? texts : files, []);
    assert.ok(local.includes("stegvis"), "a note says at once that something is stored");
    await page.evaluate(empty);
    await reader.reload();
    await reader.seesReview();
    await reader.replace();
    await reader.sees("replaced");
    await reader.reload();
    await reader.sees("replaced");
  },

  async "what is answered in one window shows in the other"(reader, open) {
    const { ui } = reader;
    const other = await open();
    await other.sees("notices");
    await reader.answer("notices", "many");
    await reader.sees("added");
    await other.sees("added");
    await other.says(ui("notice-elsewhere"));
    await other.answer("added", "no");
    await reader.sees("changed");
  },

  async "the page has the strict policy, and what goes against it would be heard"(reader) {
    const { page } = reader;
    assert.equal(
      await page.evaluate(async () => (await fetch("")).headers.get("content-security-policy")),
      policy,
    );
    await reader.sees("notices");
    assert.deepEqual(await reader.complaints(), []);
    await page.evaluate(() => {
      try {
        document.createElement("div").innerHTML = "<p>";
      } catch {
        // Forbidden by the policy.
      }
    });
    await reader.until("a violation is heard", async () =>
      (await reader.complaints()).some((text) => /require-trusted-types-for/.test(text)),
    );
    return /require-trusted-types-for|TrustedHTML|trusted type|Sink type/i;
  },
};

const arabic = {
  async "the Arabic page runs from right to left, from the first question to undo"(reader) {
    const { page, guide } = reader;
    await reader.sees("notices");
    const box = (selector) =>
      page.evaluate((selector) => {
        const { left, right } = document
          .querySelector("stegvis-guide")
          .shadowRoot.querySelector(selector)
          .getBoundingClientRect();
        return { left, right };
      }, selector);
    const [frame, radio, words] = [await box(".frame"), await box("[type=radio]"), await box(".choice span")];
    assert.ok(radio.left > words.right, "a radio stands right of its words");
    assert.ok(frame.right - radio.right < 80, "and at the right edge");
    await reader.toOld();
    assert.doesNotMatch(await reader.text(), /هـ/, "a month is in the calendar that cards have");
    await reader.pick("old", reader.visa);
    await reader.pick("new", guide("new.add"));
    await reader.sees("add");
    await reader.fill({ number: card.number });
    assert.equal(
      await page.evaluate((field) => getComputedStyle(field).direction, await reader.field("number")),
      "ltr",
      "digits run as they do on the card",
    );
    await reader.back();
    await reader.pick("new", reader.mastercard);
    await reader.seesReview();
    await reader.replace();
    await reader.sees("replaced");
    await reader.undo();
    await reader.see("heading", guide("replaced.undone"));
  },
};

/** In the page: a composition in the focused field, by the events of an engine in its order. */
function dispatchComposition({ text, order }) {
  const field = document.querySelector("stegvis-guide").shadowRoot.activeElement;
  const input = (inputType, data, isComposing = true) =>
    field.dispatchEvent(new InputEvent("input", { inputType, data, isComposing, bubbles: true }));
  const compositionEnd = () =>
    field.dispatchEvent(new CompositionEvent("compositionend", { data: text, bubbles: true }));
  field.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
  for (let end = 1; end <= text.length; end++) {
    field.value = text.slice(0, end);
    input("insertCompositionText", field.value);
    if (field.value !== text.slice(0, end)) throw new Error(`the field was changed: ${field.value}`);
  }
  if (order === "webkit") {
    field.value = "";
    input("deleteCompositionText", null);
    field.value = text;
    input("insertFromComposition", text);
    compositionEnd();
  } else if (order === "gecko") {
    compositionEnd();
    input("insertCompositionText", text, false);
  } else {
    input("insertCompositionText", text);
    compositionEnd();
  }
}

/** Fonts that a machine may have: the second one comes with a package that the tests install. */
const otherFonts = ["Noto Sans", "Liberation Serif", "DejaVu Serif"];

/** In the page: how wide a word is in each font, in px. */
function widthsIn(families) {
  const text = document.createElement("span");
  text.textContent = "faktureringsperioden";
  document.body.append(text);
  const widths = families.map((family) => {
    text.style.font = family.includes("-") ? `16px ${family}` : `16px "${family}"`;
    return text.getBoundingClientRect().width;
  });
  text.remove();
  return widths;
}

/** In the page: everything that is stored for its origin. */
async function stored() {
  const files = [];
  if (navigator.storage?.getDirectory)
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
  return {
    databases: (await indexedDB.databases()).map(({ name }) => name),
    files,
    local: Object.keys(localStorage),
    cookies: document.cookie,
  };
}

/** In the page: the bytes of journals in IndexedDB and in the second copy, and where that is. */
async function copies() {
  const promised = (request) =>
    new Promise((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
  const db = await promised(indexedDB.open("stegvis"));
  const first = (await promised(db.transaction("records").objectStore("records").getAll())).reduce(
    (sum, record) => sum + record.length,
    0,
  );
  db.close();
  const local = Object.entries(localStorage)
    .filter(([key]) => !key.startsWith("stegvis.acknowledged/"))
    .flatMap(([, text]) => text.split(","))
    .reduce((sum, part) => sum + atob(part).length, 0);
  if (local) return { first, second: local, where: "localStorage" };
  let second = 0;
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("stegvis");
  for await (const file of folder.values())
    if (file.name.endsWith(".journal")) second += (await file.getFile()).size;
  return { first, second, where: "files" };
}

/** In the page: deletes all records of IndexedDB. */
async function empty() {
  const db = await new Promise((resolve) => {
    const request = indexedDB.open("stegvis");
    request.onsuccess = () => resolve(request.result);
  });
  const tx = db.transaction("records", "readwrite");
  tx.objectStore("records").clear();
  await new Promise((resolve) => {
    tx.oncomplete = resolve;
  });
  db.close();
}

/** Groups of tests, with the locale and the page that they begin in; `framed` is a frame of 320 px. */
const all = [
  { tests: specification, locale: "nb-NO", page: "index.html" },
  { tests: languages, locale: "nb-NO", page: "index.html" },
  { tests: narrow, locale: "nb-NO", page: "index.html", framed: true },
  { tests: arabic, locale: "ar-SA", page: "rtl.html" },
];

/** Registers all tests for an engine; `start` starts its browser. */
export function specify(/** @type {string} */ engine, start) {
  describe(engine, () => {
    let started;
    const browser = () => (started ??= start());
    after(async () => (await started)?.stop());
    for (const { tests, locale, page, framed } of all) {
      for (const [name, walk] of Object.entries(tests)) {
        test(`in ${engine} ${name}`, { timeout: 120000 }, async () => {
          const { address, stop } = await listenedSite(page);
          const readers = [];
          const open = async () => {
            const opened = await (await browser()).open(address + (framed ? "narrow.html" : ""));
            readers.push(new Reader(opened, locale));
            if (framed) await opened.enter();
            return readers.at(-1);
          };
          try {
            const expected = /** @type {RegExp | undefined} */ (await walk(await open(), open));
            for (const reader of readers) {
              assert.deepEqual(
                (await reader.complaints()).filter((text) => !expected?.test(text)),
                [],
                "the console stays silent",
              );
            }
          } finally {
            for (const { page } of readers) await page.close();
            stop();
          }
        });
      }
    }
  });
}
