// Problems as the page reports them: a code of the closed list, the place and the browser's own words.
import type { Problem } from "../core/types.ts";

/** Why a part isn't there: it can't be had, has not come in time, or is not what it should be. */
export interface LoadProblem extends Problem {
  code: "load-failed" | "load-late" | "load-damaged";
  /** The part's name. */
  where: string;
}

/** True if a part isn't there: it is asked for again when it is needed the next time. */
export function isLoadProblem(error: unknown): boolean {
  return /^load-/.test((error as Problem).code);
}

/** The problem that an error is; `code` is that of one that has none. */
export function problemOf(error: unknown, code: string): Problem {
  return typeof (error as Problem).code === "string" ? (error as Problem) : { code, detail: String(error) };
}
