// Rules for questions that people can answer, and complaints of users of other widgets. The tables of
// README.md say which test proves which rule.
import { test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asking, command, newCard, policy, root, scenario, words } from "../browser/harness.mjs";
import { all } from "./accessibility-tree.mjs";
import { norwegian, measuredStops, timeout } from "./measured-stops.mjs";

const { ui, guide, card } = norwegian;
const clean = (text) =>
  text
    .replace(/[\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim();
// The article fills the rest of the widget at the first step, and is not part of the step.
const step = ({ tree }) => tree.children.flatMap((node) => (node.name === ui("article") ? [] : all(node)));
const find = (stop, role) => step(stop).filter((node) => node.role === role);
const text = (stop) =>
  clean(
    step(stop)
      .filter(({ role }) => role === "StaticText")
      .map(({ name }) => name)
      .join(" "),
  );

/** Tests a rule at every stop that `where` picks. */
function rule(name, where, check) {
  test(name, { timeout }, async () => {
    const stops = (await measuredStops()).filter(where);
    assert.ok(stops.length > 0, "no such step");
    for (const stop of stops) check(stop);
  });
}
const anywhere = () => true;

const titles = new Map();
rule(
  "one question a step: its legend or label is the heading, and no two steps share one",
  anywhere,
  (stop) => {
    const { name, node, view, structure } = stop;
    const headings = find(stop, "heading").filter(
      (node) => node.property.level === 2 && node.name !== ui("problem"),
    );
    assert.equal(headings.length, 1, name);
    assert.equal(structure.headings.includes(1), false, name);
    if (view.kind === "ask" || view.kind === "pick") {
      const groups = find(stop, "group").filter(({ name }) => name === headings[0].name);
      assert.equal(groups.length, 1, name);
      assert.ok(
        all(groups[0]).some(({ role }) => role === "radio"),
        `${name}: the answers stand in it`,
      );
      assert.equal(
        find(stop, "radio").length,
        all(groups[0]).filter(({ role }) => role === "radio").length,
        name,
      );
    }
    for (const [title, other] of titles)
      if (title === headings[0].name) assert.equal(other, node, `${name}: "${title}"`);
    titles.set(headings[0].name, node);
  },
);

rule(
  "only what the fix needs is asked, and every question says why",
  ({ state, view }) => state === "open" && ["ask", "pick", "fill"].includes(view.kind),
  ({ name, node, view }) =>
    assert.ok(norwegian.bundles[0].getMessage(node).attributes.hint || view.show.length, name),
);

rule(
  "nothing is asked twice: what was added is chosen, and what the account knows is filled in",
  ({ node, state }) => state === "open" && ["review", "details", "new-one"].includes(node),
  (stop) => {
    if (stop.node === "review")
      assert.ok(
        text(stop).includes(clean(card("mastercard", "4444"))),
        "the card that was just added is the one that takes over",
      );
    if (stop.node === "details")
      for (const { id, required, value } of stop.view.form.fields) assert.ok(!required || value, id);
    if (stop.node === "new-one")
      assert.equal(
        find(stop, "radio").filter(({ property }) => property.checked === "true").length,
        1,
        "the new one is suggested",
      );
  },
);

rule(
  "Back stands at the top of every step, but for the first and those that can't be left",
  anywhere,
  (stop) => {
    const first = stop.listed.find(
      ({ role }) => role === "button" || role === "link" || role === "radio" || role === "textbox",
    );
    const none =
      ["notices", "paid"].includes(stop.node) ||
      ["pending", "at the bank"].includes(stop.state) ||
      (stop.node === "review" && ["done", "undone"].includes(stop.state));
    assert.equal(first.name === ui("back"), !none, `${stop.name}: first is ${first.name}`);
  },
);

rule(
  "the button says Continue; the last one names the action",
  ({ view, state }) => view.kind !== "outcome" && !["pending", "at the bank"].includes(state),
  (stop) => {
    const { view, node, name } = stop;
    const names = find(stop, "button").map(({ name }) => name);
    const action = view.offers.confirm && norwegian.bundles[0].getMessage(node).attributes.action;
    const wanted =
      view.kind === "by-hand" ? ui("by-hand-done") : action ? guide(`${node}.action`) : ui("continue");
    assert.equal(names.filter((name) => name === wanted).length, 1, `${name}: ${names.join(", ")}`);
    if (action) assert.ok(!names.includes(ui("continue")), name);
  },
);

rule("optional fields say so, and nothing is marked with an asterisk", anywhere, (stop) => {
  assert.doesNotMatch(text(stop), /\*/, stop.name);
  for (const { id, required } of stop.view.form?.fields ?? []) {
    if (required) continue;
    assert.ok(
      find(stop, "textbox").some(({ name }) => name === `${ui("field-" + id)} ${ui("optional")}`),
      `${stop.name}: ${id}`,
    );
  }
});

for (const locale of readdirSync(join(root, "i18n/ui")).map((name) => name.replace(".ftl", ""))) {
  test(`hints are one short sentence: ${locale}`, () => {
    const { bundles } = words(locale);
    let hints = 0;
    for (const bundle of bundles) {
      for (const { id, attributes } of bundle._messages.values()) {
        if (!attributes.hint) continue;
        hints++;
        const hint = clean(
          bundle.formatPattern(
            attributes.hint,
            { count: 2, new: "Visa", old: "Visa", method: "Visa", item: "Visa" },
            [],
          ),
        );
        assert.ok(hint.length <= 120, `${id}: ${hint}`);
        assert.doesNotMatch(hint, /[.!?。؟]["»”]?\s*\S/, `${id}: ${hint}`);
      }
    }
    assert.ok(hints > 15);
  });
}

rule(
  "on any error a focused summary at the top, outside of live regions, links to each field",
  ({ state }) => state === "mistakes" || state === "refused",
  (stop) => {
    const [summary] = find(stop, "group").filter(({ name }) => name === ui("problem"));
    assert.ok(summary.property.focused, stop.name);
    assert.ok(all(summary).some(({ role, name }) => role === "heading" && name === ui("problem")));
    assert.ok(
      find(stop, "status").every((node) => !all(node).includes(summary)),
      "it is read once, as the focus comes",
    );
    assert.equal(find(stop, "alert").length, 0);
    const lines = all(summary).filter(({ role }) => role === "listitem").length;
    assert.ok(lines >= 1);
    if (stop.state === "mistakes")
      assert.equal(
        stop.structure.mistakes.filter(({ alive, text, there }) => alive && there.endsWith(text)).length,
        lines,
        stop.name,
      );
  },
);

rule("there is no progress bar, and no number of steps where the way can be longer", anywhere, (stop) => {
  assert.equal(find(stop, "progressbar").length + find(stop, "meter").length, 0);
  assert.doesNotMatch(
    text(stop),
    new RegExp(clean(ui("step-of", { step: 7, total: 7 })).replaceAll("7", "\\d+")),
    stop.name,
  );
});

rule(
  "before a change all answers are shown, each with Change, and that nothing has happened yet",
  ({ view, state }) => view.kind === "review" && state === "open",
  (stop) => {
    const buttons = find(stop, "button").map(({ name }) => name);
    const terms = find(stop, "term").map((term) =>
      clean(
        all(term)
          .filter(({ role }) => role === "StaticText")
          .map(({ name }) => name)
          .join(" "),
      ),
    );
    const { rows } = stop.view.review;
    const parts = rows.filter(({ item, fields }) => item || fields);
    assert.equal(terms.length, parts.length);
    assert.equal(text(stop).includes(ui("other-answers")), rows.length > parts.length);
    for (const term of terms) assert.ok(buttons.includes(`${ui("change")} ${term}`), `${stop.name}: ${term}`);
    assert.ok(text(stop).includes(ui(stop.view.review.begun ? "review-begun" : "review-yet")), stop.name);
  },
);

scenario("Change that opens new questions asks those first, and then comes back", async (reader) => {
  await reader.toReview();
  await reader.changeAnswer("notices");
  await reader.answer("notices", "unsure");
  await reader.page.waitForFunction(() => document.querySelector("stegvis-guide").view.node === "count");
  await reader.role("radio", guide("count.many"), { exact: true }).check();
  await reader.go();
  await reader.seesReview();
});

scenario("answers that an earlier change made stale are dropped", async (reader) => {
  const debit = reader.card("visa", "5556");
  await reader.toOld();
  await reader.pick("old", debit);
  await reader.pick("new", reader.bank("7947"));
  await reader.sees("review", { new: reader.bank("7947"), old: debit });
  // A bank account can't pay for these subscriptions, so the new method is asked for again.
  await reader.press(`${ui("change")} ${guide("old")}`);
  await reader.pick("old", reader.visa);
  await reader.sees("new");
  assert.equal(await reader.role("radio", undefined, { checked: true }).count(), 0);
  await reader.pick("new", debit);
  await reader.seesReview(debit);
  // A method can't be replaced by itself, so the new method is asked for again.
  await reader.press(`${ui("change")} ${guide("old")}`);
  await reader.pick("old", debit);
  await reader.sees("new");
  await reader.back();
  await reader.pick("old", reader.visa);
  await reader.pick("new", debit);
  await reader.seesReview(debit);
  // The other answer leads to another review, and drops the answers of the first path.
  await reader.changeAnswer("changed");
  await reader.changedToDetails();
  await reader.toUpdate();
  await reader.changeAnswer("changed");
  await reader.answer("changed", "yes");
  await reader.sees("old");
  await reader.pick("old", reader.visa);
  await reader.sees("new");
  assert.equal(await reader.role("radio", undefined, { checked: true }).count(), 0);
});

rule(
  "after a change: what was done, what comes next, undo, a summary, and whether it helped",
  ({ view, state }) => view.outcome === "fixed" && state === "open",
  (stop) => {
    const names = all(stop.tree).map(({ name }) => name);
    const body = text(stop);
    assert.match(body, /betaler nå for|er lagret/, `${stop.name}: what was done`);
    assert.match(
      body,
      /prøver vi trekket igjen automatisk, senest fire uker etter faktureringsdatoen|er ikke betalt ennå\. .* Betal /,
      `${stop.name}: what comes next`,
    );
    for (const id of ["undo", "summary", "helped", "yes", "no"])
      assert.ok(names.includes(ui(id)), `${stop.name}: ${id}`);
  },
);

rule(
  "under the strict policy nothing is evaluated, and no style stands inline",
  anywhere,
  ({ name, structure }) => {
    // A scenario fails on any message of the console, and a violated policy is one.
    assert.match(policy, /script-src 'self' 'wasm-unsafe-eval';/);
    assert.match(policy, /style-src 'self';/);
    assert.deepEqual(structure.inline, [], name);
  },
);

scenario(
  "Trusted Types are enforced, and one policy is all that is made",
  { csp: policy + "; trusted-types lit-html" },
  async (reader) => {
    await reader.toReview();
    await reader.replace();
    await reader.sees("replaced");
  },
);

scenario("of all languages only the reader's is fetched, to the end", { bare: true }, async ({ open }) => {
  const fetched = [];
  const reader = await open("", (page) =>
    page.on("request", (request) => fetched.push(new URL(request.url()).pathname)),
  );
  await reader.toOld();
  await reader.pick("old", reader.visa);
  await reader.sees("new");
  await reader.role("radio", guide("new.add")).check();
  await reader.go();
  await reader.fill(newCard);
  await reader.press(guide("add.action"));
  await reader.seesReview(reader.added);
  const words = fetched.filter((path) => /\.ftl$|\.json$/.test(path));
  assert.ok(words.length >= 4);
  assert.deepEqual(
    words.filter((path) => !path.includes("nb-NO")),
    [],
  );
});

/** The guide after its writer has replaced the question `changed` by another one. */
function newer() {
  const folder = mkdtempSync(join(tmpdir(), "stegvis-"));
  try {
    cpSync(join(root, "i18n/payment-declined"), folder, { recursive: true });
    const edit = (name, ...changes) =>
      writeFileSync(
        join(folder, name),
        changes.reduce(
          (text, [from, to]) => {
            assert.ok(from.test(text), `${name}: ${from}`);
            return text.replace(from, to);
          },
          readFileSync(join(folder, name), "utf8"),
        ),
      );
    edit(
      "playbook.json",
      [/"no": "changed"/, '"no": "renewed"'],
      [/"changed": \{\s*"ask"/, '"renewed": { "ask"'],
    );
    for (const locale of ["nb-NO", "en-US"])
      edit(`${locale}.ftl`, [/^changed = .*$/m, "renewed = Er kortet fornyet?"]);
    execFileSync(
      command,
      [
        "compile",
        join(folder, "nb-NO.md"),
        "--playbook",
        join(folder, "playbook.json"),
        "-o",
        join(folder, "guide.json"),
      ],
      { stdio: "pipe" },
    );
    return asking(readFileSync(join(folder, "guide.json"), "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

scenario(
  "a session that was saved goes on in a newer guide, at the last step that stands, and says so",
  async (reader) => {
    const { page } = reader;
    await reader.answer("notices", "many");
    await reader.answer("added", "no");
    await reader.sees("changed");
    await reader.journal();
    await page.route("**/payment-declined.nb-NO.json", (route) =>
      route.fulfill({ body: newer(), contentType: "application/json" }),
    );
    await page.reload();
    await reader.sees("added");
    await reader.element.getByText(ui("notice-moved")).waitFor();
    assert.equal(await reader.row(guide("added.no")).isChecked(), true, "what was answered there stands");
    await reader.go();
    await reader.role("heading", "Er kortet fornyet?").waitFor();
    assert.equal(await reader.element.getByText(ui("notice-moved")).count(), 0, "it is told once");
  },
);

scenario(
  "a database handle that has died is opened again, and nothing is lost",
  { bare: true },
  async ({ open }) => {
    const reader = await open("", (page) =>
      page.addInitScript(() => {
        const { transaction } = IDBDatabase.prototype;
        IDBDatabase.prototype.transaction = function (...args) {
          if (this === window.dead)
            throw new DOMException("The database connection is closing.", "InvalidStateError");
          window.handle = this;
          return transaction.apply(this, args);
        };
      }),
    );
    await reader.answer("notices", "many");
    await reader.sees("added");
    await reader.page.evaluate(() => {
      window.dead = window.handle;
    });
    await reader.answer("added", "no");
    await reader.sees("changed");
    assert.equal(await reader.page.evaluate(() => window.handle !== window.dead), true);
    assert.equal(await reader.element.getByText(ui("notice-memory")).count(), 0);
    await reader.journal();
    await reader.page.reload();
    await reader.sees("changed");
  },
);
