// Problems as the page reports them: a code of the closed list, the place and the browser's own words.
import type { Problem } from "../core/types.ts";

/** Why a part isn't there: it can't be had, has not come in time, or is not what it should be. */
export interface LoadProblem extends Problem {
  code: "load-failed" | "load-late" | "load-damaged";
  /** The part's name. */
  where: string;
}

/** True if a part is not there, or a guide not what it should be: it is asked for again at the next need. */
export function isLoadProblem(error: unknown): boolean {
  return /^(load|guide)-/.test((error as Problem).code);
}

/** The problem that an error is; `code` is that of one that has none. */
export function problemOf(error: unknown, code: string): Problem {
  return typeof (error as Problem).code === "string" ? (error as Problem) : { code, detail: String(error) };
}
