// Both fixes can be finished with the keyboard alone, and by the accessibility tree alone.
import assert from "node:assert/strict";
import { newCard, scenario } from "../browser/harness.mjs";
import { session } from "./accessibility-tree.mjs";
import { norwegian } from "./measured-stops.mjs";

const { ui, guide, card, cardUntil } = norwegian;
const [visa, mastercard, added] = [
  card("visa", "1111"),
  card("mastercard", "4444"),
  cardUntil("mastercard", "4444", "2030-12"),
].map((name) => clean(name));
const field = (id) => ui("field-" + id);

function clean(text) {
  return String(text ?? "")
    .replace(/[\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The nodes that a screen reader reads, in order. */
async function spoken(page) {
  const { nodes } = await (await session(page)).send("Accessibility.getFullAXTree");
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description, properties = [], backendDOMNodeId: dom }) => ({
      role: role.value,
      name: clean(name?.value),
      description: clean(description?.value),
      dom,
      ...Object.fromEntries(properties.map(({ name, value }) => [name, value.value])),
    }));
}
/** The node that has the focus. */
async function focused(page) {
  return (await spoken(page)).findLast(({ focused, role }) => focused && role !== "RootWebArea");
}
/** Waits until the focus is on the node of that name. */
async function comes(page, name, role = "heading") {
  for (let i = 0; ; i++) {
    const at = await focused(page);
    if (at?.role === role && at.name === clean(name)) return at;
    assert.ok(i < 100, `the focus came to ${at?.role} "${at?.name}", not to ${role} "${clean(name)}"`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Drives the page by keys alone. */
class Keys {
  constructor(page) {
    this.page = page;
  }
  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }
  type(text) {
    return this.page.keyboard.type(text);
  }
  /** Presses Tab once for each name, and checks that the focus is there. */
  async tab(...names) {
    for (const name of names) {
      await this.press("Tab");
      assert.equal((await focused(this.page))?.name, clean(name));
    }
  }
  /** Presses Tab until the focus is on that name. */
  async reach(name) {
    for (let i = 0; i < 40; i++) {
      await this.press("Tab");
      if ((await focused(this.page))?.name === clean(name)) return;
    }
    assert.fail(`Tab never comes to "${name}"`);
  }
  /** Presses Continue, which Tab reaches next, and waits for the heading of the next step. */
  async on(heading, button = ui("continue")) {
    await this.tab(button);
    await this.press("Enter");
    await comes(this.page, heading);
  }
}

scenario(
  "with the keyboard alone all is moved to a card that is added on the way",
  async ({ page, ...reader }) => {
    const keys = new Keys(page);
    await keys.reach(guide("notices.many"));
    await keys.on(guide("added"));
    // Without an answer an error summary is shown, and its link leads to the first answer.
    await keys.tab(guide("added.yes"));
    await keys.press("Enter");
    await comes(page, ui("problem"), "group");
    await keys.tab(ui("choose"));
    await keys.press("Enter");
    await comes(page, guide("added.yes"), "radio");
    await keys.press("ArrowDown");
    assert.equal((await focused(page)).name, guide("added.no"));
    await keys.on(guide("changed"));
    await keys.tab(guide("changed.yes"));
    await keys.press("Space");
    await keys.on(guide("old"));
    // Back is before the heading, and the earlier step has its answer still.
    await keys.press("Shift+Tab");
    assert.equal((await focused(page)).name, ui("back"));
    await keys.press("Enter");
    await comes(page, guide("changed"));
    await keys.tab(guide("changed.yes"));
    assert.equal((await focused(page)).checked, "true");
    await keys.on(guide("old"));
    const uses = ui("detail-uses", { count: 4 });
    const unusable = (count) => ui("unusable", { count });
    await keys.tab(ui("article-says"), visa, uses, unusable(4));
    await keys.on(guide("new"));
    await keys.tab(ui("article-says"), mastercard);
    await keys.press("ArrowUp");
    assert.equal((await focused(page)).name, guide("new.add"), "arrows go around");
    await keys.tab(unusable(4));
    await keys.on(guide("add"));
    await keys.tab(ui("article-says"), ui("test-card"), ui("kind-credit-card"));
    for (const id of ["number", "expiry", "code", "name", "line1"]) {
      await keys.tab(field(id));
      await keys.type(newCard[id]);
    }
    await keys.tab(`${field("line2")} ${ui("optional")}`);
    for (const id of ["postal-code", "city"]) {
      await keys.tab(field(id));
      await keys.type(newCard[id]);
    }
    await keys.on(guide("review", { new: added, old: visa }), guide("add.action"));
    await keys.tab(
      ...["old", "new"].map((node) => `${ui("change")} ${guide(node)}`),
      ui("list-total", { count: 4 }),
      ui("as-picture"),
      ui("article-says"),
    );
    await keys.on(guide("replaced"), guide("review.action"));
    await keys.tab(guide("replaced.action", { amount: "2 888,00 kr" }), ui("undo"));
    assert.equal(await reader.element.evaluate((element) => element.view.outcome), "fixed");
  },
);

scenario("with the keyboard alone the details of a card are corrected", async ({ page, ...reader }) => {
  const keys = new Keys(page);
  await keys.reach(guide("notices.many"));
  await keys.press("Enter");
  await comes(page, guide("added"));
  await keys.tab(guide("added.yes"));
  await keys.press("ArrowDown", "Enter");
  await comes(page, guide("changed"));
  await keys.tab(guide("changed.yes"));
  await keys.press("ArrowDown", "Enter");
  await comes(page, guide("card"));
  await keys.tab(ui("article-says"), visa, ui("detail-uses", { count: 4 }), ui("unusable", { count: 1 }));
  await keys.on(guide("details"));
  await keys.tab(ui("article-says"), field("name"), field("expiry"));
  await keys.type("0230");
  await keys.tab(field("line1"));
  await keys.press("End", "Backspace");
  await keys.type("4");
  await keys.tab(`${field("line2")} ${ui("optional")}`, field("postal-code"), field("city"));
  await keys.on(guide("review-update", { method: visa }));
  assert.match(await reader.element.locator("[part=answers]").first().innerText(), /Sagbruksveien 14/);
  await keys.tab(
    ...["card", "details"].map((node) => `${ui("change")} ${guide(node)}`),
    ui("changes-update"),
  );
  await keys.on(guide("updated"), guide("review-update.action"));
});

/**
 * Drives the page as a screen reader does: by the accessibility tree, the focus, default actions and typing.
 * Nodes are found by role and name alone.
 */
class Listener {
  constructor(page) {
    this.page = page;
  }
  async find(role, name) {
    for (let i = 0; ; i++) {
      const all = await spoken(this.page);
      const found = all.filter((node) => node.role === role && node.name === clean(name));
      if (found.length === 1) return found[0];
      assert.ok(
        i < 100,
        `${found.length} of ${role} "${clean(name)}" among\n${all
          .filter(({ name }) => name)
          .map(({ role, name }) => `${role} ${name}`)
          .join("\n")}`,
      );
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  async press(role, name) {
    const cdp = await session(this.page);
    const { object } = await cdp.send("DOM.resolveNode", {
      backendNodeId: (await this.find(role, name)).dom,
    });
    await cdp.send("Runtime.callFunctionOn", {
      objectId: object.objectId,
      functionDeclaration: "function () { this.click(); }",
    });
  }
  async write(name, text) {
    const cdp = await session(this.page);
    await cdp.send("DOM.focus", { backendNodeId: (await this.find("textbox", name)).dom });
    await this.page.keyboard.press("Control+A");
    await cdp.send("Input.insertText", { text });
  }
  /** Chooses an answer, continues, and waits until the next step's heading has the focus. */
  async answer(name, heading) {
    await this.press("radio", name);
    assert.equal((await this.find("radio", name)).checked, "true");
    await this.press("button", ui("continue"));
    await comes(this.page, heading);
  }
}

scenario(
  "with what a screen reader gives alone all is moved to a card that is added on the way",
  async ({ page }) => {
    const listener = new Listener(page);
    const asked = await listener.find("group", guide("notices"));
    assert.equal(asked.description, guide("notices.hint"), "the hint is read with the question");
    await listener.answer(guide("notices.many"), guide("added"));
    await listener.answer(guide("added.no"), guide("changed"));
    await listener.answer(guide("changed.yes"), guide("old"));
    const old = await listener.find("radio", visa);
    assert.match(
      old.description,
      new RegExp(ui("status-declined")),
      "why it is this one is read with its name",
    );
    await listener.answer(visa, guide("new"));
    await listener.press("DisclosureTriangle", ui("unusable", { count: 4 }));
    const account = await listener.find("radio", clean(norwegian.bank("7947")));
    assert.equal(account.disabled, true);
    assert.match(account.description, /bankkonto kan ikke betale/, "what can't be chosen says why");
    await listener.answer(guide("new.add"), guide("add"));
    await listener.press("button", guide("add.action"));
    await comes(page, ui("problem"), "group");
    const missing = ui("verdict-card-number-empty");
    await listener.press("link", missing);
    const number = await comes(page, field("number"), "textbox");
    assert.equal(number.invalid, "true");
    assert.equal(number.description, `${ui("mistake")} ${missing}`, "the same words are read at the field");
    for (const [id, text] of Object.entries(newCard)) await listener.write(field(id), text);
    await listener.press("button", guide("add.action"));
    await comes(page, guide("review", { new: added, old: visa }));
    const words = (await spoken(page))
      .filter(({ role }) => role === "StaticText")
      .map(({ name }) => name)
      .join(" ");
    assert.ok(words.includes(ui("review-begun")), "it is norwegian that nothing else has happened yet");
    await listener.press("button", guide("review.action"));
    await comes(page, guide("replaced"));
    await listener.press("button", ui("undo"));
    await listener.press("button", ui("undo-now"));
    await comes(page, guide("replaced.undone"));
  },
);

scenario("with what a screen reader gives alone the details of a card are corrected", async ({ page }) => {
  const listener = new Listener(page);
  await listener.answer(guide("notices.many"), guide("added"));
  await listener.answer(guide("added.no"), guide("changed"));
  await listener.answer(guide("changed.no"), guide("card"));
  await listener.answer(visa, guide("details"));
  await listener.write(field("expiry"), "02/30");
  await listener.write(field("line1"), "Sagbruksveien 14");
  await listener.press("button", ui("continue"));
  await comes(page, guide("review-update", { method: visa }));
  await listener.press("button", `${ui("change")} ${guide("details")}`);
  await comes(page, guide("details"));
  await listener.write(field("line1"), "Sagbruksveien 15");
  await listener.press("button", ui("continue"));
  await comes(page, guide("review-update", { method: visa }));
  await listener.press("button", guide("review-update.action"));
  await comes(page, guide("updated"));
});
