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
      const odd = reasons.findIndex((it) => !isObject(it) || typeof it.code !== "string");
      if (odd >= 0) return bad(`/reasons/${odd}/code`, "a text");
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
