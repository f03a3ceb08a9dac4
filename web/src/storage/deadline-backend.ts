// Deadlines for storage, handed out at this one place: a browser may never answer a call.
import type { Answer, FirstBackend } from "./storage-backend.ts";

const calls = ["exists", "read", "tail", "append", "replace", "remove"] as const;
type Call = (what: unknown, signal?: AbortSignal) => Promise<Answer<unknown>>;

/** The time that a place has for a call, in milliseconds: ten times what a slow disk takes. */
const deadline = 5000;

/**
 * The same backend, each call of which answers "late" where the backend has not answered in time. While a
 * call that was late has no answer, later ones are late at once.
 * @param milliseconds how long a call may take
 */
export function withDeadline<Backend extends FirstBackend>(
  backend: Backend,
  milliseconds = deadline,
): Backend {
  const bounded = { name: backend.name, close: () => backend.close() } as Record<string, unknown>;
  let hangs = false;
  for (const name of calls) {
    if (!(name in backend)) continue;
    bounded[name] = async (what: unknown) => {
      const late = { problem: { code: "late", where: backend.name, detail: name } };
      if (hangs) return late;
      const stop = new AbortController();
      let timer: ReturnType<typeof setTimeout>;
      const end = new Promise<unknown>((resolve) => {
        timer = setTimeout(() => {
          hangs = true;
          void answer.then(() => (hangs = false));
          stop.abort();
          resolve(late);
        }, milliseconds);
      });
      const answer = (backend as unknown as Record<string, Call>)[name].call(backend, what, stop.signal);
      const first = await Promise.race([answer, end]);
      clearTimeout(timer!);
      return first;
    };
  }
  return bounded as unknown as Backend;
}
