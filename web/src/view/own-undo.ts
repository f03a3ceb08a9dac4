// Undo in a field that groups what is typed. A browser's own undo knows nothing of the grouping: it does
// nothing, or mixes an old text into the new one.
import { noChange } from "lit-html";
import { directive, type ElementPart } from "lit-html/directive.js";
import { OutsideEvents, type Job } from "./outside-events.ts";

/** A text, and what is selected in it. */
interface Moment {
  text: string;
  start: number;
  end: number;
}

/** Inputs of these kinds that follow each other at the caret are one, as in a browser's own undo. */
const typing = /^insert(Composition)?Text$|^deleteContent/;

/** The texts that were in the field. They go with it, and when the page is left. */
class OwnUndo extends OutsideEvents {
  private _box?: HTMLInputElement;
  private _past: Moment[] = [];
  private _undone: Moment[] = [];
  /** As the last input left the field, and the kind of that input. */
  private _last: Moment = { text: "", start: 0, end: 0 };
  private _kind = "";
  /** The browser has said that an input comes. */
  private _announced = false;

  protected _events(): [EventTarget, string][] {
    return [[window, "pagehide"]];
  }

  override update(part: ElementPart, [job]: [Job]): unknown {
    super.update(part, [
      (box) => {
        this._past = [];
        this._undone = [];
        this._last = { text: "", start: 0, end: 0 };
        job(box);
      },
    ]);
    if (this._box) return noChange;
    const box = (this._box = part.element as HTMLInputElement);
    box.addEventListener("keydown", (event) => this._pressed(event));
    // Before the field's own listener moves the caret.
    box.addEventListener("beforeinput", (event) => this._comes(event), true);
    box.addEventListener("compositionstart", () => {
      this._kind = "";
      this._remember(this._now);
    });
    for (const type of ["input", "change", "compositionend"])
      box.addEventListener(type, () => this._came(type));
    return noChange;
  }

  private get _now(): Moment {
    const { value: text, selectionStart, selectionEnd } = this._box!;
    return { text, start: selectionStart ?? text.length, end: selectionEnd ?? text.length };
  }

  private _pressed(event: KeyboardEvent): void {
    const { key, code, ctrlKey, altKey, metaKey, shiftKey, isComposing } = event;
    if (ctrlKey === metaKey || altKey || isComposing) return;
    // A keyboard of other letters has the shortcuts of the Latin ones.
    const letter = (key < "\x80" ? key : code.slice(3)).toLowerCase();
    if (letter === "z") this._turn(event, shiftKey);
    else if (letter === "y" && ctrlKey) this._turn(event, true);
  }

  private _comes(event: InputEvent): void {
    const { inputType, isComposing } = event;
    // By the browser's menu.
    if (/^history/.test(inputType)) return this._turn(event, inputType === "historyRedo");
    this._announced = true;
    if (isComposing) return;
    const { text, start, end } = this._now;
    const { _last: last } = this;
    const goesOn =
      inputType === this._kind &&
      typing.test(inputType) &&
      text === last.text &&
      start === last.start &&
      start === end;
    if (!goesOn) this._remember({ text, start, end });
    this._kind = inputType;
  }

  private _remember(moment: Moment): void {
    this._past.push(moment);
    this._undone = [];
  }

  private _came(type: string): void {
    const now = this._now;
    // A script has set it, or the browser has filled it in; or what was composed is grouped.
    if (!this._announced && now.text !== this._last.text && type !== "compositionend")
      this._remember(this._last);
    this._announced = false;
    this._last = now;
  }

  /** Goes back to what was there, or `again` to what was undone. */
  private _turn(event: Event, again: boolean): void {
    event.preventDefault();
    const box = this._box!;
    const now = this._now;
    const [from, to] = again ? [this._undone, this._past] : [this._past, this._undone];
    let moment = from.pop();
    // An input that changed nothing.
    while (moment?.text === now.text) moment = from.pop();
    if (!moment) return;
    to.push(now);
    box.value = moment.text;
    box.setSelectionRange(again ? moment.end : moment.start, moment.end);
    this._kind = "";
    this._last = this._now;
    const inputType = again ? "historyRedo" : "historyUndo";
    box.dispatchEvent(new InputEvent("input", { inputType, bubbles: true, composed: true }));
  }
}

/** In the place of an attribute, behind the field's listeners. The job is done as the page is left. */
export const ownUndo = directive(OwnUndo);
