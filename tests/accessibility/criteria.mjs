// WCAG 2.2, level AA: each criterion that a form in a page can break, by its number, at every node.
import { test } from "node:test";
import assert from "node:assert/strict";
import { newCard, scenario } from "../browser/harness.mjs";
import { all, controls } from "./accessibility-tree.mjs";
import { norwegian, measuredStops, measuredStopsFromRight, timeout } from "./measured-stops.mjs";

const { ui, guide } = norwegian;

/** Tests a criterion at every stop: `find` returns the violations at a stop. */
function criterion(name, find, walk = measuredStops) {
  test(`WCAG ${name}`, { timeout }, async () => {
    const broken = [];
    for (const stop of await walk())
      for (const fault of find(stop) ?? [])
        broken.push(`${stop.name}: ${typeof fault === "string" ? fault : JSON.stringify(fault)}`);
    assert.deepEqual(broken, []);
  });
}

const below =
  (least) =>
  ({ ratio }) =>
    ratio < least;
const roles = ({ tree }, ...wanted) => all(tree).filter(({ role }) => wanted.includes(role));

criterion(
  "1.3.1 info and relationships: fields, answers and headings are labelled in their own tree",
  ({ structure: { headings, unlabelled, ungrouped, dangling } }) => [
    ...unlabelled,
    ...ungrouped,
    ...dangling,
    ...headings
      .filter((level, i) => level > (headings[i - 1] ?? 1) + 1)
      .map((level) => `a heading of level ${level} after ${headings.join()}`),
  ],
);

for (const [how, walk] of Object.entries({
  "": measuredStops,
  ", from right to left too": measuredStopsFromRight,
})) {
  criterion(
    `1.3.2 meaningful sequence: what is read first stands first${how}`,
    ({ disorder }) => disorder,
    walk,
  );
}

for (const { direction, stopsOf } of [
  { direction: "left to right", stopsOf: measuredStops },
  { direction: "right to left", stopsOf: measuredStopsFromRight },
]) {
  test(
    `names and descriptions are the same wherever lines wrap, from ${direction}`,
    { timeout },
    async () => {
      const texts = (tree) =>
        roles({ tree }, "radio", "textbox", "combobox", "group").map(({ role, name, description }) =>
          [role, name, description].join(" | "),
        );
      const stops = await stopsOf();
      assert.ok(stops.some(({ tree }) => texts(tree).some((text) => text.includes(" · "))));
      for (const { name, tree, narrowTree } of stops) assert.deepEqual(texts(narrowTree), texts(tree), name);
    },
  );
}

const tokens = {
  "field-number": "cc-number",
  "field-expiry": "cc-exp",
  "field-code": "cc-csc",
  "field-name": "cc-name",
  "field-line1": "address-line1",
  "field-line2": "address-line2",
  "field-postal-code": "postal-code",
  "field-city": "address-level2",
};
const ofBank = { ...tokens, "field-name": "name", "field-iban": "off" };
test(
  "WCAG 1.3.5 identify input purpose: every field about the reader says which it is",
  { timeout },
  async () => {
    let fields = 0;
    for (const { name, state, structure } of await measuredStops()) {
      for (const { id, autocomplete } of structure.fields) {
        fields++;
        assert.equal(autocomplete, (state === "bank" ? ofBank : tokens)[id], `${name}: ${id}`);
      }
    }
    assert.ok(fields > 30);
  },
);

criterion(
  "1.4.1 use of color: links are underlined, a mistake is described in words, and so is a status",
  ({ structure: { plain, wrong } }) => [...plain, ...wrong],
);
for (const scheme of ["light", "dark"]) {
  criterion(`1.4.3 contrast: every text has 4.5 to its ground, large ones 3: ${scheme}`, ({ contrast }) =>
    contrast[scheme].length > 5 ? contrast[scheme].filter(({ ratio, need }) => ratio < need) : ["no texts"],
  );
}
criterion("1.4.4 resize text: at 200 % nothing is cut and no word breaks", ({ doubled }) => doubled);
criterion("1.4.10 reflow: at 400 %, 320 px wide, nothing is cut or scrolls to the side", ({ narrow }) =>
  narrow.filter((fault) => !fault.endsWith("breaks within")),
);
criterion(
  "1.4.10 reflow, from right to left",
  ({ narrow }) => narrow.filter((fault) => !fault.endsWith("breaks within")),
  measuredStopsFromRight,
);
test("no word breaks at 320 px", { timeout }, async () => {
  const broken = new Set(
    (await measuredStops()).flatMap(({ narrow }) =>
      narrow.filter((fault) => fault.endsWith("breaks within")),
    ),
  );
  assert.deepEqual([...broken], []);
});
for (const scheme of ["light", "dark"]) {
  criterion(
    `1.4.11 non-text contrast: edges of controls, checked answers and the focus ring have 3: ${scheme}`,
    ({ edges, marks, focus }) =>
      [...edges[scheme], ...marks[scheme]]
        .filter(below(3))
        .concat(scheme === "light" ? focus.filter(({ contrast }) => contrast < 3) : []),
  );
}
criterion(
  "1.4.12 text spacing: with wider spacing nothing is cut and nothing lies over another",
  ({ spaced }) => spaced,
);
criterion(
  "1.4.13 content on hover or focus: nothing comes up by itself",
  ({ revealing, structure: { titles } }) => [...revealing, ...titles],
);

criterion("2.1.1 keyboard: Tab leads to all that can be acted on, or to its group", ({ listed, focus }) => {
  const reached = new Set(focus.map(({ place }) => place));
  // Tab stops once at a group of radios; arrow keys move within it.
  const groups = new Set(
    listed
      .filter((_one, place) => reached.has(place))
      .map(({ group }) => group)
      .filter(Boolean),
  );
  return listed
    .filter(({ role, group }, place) => controls.includes(role) && !reached.has(place) && !groups.has(group))
    .map(({ role, what }) => ({ role, what }));
});
criterion("2.1.2 no keyboard trap: Tab leads out of the widget again", ({ left }) =>
  left ? [] : ["the focus stays"],
);
criterion("2.4.3 focus order: Tab goes the way that is read", ({ focus }) =>
  focus.filter(({ place }, i) => i && place <= focus[i - 1].place).map(({ what }) => what),
);
test(
  "WCAG 2.4.6 headings and labels: each says something, and no two of a step say the same",
  { timeout },
  async () => {
    for (const stop of await measuredStops()) {
      for (const { role, name } of roles(stop, "heading", ...controls)) {
        assert.ok(name.length > 1 && !/^[a-z]+-[a-z-]+$|\{|\}/.test(name), `${stop.name}: ${role} "${name}"`);
      }
      const names = roles(stop, "button", "textbox", "combobox", "radio").map(
        ({ role, name }) => `${role} ${name}`,
      );
      assert.deepEqual(
        names.filter((name, i) => names.indexOf(name) !== i),
        [],
        stop.name,
      );
    }
  },
);
criterion("2.4.7 focus visible: a ring of 2 px or more stands around what has the focus", ({ focus }) =>
  focus.filter(({ ring }) => ring < 2).map(({ what }) => what),
);
criterion("2.4.11 focus not obscured: what has the focus is in view, and nothing lies over it", ({ focus }) =>
  focus.filter(({ clear, inView }) => !clear || !inView).map(({ what }) => what),
);
criterion("2.5.3 label in name: the text on a control is in its name", ({ listed }) =>
  listed
    .filter(
      ({ role, label, name }) =>
        controls.includes(role) && label && !name.toLowerCase().includes(label.toLowerCase()),
    )
    .map(({ label, name }) => ({ label, name })),
);
criterion(
  "2.5.8 target size: nothing is smaller than 24 px, and what carries the step on is 44 high",
  ({ targets }) =>
    targets.filter(
      ({ width, height, prose, main }) => !prose && (Math.min(width, height) < 24 || (main && height < 44)),
    ),
);

criterion("3.2.1 on focus: the focus alone changes nothing", ({ unmoved }) =>
  unmoved ? [] : ["the session changed"],
);
scenario(
  "WCAG 3.2.2 on input: an answer, a choice and typed text change nothing until Continue",
  async (reader) => {
    const { page } = reader;
    const still = async (node, act) => {
      const [before, steps] = [await reader.focused(), (await reader.elementEvents("stegvis-step")).length];
      await act();
      assert.equal((await reader.view()).node, node);
      assert.equal((await reader.elementEvents("stegvis-step")).length, steps);
      return before;
    };
    await reader.answer("notices", "many");
    await reader.sees("added");
    await reader.role("radio", guide("added.yes")).focus();
    await still("added", () => page.keyboard.press("ArrowDown"));
    assert.equal(await reader.role("radio", guide("added.no")).isChecked(), true);
    await reader.answer("added", "no");
    await reader.answer("changed", "yes");
    await reader.pick("old", reader.visa);
    await reader.sees("new");
    await reader.role("radio", guide("new.add")).check();
    await reader.allowCountries(["NO", "SE"]);
    await reader.go();
    await reader.sees("add");
    await reader.field("country").focus();
    const at = await still("add", () =>
      reader.field("country").selectOption({ label: reader.country("SE") }),
    );
    assert.equal(await reader.focused(), at, "the focus stays where the choice was made");
    await reader.field("number").focus();
    await still("add", () => page.keyboard.type(newCard.number));
    assert.match(await reader.focused(), /field-number/);
  },
);

const withMistakes = async () => (await measuredStops()).filter(({ structure }) => structure.mistakes.length);
test(
  "WCAG 3.3.1 error identification: each mistake is described in words, at its invalid field too",
  { timeout },
  async () => {
    const stops = await withMistakes();
    assert.ok(stops.length >= 4);
    for (const stop of stops) {
      for (const { at, text, there, alive } of stop.structure.mistakes) {
        assert.ok(alive, `${stop.name}: ${at} is gone, and so is its mistake`);
        assert.equal(there, `${ui("mistake")} ${text}`, `${stop.name}: ${at}`);
      }
      const described = all(stop.tree).filter(({ description }) => description.includes(ui("mistake")));
      assert.ok(described.length > 0, stop.name);
      for (const { role, property } of described)
        assert.ok(role === "group" || property.invalid === "true", `${stop.name}: ${role}`);
    }
  },
);
test(
  "WCAG 3.3.2 labels or instructions: each field has a label, and a hint where its format needs one",
  { timeout },
  async () => {
    const hinted = new Set();
    for (const stop of await measuredStops()) {
      for (const { name } of roles(stop, "textbox", "combobox")) assert.ok(name, stop.name);
      for (const { id, hint } of stop.structure.fields) if (hint) hinted.add(id);
    }
    for (const id of ["field-expiry", "field-code", "field-name", "field-iban"])
      assert.ok(hinted.has(id), id);
  },
);
test("WCAG 3.3.3 error suggestion: each mistake says what to do", { timeout }, async () => {
  const advice = /\b(Skriv|Velg|Sammenlign|Se|Ta bort|Bruk|Rett|Fyll ut|ser ut som)\b/;
  for (const { name, structure } of await withMistakes())
    for (const { text } of structure.mistakes) assert.match(text, advice, name);
});
test(
  "WCAG 3.3.4 error prevention, financial: a change is checked before it is made, and can be undone after",
  { timeout },
  async () => {
    const stops = await measuredStops();
    const reviews = stops.filter(({ view, state }) => view.kind === "review" && state === "open");
    assert.deepEqual(reviews.map(({ node }) => node).sort(), [
      "review",
      "review-one",
      "review-pay",
      "review-update",
    ]);
    for (const stop of reviews) {
      assert.ok(
        stop.view.review.rows.length > 0 && stop.view.review.rows.every(({ change }) => change),
        `${stop.name}: every answer can be changed`,
      );
      assert.match(
        JSON.stringify(all(stop.tree).map(({ name }) => name)),
        new RegExp(`${ui("review-yet")}|${ui("review-begun")}`),
      );
      // A payment can't be undone, and says so before.
      const final = JSON.stringify(all(stop.tree).map(({ name }) => name)).includes(ui("review-final"));
      assert.equal(stop.view.review.undoable, stop.node !== "review-pay", stop.name);
      assert.equal(final, stop.node === "review-pay", stop.name);
    }
    const done = stops.filter(({ view, state }) => view.outcome === "fixed" && state === "open");
    assert.deepEqual(done.map(({ node }) => node).sort(), ["moved", "replaced", "updated"]);
    for (const stop of done)
      assert.ok(
        roles(stop, "button").some(({ name }) => name === ui("undo")),
        stop.name,
      );
  },
);
test(
  "WCAG 3.3.7 redundant entry: what the account or an earlier step knows is filled in",
  { timeout },
  async () => {
    const stops = await measuredStops();
    const details = stops.find(({ node, state }) => node === "details" && state === "open");
    for (const { id, required } of details.view.form.fields) {
      const field = roles(details, "textbox", "combobox").find(({ name }) => name === ui("field-" + id));
      if (required) assert.ok(field?.value, id);
    }
    for (const { name, view, tree } of stops.filter(
      ({ view, state }) => state === "open" && view.choices.some(({ known }) => known),
    )) {
      const known = view.choices.find(({ known }) => known).id;
      const checked = all(tree)
        .filter(({ role, property }) => role === "radio" && property.checked === "true")
        .map(({ name }) => name);
      if (!view.choices.some(({ chosen }) => chosen))
        assert.deepEqual(checked, [guide(`${view.node}.${known}`)], name);
    }
  },
);
scenario(
  "WCAG 3.3.8 accessible authentication: nothing is asked from memory that can't be pasted or filled in",
  async (reader) => {
    const { page } = reader;
    await reader.toOld();
    await reader.pick("old", reader.visa);
    await reader.sees("new");
    await reader.role("radio", guide("new.add")).check();
    await reader.go();
    await reader.sees("add");
    for (const [id, text] of [
      ["number", "5555555555554444"],
      ["code", "123"],
    ]) {
      const field = reader.field(id);
      assert.equal(
        await field.evaluate((box) =>
          box.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, composed: true, cancelable: true })),
        ),
        true,
        "nobody stops a paste",
      );
      await field.focus();
      await page.keyboard.insertText(text);
      assert.equal((await field.inputValue()).replaceAll(" ", ""), text);
    }
  },
);

criterion(
  "4.1.2 name, role, value: whatever can have the focus has a name, and says what it is and how it stands",
  (stop) => [
    ...stop.listed
      .filter(({ role, name, what }) =>
        !name || (!controls.includes(role) && !/^(heading|group|region|none)$/.test(role)) ? what : "",
      )
      .map(({ role, what }) => `${role} ${what}`),
    ...roles(stop, "radio")
      .filter(({ property }) => property.checked === undefined)
      .map(({ name }) => `${name} is neither checked nor not`),
    ...roles(stop, "button")
      .filter(
        ({ name, property }) =>
          [ui("stuck"), ui("article-show"), ui("article-hide")].includes(name) &&
          property.expanded === undefined,
      )
      .map(({ name }) => name),
  ],
);
test(
  "WCAG 4.1.3 status messages: what is under way is announced by a region that was there before",
  { timeout },
  async () => {
    for (const stop of await measuredStops()) {
      const live = roles(stop, "status").map((status) =>
        all(status)
          .map(({ name }) => name)
          .join("")
          .trim(),
      );
      assert.ok(live.length >= 2, `${stop.name}: one for notices, one for what is under way`);
      assert.equal(
        live.at(-1).includes(ui("working")) || live.at(-1).includes(ui("wait")),
        stop.state === "pending",
        `${stop.name}: ${live}`,
      );
    }
  },
);
scenario(
  "WCAG 4.1.3 status messages: search, copy and thanks are announced while the focus stays",
  { account: "practice:many-60" },
  async (reader) => {
    const { page } = reader;
    const says = (words) =>
      page.waitForFunction(
        (words) =>
          [...document.querySelector("stegvis-guide").shadowRoot.querySelectorAll("[role=status]")].some(
            (status) => status.textContent.replace(/[\u2066-\u2069]/g, "").includes(words),
          ),
        words,
      );
    await reader.answer("notices", "many");
    await reader.answer("added", "yes");
    await reader.answer("scope", "one");
    await reader.pick("paying", reader.visa);
    await reader.sees("item");
    const search = reader.role("searchbox", ui("search"));
    const all = await reader.role("radio").count();
    await search.fill("Telefoni Basis");
    await page.waitForFunction(
      (all) =>
        document.querySelector("stegvis-guide").shadowRoot.querySelectorAll("[type=radio]").length < all,
      all,
    );
    await says(ui("search-found", { count: await reader.role("radio").count() }));
    assert.match(await reader.focused(), /search/);
    await reader.press(ui("stuck"));
    await reader.press(ui("summary-copy"));
    await page.waitForFunction(
      ([copied, marked]) =>
        [...document.querySelector("stegvis-guide").shadowRoot.querySelectorAll("[role=status]")].some(
          ({ textContent }) => textContent.includes(copied) || textContent.includes(marked),
        ),
      [ui("summary-copied"), ui("summary-selected")],
    );
  },
);
