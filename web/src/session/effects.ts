// Effects on their way to the account adapter: asked once, and asked again after a pause as long as nobody
// can say what came of it, always under the same key.
import type { Effect } from "../core/types.ts";
import { forAdapter } from "../timing/limits.ts";
import type { Environment } from "../loading/environment.ts";
import { isPractice, type AccountHost } from "./account-name.ts";
import type { Adapter, Answer, Course } from "./adapter.ts";
import type { Observer, Wait } from "./observer.ts";
import type { Session } from "./session.ts";

/** Milliseconds after which a wait is shown, and between two questions: at first, and at the longest. */
const felt = 1000;
const pauses = { first: 1000, longest: 30000 };

/** The account of this browser: the core applies the operation with the answer. */
const ownAccount: Adapter = { commit: async () => ({ kind: "committed" }) };

export interface EffectRun {
  effect: Effect;
  /** The account: a practice account is in this browser, any other is asked by the page's adapter. */
  host: AccountHost & { readonly adapter?: Adapter };
  /** Aborted where the reader calls the change off. */
  signal: AbortSignal;
  after: Environment["after"];
  observer: Pick<Observer, "notice" | "update">;
  /** Nobody waits for an answer any more. */
  closed(): boolean;
  /** Takes each answer that counts: the first that is unknown, and the last. */
  answered(answer: Answer): Promise<void>;
}

/** The same, of a session: each answer that counts is its next event. */
export function carryOutOf(session: Session, effect: Effect): Promise<void> {
  const { host, opening, observer } = session._options;
  session._cancellation = new AbortController();
  return carryOut({
    effect,
    host,
    signal: session._cancellation.signal,
    after: opening.environment.after,
    observer,
    closed: () => session._closed,
    answered: async ({ kind, value }) => {
      if (session._closed) return;
      await session._dispatch({ kind, node: session._node, value: { ...value, of: effect.key } });
    },
  });
}

/** Tells the page, and the reader, where the page's own account has no adapter in time. */
export function awaitAdapter(session: Session): void {
  const { host, opened, opening, observer } = session._options;
  if (!opened.guide.flow.domain || !host.account || isPractice(host)) return;
  opening.environment.after(forAdapter, () => {
    if (session._closed || host.adapter) return;
    observer.problem({ code: "adapter-missing", where: host.account }, "notice-guides");
  });
}

/** Ends when the adapter has answered, or nobody waits for it any more. */
export async function carryOut(run: EffectRun): Promise<void> {
  const { signal, after, observer, closed, answered } = run;
  const wait: Wait = { cancelled: false };
  let shown = false;
  const show = () => {
    if (shown) observer.update({ wait: { ...wait } });
  };
  const course: Course = {
    signal,
    progress(part) {
      wait.part = Math.min(1, Math.max(0, Number(part) || 0));
      show();
    },
  };
  signal.addEventListener("abort", () => {
    wait.cancelled = true;
    show();
  });
  const unfelt = after(felt, () => {
    shown = true;
    show();
  });
  try {
    for (let pause = pauses.first; !closed(); pause = Math.min(2 * pause, pauses.longest)) {
      const answer = await ask(run, course);
      if (answer.kind !== "unknown") return await answered(answer);
      if (pause === pauses.first) await answered(answer);
      observer.notice("notice-unknown");
      await pauseOf(pause, run);
    }
  } finally {
    unfelt();
    shown = false;
    observer.update({ wait: undefined });
    observer.notice("notice-unknown", { shown: false });
  }
}

/** The adapter's answer; unknown where it fails or says nothing, and as long as the page has set none. */
async function ask({ host, effect }: EffectRun, course: Course): Promise<Answer> {
  const adapter = isPractice(host) ? ownAccount : host.adapter;
  try {
    const answer = await adapter!.commit(effect, course);
    return ["committed", "refused", "conflict"].includes(answer?.kind) ? answer : { kind: "unknown" };
  } catch {
    return { kind: "unknown" };
  }
}

/**
 * Cut short where the reader calls the change off. The first pause is left then: an adapter that doesn't
 * heed the signal is never asked without one.
 */
function pauseOf(milliseconds: number, { signal, after }: EffectRun): Promise<void> {
  return new Promise((done) => {
    const end = after(milliseconds, done);
    const shorten = () => {
      end();
      after(pauses.first, done);
    };
    signal.addEventListener("abort", shorten, { once: true });
  });
}
