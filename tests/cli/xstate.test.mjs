// The flow as XState runs it is the flow as the session runs it: random answers to both, node for node.
import { test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createMachine, initialTransition, transition } from "xstate";
import { compile, converse, folder, payment, stegvis } from "./play.mjs";

const walks = 10_000;
const walksEach = 200; // of one run: a session keeps all its events
const typed = {
  number: "4111111111111111",
  expiry: "12/30",
  code: "123",
  line1: "Sagbruksveien 12",
  "postal-code": "8999",
  city: "Skoddevik",
};

let names = 0;

/**
 * A postal code that is there already stays: a card of another country has that country's. The name is
 * another one each time, since details that are the same as before are refused.
 */
function reply({ field, value }) {
  if (field === "name") return ++names % 2 ? "Ingrid Myrvang" : "Ingrid M";
  return field === "postal-code" && value ? "" : (typed[field] ?? "");
}

/** Numbers that look random, the same at every run (mulberry32, Tommy Ettinger). */
function dice(seed) {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** The answer that XState knows, for one that the session offers. */
function eventOf(kind, answer, machineEvents) {
  if (machineEvents.includes(answer)) return answer;
  return { read: "next", pick: "picked", fill: "filled", review: "done", outcome: "done" }[kind];
}

/** The guide without what an account answers: a machine knows no account, so each question is asked. */
function asking(guide) {
  const asked = JSON.parse(readFileSync(guide, "utf8"));
  for (const node of asked.flow.nodes) {
    delete node.known;
    delete node.else;
  }
  const path = join(folder, "asking.json");
  writeFileSync(path, JSON.stringify(asked));
  return path;
}

async function walk(guide, ...rest) {
  const session = converse(guide);
  try {
    await walkAlong(session, guide, ...rest);
    assert.equal(await session.end(), 0);
  } finally {
    session.kill();
  }
}

async function walkAlong(session, guide, count, seed, seen) {
  const machine = createMachine(
    JSON.parse(execFileSync(stegvis, ["graph", guide, "--format", "xstate"], { encoding: "utf8" })),
  );
  const below = dice(seed);
  let refused;
  const isForm = ({ kind, state }) => kind === "fill" && state === "open";
  // The next step that is shown, with the first field of its form; other fields are filled in on the way.
  const step = async () => {
    for (;;) {
      const line = await session.read();
      assert.ok(line, "the session has ended");
      if (line.node) return isForm(line) ? { ...line, ...(await session.read()), kind: "fill" } : line;
      if (line.problem) refused = line.problem;
      else session.write(reply(line));
    }
  };
  let shown = await step();
  for (let i = 0; i < count; ++i) {
    const stack = [initialTransition(machine)[0]];
    for (let length = 1 + below(14); length > 0; --length) {
      const at = stack.at(-1);
      assert.equal(shown.node, at.value);
      seen.add(shown.node);
      refused = undefined;
      const chance = below(16);
      if (chance === 0 && shown.offers.includes("back")) {
        session.write("b");
        stack.pop();
      } else if (chance === 1) {
        // Neither takes an answer that the node doesn't have.
        session.write(":no-such-answer");
        const [next] = transition(machine, at, { type: "no-such-answer" });
        assert.equal(next.value, at.value);
        shown = await step();
        assert.ok(refused, `${at.value} took an answer that it doesn't have`);
        continue;
      } else {
        const answer = isForm(shown) ? "filled" : shown.answers[below(shown.answers.length)];
        if (!answer) break;
        session.write(isForm(shown) ? reply(shown) : ":" + answer);
        const type = eventOf(
          shown.kind,
          answer,
          Object.keys(machine.states[String(at.value)].config.on ?? {}),
        );
        stack.push(transition(machine, at, { type })[0]);
        assert.notEqual(stack.at(-1).value, at.value, `${type} leads nowhere at ${at.value}`);
      }
      shown = await step();
      // A card that is there already, and details that are the same as before, are asked for once more.
      if (refused?.code !== "event-field")
        assert.equal(refused, undefined, `${at.value}: an answer that was offered was refused`);
      // The account's rules may refuse what the flow allows, and say why: the same card added twice.
      if (shown.reasons.length && shown.node === at.value) stack.pop();
    }
    assert.equal(shown.node, stack.at(-1).value);
    if (shown.offers.includes("restart")) {
      session.write("r");
      shown = await step();
    }
  }
}

test(`${walks} random walks through the payment guide`, async () => {
  const guide = asking(payment("en-US"));
  const seen = new Set();
  for (let i = 0; i < walks / walksEach; ++i) await walk(guide, walksEach, i, seen);
  const flow = JSON.parse(
    execFileSync(stegvis, ["graph", guide, "--format", "xstate"], { encoding: "utf8" }),
  );
  assert.deepEqual([...seen].sort(), Object.keys(flow.states).sort());
});

test("random walks through an article without a playbook", async () => {
  await walk(compile("tests/articles/en-US/payment-was-declined.md"), walksEach, 1, new Set());
});
