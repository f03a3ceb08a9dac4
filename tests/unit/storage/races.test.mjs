// Two tabs and a fault at once: acknowledged records stay, or their loss is reported. The simulator
// (tests/simulation) found each of these.
import { test } from "node:test";
import assert from "node:assert/strict";
import { bitOff, cutOff, Device, forgetJournals, join, session, settled, three } from "./device.mjs";
import { record } from "./records.mjs";
import { RowsBackend } from "./rows-backend.mjs";

/** A device whose primary has rows; a tab has stored two records of the session, and the account's first. */
async function withRecords() {
  const device = new Device();
  device.Primary = RowsBackend;
  const tab = device.tab();
  await tab.opens();
  await tab.adds("0", "account", "session");
  await tab.adds("1");
  return { device, tab };
}

/** A byte in the second record's payload. */
const secondRecord = 29 + 23;

/** Has a call of a place answer only once the result is called; of one journal, where a key is named. */
function held(place, call, key) {
  const inner = place[call].bind(place);
  /** @type {() => void} */
  let letGo = () => {};
  const gate = new Promise((resolve) => (letGo = () => resolve(undefined)));
  place[call] = async (what) => {
    const answer = call === "read" ? await inner(what) : undefined;
    if (!key || what === key) await gate;
    return answer ?? inner(what);
  };
  return letGo;
}

test("what another tab stores while this one reads is no loss", async () => {
  const { device, tab } = await three();
  const other = device.tab();
  const letGo = held(other.primary, "read", session);
  const opening = other.opens();
  await settled();
  assert.equal(await tab.adds("3"), "stored");
  letGo();
  assert.deepEqual((await opening).problems, []);
});

test("what another tab holds doesn't come back while everything is removed", async () => {
  const { device, tab } = await three();
  const other = device.tab();
  await other.opens();
  const letGo = held(tab.mirror, "remove");
  const forgetting = forgetJournals(tab.store);
  await settled();
  assert.equal(device.primary.size, 0, "one place is empty by now");
  assert.equal(await other.adds("3"), "conflict");
  letGo();
  assert.equal(await forgetting, undefined);
  await settled();
  assert.deepEqual([device.primary.size, device.mirror.size, device.notes.size], [0, 0, 0]);
  assert.deepEqual(await other.opens(), { account: [], session: [], problems: [] });
  assert.equal(await other.adds("a new beginning", "account", "session"), "stored");
  assert.deepEqual(device.in("primary"), ["a new beginning"]);
});

test("a record that another tab has stored behind a damaged one is not overwritten", async () => {
  const { device, tab } = await three();
  const other = device.tab();
  await other.opens();
  device.change("primary", session, bitOff(secondRecord));
  assert.equal(await other.adds("3"), "stored");
  assert.equal(await tab.adds("another 3"), "conflict");
  assert.deepEqual(await tab.opens(), { account: ["0"], session: ["0", "1", "2", "3"], problems: [] });
  assert.equal(await tab.adds("4"), "stored");
  assert.deepEqual(device.in("primary"), ["0", "1", "2", "3", "4"]);
});

test("a repair that meets a record of another tab is judged again, and what is lost is reported", async () => {
  const { device, tab } = await three();
  for (const place of ["primary", "mirror"]) device.change(place, session, bitOff(secondRecord));
  const other = device.tab();
  assert.deepEqual((await other.opens()).session, ["0"]);
  assert.equal(await tab.adds("3"), "stored");
  assert.equal(await other.adds("another 1"), "conflict");
  assert.deepEqual((await other.opens()).problems, ["journal-checksum"]);
  assert.equal(await other.adds("another 1"), "stored");
  assert.deepEqual(device.in("primary"), ["0", "another 1"]);
});

test("records that are in memory alone don't come into the mirror", async () => {
  const device = new Device();
  const tab = device.tab();
  await tab.opens();
  await tab.adds("0", "account", "session");
  const letGo = held(tab.mirror, "append");
  await tab.adds("1");
  tab.primary.faults = { append: "full" };
  await tab.adds("2", "account", "session");
  assert.equal(tab.store.inMemory, true);
  device.mirror.clear();
  letGo();
  await settled();
  assert.deepEqual(device.in("mirror"), ["0", "1"]);
});

test("another journal that has as many records is another's, and takes none of this tab's", async () => {
  const { device, tab } = await withRecords();
  for (const place of [device.primary, device.mirror, device.notes]) place.clear();
  const other = device.tab();
  await other.opens();
  await other.adds("a new beginning", "account", "session");
  await other.adds("goes on");
  assert.equal(await tab.adds("2"), "conflict");
  assert.deepEqual((await tab.opens()).session, ["a new beginning", "goes on"]);
});

test("a last record that is damaged under an open tab is made whole before the next one", async () => {
  const { device, tab } = await withRecords();
  const { rows } = device.primary.get(session);
  rows.set(1, bitOff(25)(rows.get(1)));
  assert.equal(await tab.adds("2"), "stored");
  device.mirror.clear();
  assert.deepEqual((await device.tab().opens()).session, ["0", "1", "2"]);
});

test("a repair that meets as many records as before, and others, is judged again", async () => {
  const { device } = await withRecords();
  const { rows } = device.primary.get(session);
  rows.set(1, bitOff(25)(rows.get(1)));
  device.mirror.clear();
  const tabs = [device.tab(), device.tab()];
  for (const each of tabs) assert.deepEqual((await each.opens()).problems, ["journal-checksum"]);
  assert.equal(await tabs[0].adds("1 again"), "stored");
  assert.equal(await tabs[1].adds("another 1"), "conflict");
  assert.deepEqual((await tabs[1].opens()).session, ["0", "1 again"]);
});

test("an emptied primary is not filled by a tab that lacks what another has stored", async () => {
  const { device, tab } = await three();
  const other = device.tab();
  await other.opens();
  await other.adds("3");
  device.primary.clear();
  assert.equal(await tab.adds("another 3"), "conflict");
  assert.deepEqual((await tab.opens()).session, ["0", "1", "2", "3"]);
});

test("a first answer doesn't take the place of records that are noted, and their loss is reported", async () => {
  const device = new Device();
  device.Primary = RowsBackend;
  const tabs = [device.tab({ later: false }), device.tab({ later: false })];
  for (const each of tabs) await each.opens({ fresh: true });
  assert.equal(await tabs[0].adds("0", "account", "session"), "stored");
  device.primary.clear();
  assert.equal(await tabs[1].adds("another 0", "account", "session"), "conflict");
  tabs[1].later();
  assert.deepEqual((await tabs[1].opens()).problems, ["journal-lost", "journal-lost"]);
});

test("a repair is judged again where another tab's record was acknowledged since", async () => {
  const { device, tab } = await three();
  /** @type {any} */
  const primary = tab.primary;
  const append = primary.append;
  /** @type {() => void} */
  let answers = () => {};
  const answer = new Promise((resolve) => (answers = () => resolve(undefined)));
  primary.append = async (additions) => {
    const stored = await append(additions);
    await answer;
    return stored;
  };
  const adding = tab.adds("3");
  await settled();
  device.primary.clear();
  const other = device.tab();
  assert.deepEqual((await other.opens()).session, ["0", "1", "2"]);
  answers();
  assert.equal(await adding, "stored");
  assert.equal(await other.adds("another 3"), "conflict");
  assert.deepEqual((await other.opens()).session, ["0", "1", "2", "3"]);
});

test("where the primary can't be read and nothing is noted, the mirror may lack something", async () => {
  const { device } = await three();
  device.change("mirror", session, cutOff(1));
  device.notes.clear();
  for (const code of ["unreadable", "refused"]) {
    const other = device.tab();
    other.primary.faults = { read: code };
    const { session: shown, problems } = await other.opens();
    assert.deepEqual(shown, ["0", "1"]);
    assert.deepEqual(problems, ["journal-unreadable", "journal-unreadable"]);
  }
});

/** Two records of the session are lost, the reader hears of it and goes on; the mirror has the old ones. */
async function another() {
  const { device, tab } = await withRecords();
  await tab.adds("2");
  const old = device.mirror.get(session);
  for (const sequence of [1, 2]) device.primary.get(session).rows.delete(sequence);
  device.mirror.set(session, cutOff(2)(old));
  const other = device.tab();
  assert.deepEqual((await other.opens()).problems, ["journal-lost"]);
  await other.adds("b");
  device.mirror.set(session, old);
  return { device, tab };
}

test("other records, and be they more, don't pass for those that were acknowledged", async () => {
  for (const [code, said] of [
    ["refused", "journal-lost"],
    ["late", "journal-unreadable"],
  ]) {
    const { device } = await another();
    const next = device.tab();
    next.primary.faults = { read: code };
    assert.deepEqual((await next.opens()).problems, [said]);
    assert.deepEqual((await device.tab().opens()).session, ["0", "b"]);
  }
});

test("a copy that has what was acknowledged counts before a longer one of before an end", async () => {
  const { device, tab } = await another();
  const sound = join(["0", "b"].map((text, i) => record(i, "session " + text)));
  const { rows } = device.primary.get(session);
  rows.set(1, bitOff(25)(rows.get(1)));
  device.mirror.set(session, sound);
  assert.deepEqual(await tab.opens(), { account: ["0"], session: ["0", "b"], problems: [] });
});

test("a tab that holds records of before an end doesn't repair the primary with them", async () => {
  const { device, tab } = await another();
  const { rows } = device.primary.get(session);
  rows.set(1, bitOff(25)(rows.get(1)));
  assert.equal(await tab.adds("3"), "conflict");
});

test("what was acknowledged and lost while another first answer was under way is reported", async () => {
  const device = new Device();
  device.Primary = RowsBackend;
  const tabs = [device.tab({ later: false }), device.tab({ later: false })];
  for (const each of tabs) await each.opens({ fresh: true });
  const letGo = held(tabs[1].primary, "append");
  const adding = tabs[1].adds("another 0", "account", "session");
  assert.equal(await tabs[0].adds("0", "account", "session"), "stored");
  device.primary.clear();
  letGo();
  assert.equal(await adding, "conflict");
  tabs[1].later();
  assert.deepEqual((await tabs[1].opens()).problems, ["journal-lost", "journal-lost"]);
});

test("a note of older builds has the number alone, and nothing is said to be lost for it", async () => {
  const { device } = await three();
  device.notes.set(session, "3");
  const tab = device.tab();
  assert.deepEqual((await tab.opens()).problems, []);
  assert.equal(await tab.adds("3"), "stored");
  device.notes.set(session, "5");
  assert.deepEqual((await device.tab().opens()).problems, ["journal-lost"]);
});

test("a mirror of another journal takes no records behind its own, though a write to it failed", async () => {
  const device = new Device();
  const other = device.tab({ later: false });
  await other.opens({ fresh: true });
  await other.adds("a", "account", "session");
  await other.adds("b");
  device.mirror.set(session, join(["x", "y"].map((text, i) => record(i, "session " + text))));
  other.mirror.faults = { append: "failed" };
  other.later();
  await settled();
  other.mirror.faults = {};
  assert.equal(await other.adds("c"), "stored");
  assert.deepEqual(device.in("mirror"), ["a", "b", "c"]);
});
