// The window of a long list: which lines are in the page, as the box is scrolled and as it is searched.
import { test } from "node:test";
import assert from "node:assert/strict";
import { Clock } from "./clock.mjs";
import { load } from "./modules.mjs";

const { rows, searchField, windowOf } = await load("web/src/view/parts/virtual-list.ts");
const lineHeight = 56;

/** A list of so many items, as the core gives it: `fetch` answers with 50 at most, the view brings 20. */
function listOf(total) {
  const items = (from, count, of = total) =>
    Array.from({ length: Math.max(0, Math.min(count, of - from)) }, (_none, i) => ({
      id: `item-${from + i}`,
    }));
  const fetches = [];
  const clock = new Clock();
  const step = {
    state: {},
    draws: 0,
    status: "",
    remember: (change) => Object.assign(step.state, change),
    attempt: (job) => job(),
    set: ({ status }) => {
      step.draws++;
      if (status) step.status = status;
    },
    say: (id, args) => `${id} ${args ? Object.values(args) : ""}`,
    after: (_id, milliseconds, job) => {
      step.stopSearch?.();
      step.stopSearch = clock.after(milliseconds, job);
    },
    root: { getElementById: () => ({ scrollTo: () => {} }) },
  };
  const source = {
    id: "rows",
    first: { total, from: 0, items: items(0, 20) },
    fetch: (from, search) => {
      fetches.push({ from, search });
      const matching = search ? Math.floor(total / 10) : total;
      return { total: matching, from, items: items(from, 50, matching) };
    },
  };
  return { step, source, fetches, clock };
}

/** A value that a template puts where its text ends so: a listener, say. */
function placed(template, end) {
  if (!template?.strings) return undefined;
  for (const [i, value] of template.values.entries()) {
    if (template.strings[i].endsWith(end)) return value;
    const found = placed(value, end);
    if (found) return found;
  }
  return undefined;
}

function scrollTo(list, line, height = 400) {
  const listener = placed(
    rows(list.step, list.source, () => undefined),
    "@scroll=",
  );
  const box = {
    scrollTop: line * lineHeight,
    clientHeight: height,
    clientWidth: 300,
    querySelectorAll: () => [],
  };
  listener({ currentTarget: box });
}
const shown = ({ step, source }) => {
  const { from, items } = windowOf(step, source);
  return [from, from + items.length];
};

test("a list of up to 50 is whole, without a box of its own", () => {
  const list = listOf(50);
  assert.deepEqual(shown(list), [0, 50]);
  assert.equal(
    placed(
      rows(list.step, list.source, () => undefined),
      "@scroll=",
    ),
    undefined,
  );
});

test("a list that the view brought whole is not asked for again", () => {
  const list = listOf(12);
  assert.deepEqual(shown(list), [0, 12]);
  assert.deepEqual(list.fetches, []);
});

test("a longer list begins with its first 50", () => {
  const list = listOf(100_000);
  assert.deepEqual(shown(list), [0, 50]);
  assert.deepEqual(list.fetches, [{ from: 0, search: "" }]);
});

test("scrolling among the lines that are there asks for none", () => {
  const list = listOf(100_000);
  for (const line of [0, 5, 20, 35]) scrollTo(list, line);
  assert.deepEqual(shown(list), [0, 50]);
  assert.equal(list.step.draws, 0);
});

test("scrolling near the end of those that are there draws the next ones, with some before those in sight", () => {
  const list = listOf(100_000);
  scrollTo(list, 40);
  assert.deepEqual(shown(list), [28, 78]);
  assert.equal(list.step.draws, 1);
  scrollTo(list, 30);
  assert.deepEqual(shown(list), [18, 68], "and back");
});

test("wherever it is scrolled to, what is in sight is there, and never more than 50", () => {
  const list = listOf(100_000);
  for (const line of [99_990, 0, 51_234, 51_290, 51_150, 7, 99_000]) {
    scrollTo(list, line);
    const [from, end] = shown(list);
    assert.ok(from <= line && end >= Math.min(100_000, line + 8), `line ${line} in ${from} to ${end}`);
    assert.ok(end - from <= 50);
  }
});

test("the end of a list is shown whole", () => {
  const list = listOf(100_000);
  scrollTo(list, 99_999);
  assert.deepEqual(shown(list), [99_950, 100_000]);
});

test("a list of up to 10 can't be searched, a longer one can", () => {
  assert.equal(placed(searchField(listOf(10).step, listOf(10).source), "@input="), undefined);
  const list = listOf(11);
  assert.equal(typeof placed(searchField(list.step, list.source), "@input="), "function");
});

test("a search begins when no key came for a while, and says how many there are", async () => {
  const list = listOf(1000);
  const typed = placed(searchField(list.step, list.source), "@input=");
  shown(list);
  list.fetches.length = 0;
  for (const value of ["n", "ne", "net"]) {
    typed({ target: { value } });
    await list.clock.pass(100);
  }
  assert.deepEqual(list.fetches, []);
  await list.clock.pass(50);
  assert.deepEqual(list.fetches, [{ from: 0, search: "net" }]);
  assert.equal(list.step.status, "search-found 100");
});

test("scrolling in what was found stays in what was found", async () => {
  const list = listOf(10_000);
  placed(searchField(list.step, list.source), "@input=")({ target: { value: "net" } });
  await list.clock.pass(150);
  scrollTo(list, 500);
  assert.equal(list.fetches.at(-1).search, "net");
  assert.equal(windowOf(list.step, list.source).total, 1000);
});

test("two lists of one step have windows of their own", () => {
  const list = listOf(100_000);
  scrollTo(list, 5000);
  const other = { ...list.source, id: "changes" };
  assert.equal(windowOf(list.step, other).from, 0);
  assert.ok(windowOf(list.step, list.source).from > 4900);
});
