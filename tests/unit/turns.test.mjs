// Tabs take turns: an act is decided over what another tab has stored, where it still means the same there.
import { test } from "node:test";
import assert from "node:assert/strict";
import { load } from "./modules.mjs";

const { inTurn, isLate } = await load("web/src/session/turns.ts");

const view = (change = {}, digests = "a") => ({
  node: "review",
  state: "open",
  offers: { confirm: {}, back: {} },
  digests: { session: digests, account: digests },
  ...change,
});

/**
 * A session that has the turn. `found` are the records of account and session that another tab has stored
 * since, undefined where they can't be read; `now` is the view over them.
 */
function tabWith({ found = [0, 0], now = view(), before = view(), inMemory = false, core = [3, 5] } = {}) {
  const held = ["account", "session"].map((journal, i) => ({ journal, end: { records: [3, 5][i] } }));
  const run = { order: [], opened: [], notices: [], rechecked: 0 };
  const next = ({ journal }) => {
    const added = found[journal === "account" ? 0 : 1];
    if (added === undefined) return undefined;
    held.find((it) => it.journal === journal).end.records += added;
    return new Uint8Array(added);
  };
  const store = {
    held,
    inMemory,
    next: (work) => work(),
    appendInTurn: async () => (run.order.push("appended"), "stored"),
    recovering: Promise.resolve({
      next: async (it) => next(it),
      turn: async (work) => {
        run.order.push("locked");
        const done = await work();
        run.order.push("given back");
        return done;
      },
    }),
  };
  const session = {
    _view: before,
    _heard: true,
    _today: "2026-11-23",
    _journals: { store },
    core: {
      view: () => now,
      load(journal, bytes) {
        const i = journal === "account" ? 0 : 1;
        core[i] += bytes.length;
        return { records: core[i] };
      },
    },
    _options: {
      store,
      observer: { notice: (id) => run.notices.push(id) },
      registry: { session: { effects: { recheck: () => run.rechecked++ } } },
    },
    _open: async (follows) => void run.opened.push(follows ? "followed" : "whole"),
  };
  return { session, run };
}

const decide = async (append) => ({ view: view(), stored: await append([]) });
const act = async (options, happened) => {
  const { session, run } = tabWith(options);
  const decided = await inTurn(session, { node: "review", ...happened }, decide);
  return { ...run, decided: !!decided };
};
const confirm = { kind: "confirm" };
const answer = { kind: "answer" };

test("an act is decided and stored before another tab can store", async () => {
  const { order, decided, opened, rechecked } = await act({}, confirm);
  assert.deepEqual([order, decided, opened], [["locked", "appended", "given back"], true, []]);
  assert.equal(rechecked, 0, "nothing is new");
});

test("an answer is taken over an account that another tab has changed: the core looks at it again", async () => {
  const now = view({ list: "another" }, "b");
  const { decided, notices, rechecked } = await act({ found: [1, 0], now }, answer);
  assert.deepEqual([decided, notices, rechecked], [true, [], 1]);
});

test("a change is carried out only as it is shown", async () => {
  assert.equal((await act({ found: [1, 0], now: view({}, "b") }, confirm)).decided, true);
  const { order, decided, opened, notices } = await act(
    { found: [1, 0], now: view({ changes: 4 }, "b") },
    confirm,
  );
  assert.deepEqual([order, decided, opened], [["locked", "given back"], false, ["followed"]]);
  assert.deepEqual(notices, ["notice-elsewhere"]);
});

test("an answer at a node that another tab has left comes to nothing, and the reader is told", async () => {
  const { decided, opened, notices } = await act({ found: [0, 2], now: view({ node: "old" }, "b") }, answer);
  assert.deepEqual([decided, opened, notices], [false, ["followed"], ["notice-elsewhere"]]);
});

test("an answer of the adapter is asked for again where another tab has stored something", async () => {
  assert.equal((await act({}, { kind: "committed" })).decided, true);
  assert.equal((await act({ found: [0, 1] }, { kind: "committed" })).decided, false);
});

test("what only a whole opening says again is opened whole", async () => {
  const changed = { kind: "account-changed", node: "" };
  assert.deepEqual((await act({ found: [0, 1] }, changed)).opened, ["whole"]);
});

test("where nothing can be read, the act is decided over what is held, and storing finds the rest", async () => {
  assert.equal((await act({ found: [0, undefined] }, confirm)).decided, true);
});

test("a core that has other records than are held is opened again", async () => {
  // Everything was removed, and this tab holds nothing any more.
  const { decided, opened } = await act({ found: [0, undefined], core: [3, 7] }, confirm);
  assert.deepEqual([decided, opened], [false, ["whole"]]);
  // The session was read, and the account can't be.
  assert.deepEqual((await act({ found: [undefined, 1] }, confirm)).opened, ["whole"]);
});

test("in memory nothing of another tab is looked for", async () => {
  const { decided, opened } = await act({ found: [undefined, undefined], inMemory: true }, confirm);
  assert.deepEqual([decided, opened], [true, []]);
});

test("an act that waited while another tab's view was shown counts where it means the same", () => {
  const before = view();
  const late = (now, kind) => isLate({ _view: now }, { kind }, before);
  assert.equal(late(before, "undo"), false);
  assert.equal(late(view({}, "b"), "confirm"), false);
  assert.equal(late(view({ changes: 4 }), "confirm"), true);
  assert.equal(late(view({ offers: { confirm: {} } }), "back"), true);
  assert.equal(late(view({ changes: 4 }), "back"), false);
});
