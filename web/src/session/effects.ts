// Effects on their way to the account adapter: asked once, and asked again after a pause as long as nobody
// can say what came of it, always under the same key. Where a person has to confirm it, that is waited for.
import type { Effect } from "../core/types.ts";
import { within } from "../timing/deadline.ts";
import { forAnswer, forCancelling } from "../timing/limits.ts";
import type { Environment } from "../loading/environment.ts";
import { isHosted, isPractice, type AccountHost } from "./account-name.ts";
import { membersOf, readAnswer } from "./adapter-answer.ts";
import type { AccountAdapter, ActionNeeded, Answer, CommitContext } from "./adapter.ts";
import { jitter } from "./jitter.ts";
import type { Observer, Wait } from "./observer.ts";
import { cameBack, returnAddress } from "./return-address.ts";
import type { Session } from "./session.ts";

/** Milliseconds after which a wait is shown, and between two questions: at first, and at the longest. */
const felt = 1000;
const pauses = { first: 1000, longest: 30000 };

/** The account of this browser: the core applies the operation with the answer. */
const ownAccount: Pick<AccountAdapter, "commit" | "status"> = {
  commit: async ({ bank, version }) =>
    bank?.reasons
      ? { kind: "refused", reasons: bank.reasons }
      : bank?.confirm
        ? { kind: "action-needed" }
        : { kind: "committed", version: version + 1 },
};

export interface EffectRun {
  effect: Effect & { token?: string };
  /** The account: a practice account is in this browser, any other is asked by the page's adapter. */
  host: AccountHost & { readonly adapter?: AccountAdapter };
  /** Aborted where the reader calls the change off. */
  signal: AbortSignal;
  environment: Pick<Environment, "after" | "now" | "randomize">;
  observer: Pick<Observer, "notice" | "update" | "problem">;
  /** The page was loaded since the effect was asked for. */
  resumed: boolean;
  /** The reader has just come back from the bank. */
  cameBack?: boolean;
  /** The address by which the bank sends the reader back. */
  returnTo?: string;
  /** Nobody waits for an answer any more. */
  closed(): boolean;
  /** Takes each answer that counts: the first that is unknown or needs an action, and the last. */
  answered(answer: Answer): Promise<void>;
  /** Is handed the end of each wait: called, it is over. */
  wake(end: () => void): void;
}

/** The same, of a session: each answer that counts is its next event. One run for each effect. */
export async function carryOutOf(session: Session, effect: Effect, resumed: boolean): Promise<void> {
  const { host, opening } = session._options;
  const { key } = effect;
  session._again = session._underWay === key;
  if (session._again) return;
  session._underWay = key;
  session._cancellation = new AbortController();
  const token = session._account?.tokenOf(effect);
  const closed = () => session._closed || session._underWay !== key || !isPending(session, key);
  await carryOut({
    effect: { ...effect, ...(token && { token }) },
    host,
    signal: session._cancellation.signal,
    environment: opening.environment,
    observer: lateObserver(session),
    resumed,
    cameBack: resumed && cameBack(key),
    returnTo: returnAddress(key),
    closed,
    wake: (end) => (session._wake = end),
    answered: (answer) =>
      session._enqueue(async () => {
        if (closed()) return;
        const { kind } = answer;
        const later = kind === "action-needed" && { v: 3 };
        const value = { ...membersOf(answer), of: key };
        await session._dispatch({ ...later, kind, node: session._node, value });
        await session._account?.answered(answer);
      }),
  });
  if (session._underWay !== key) return;
  session._underWay = undefined;
  // The answer was not stored, as another tab had stored something.
  if (session._again && !session._closed && isPending(session, key)) await carryOutOf(session, effect, true);
}

/** The session's observer at each call: a session that opens beside another one gets the view's later. */
function lateObserver({ _options: options }: Session): EffectRun["observer"] {
  return {
    notice: (id, shown) => options.observer.notice(id, shown),
    update: (change) => options.observer.update(change),
    problem: (problem, notice) => options.observer.problem(problem, notice),
  };
}

/** Another tab may have heard the answer: then nothing is waited for here. */
export function recheck(session: Session): void {
  const key = session._underWay;
  if (!key || isPending(session, key)) return;
  session._options.observer.update({ wait: undefined, action: undefined });
  session._wake?.();
}

function isPending({ core }: Session, key: string): boolean {
  return !!core?.effects().some((effect) => effect.key === key);
}

/** Ends when the adapter has answered, or nobody waits for it any more. */
export async function carryOut(run: EffectRun): Promise<void> {
  const { effect, signal, environment, observer, closed, answered } = run;
  const wait: Wait = { cancelled: false };
  let shown = false;
  const show = () => {
    if (shown) observer.update({ wait: { ...wait } });
  };
  const progress = (part: number) => {
    wait.part = Math.min(1, Math.max(0, Number(part) || 0));
    show();
  };
  signal.addEventListener("abort", () => {
    wait.cancelled = true;
    show();
  });
  const feel = () =>
    environment.after(felt, () => {
      shown = true;
      show();
    });
  if (run.cameBack) {
    shown = true;
    show();
  }
  let unfelt = feel();
  let reported = effect.actionNeeded ? "action-needed" : "";
  let lookedUp = !run.resumed;
  try {
    for (let pause = pauses.first; !closed();) {
      const answer = await ask(run, !lookedUp, progress);
      lookedUp = true;
      if (closed()) return;
      const { kind } = answer;
      if (kind !== "unknown" && kind !== "action-needed") return await answered(answer);
      if (kind === "unknown" ? !reported : kind !== reported) {
        await answered(answer);
        reported = kind;
      }
      if (kind === "unknown") {
        observer.notice("notice-unknown");
        await pauseOf(jitter(Math.max(pause, answer.after ?? 0), environment.randomize), run);
        pause = Math.min(2 * pause, pauses.longest);
        continue;
      }
      observer.notice("notice-unknown", { shown: false });
      unfelt();
      shown = false;
      const reply = await confirmation(answer, run);
      unfelt = feel();
      if (reply) return await answered(reply);
      lookedUp = false;
    }
  } finally {
    unfelt();
    shown = false;
    observer.update({ wait: undefined, action: undefined });
    observer.notice("notice-unknown", { shown: false });
  }
}

/**
 * Waits until the reader has confirmed, or has called the change off. The reply is the answer already where a
 * practice account's bank has given it.
 */
function confirmation(answer: ActionNeeded, run: EffectRun): Promise<Answer | undefined> {
  const { host, signal, observer, wake, effect } = run;
  const { url, mount } = answer;
  const cancelled: Answer = { kind: "refused", reasons: [{ code: "cancelled" }] };
  const bank = isPractice(host) && !!effect.bank;
  return new Promise((resolve) => {
    const goOn = (reply?: Answer) => {
      observer.update({ action: undefined });
      resolve(reply);
    };
    const calledOff = () => goOn(bank ? cancelled : undefined);
    if (signal.aborted) return calledOff();
    signal.addEventListener("abort", calledOff, { once: true });
    wake(() => goOn());
    observer.update({ wait: undefined, action: { url, mount, practice: bank, goOn } });
  });
}

/** The adapter's answer; unknown where it fails or says nothing, and as long as the page has set none. */
async function ask(
  { host, effect, signal, environment, observer, returnTo = "" }: EffectRun,
  lookUp: boolean,
  progress: CommitContext["progress"],
): Promise<Answer> {
  const adapter = isPractice(host) ? ownAccount : host.adapter;
  const context = { signal, deadline: environment.now() + forAnswer, returnTo };
  const asked = async () =>
    lookUp && adapter!.status
      ? adapter!.status(effect.key, context)
      : adapter!.commit(effect, { ...context, progress });
  try {
    const unknown = (): Answer => ({ kind: "unknown" });
    const answering = within<unknown>(environment.after, forAnswer, asked(), unknown);
    const answered = await Promise.race([answering, calledOff(environment.after, signal).then(unknown)]);
    const answer = readAnswer(answered, isHosted(host));
    if ("kind" in answer) return answer;
    observer.problem(answer);
  } catch (error) {
    if (adapter) observer.problem({ code: "adapter-failed", where: effect.operation, detail: String(error) });
  }
  return { kind: "unknown" };
}

/** Ends a while after the reader has called the change off, which an adapter may not heed. */
function calledOff(after: Environment["after"], signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (!signal.aborted)
      signal.addEventListener("abort", () => after(forCancelling, resolve), { once: true });
  });
}

/**
 * Cut short where the reader calls the change off. The first pause is left then: an adapter that doesn't
 * heed the signal is never asked without one.
 */
function pauseOf(milliseconds: number, { signal, environment, wake }: EffectRun): Promise<void> {
  return new Promise((done) => {
    const end = environment.after(milliseconds, done);
    const shorten = () => {
      end();
      environment.after(pauses.first, done);
    };
    signal.addEventListener("abort", shorten, { once: true });
    wake(done);
  });
}
