// A long journal opens by its mirror where that ends as the primary does; the primary is compared later.
import { test } from "node:test";
import assert from "node:assert/strict";
import { bitOff, Device, differs, session, texts, toCompare } from "./device.mjs";
import { record } from "./records.mjs";
import { RowsBackend } from "./rows-backend.mjs";

const many = 500;

/** A device whose session has so many records, and a new tab on it that says how often rows were all read. */
async function long(count = many) {
  const device = new Device();
  device.Primary = RowsBackend;
  const first = device.tab();
  await first.opens({ fresh: true });
  const records = Array.from({ length: count }, (_none, i) => record(i, `session ${i}`));
  assert.equal(
    await first.store.append(records.map((bytes, sequence) => ({ journal: "session", sequence, bytes }))),
    "stored",
  );
  await first.store.following;
  assert.equal(device.in("mirror").length, count);
  const tab = device.tab();
  const { read } = tab.primary;
  tab.whole = 0;
  tab.primary.read = (key) => {
    if (key === session) tab.whole++;
    return read(key);
  };
  return { device, tab, rows: () => device.primary.get(session).rows };
}

test("a long journal opens without reading its rows, and is compared later", async () => {
  const { tab } = await long();
  const { session: found, problems } = await tab.opens();
  assert.deepEqual([found.length, problems, tab.whole], [many, [], 0]);
  assert.equal(toCompare(tab.store), true);
  assert.equal(await differs(tab.store), false);
  assert.deepEqual([toCompare(tab.store), tab.whole], [false, 0]);
});

test("a short one is read whole at once", async () => {
  const { tab } = await long(many - 1);
  assert.equal((await tab.opens()).session.length, many - 1);
  assert.deepEqual([toCompare(tab.store), tab.whole], [false, 1]);
});

test("what is stored meanwhile is no difference", async () => {
  const { device, tab } = await long();
  await tab.opens();
  assert.equal(await tab.adds("more"), "stored");
  assert.equal(await differs(tab.store), false);
  assert.equal(device.in("mirror").length, many + 1);
});

for (const [what, change] of Object.entries({
  "is missing": (rows) => rows.delete(7),
  "has a wrong bit": (rows) => rows.set(7, bitOff(25)(rows.get(7))),
})) {
  test(`a row that ${what} is found later, and made good by the mirror`, async () => {
    const { tab, rows } = await long();
    change(rows());
    assert.deepEqual((await tab.opens()).session.length, many);
    assert.equal(await differs(tab.store), true);
    const again = await tab.opens();
    assert.deepEqual([again.session.length, again.problems, tab.whole], [many, [], 1]);
    assert.equal(await tab.adds("more"), "stored");
    assert.deepEqual(texts(rows().get(7)), ["7"]);
    assert.equal(rows().size, many + 1);
  });
}

test("a sound row that isn't the mirror's is found later, and is said", async () => {
  const { tab, rows } = await long();
  rows().set(7, record(7, "session x"));
  await tab.opens();
  assert.equal(await differs(tab.store), true);
  const again = await tab.opens();
  assert.deepEqual([again.session[7], again.problems], ["x", ["journal-copies"]]);
  assert.equal(toCompare(tab.store), false);
});

test("rows that can't be read when they are compared are a difference", async () => {
  const { tab } = await long();
  await tab.opens();
  tab.primary.faults = { tail: "late" };
  assert.equal(await differs(tab.store), true);
});

for (const [what, change] of Object.entries({
  "the mirror lacks the last record": ({ device }) =>
    device.change("mirror", session, (bytes) => bytes.slice(0, -(20 + "session 499".length))),
  "the mirror has an unsound record": ({ device }) => device.change("mirror", session, bitOff(25)),
  "the primary has more than was noted": ({ rows }) => rows().set(many, record(many, "session more")),
  "more was noted than the primary has": ({ device }) => device.notes.set(session, many + 1),
  "the last records differ": ({ rows }) => rows().set(many - 1, record(many - 1, "session x")),
  "the primary remembers another number": ({ device }) => {
    device.primary.get(session).acknowledged = many - 1;
  },
})) {
  test(`all rows are read at once where ${what}`, async () => {
    const made = await long();
    change(made);
    await made.tab.opens();
    assert.deepEqual([made.tab.whole, toCompare(made.tab.store)], [1, false]);
  });
}
