// A box that scrolls stays where it was scrolled to when the page moves the element: browsers forget it.
import { noChange } from "lit-html";
import { directive, type ElementPart } from "lit-html/directive.js";
import { OutsideEvents, type Job } from "./outside-events.ts";

class KeepPlace extends OutsideEvents {
  private _top?: number;

  protected _events(root: ShadowRoot): [EventTarget, string][] {
    return [[root, "moved"]];
  }

  override update(part: ElementPart, [, root]: [Job, ShadowRoot?]): unknown {
    const { element } = part;
    if (this._top === undefined) {
      this._top = 0;
      element.addEventListener("scroll", () => {
        this._top = element.scrollTop;
      });
    }
    super.update(part, [() => element.scrollTo(0, this._top!), root]);
    return noChange;
  }
}
const keep = directive(KeepPlace);

/** In the place of an attribute. */
export const keepPlace = (root: ShadowRoot): unknown => keep(() => {}, root);
