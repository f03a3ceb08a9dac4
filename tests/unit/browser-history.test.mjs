// The browser's Back and Forward: an entry for each step, which leaves the page's own data in it.
import { beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import { Clock } from "./clock.mjs";
import { load } from "./modules.mjs";

const { BrowserHistory } = await load("web/src/view/browser-history.ts");

/** A window's history: entries, and the one that is shown. */
class FakeWindow {
  entries = [{ state: null }];
  at = 0;
  listeners = new Set();
  refuses = false;
  frozen = false;
  addresses = [];

  addEventListener(_type, listener) {
    this.listeners.add(listener);
  }
  removeEventListener(_type, listener) {
    this.listeners.delete(listener);
  }
  get history() {
    const write = (state, address, how) => {
      if (this.refuses) throw new DOMException("too many", "SecurityError");
      this.addresses.push(address);
      how(structuredClone(state));
    };
    return {
      state: this.entries[this.at].state,
      pushState: (state, _title, address) =>
        write(state, address, (copy) => {
          this.entries.splice(++this.at, Infinity, { state: copy });
        }),
      replaceState: (state, _title, address) =>
        write(state, address, (copy) => {
          this.entries[this.at] = { state: copy };
        }),
      back: () => {
        if (!this.frozen) this.go(-1);
      },
    };
  }
  go(by) {
    this.at += by;
    for (const listener of this.listeners) listener({ state: this.entries[this.at].state });
  }
}

let window, clock, travels, history;
beforeEach(() => {
  window = new FakeWindow();
  clock = new Clock();
  travels = [];
  history = open("guide");
});
function open(key) {
  return new BrowserHistory(window, key, clock.after, (entry, by) => travels.push([entry.node, by]));
}

test("a step forward adds one entry, and changes no address", () => {
  history.forward("notices", "added");
  history.forward("added", "changed");
  assert.equal(window.entries.length, 3);
  assert.ok(window.addresses.every((address) => address === undefined));
});

test("the browser's Back and Forward lead to the node of the entry, by so many steps", () => {
  history.forward("notices", "added");
  history.forward("added", "changed");
  window.go(-1);
  window.go(-1);
  window.go(2);
  assert.deepEqual(travels, [
    ["added", -1],
    ["notices", -1],
    ["changed", 2],
  ]);
});

test("what the page has in its entries stays", () => {
  window.entries[0].state = { page: "article", scroll: 7 };
  history.forward("notices", "added");
  assert.deepEqual(
    window.entries.map(({ state }) => [state.page, state.scroll]),
    [
      ["article", 7],
      ["article", 7],
    ],
  );
});

test("a page whose entries hold no plain object keeps them untouched", () => {
  window.entries[0].state = [1, 2];
  history.forward("notices", "added");
  assert.deepEqual(window.entries, [{ state: [1, 2] }]);
});

test("two widgets of one page don't take each other's entries", () => {
  const other = open("another guide");
  history.forward("notices", "added");
  other.forward("first", "second");
  window.go(-1);
  assert.deepEqual(travels, [["first", -1]]);
});

test("after a reload, an entry still says how deep it is", () => {
  history.forward("notices", "added");
  history.stop();
  open("guide");
  window.go(-1);
  assert.deepEqual(travels, [["notices", -1]]);
});

test("Back in the widget goes back in the browser", async () => {
  let direct = 0;
  history.forward("notices", "added");
  history.back(() => direct++);
  await clock.pass(1000);
  assert.deepEqual([travels, direct], [[["notices", -1]], 0]);
});

test("Back at the first step goes back in the widget alone", () => {
  let direct = 0;
  history.back(() => direct++);
  assert.deepEqual([window.at, direct], [0, 1]);
});

test("where the browser's Back leads elsewhere, the widget goes back by itself after half a second", async () => {
  let direct = 0;
  window.frozen = true;
  history.forward("notices", "added");
  history.back(() => direct++);
  await clock.pass(499);
  assert.equal(direct, 0);
  await clock.pass(1);
  assert.equal(direct, 1);
});

test("an entry names another node once another one is shown there", () => {
  history.forward("notices", "add");
  history.settle("review");
  window.go(-1);
  window.go(1);
  assert.deepEqual(travels.at(-1), ["review", 1]);
});

test("nothing is settled in an entry that isn't ours", () => {
  history.settle("review");
  assert.deepEqual(window.entries, [{ state: null }]);
});

test("a browser that takes no more entries stops nothing", () => {
  let direct = 0;
  window.refuses = true;
  history.forward("notices", "added");
  assert.deepEqual(window.entries, [{ state: null }]);
  history.back(() => direct++);
  assert.equal(direct, 1);
});

test("a widget that has stopped hears nothing", () => {
  history.forward("notices", "added");
  history.stop();
  window.go(-1);
  assert.deepEqual(travels, []);
  assert.equal(window.listeners.size, 0);
});
