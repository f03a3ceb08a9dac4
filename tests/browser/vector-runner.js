// In the page: replays the runs of tests/vectors/runs.json on the wasm, and judges typed values. It returns
// the result of each step to the test, which compares it with what is expected.
import { load, opened } from "./core-fixture.js";

export { load };

export function replayRun(module, guide, { day, account, steps }) {
  const journals = { account: [], session: [] };
  const found = [];
  let core,
    view,
    outcome,
    count = 0;

  const open = () => {
    core?.drop();
    core = opened(module, guide, account);
    view = core.view(day);
    outcome = {};
  };
  const send = (event) => {
    const id = String(++count).padStart(32, "0");
    const { records, ...found } = core.dispatch({ v: 1, id, at: count, day, node: view.node, ...event });
    outcome = found;
    view = outcome.view ?? view;
    for (const { journal, bytes } of records) journals[journal].push(...bytes);
  };

  open();
  for (const step of steps) {
    const reached = {};
    if (step.do) send(step.do);
    if (step.type) {
      reached.typed = core.type(step.type.field, step.type.text, step.type.text.length);
      outcome = {};
    }
    const answer = step.commit ? { kind: "committed" } : step.adapter;
    if (answer) {
      reached.effects = core.effects();
      send({ ...answer, value: { ...answer.value, of: reached.effects[0].key } });
    }
    if (step.reload) {
      reached.before = view;
      open();
      reached.loaded = ["account", "session"].map((name) => core.load(name, Uint8Array.from(journals[name])));
      view = core.view(day);
    }
    found.push({ ...reached, outcome, view, bytes: new TextEncoder().encode(JSON.stringify(view)).length });
  }
  core.drop();
  return { found, journal: [...journals.account, ...journals.session] };
}

/** The verdict on each vector of tests/vectors: {field, value, ...}. */
export function judge(module, guide, vectors, tables) {
  const core = opened(module, guide);
  core.tables("addresses", tables);
  const secret = (field, value) => {
    const { standing, brand, verdict } = core.type(field, value, value.length);
    return { standing, brand, code: verdict.code };
  };
  const check = (field, { value, now = "2026-11-23", country = "NO" }) =>
    core.check("add-method", field, value, { country }, now);
  const judges = {
    "card-number": ({ value }) => secret("number", value),
    iban: ({ value }) => secret("iban", value),
    "security-code": ({ value, brand }) => {
      secret("number", { "american-express": "378282246310005", visa: "4111111111111111" }[brand] ?? "");
      return secret("code", value);
    },
    expiry: (vector) => check("expiry", vector),
    "cardholder-name": (vector) => check("name", vector),
    "postal-code": (vector) => check("postal-code", vector),
  };
  const found = vectors.map((vector) => judges[vector.field](vector));
  core.drop();
  return found;
}
