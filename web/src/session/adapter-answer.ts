// An adapter's answer is input from outside: its shape is looked at before anything follows from it.
import type { Problem } from "../core/types.ts";
import type { AccountSnapshot, Answer, Refusal } from "./adapter.ts";

/**
 * The answer; or a problem "answer-shape" with its place, where it is none. A practice account lives here: no
 * adapter has to know its version.
 */
export function readAnswer(answer: unknown, hosted: boolean): Answer | Problem {
  const bad = (where: string, detail: string): Problem => ({ code: "answer-shape", where, detail });
  if (!isObject(answer)) return bad("", "an object");
  const { kind, version, made, reasons, url, mount, after, account } = answer;
  switch (kind) {
    case "committed":
      if (made !== undefined && typeof made !== "string") return bad("/made", "a text");
      break;
    case "refused": {
      if (!Array.isArray(reasons) || !reasons.length) return bad("/reasons", "a list of reasons");
      for (const [i, reason] of reasons.entries()) {
        const odd = oddMember(reason);
        if (odd) return bad(`/reasons/${i}${odd[0]}`, odd[1]);
      }
      break;
    }
    case "conflict":
      break;
    case "action-needed":
      if (url !== undefined && !isSafe(url)) return bad("/url", "an address that begins with https:");
      if (mount !== undefined && typeof mount !== "function") return bad("/mount", "a function");
      break;
    case "unknown":
      if (after !== undefined && !(Number(after) >= 0)) return bad("/after", "milliseconds");
      break;
    default:
      return bad("/kind", "committed, refused, conflict, action-needed or unknown");
  }
  const versioned = version !== undefined || (hosted && (kind === "committed" || kind === "conflict"));
  if (versioned && !Number.isSafeInteger(version)) return bad("/version", "a whole number");
  if (account !== undefined && !isObject(account)) return bad("/account", "an object");
  return answer as unknown as Answer;
}

/** The account that an adapter has loaded; or a problem "snapshot-shape" with its place. */
export function readSnapshot(snapshot: unknown): AccountSnapshot | Problem {
  const bad = (where: string, detail: string): Problem => ({ code: "snapshot-shape", where, detail });
  if (!isObject(snapshot)) return bad("", "an object");
  const { version, account } = snapshot;
  if (!Number.isSafeInteger(version)) return bad("/version", "a whole number");
  if (account !== undefined && !isObject(account)) return bad("/account", "an object");
  return { version, account } as AccountSnapshot;
}

/** The members that the event of an answer keeps; all others are the page's own. */
export function membersOf(answer: Answer): { version?: number; made?: string; reasons?: Refusal[] } {
  switch (answer.kind) {
    case "committed":
      return { version: answer.version, made: answer.made };
    case "refused":
      return { reasons: answer.reasons };
    case "conflict":
      return { version: answer.version };
    case "action-needed":
    case "unknown":
      return {};
  }
}

/** The place in a reason of what is no part of one, and what it should be. */
function oddMember(reason: unknown): [place: string, expected: string] | undefined {
  if (!isObject(reason)) return ["", "an object"];
  const { code, args = {}, text = "", field = "", retry = false } = reason;
  if (typeof code !== "string") return ["/code", "a text"];
  if (!isObject(args)) return ["/args", "an object"];
  for (const name in args) if (!isValue(args[name])) return [`/args/${name}`, "a value"];
  const texts = isObject(text) ? Object.values(text) : [text];
  if (!texts.length || texts.some((it) => typeof it !== "string"))
    return ["/text", "a text, or texts by locale"];
  if (typeof field !== "string") return ["/field", "a text"];
  if (typeof retry !== "boolean") return ["/retry", "true or false"];
  return undefined;
}

/** The types of values that are objects: the member, and how what it has must be. */
const valueTypes = new Map<string, (of: unknown) => boolean>([
  ["day", (of) => /^\d{4}-\d\d-\d\d$/.test(String(of)) && !Number.isNaN(Date.parse(String(of)))],
  ["country", (of) => /^[A-Z]{2}$/.test(String(of))],
  ["money", (of) => Array.isArray(of) && Number.isSafeInteger(of[0]) && /^[A-Z]{3}$/.test(String(of[1]))],
  ["method", (of) => isObject(of) && Object.values(of).every((it) => typeof it === "string")],
  ["practice", (of) => typeof of === "string"],
]);

/** Returns whether it is a Value (core/types.ts): something that a message can say. */
function isValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isValue);
  if (!isObject(value)) return Number.isFinite(value) || /^(string|boolean)$/.test(typeof value);
  return [...valueTypes].some(([type, fits]) => type in value && fits(value[type]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Of a bank that nobody listens to, or of this machine, to try it. */
function isSafe(url: unknown): boolean {
  if (typeof url !== "string" || !URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return (
    protocol === "https:" || (protocol === "http:" && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
  );
}
