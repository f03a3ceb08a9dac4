// A change under way: the adapter is asked, and asked again after a while where it can't say, always
// under the same key. A wait that is felt is shown, with how far it is and a way to call it off.
import { html, nothing } from "lit-html";
import type { Adapter, Answer, Course } from "../../session/adapter.ts";
import type { Stage, Wait } from "../step-context.ts";
import type { Effect } from "../../core/types.ts";

/** Milliseconds after which a wait is shown, and between two questions: at first, and at most. */
const felt = 1000;
const pauses = { first: 1000, most: 30000 };

/** What of the widget a wait shows itself by. */
interface Shown {
  busy: boolean;
  notices: string[];
  wait?: Wait;
  render(): void;
}

/** This browser's own account: the core applies the operation with the answer. */
const here: Adapter = { commit: async () => ({ kind: "committed" }) };

/** The adapter's answer; one that fails or says nothing is unknown. */
async function ask(adapter: Adapter, effect: Effect, course: Course): Promise<Answer> {
  try {
    const answer = await adapter.commit(effect, course);
    return ["committed", "refused", "conflict"].includes(answer?.kind) ? answer : { kind: "unknown" };
  } catch {
    return { kind: "unknown" };
  }
}

/** Ends when the adapter has answered, or nobody waits any more. `take` is given each answer that counts. */
export async function carryOut(
  frame: Shown,
  adapter: Adapter = here,
  effect: Effect,
  live: () => boolean,
  take: (answer: Answer) => Promise<void>,
): Promise<void> {
  const off = new AbortController();
  const { signal } = off;
  const draw = () => {
    if (live()) frame.render();
  };
  const wait: Wait = {
    cancelled: false,
    cancel() {
      wait.cancelled = true;
      off.abort();
      draw();
    },
  };
  const course: Course = {
    signal,
    progress(part) {
      wait.part = Math.min(1, Math.max(0, Number(part) || 0));
      draw();
    },
  };
  frame.busy = true;
  draw();
  const shown = setTimeout(() => {
    frame.wait = wait;
    draw();
  }, felt);
  try {
    for (let pause = pauses.first; live(); pause = Math.min(2 * pause, pauses.most)) {
      const answer = await ask(adapter, effect, course);
      if (answer.kind !== "unknown") return await take(answer);
      if (pause === pauses.first) await take(answer);
      if (!frame.notices.includes("notice-unknown")) frame.notices.push("notice-unknown");
      draw();
      await new Promise<void>((go) => {
        const timer = setTimeout(go, pause);
        signal.addEventListener(
          "abort",
          () => {
            clearTimeout(timer);
            // An adapter that doesn't heed the signal is not asked without a pause.
            setTimeout(go, pauses.first);
          },
          { once: true },
        );
      });
    }
  } finally {
    clearTimeout(shown);
    frame.wait = undefined;
    frame.busy = false;
    frame.notices = frame.notices.filter((one) => one !== "notice-unknown");
    draw();
  }
}

export function waiting({ say }: Stage, wait?: Wait): unknown {
  if (!wait) return nothing;
  const { part, cancelled } = wait;
  return html`<div class="wait" part="wait"><p>${say(cancelled ? "wait-cancelled" : "wait")}</p>
    ${part === undefined ? nothing : html`<progress max="1" .value=${part} aria-label=${say("wait")}></progress>`}
    ${cancelled ? nothing : html`<button type="button" class="second small" @click=${() => wait.cancel()}>${say("wait-cancel")}</button>`}</div>`;
}
