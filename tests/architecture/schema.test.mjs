// The JSON Schemas agree with those who read: of playbooks, with the compiler; of accounts, with the core.
// Whatever a schema refuses, they refuse too (tests/core/compiler/playbook_test.cpp and
// tests/core/billing/host_account_test.cpp run the same vectors), and it takes all that they take. Rules that
// no schema can hold are marked "compiler" or "core" in the vectors.
import { test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";

const command =
  process.env.STEGVIS_COMMAND ?? fileURLToPath(new URL("../../build/native/bin/stegvis", import.meta.url));
const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
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

const compiled = (path) =>
  new Ajv2020({ strictTypes: false, strictTuples: false, allErrors: true }).compile(JSON.parse(read(path)));

function accepted(valid, base, { text, change }) {
  if (text === undefined) return valid(merged(base, change));
  try {
    return valid(JSON.parse(text));
  } catch {
    return false;
  }
}

/** Runs the vectors of a file against a schema. */
function agrees(valid, name, file) {
  const [{ base }, ...vectors] = read(`../vectors/${file}.jsonl`)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  for (const vector of vectors) {
    const wanted = !vector.code || vector.by === "compiler" || vector.by === "core";
    test(`${name}, ${wanted ? "takes" : "refuses"}: ${vector.rule}`, () => {
      assert.equal(accepted(valid, base, vector), wanted, JSON.stringify(valid.errors));
    });
  }
}

const playbook = compiled("../../i18n/playbook.schema.json");
const account = compiled("../../web/schema/account.schema.json");

for (const guide of ["payment-declined", "pay-balance", "subscription-method"])
  test(`the schema takes the playbook of ${guide}`, () => {
    assert.ok(
      playbook(JSON.parse(read(`../../i18n/${guide}/playbook.json`))),
      JSON.stringify(playbook.errors),
    );
  });

for (const scenario of [
  "declined",
  "few",
  "new-card",
  "individual",
  "invoice-manager",
  "bank",
  "profile-bank",
])
  test(`the schema takes the practice account ${scenario}`, () => {
    const options = ["--subscriptions", "3", "--seed", "1", "--scenario", scenario];
    const made = execFileSync(command, ["account", ...options], { encoding: "utf8" });
    assert.ok(account(JSON.parse(made)), JSON.stringify(account.errors));
  });

agrees(playbook, "playbooks", "playbooks");
agrees(account, "accounts", "accounts");
