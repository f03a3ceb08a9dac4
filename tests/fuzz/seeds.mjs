// Writes seeds for the fuzzers of playbooks, journals, events and imported files, from the tests' vectors.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [out] = process.argv.slice(2);
const vectors = new URL("../vectors/", import.meta.url);
const read = (name) => readFileSync(new URL(name, vectors), "utf8");

read("playbooks.jsonl")
  .split("\n")
  .filter(Boolean)
  .forEach((line, i) => {
    const { base: playbook } = JSON.parse(line);
    if (playbook) writeFileSync(join(out, "playbook", `${i}.json`), JSON.stringify(playbook, null, 1));
  });

const guide = JSON.parse(readFileSync(join(out, "guide/nb-NO.json"), "utf8"));
JSON.parse(read("runs.json")).forEach(({ account, day, steps }, run) => {
  let count = 0,
    version = 1,
    asked;
  const event = (members) => {
    const id = String(++count).padStart(32, "0");
    if (/^(confirm|undo)$/.test(members.kind)) asked = id;
    return JSON.stringify({ v: 1, id, at: count, day, ...members });
  };
  const events = [];
  let node = guide.flow.start;
  for (const step of steps) {
    if (step.do) events.push(event({ node, ...step.do }));
    const answer = step.commit ? { kind: "committed", value: { version: ++version } } : step.adapter;
    if (answer) events.push(event({ node, ...answer, value: { ...answer.value, of: asked } }));
    node =
      step.expect?.node ??
      guide.flow.nodes
        .find(({ id }) => id === node)
        ?.to?.find(([choice]) => choice === step.do?.choice)?.[1] ??
      node;
  }
  writeFileSync(join(out, "event", `${run}.jsonl`), events.join("\n"));
  const header = JSON.stringify({
    journal: 1,
    kind: "session",
    account,
    flow: guide.flow,
    fingerprints: guide.fingerprints,
  });
  writeFileSync(join(out, "journal", `${run}.jsonl`), [header, ...events].join("\n"));
  const birth = JSON.stringify({ account, day, journal: 1, kind: "account" });
  // Without an account there is no journal of one.
  const ofAccount = account.startsWith("practice") ? [birth, ...operationsOf(steps, events, day)] : [];
  writeFileSync(join(out, "transfer", `${run}.jsonl`), [...ofAccount, header, ...events].join("\n"));
});

/** The operations of a run that replaces one method by another, and undoes that. */
function operationsOf(steps, events, day) {
  const picked = [];
  const operations = [];
  let event = 0,
    replaced = "";
  for (const step of steps) {
    if (step.do?.choice === "picked") picked.push(step.do.value.item);
    const { id } = step.do || step.commit || step.adapter ? JSON.parse(events[event++]) : {};
    const asked = step.do?.kind;
    if (asked === "undo") operations.push({ args: [replaced], day, id, operation: "undo" });
    if (asked !== "confirm" || picked.length !== 2) continue;
    operations.push({ args: picked, day, id: (replaced = id), operation: "replace-all" });
  }
  return operations.map((operation) => JSON.stringify(operation));
}
