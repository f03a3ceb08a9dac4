// In the page: walks the runs of tests/vectors/runs.json on the wasm, and judges typed values. What
// came of each step goes back to the test, which knows what is expected.
import { load, opened } from "./core-fixture.js";

export { load };

export function walk(module, guide, { day, account, steps }) {
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
    const one = {};
    if (step.do) send(step.do);
    if (step.type) {
      one.typed = core.type(step.type.field, step.type.text, step.type.text.length);
      outcome = {};
    }
    if (step.commit) {
      one.effects = core.effects();
      send({ kind: "committed", value: { of: one.effects[0].key } });
    }
    if (step.reload) {
      one.before = view;
      open();
      one.loaded = ["account", "session"].map((name) => core.load(name, Uint8Array.from(journals[name])));
      view = core.view(day);
    }
    found.push({ ...one, outcome, view, bytes: new TextEncoder().encode(JSON.stringify(view)).length });
  }
  core.drop();
  return { found, journal: [...journals.account, ...journals.session] };
}

/** Judges what forms judge: {field, value, ...} as in tests/vectors, a verdict for each. */
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
    expiry: (one) => check("expiry", one),
    "cardholder-name": (one) => check("name", one),
    "postal-code": (one) => check("postal-code", one),
  };
  const found = vectors.map((one) => judges[one.field](one));
  core.drop();
  return found;
}
