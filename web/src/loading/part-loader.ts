// Loads parts of the page, files and scripts. Each has a deadline, and one that failed is asked for again at
// another address: a browser may keep what was no such part, and Firefox never asks twice for a script.
import { within, type After } from "../timing/deadline.ts";
import { forPart } from "../timing/limits.ts";
import type { Resources } from "./resources.ts";

/** The page's state that parts are loaded with. */
export interface LoadingPage {
  after: After;
  /** The number of parts that have failed, of all widgets of the page. */
  failures: number;
}

/** Its calls reject with a LoadProblem. */
export interface PartLoader extends Resources {
  /** The outcome of work on a part that is under way. */
  inTime<T>(name: string, work: Promise<T>, milliseconds?: number): Promise<T>;
}

export function partLoader({ get, script }: Resources, page: LoadingPage): PartLoader {
  const inTime = <T>(where: string, work: Promise<T>, milliseconds = forPart): Promise<T> =>
    within<T>(page.after, milliseconds, work, () => {
      throw "late";
    }).catch((error) => {
      page.failures++;
      const detail = String(error);
      const how = error === "late" ? error : /^(Syntax|Compile|damaged)/.test(detail) ? "damaged" : "failed";
      throw { code: "load-" + how, where, detail };
    });
  const address = (name: string) => name + (page.failures ? "?again=" + page.failures : "");
  return {
    inTime,
    get: (name: string, as: "text") => inTime(name, get(address(name), as).then(whole)),
    script: (name) => inTime(name, script(address(name)).then(whole)),
  } as PartLoader;
}

/** A part, if it is whole: a text has its last line, which the build adds, and a script exports something. */
export function whole<T>(part: T): T {
  const wanted =
    typeof part === "string"
      ? part.endsWith("# end\n")
      : part instanceof ArrayBuffer || Object.keys(part as object)[0];
  if (!wanted) throw "damaged";
  return part;
}
