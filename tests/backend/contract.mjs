// The contract, web/backend/openapi.yaml, as checks: requests that are meant to be right, and every answer.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import { parse } from "yaml";

const contract = parse(readFileSync(new URL("../../web/backend/openapi.yaml", import.meta.url), "utf8"));
const ajv = new Ajv.default({ strict: false, allErrors: true });
ajv.addFormat("date", /^\d{4}-\d{2}-\d{2}$/);
ajv.addFormat("uri", (text) => URL.canParse(text));
ajv.addSchema(contract, "contract");

/** Codes of a problem, as the contract lists them. */
export const problemCodes = contract.components.schemas.Problem.properties.code.enum;

const templates = Object.keys(contract.paths).map((template) => ({
  template,
  pattern: new RegExp(`^${template.replace(/\{\w+\}/g, "[^/]+")}$`),
}));

function operationOf(method, address) {
  const [path] = address.split("?");
  const { template } = templates.find(({ pattern }) => pattern.test(path)) ?? {};
  const operation = contract.paths[template]?.[method.toLowerCase()];
  assert.ok(operation, `the contract has no ${method} ${path}`);
  return operation;
}

function check(schema, value, what) {
  const validate = ajv.compile({
    $ref: `contract${schema.$ref ?? "#"}`,
    ...(schema.$ref ? {} : inlined(schema)),
  });
  assert.ok(
    validate(value),
    `${what}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(value).slice(0, 300)}`,
  );
}

/** A schema that stands in a response, as one of its own. */
function inlined(schema) {
  const text = JSON.stringify(schema).replaceAll('"#/', '"contract#/');
  return { $ref: undefined, ...JSON.parse(text) };
}

export function checkRequest(method, path, body) {
  const { requestBody } = operationOf(method, path);
  if (requestBody)
    check(requestBody.content["application/json"].schema, body, `the body of ${method} ${path}`);
}

/** Checks status, headers and body of an answer; a problem is one everywhere. */
export function checkAnswer(method, path, { status, headers, body }) {
  const type = headers.get("content-type")?.split(";")[0];
  if (status !== 200) {
    assert.equal(type, "application/problem+json", `${method} ${path}: ${status}`);
    return check({ $ref: "#/components/schemas/Problem" }, body, `${status} of ${method} ${path}`);
  }
  const answer = operationOf(method, path).responses[200];
  for (const [name, header] of Object.entries(answer.headers ?? {}))
    if (header.required || headers.has(name)) check(header.schema, headers.get(name), `the header ${name}`);
  assert.ok(answer.content[type], `${method} ${path}: ${type}`);
  if (type === "application/json")
    check(answer.content[type].schema, body, `the answer of ${method} ${path}`);
}
