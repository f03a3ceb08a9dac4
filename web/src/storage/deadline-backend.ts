// A backend that always answers: a browser may never answer a call.
import { browserTimer, within } from "../timing/deadline.ts";
import { forPrimary } from "../timing/limits.ts";
import type { Answer, FirstBackend } from "./storage-backend.ts";

const calls = ["exists", "read", "tail", "keys", "append", "replace", "remove"] as const;
type Call = (what: unknown, signal?: AbortSignal) => Promise<Answer<unknown>>;

/**
 * The same backend, each call of which answers "late" where the backend has not answered in time. While a
 * call that was late has no answer, later ones are late at once.
 * @param milliseconds how long a call may take
 */
export function withDeadline<Backend extends FirstBackend>(
  backend: Backend,
  milliseconds = forPrimary,
  after = browserTimer,
): Backend {
  const bounded = { name: backend.name, close: () => backend.close() } as Record<string, unknown>;
  let hangs = false;
  for (const name of calls) {
    if (!(name in backend)) continue;
    bounded[name] = async (what: unknown) => {
      const late = { problem: { code: "late", where: backend.name, detail: name } };
      if (hangs) return late;
      const stop = new AbortController();
      const answer = (backend as unknown as Record<string, Call>)[name].call(backend, what, stop.signal);
      return within<unknown>(after, milliseconds, answer, () => {
        hangs = true;
        void answer.then(() => (hangs = false));
        stop.abort();
        return late;
      });
    };
  }
  return bounded as unknown as Backend;
}
