// An element's last act when the reader leaves the page, which the browser may bring back as it was.
import { noChange } from "lit-html";
import { directive, Directive, type ElementPart } from "lit-html/directive.js";

type Job = (element: Element) => void;

class OnLeave extends Directive {
  private _job?: Job;
  private _waits = false;

  render(_job: Job): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [job]: [Job]): unknown {
    this._job = job;
    if (!this._waits) {
      this._waits = true;
      // Once: an element that is gone by then keeps nothing alive behind it.
      const left = () => {
        this._waits = false;
        if (element.isConnected) this._job?.(element);
      };
      addEventListener("pagehide", left, { once: true });
    }
    return noChange;
  }
}

/** In the place of an attribute: `<input ${onLeave((input) => ...)}>`. The job draws the element again. */
export const onLeave = directive(OnLeave);
