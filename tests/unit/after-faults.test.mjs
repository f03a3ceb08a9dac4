// Conflicts: a session opens again what another tab has stored, and gives up where nobody stores anything.
import { test } from "node:test";
import assert from "node:assert/strict";
import { load } from "./modules.mjs";

const { reopen } = await load("web/src/session/after-faults.ts");

/** A session that meets conflicts; `found` gives the number of records of each opening. */
async function conflicts(times, found) {
  const held = [{ end: { records: 3 } }, { end: { records: 5 } }];
  const run = { opened: 0, pauses: [], problem: undefined };
  const session = {
    _conflicts: 0,
    _mostStored: 0,
    _options: {
      store: { held },
      observer: {
        notice: () => {},
        unusable: (problem) => {
          run.problem = problem.code;
        },
      },
      opening: {
        environment: {
          after: (pause, then) => {
            run.pauses.push(pause);
            then();
          },
        },
      },
    },
    _open: async () => {
      held[1].end.records = found(++run.opened);
    },
  };
  while (run.opened < times && !run.problem) await reopen(session);
  return run;
}

test("conflicts while no tab stores anything are five openings with longer and longer pauses", async () => {
  const { opened, pauses, problem } = await conflicts(100, () => 5);
  assert.deepEqual(
    { opened, pauses, problem },
    {
      opened: 5,
      pauses: [200, 400, 800, 1600],
      problem: "storage-conflict",
    },
  );
});

test("conflicts are no fault while another tab stores in between", async () => {
  const { pauses, problem } = await conflicts(100, (opening) => 5 + opening);
  assert.deepEqual({ pauses, problem }, { pauses: [], problem: undefined });
});

test("records that come and go are a fault", async () => {
  const { opened, problem } = await conflicts(100, (opening) => 4 + (opening % 2));
  assert.deepEqual({ opened, problem }, { opened: 5, problem: "storage-conflict" });
});
