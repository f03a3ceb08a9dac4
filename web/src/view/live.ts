// A property of an element that the reader changes too: it is compared with what the element has now, not
// with what was drawn last.
import { noChange } from "lit-html";
import { directive, Directive, type PropertyPart } from "lit-html/directive.js";
import { setCommittedValue } from "lit-html/directive-helpers.js";

class Live extends Directive {
  render(value: unknown): unknown {
    return value;
  }

  override update(part: PropertyPart, [value]: [unknown]): unknown {
    const element = part.element as unknown as Record<string, unknown>;
    if (element[part.name] === value) return noChange;
    setCommittedValue(part);
    return value;
  }
}

/** For property bindings: `.value=${live(text)}`. */
export const live = directive(Live);
