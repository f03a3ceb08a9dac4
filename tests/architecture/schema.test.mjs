// The JSON Schema of playbooks and the compiler agree: what the schema refuses, the compiler refuses
// too (tests/core/compiler/playbook_test.cpp runs the same vectors), and the schema takes all that
// the compiler takes. Rules that no schema can hold are marked "compiler" in the vectors.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const schema = JSON.parse(read("../../i18n/playbook.schema.json"));
const lines = read("../vectors/playbooks.jsonl")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const base = lines.shift().base;
const valid = new Ajv2020({ strictTypes: false, strictTuples: false, allErrors: true }).compile(schema);

// RFC 7396.
function merged(target, change) {
  if (typeof change !== "object" || change === null || Array.isArray(change)) return change;
  const out = typeof target === "object" && target !== null && !Array.isArray(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete out[key];
    else out[key] = merged(out[key], value);
  }
  return out;
}

function accepted({ text, change }) {
  if (text === undefined) return valid(merged(base, change));
  try {
    return valid(JSON.parse(text));
  } catch {
    return false;
  }
}

for (const guide of ["payment-declined", "pay-balance", "subscription-method"])
  test(`the schema takes the playbook of ${guide}`, () => {
    assert.ok(valid(JSON.parse(read(`../../i18n/${guide}/playbook.json`))), JSON.stringify(valid.errors));
  });

for (const vector of lines) {
  const wanted = !vector.code || vector.by === "compiler";
  test(`${wanted ? "takes" : "refuses"}: ${vector.rule}`, () => {
    assert.equal(accepted(vector), wanted, JSON.stringify(valid.errors));
  });
}
