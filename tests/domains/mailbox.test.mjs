// The mailbox's guide in a wasm of its own: the same walk gives the digests that the command finds in
// its journals.
import { test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = new URL("../../", import.meta.url).pathname;
const wasm = join(root, "build/wasm/mailbox/core.wasm");
const command = join(root, "build/native/bin/stegvis_with_mailbox");
const path = join(root, "build/native/guides/mailbox-full.nb-NO.json");
const guide = JSON.parse(readFileSync(path, "utf8"));
const day = "2026-11-23";

/** The wasm, started in Node. */
async function load() {
  const { default: factory } = await import(wasm.replace(/wasm$/, "js"));
  return factory({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(readFileSync(wasm), imports).then(({ instance }) => done(instance));
      return {};
    },
  });
}

const module = await load();

/** A reader of the guide: `send` dispatches an event, with its answer where one is asked for. */
function reader() {
  const core = new module.Core();
  const opened = JSON.parse(core.open(JSON.stringify({ flow: guide.flow, account: "practice" })));
  assert.deepEqual(opened, { tables: [] });
  let view = JSON.parse(core.view(day));
  let count = 0;
  const id = () => String(++count).padStart(32, "0");
  const journals = { account: [], session: [] };
  return {
    journals,
    view: () => view,
    send(event, answered = false) {
      const sent = { v: 1, id: id(), at: count, day, node: view.node, ...event };
      const answer = answered ? JSON.stringify({ id: id(), at: count }) : "";
      const outcome = JSON.parse(core.dispatch(JSON.stringify(sent), answer));
      assert.equal(outcome.problem, undefined);
      assert.equal(outcome.outgoing.length, 2);
      assert.equal(
        outcome.outgoing[1],
        outcome.append.reduce((sum, { bytes }) => sum + bytes, 0),
      );
      let [at] = outcome.outgoing;
      for (const { journal, bytes } of outcome.append)
        journals[journal].push(Buffer.from(module.HEAPU8.slice(at, (at += bytes))));
      view = outcome.view;
      return outcome;
    },
  };
}

test("the mailbox is a domain of this wasm: a folder is emptied, and its messages come back", () => {
  const { send, view, journals } = reader();
  const before = view().digests.account;
  send({ kind: "answer", choice: "yes" });
  send({ kind: "answer", choice: "picked", value: { item: "f-offers" } });
  send({ kind: "answer", choice: "filled", value: { folder: "Offers from the sawmill" } });
  assert.equal(view().node, "review");
  send({ kind: "confirm" }, true);
  assert.equal(view().node, "emptied");
  assert.deepEqual(view().values, { count: 310, folder: "Offers from the sawmill" });
  send({ kind: "undo" }, true);
  assert.equal(view().state, "undone");
  assert.equal(view().digests.account, before);

  const folder = mkdtempSync(join(tmpdir(), "stegvis-"));
  const journal = join(folder, "journal");
  writeFileSync(journal, Buffer.concat([...journals.account, ...journals.session]));
  const { status, stdout, stderr } = spawnSync(command, ["replay", path, journal], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  assert.equal(status, 0, stderr);
  const { flow, session, account } = view().digests;
  assert.equal(
    stdout.trim().split("\n").at(-1),
    `7 committed emptied flow ${flow} session ${session} account ${account}`,
  );
});

test("what ships runs in that wasm too", () => {
  const payment = JSON.parse(
    readFileSync(join(root, "build/native/guides/payment-declined.en-US.json"), "utf8"),
  );
  const core = new module.Core();
  const opened = JSON.parse(core.open(JSON.stringify({ flow: payment.flow, account: "practice" })));
  assert.deepEqual(opened, { tables: ["addresses", "bank"] });
});
