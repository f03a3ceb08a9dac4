// Both journals, opened: a change counts as lost only where the account could be read.
import { test } from "node:test";
import assert from "node:assert/strict";
import { load } from "./modules.mjs";
import { Device, readJournal } from "./storage/device.mjs";

const { Journals } = await load("web/src/session/journals.ts");

/** The guide over journals of which the session has a change that the account lacks. */
const opened = async (account) => {
  const journals = { account, session: { bytes: new Uint8Array(30), problems: [] } };
  const store = {
    held: [{ journal: "account" }, { journal: "session" }],
    recovering: Promise.resolve({
      since: () => () => false,
      hear: async () => {},
      memory: { read: async () => ({}), exists: async () => ({ value: false }) },
      read: async ({ journal }) => journals[journal],
    }),
  };
  const core = { load: (journal) => (journal === "session" ? { records: 3, lost: 2 } : { records: 1 }) };
  return new Journals({ _options: { store }, _newCore: () => core }).open();
};

test("a change that the account lacks is lost", async () => {
  assert.equal((await opened({ bytes: new Uint8Array(20), problems: [] })).lost, 2);
});

test("where the account's primary can't be read, no change counts as lost: it may be there", async () => {
  assert.equal((await opened({ bytes: new Uint8Array(20), problems: [], unsure: true })).lost, undefined);
});

test("a reading of which the primary failed is unsure", async () => {
  const device = new Device();
  const tab = device.tab();
  await tab.opens();
  await tab.adds("0", "account", "session");
  assert.ok(!(await readJournal(tab.store, "account")).unsure);
  tab.primary.faults = { read: "unreadable" };
  assert.equal((await readJournal(tab.store, "account")).unsure, true);
});
