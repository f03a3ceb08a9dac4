// Storage that refused an answer for a moment is tried again: what went on in memory is stored then, and
// never over what another tab has stored meanwhile.
import { test } from "node:test";
import assert from "node:assert/strict";
import { account, cutOff, forgetJournals, session, settled, three } from "./device.mjs";

/** A tab whose primary refused the fourth record; `left` collects what it is told of its leaving memory. */
async function inMemory({ code = "failed", memory = new Map() } = {}) {
  const { device, tab } = await three({ memory });
  tab.left = [];
  tab.store.left = (left) => tab.left.push(left);
  tab.primary.faults = { append: code, replace: code, read: code };
  assert.equal(await tab.adds("3", "account", "session"), "stored");
  assert.deepEqual([tab.store.inMemory, tab.left], [true, []]);
  return { device, tab, memory };
}

for (const code of ["refused", "full", "late", "unreadable", "closed", "failed"])
  test(`where the primary was ${code} for a moment, the next answer has all of it stored`, async () => {
    const { device, tab, memory } = await inMemory({ code });
    tab.primary.faults = {};
    assert.equal(await tab.adds("4"), "stored");
    await settled();
    assert.deepEqual([tab.store.inMemory, tab.left, memory.size], [false, ["stored"], 0]);
    assert.deepEqual(device.in("primary"), ["0", "1", "2", "3", "4"]);
    assert.deepEqual(device.in("primary", account), ["0", "3"]);
    assert.equal(await tab.adds("5", "account", "session"), "stored");
    assert.deepEqual(device.mirror, device.primary);
    const next = await device.tab().opens();
    assert.deepEqual(next, {
      account: ["0", "3", "5"],
      session: ["0", "1", "2", "3", "4", "5"],
      problems: [],
    });
  });

test("a place that goes on refusing is tried ever more rarely", async () => {
  const { tab } = await inMemory();
  const tried = [];
  for (let answer = 1; answer <= 140; answer++) {
    const { read } = tab.primary;
    tab.primary.read = (key) => {
      if (tried.at(-1) !== answer) tried.push(answer);
      return read(key);
    };
    await tab.adds(String(answer));
    tab.primary.read = read;
  }
  assert.deepEqual(tried, [1, 2, 4, 8, 16, 32, 64]);
});

test("what another tab has stored meanwhile stays, and what was in memory gives way", async () => {
  const { device, tab } = await inMemory();
  const other = device.tab();
  await other.opens();
  assert.equal(await other.adds("3 of the other", "account", "session"), "stored");
  tab.primary.faults = {};
  await tab.adds("4");
  await settled();
  assert.deepEqual([tab.store.inMemory, tab.left], [false, ["gone"]]);
  assert.deepEqual(device.in("primary"), ["0", "1", "2", "3 of the other"]);
  assert.equal(await tab.adds("5"), "conflict", "nothing goes behind it before it is read");
  assert.deepEqual((await tab.opens()).session, ["0", "1", "2", "3 of the other"]);
  assert.deepEqual(device.in("primary", account), ["0", "3 of the other"]);
  assert.equal(await tab.adds("5"), "stored");
});

test("a journal that was shorter in memory than what is acknowledged gives way to it", async () => {
  const { device } = await three();
  device.change("mirror", session, cutOff(2));
  const next = device.tab();
  next.primary.faults = { read: "unreadable", append: "unreadable", replace: "unreadable" };
  await next.opens();
  await next.adds("1 again");
  assert.equal(next.store.inMemory, true);
  next.primary.faults = {};
  await next.adds("2 again");
  await settled();
  assert.equal(next.store.inMemory, false);
  assert.deepEqual(device.in("primary"), ["0", "1", "2"]);
  assert.deepEqual(await next.opens(), { account: ["0"], session: ["0", "1", "2"], problems: [] });
});

test("the mirror alone may have the longer journal: nothing is stored in its place", async () => {
  const { device, tab } = await inMemory();
  const other = device.tab();
  await other.opens();
  await other.adds("3 of the other");
  device.primary.clear();
  device.notes.clear();
  tab.primary.faults = {};
  await tab.adds("4");
  await settled();
  assert.deepEqual(device.primary.size, 0);
  assert.deepEqual((await tab.opens()).session, ["0", "1", "2", "3 of the other"]);
});

test("an answer that was stored though it came late is stored once", async () => {
  const { device, tab } = await three();
  const { append } = tab.primary;
  tab.primary.append = async (additions) => {
    await append(additions);
    return { problem: { code: "late", where: "primary" } };
  };
  await tab.adds("3");
  assert.equal(tab.store.inMemory, true);
  tab.primary.append = append;
  await tab.adds("4");
  await settled();
  assert.equal(tab.store.inMemory, false);
  assert.deepEqual(device.in("primary"), ["0", "1", "2", "3", "4"]);
});

test("another widget of the page, in the same memory, leaves it too", async () => {
  const { device, tab, memory } = await inMemory();
  const second = device.tab({ memory });
  second.left = [];
  second.store.left = (left) => second.left.push(left);
  await second.opens();
  assert.equal(second.store.inMemory, true);
  tab.primary.faults = {};
  await tab.adds("4");
  await settled();
  assert.equal(second.changed > 0, true, "it hears of it");
  assert.deepEqual((await second.opens()).session, ["0", "1", "2", "3", "4"]);
  assert.deepEqual([second.store.inMemory, second.left], [false, ["stored"]]);
  assert.equal(await second.adds("5"), "stored");
  assert.deepEqual(device.in("primary"), ["0", "1", "2", "3", "4", "5"]);
});

for (const [journals, outcome] of [
  [["session"], "replaced"],
  [["account", "session"], "gone"],
])
  test(`another widget of the page, in the same memory, hears that it gave way, ${outcome}`, async () => {
    const { device, tab, memory } = await inMemory();
    // Without a change in memory, the account has nothing to lose.
    if (outcome === "replaced") memory.delete(account);
    const second = device.tab({ memory });
    second.left = [];
    second.store.left = (left) => second.left.push(left);
    await second.opens();
    assert.equal(second.store.inMemory, true);
    const other = device.tab();
    await other.opens();
    assert.equal(await other.adds("3 of the other", ...journals), "stored");
    tab.primary.faults = {};
    await tab.adds("4");
    await settled();
    const { session: shown } = await second.opens();
    assert.deepEqual(shown, ["0", "1", "2", "3 of the other"]);
    assert.deepEqual([second.store.inMemory, second.left], [false, [outcome]]);
    assert.equal(await second.adds("5"), "stored");
    assert.deepEqual(device.in("primary"), ["0", "1", "2", "3 of the other", "5"]);
  });

test("what everything was removed of, before its turn came, is not told as stored", async () => {
  const { device } = await three();
  let wait = Promise.resolve();
  const tab = device.tab({ turn: (work) => wait.then(work) });
  await tab.opens();
  tab.left = [];
  tab.store.left = (left) => tab.left.push(left);
  tab.primary.faults = { append: "failed" };
  await tab.adds("3");
  tab.primary.faults = {};
  let go = () => {};
  wait = new Promise((resolve) => (go = () => resolve(undefined)));
  await tab.adds("4");
  await forgetJournals(device.tab().store);
  await settled();
  go();
  await settled();
  assert.deepEqual([tab.store.inMemory, tab.left], [false, []]);
  assert.deepEqual(await device.tab().opens(), { account: [], session: [], problems: [] });
});
