// An element's act at an event outside of it: the reader leaves the page, or prints it; the page moves it.
import { noChange } from "lit-html";
import { Directive, type ElementPart } from "lit-html/directive.js";

export type Job = (element: Element) => void;

export abstract class OutsideEvents extends Directive {
  private _job?: Job;
  private _waits = false;

  /** The events; the first one counts where several say the same. */
  protected abstract _events(root?: ShadowRoot): [EventTarget, string][];

  render(_job: Job, _root?: ShadowRoot): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [job, root]: [Job, ShadowRoot?]): unknown {
    this._job = job;
    if (!this._waits) this._wait(element, root);
    return noChange;
  }

  /** An element that is gone at the next event is let go of. */
  private _wait(element: Element, root?: ShadowRoot): void {
    this._waits = true;
    const end = new AbortController();
    const act = () => {
      end.abort();
      this._waits = element.isConnected;
      if (!this._waits) return;
      this._wait(element, root);
      this._job!(element);
    };
    for (const [target, type] of this._events(root)) target.addEventListener(type, act, end);
  }
}
