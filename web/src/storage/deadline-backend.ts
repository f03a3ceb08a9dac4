// Deadlines for storage, handed out at this one place: a browser may never answer a call.
import type { Answer, FirstBackend } from "./storage-backend.ts";

const calls = ["exists", "read", "append", "replace", "remove"] as const;
type Call = (what: unknown, signal?: AbortSignal) => Promise<Answer<unknown>>;

/** How long a place may take for a call, in milliseconds: ten times what a slow disk takes. */
const deadline = 5000;

/**
 * The same backend, each call of which answers "late" where the backend has not answered in time.
 * @param milliseconds how long a call may take
 */
export function withDeadline<Backend extends FirstBackend>(
  backend: Backend,
  milliseconds = deadline,
): Backend {
  const bounded = { name: backend.name, close: () => backend.close() } as Record<string, unknown>;
  for (const name of calls) {
    bounded[name] = async (what: unknown) => {
      const stop = new AbortController();
      let timer: ReturnType<typeof setTimeout>;
      const late = new Promise<Answer<unknown>>((resolve) => {
        timer = setTimeout(() => {
          stop.abort();
          resolve({ problem: { code: "late", where: backend.name, detail: name } });
        }, milliseconds);
      });
      const call = (backend as unknown as Record<string, Call>)[name];
      const answer = await Promise.race([call.call(backend, what, stop.signal), late]);
      clearTimeout(timer!);
      return answer;
    };
  }
  return bounded as unknown as Backend;
}
