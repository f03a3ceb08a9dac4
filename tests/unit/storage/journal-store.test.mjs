// The journal store over memory backends: what a tab stores is there, whatever a place does.
import { test } from "node:test";
import assert from "node:assert/strict";
import {
  account,
  bitOff,
  cutOff,
  Device,
  Faulty,
  join,
  MemoryBackend,
  Mirror,
  nextRecords,
  replaceJournals,
  session,
  settled,
  texts,
  three,
} from "./device.mjs";
import { record } from "./records.mjs";

test("nothing is stored before the first append", async () => {
  const device = new Device();
  const tab = device.tab();
  assert.deepEqual(await tab.opens(), { account: [], session: [], problems: [] });
  assert.equal(await tab.store.append([]), "stored");
  assert.deepEqual([device.primary.size, device.mirror.size, device.notes.size], [0, 0, 0]);
});

test("what is appended is in the primary and the mirror, and how much that is is noted", async () => {
  const { device } = await three();
  assert.deepEqual(device.in("primary"), ["0", "1", "2"]);
  assert.deepEqual(device.mirror, device.primary);
  assert.deepEqual(
    [...device.notes].map(([key, note]) => [key, parseInt(note)]),
    [
      [account, 1],
      [session, 3],
    ],
  );
  assert.deepEqual(await device.tab().opens(), { account: ["0"], session: ["0", "1", "2"], problems: [] });
});

test("records that wait for the mirror are written by one call", async () => {
  const { device, tab } = await three({ later: true });
  const sizes = [];
  const { append } = tab.mirror;
  /** @type {() => void} */
  let letGo = () => {};
  const gate = new Promise((resolve) => (letGo = () => resolve(undefined)));
  tab.mirror.append = async (additions) => {
    sizes.push(additions.map(({ records }) => records.length).join());
    await gate;
    return append(additions);
  };
  for (const text of ["3", "4", "5"]) await tab.adds(text);
  letGo();
  await tab.store.following;
  assert.deepEqual(sizes, ["1", "2"]);
  assert.deepEqual(device.mirror, device.primary);
});

test("the mirror follows once the later scripts are there, in the order of the primary", async () => {
  const { device, tab } = await three({ later: false });
  assert.equal(device.mirror.size, 0);
  tab.later();
  await settled();
  assert.deepEqual(device.mirror, device.primary);
});

test("what another tab has stored first is a conflict, and nothing of the later one is stored", async () => {
  const { device, tab } = await three();
  const other = device.tab();
  await other.opens();
  assert.equal(await other.adds("3 of the other"), "stored");
  assert.equal(await tab.adds("3", "account", "session"), "conflict");
  assert.deepEqual(device.in("primary"), ["0", "1", "2", "3 of the other"]);
  assert.deepEqual(device.in("primary", account), ["0"]);
  assert.deepEqual((await tab.opens()).session, ["0", "1", "2", "3 of the other"]);
  assert.equal(await tab.adds("4"), "stored");
  assert.deepEqual(device.mirror, device.primary);
});

test("another tab is heard once until the journals are read again", async () => {
  const { device, tab } = await three();
  const other = device.tab();
  await other.opens();
  for (let i = 0; i < 5; i++) await other.adds(String(i));
  assert.equal(tab.changed, 1);
  await tab.opens();
  await other.adds("5");
  assert.equal(tab.changed, 2);
  other.heard(["session/b/g", "account/b"]);
  other.heard([null, 7, {}]);
  assert.equal(other.changed, 0, "what is of other journals is passed over");
});

for (const code of ["refused", "full", "failed", "closed", "unreadable", "late"]) {
  test(`where the primary is ${code}, a tab goes on in memory, and so does the next widget of the page`, async () => {
    const memory = new Map();
    const { device, tab } = await three({ memory });
    tab.primary.faults = { append: code, read: code };
    assert.equal(await tab.adds("3"), "stored");
    assert.equal(tab.store.inMemory, true);
    assert.deepEqual((await tab.opens()).session, ["0", "1", "2", "3"]);
    assert.equal(await tab.adds("4"), "stored");
    const next = device.tab({ memory });
    assert.deepEqual((await next.opens()).session, ["0", "1", "2", "3", "4"]);
    assert.deepEqual(device.in("primary"), ["0", "1", "2"], "what was stored before is as it was");
    assert.equal(parseInt(device.notes.get(session)), 3, "what is in memory alone is not noted as stored");
  });
}

test("a call that never answers ends at its deadline, and the tab goes on in memory", async () => {
  const device = new Device();
  const tab = device.tab({ deadline: 20 });
  await tab.opens();
  await tab.adds("0");
  tab.primary.faults = { append: "never", replace: "never", read: "never" };
  assert.equal(await tab.adds("1"), "stored");
  assert.equal(tab.store.inMemory, true);
});

test("a primary that can't be read is not empty: the shorter mirror deletes nothing", async () => {
  const { device } = await three();
  device.change("mirror", session, cutOff(2));
  const next = device.tab();
  next.primary.faults = { read: "unreadable" };
  assert.deepEqual(await next.opens(), { account: ["0"], session: ["0"], problems: ["journal-unreadable"] });
  assert.equal(await next.adds("1 again"), "stored");
  assert.equal(next.store.inMemory, true, "it goes on in memory");
  assert.deepEqual(device.in("primary"), ["0", "1", "2"]);
  assert.deepEqual(await device.tab().opens(), { account: ["0"], session: ["0", "1", "2"], problems: [] });
});

test("a primary that can be read again has the records that count, and the shorter mirror follows it", async () => {
  const { device } = await three();
  device.change("mirror", session, cutOff(2));
  const next = device.tab();
  next.primary.faults = { read: "unreadable" };
  await next.opens();
  next.primary.faults = {};
  assert.equal(await next.adds("1 again"), "conflict", "a sound record is there");
  assert.deepEqual(await next.opens(), { account: ["0"], session: ["0", "1", "2"], problems: [] });
  assert.equal(await next.adds("3"), "stored");
  assert.deepEqual(device.mirror, device.primary);
});

test("a primary that can't be read while the mirror has all is no loss, and nothing is reported", async () => {
  const { device } = await three();
  const next = device.tab();
  next.primary.faults = { read: "unreadable" };
  assert.deepEqual(await next.opens(), { account: ["0"], session: ["0", "1", "2"], problems: [] });
  assert.equal(await next.adds("3"), "stored");
  assert.deepEqual(device.in("primary"), ["0", "1", "2", "3"]);
});

test("a mirror that can't be read, where the primary has lost records, is not written over", async () => {
  const { device } = await three();
  device.change("primary", session, cutOff(1));
  const next = device.tab();
  next.mirror.faults = { read: "unreadable" };
  const found = await next.opens();
  assert.deepEqual(found.session, ["0", "1"]);
  assert.deepEqual(found.problems, ["journal-unreadable"]);
  assert.equal(await next.adds("2 again"), "stored");
  assert.deepEqual(device.in("mirror"), ["0", "1", "2"]);
});

for (const later of [true, false]) {
  test(`storage that was cleared under an open tab is written whole again, ${later ? "" : "not "}with the later scripts`, async () => {
    const { device, tab } = await three({ later });
    for (const place of [device.primary, device.mirror, device.notes]) place.clear();
    const answer = await tab.adds("3");
    if (later) assert.equal(answer, "stored");
    else {
      assert.equal(answer, "conflict", "it is not reported as done");
      tab.later();
      assert.deepEqual((await tab.opens()).session, ["0", "1", "2"]);
      assert.equal(await tab.adds("3"), "stored");
    }
    await tab.adds("4", "account");
    const next = await device.tab().opens();
    assert.deepEqual(next, { account: ["0", "4"], session: ["0", "1", "2", "3"], problems: [] });
    assert.deepEqual(device.mirror, device.primary);
  });
}

test("where another tab began again after storage was cleared, that is what counts", async () => {
  const { device, tab } = await three();
  for (const place of [device.primary, device.mirror, device.notes]) place.clear();
  const other = device.tab();
  await other.opens();
  await other.adds("a new beginning", "account", "session");
  assert.equal(await tab.adds("3"), "conflict");
  assert.deepEqual((await tab.opens()).session, ["a new beginning"]);
  assert.deepEqual(device.in("primary"), ["a new beginning"]);
});

/** @type {[string, (bytes: Uint8Array) => Uint8Array, string[]][]} */
const damages = [
  ["a bit off in its second record", bitOff(20 + 9 + 25), ["0"]],
  ["a bit off in the last byte", (bytes) => bitOff(bytes.length - 1)(bytes), ["0", "1"]],
  ["its end cut off", (bytes) => bytes.slice(0, -3), ["0", "1"]],
  ["its second record missing", (bytes) => join([bytes.slice(0, 29), bytes.slice(58)]), ["0"]],
];
for (const [what, change, left] of damages) {
  test(`a primary with ${what} is made whole from the mirror, and nothing is reported`, async () => {
    const { device } = await three();
    device.change("primary", session, change);
    const next = device.tab();
    assert.deepEqual(await next.opens(), { account: ["0"], session: ["0", "1", "2"], problems: [] });
    assert.equal(await next.adds("3"), "stored");
    assert.deepEqual(device.in("primary"), ["0", "1", "2", "3"]);
    assert.deepEqual(device.mirror, device.primary);
  });

  test(`a journal with ${what} in both places goes on from its last sound record, and that is reported`, async () => {
    const { device } = await three();
    for (const place of ["primary", "mirror"]) device.change(place, session, change);
    const damaged = device.primary.get(session);
    const next = device.tab();
    const found = await next.opens();
    assert.deepEqual(found.session, left);
    assert.equal(found.problems.length, 1);
    assert.match(found.problems[0], /^journal-/);
    assert.equal(await next.adds("another"), "stored");
    assert.deepEqual(device.in("primary"), [...left, "another"]);
    const again = await device.tab().opens();
    assert.deepEqual(again, { account: ["0"], session: [...left, "another"], problems: [] });
    const aside = device.primary.get("aside/" + session);
    assert.deepEqual(
      join([damaged.slice(0, damaged.length - aside.length), aside]),
      damaged,
      "the rest is set aside",
    );
    assert.ok(aside.length > 0);
  });

  test(`a primary that has ${what} under an open tab is no conflict`, async () => {
    const { device, tab } = await three();
    device.change("primary", session, change);
    assert.equal(await tab.adds("3"), "stored");
    const found = await device.tab().opens();
    assert.deepEqual(found, { account: ["0"], session: ["0", "1", "2", "3"], problems: [] });
  });
}

test("a tail that is lost in both places is noticed by the length that was acknowledged", async () => {
  const { device } = await three();
  for (const place of ["primary", "mirror"]) device.change(place, session, cutOff(1));
  const next = device.tab();
  assert.deepEqual(await next.opens(), { account: ["0"], session: ["0", "1"], problems: ["journal-lost"] });
  await next.adds("2 again");
  assert.deepEqual((await device.tab().opens()).problems, [], "it is reported until the reader goes on");
});

test("two copies that are as long and not the same are reported", async () => {
  const { device } = await three();
  device.change("primary", session, bitOff(60));
  device.change("mirror", session, bitOff(61));
  const { problems } = await device.tab().opens();
  assert.equal(problems[0], "journal-copies");
});

for (const [what, texts] of Object.entries({
  "another length": ["0", "1 is longer", "2"],
  "another last record": ["0", "1", "2 is longer"],
}))
  test(`two sound copies of as many records, one of them with ${what}, are reported`, async () => {
    const { device } = await three();
    device.change("mirror", session, () => join(texts.map((text, i) => record(i, "session " + text))));
    const found = await device.tab().opens();
    assert.deepEqual(found, { account: ["0"], session: ["0", "1", "2"], problems: ["journal-copies"] });
  });

test("a copy that ends in the middle of a record is no other copy of as many", async () => {
  const { device } = await three();
  device.change("primary", session, cutOff(1));
  device.change("mirror", session, (bytes) => bytes.slice(0, -1));
  assert.deepEqual((await device.tab().opens()).problems, ["journal-lost"]);
});

test("a journal that is replaced counts in both places, and what was there before doesn't come back", async () => {
  const { device, tab } = await three();
  const mine = [record(0, "session of a file"), record(1, "session from elsewhere")];
  tab.mirror.faults = { replace: "failed" };
  const problem = await replaceJournals(tab.store, { account: new Uint8Array(), session: join(mine) });
  assert.equal(problem, undefined);
  assert.deepEqual(device.in("mirror"), ["0", "1", "2"], "the tab ended before the mirror was written");
  const next = device.tab();
  assert.deepEqual(await next.opens(), {
    account: [],
    session: ["of a file", "from elsewhere"],
    problems: [],
  });
  assert.equal(await next.adds("2"), "stored");
  assert.deepEqual(device.in("mirror"), ["of a file", "from elsewhere", "2"]);
});

test("a journal that can't be replaced is as it was, and the problem is reported", async () => {
  const { device, tab } = await three();
  tab.primary.faults = { replace: "full" };
  const problem = await replaceJournals(tab.store, { account: new Uint8Array(), session: record(0, "x") });
  assert.equal(problem.code, "full");
  assert.deepEqual(device.in("primary"), ["0", "1", "2"]);
  tab.primary.faults = {};
  assert.equal(await tab.adds("3"), "stored");
});

test("a mirror that fails for a while is whole again at the next append", async () => {
  const { device, tab } = await three();
  tab.mirror.faults = { append: "failed", replace: "failed" };
  assert.equal(await tab.adds("3"), "stored");
  assert.deepEqual(device.in("mirror"), ["0", "1", "2"]);
  tab.mirror.faults = {};
  await tab.adds("4");
  assert.deepEqual(device.mirror, device.primary);
});

test("a mirror goes on in its second place where the first fails, and the longer one is read", async () => {
  const [first, second] = [new Map(), new Map()];
  const broken = new Faulty(new MemoryBackend(first));
  const mirror = new Mirror(broken, new MemoryBackend(second));
  const at = (list) => ({ records: list.length, bytes: join(list).length });
  const list = [record(0, "a"), record(1, "b")];
  assert.ok(!(await mirror.append([{ key: session, at: at([]), records: list.slice(0, 1) }])).problem);
  broken.faults = { append: "full", replace: "full" };
  const answer = await mirror.append([{ key: session, at: at(list.slice(0, 1)), records: list.slice(1) }]);
  assert.equal(answer.problem.code, "conflict", "the second place ends elsewhere");
  assert.ok(!(await mirror.replace([{ key: session, keep: at([]), records: list }])).problem);
  assert.deepEqual((await mirror.read(session)).value.bytes, join(list));
  broken.faults = { read: "unreadable" };
  assert.deepEqual((await mirror.read(session)).value.bytes, join(list));
  second.clear();
  assert.equal((await mirror.read(session)).problem.code, "unreadable", "what can't be read is not empty");
});

test("two tabs that take turns leave both places alike", async () => {
  const device = new Device();
  const tabs = [device.tab(), device.tab()];
  for (const tab of tabs) await tab.opens();
  let stored = 0;
  for (let i = 0; i < 40; i++) {
    const answers = await Promise.all(
      tabs.map((tab, by) => ((i * (by + 2)) % 3 ? tab.adds(`${i} by ${by}`) : "none")),
    );
    for (const [by, answer] of answers.entries()) {
      if (answer === "stored") stored++;
      if (answer === "conflict") await tabs[by].opens();
    }
  }
  await tabs[0].opens();
  await tabs[0].adds("the last");
  await settled();
  assert.equal(device.in("primary").length, stored + 1);
  assert.deepEqual(device.mirror, device.primary);
});

test("a tab that follows reads what is new alone, and goes on from there", async () => {
  const { device, tab } = await three();
  const other = device.tab();
  await other.opens();
  await other.adds("3");
  await other.adds("4", "account", "session");
  const read = [];
  tab.primary.tail = async ({ key, from }) => {
    read.push([key, from]);
    const { value } = await tab.primary.read(key);
    const bytes = value.bytes.slice(position(value.bytes, from));
    return { value: { ...value, bytes } };
  };
  assert.deepEqual(texts(await nextRecords(tab.store, "session")), ["3", "4"]);
  assert.deepEqual(texts(await nextRecords(tab.store, "account")), ["4"]);
  assert.deepEqual(read, [
    [session, 2],
    [account, 0],
  ]);
  assert.equal((await nextRecords(tab.store, "session")).length, 0, "nothing more is new");
  Object.assign(tab.next, { session: 5, account: 2 });
  assert.equal(await tab.adds("5"), "stored");
  assert.deepEqual(device.in("primary"), ["0", "1", "2", "3", "4", "5"]);
});

test("a journal that was replaced, or is unsound, is not followed", async () => {
  for (const change of [
    cutOff(1),
    (bytes) => bitOff(bytes.length - 1)(bytes),
    () => record(0, "session another"),
  ]) {
    const { device, tab } = await three();
    const other = device.tab();
    await other.opens();
    await other.adds("3");
    tab.primary.tail = async ({ key, from }) => {
      const { value } = await tab.primary.read(key);
      return { value: { ...value, bytes: value.bytes.slice(position(value.bytes, from)) } };
    };
    device.change("primary", session, change);
    const followed = await nextRecords(tab.store, "session");
    assert.equal(followed, undefined, String(change));
  }
});

/** The place at which a record begins. */
function position(bytes, sequence) {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let at = 0;
  for (let i = 0; i < sequence && at < bytes.length; i++) at += 20 + view.getUint32(at, true);
  return at;
}

/** The core can use only so many records of the session. */
const setAside = async (/** @type {any} */ { store }, usable) =>
  (await store.recovering).setAside(store, "session", usable);

test("records that the core can't use are set aside at the next append, in both copies, and kept", async () => {
  const { device } = await three();
  const tab = device.tab();
  await tab.opens();
  await setAside(tab, { records: 1, problem: { code: "journal-record" } });
  assert.deepEqual(device.in("primary"), ["0", "1", "2"], "nothing is changed before the reader acts");
  tab.next.session = 1;
  assert.equal(await tab.adds("1 again"), "stored");
  assert.deepEqual(device.in("primary"), ["0", "1 again"]);
  assert.deepEqual(device.in("primary", "aside/" + session), ["1", "2"]);
  assert.deepEqual(device.in("mirror"), ["0", "1 again"]);
  assert.deepEqual(await device.tab().opens(), { account: ["0"], session: ["0", "1 again"], problems: [] });
});

test("a journal of which the core can use nothing begins again", async () => {
  const { device } = await three();
  const tab = device.tab();
  await tab.opens();
  await setAside(tab, { records: 0, problem: { code: "journal-header" } });
  tab.next.session = 0;
  assert.equal(await tab.adds("0 again"), "stored");
  assert.deepEqual(device.in("primary"), ["0 again"]);
  assert.deepEqual(device.in("primary", "aside/" + session), ["0", "1", "2"]);
});

test("a damaged primary is repaired up to the record that the core can use", async () => {
  const { device } = await three();
  device.change("primary", session, bitOff(25));
  const tab = device.tab();
  assert.deepEqual((await tab.opens()).session, ["0", "1", "2"]);
  await setAside(tab, { records: 2, problem: { code: "journal-record" } });
  tab.next.session = 2;
  assert.equal(await tab.adds("2 again"), "stored");
  assert.deepEqual(device.in("primary"), ["0", "1", "2 again"]);
});

for (const problem of [{ code: "journal-version" }, { code: "journal-record", detail: "event-version /v" }])
  test(`records of a newer build (${problem.code}) are left to it`, async () => {
    const { device } = await three();
    const tab = device.tab();
    await tab.opens();
    await assert.rejects(setAside(tab, { records: 1, problem }), problem);
    assert.deepEqual(device.in("primary"), ["0", "1", "2"]);
  });

test("where a tab is in memory, what the core can't use goes there too", async () => {
  const memory = new Map();
  const { tab } = await three({ memory });
  tab.primary.faults = { append: "full", read: "full" };
  await tab.adds("3");
  await tab.opens();
  await setAside(tab, { records: 2, problem: { code: "journal-record" } });
  tab.next.session = 2;
  assert.equal(await tab.adds("2 again"), "stored");
  assert.deepEqual((await tab.opens()).session, ["0", "1", "2 again"]);
});
