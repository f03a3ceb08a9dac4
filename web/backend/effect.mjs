// An effect as it arrives: untrusted, so its shape is looked at whole before anything follows from it.
// The names of operations and the ids in them are judged by the core.
import { createHash } from "node:crypto";
import { problem } from "./problems.mjs";

/**
 * @typedef {object} Effect
 * @property {"commit"} kind
 * @property {string} key
 * @property {string} operation
 * @property {(string | Record<string, string | number | boolean>)[]} args
 * @property {string} day
 * @property {number} version
 * @property {string} [token] of the provider's own fields; never stored
 * @property {boolean} [actionNeeded]
 * @property {object} [bank]
 */

const key = /^[0-9a-f]{32}$/;
const name = /^[a-z][a-z-]{0,63}$/;
const longest = 1000;
const most = { args: 4, fields: 40 };

/** Members of an effect, and whether each holds what it should. */
const members = {
  kind: (it) => it === "commit",
  key: (it) => typeof it === "string" && key.test(it),
  operation: (it) => typeof it === "string" && name.test(it),
  args: (it) => Array.isArray(it) && it.length <= most.args,
  day: isDay,
  version: (it) => Number.isSafeInteger(it) && it >= 0,
  token: (it) => it === undefined || (isText(it) && it.length > 0),
  actionNeeded: (it) => it === undefined || typeof it === "boolean",
  bank: (it) => it === undefined || isObject(it),
};

/** True for the key of an effect. */
export const isKey = (it) => typeof it === "string" && key.test(it);

/**
 * The effect, or why it is none.
 * @param {any} body
 * @returns {{ effect?: Effect, problem?: import("./problems.mjs").Problem }}
 */
export function readEffect(body) {
  if (!isObject(body)) return problem("body-shape", "an object is expected");
  const unknown = Object.keys(body).find((member) => !Object.hasOwn(members, member));
  if (unknown !== undefined) return problem("body-shape", "an unknown member", pointer(unknown));
  for (const [member, holds] of Object.entries(members))
    if (!holds(body[member]))
      return problem("body-shape", "missing, or not as it should be", pointer(member));
  const odd = body.args.findIndex((arg) => !isText(arg) && !isForm(arg));
  if (odd >= 0) return problem("body-shape", "neither an id nor the fields of a form", `/args/${odd}`);
  return { effect: body };
}

/** The operation in the form in which it is stored (core/guide/operation.h). */
export function operationOf({ operation, args, day, key: id }) {
  return JSON.stringify({ operation, args, day, id });
}

/**
 * The digest of what an effect asks for, and by whom: a key may not come again with another.
 * @param {Pick<Effect, "operation" | "args" | "day" | "version" | "token">} effect
 * @param {string} person
 */
export function digestOf({ operation, args, day, version, token }, person) {
  const sorted = args.map((arg) =>
    typeof arg === "string" ? arg : Object.entries(arg).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return sha256(JSON.stringify([person, operation, sorted, day, version, token ? sha256(token) : ""]));
}

export function sha256(text) {
  return createHash("sha256").update(text).digest("hex");
}

function pointer(member) {
  return `/${member.slice(0, 64).replace(/~/g, "~0").replace(/\//g, "~1")}`;
}

function isObject(it) {
  return typeof it === "object" && it !== null && !Array.isArray(it);
}

function isText(it) {
  return typeof it === "string" && it.length <= longest;
}

function isForm(it) {
  if (!isObject(it)) return false;
  const fields = Object.entries(it);
  const isValue = (value) => isText(value) || typeof value === "boolean" || Number.isSafeInteger(value);
  return fields.length <= most.fields && fields.every(([id, value]) => isText(id) && isValue(value));
}

function isDay(it) {
  if (typeof it !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(it)) return false;
  const day = new Date(`${it}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(it);
}
