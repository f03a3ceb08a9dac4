// A form. It is judged on Continue only; while the reader types it helps with grouping and names the
// brand. What is typed into a secret field goes to the core's buffer and nowhere else.
import { html, nothing, svg } from "lit-html";
import { guard } from "lit-html/directives/guard.js";
import { live } from "lit-html/directives/live.js";
import { repeat } from "lit-html/directives/repeat.js";
import { type } from "../../core/secret-field.ts";
import type { Stage } from "../step-context.ts";
import type { Field } from "../../core/types.ts";
import { undo } from "../parts/undo-button.ts";

/** What the form needs of the widget. */
export interface Tools {
  draft(value: Record<string, unknown>): void;
}

const radiosTo = 6;
let tools: Tools;
let sent = "";
let pause: ReturnType<typeof setTimeout> | undefined;

export function use(given: Tools): void {
  tools = given;
}

export function draw(stage: Stage): unknown {
  const { view, say } = stage;
  const hint = stage.tell("hint");
  if (!view.form) {
    return html`${stage.heading()}<p class="notice" part="notice">${say("review-done")}</p>
      ${view.values.method ? html`<p>${stage.messages.format.value(view.values.method)}</p>` : nothing}
      ${view.offers.answer ? html`<div class="actions">${stage.submit()}${undo(stage)}</div>` : nothing}`;
  }
  const confirms = view.offers.confirm || view.state === "pending";
  return html`${stage.heading()}${view.state === "undone" ? html`<p class="notice" part="notice">${say("review-undone")}</p>` : nothing}
    ${hint ? html`<p class="hint" part="hint">${hint}</p>` : nothing}${stage.folded()}
    ${fieldsOf(stage).some(({ kind, value }) => kind === "text" && value) ? html`<p class="hint">${say("known-fields")}</p>` : nothing}
    <div class="fields" @focusout=${() => keep(stage)}>${repeat(
      fieldsOf(stage),
      (one) => one.id,
      (one) => field(stage, one),
    )}</div>
    ${view.form.undoable ? html`<p class="yet">${say("form-undoable")}</p>` : nothing}
    <div class="actions">${stage.submit((confirms && stage.tell("action")) || undefined)}</div>`;
}

function fieldsOf({ view, local }: Stage): Field[] {
  return local.fields ?? view.form!.fields;
}

/** A card has its month before its year: "2028-01" is 01/28 there. */
function asOnCard(month: string): string {
  return month.replace(/^\d\d(\d\d)-(\d\d)$/, "$2/$1");
}

/** Values as text: what the reader typed, else what is known. */
function values(stage: Stage): Record<string, string> {
  const out: Record<string, string> = {};
  for (const { id, kind, value } of fieldsOf(stage)) {
    if (kind === "secret") continue;
    const known =
      typeof value === "object" && "country" in value
        ? value.country
        : kind === "expiry"
          ? asOnCard(String(value ?? ""))
          : String(value ?? "");
    out[id] = stage.local.values?.[id] ?? known;
  }
  return out;
}

/** `again`: the country decides the address, and the kind what is asked at all. */
function put(stage: Stage, id: string, value: string, again: boolean): void {
  const { local, core, view } = stage;
  local.values = { ...local.values, [id]: value };
  clearTimeout(pause);
  pause = setTimeout(() => keep(stage), 1000);
  if (!again || !core) return;
  const fields = core.form(
    view.form!.form,
    view.form!.of ?? "",
    { ...values(stage), [id]: value },
    stage.day,
  );
  // A mistake goes with its field.
  const { mistakes } = stage;
  mistakes.splice(
    0,
    mistakes.length,
    ...mistakes.filter(({ at }) => !at || fields.some((one) => at === "field-" + one.id)),
  );
  stage.set({ fields });
}

/** What stands in the form is kept as the reader leaves a field, and after a pause. */
function keep(stage: Stage): void {
  clearTimeout(pause);
  if (!stage.local.values) return;
  const now = values(stage);
  const text = JSON.stringify(now);
  if (text === sent) return;
  sent = text;
  tools.draft(now);
}

function field(stage: Stage, one: Field): unknown {
  const { say } = stage;
  const id = "field-" + one.id;
  const name = html`${say(`${id}-${one.label ?? ""}`, {}, say(id, {}, one.id))}${one.required ? "" : " " + say("optional")}`;
  const hint = say(id + ".hint", { brand: stage.local.brand?.number || "none" }, "");
  const error = stage.mistakeAt(id);
  const about = `${hint ? id + "-hint" : ""} ${error ? id + "-error" : ""}`.trim() || nothing;
  const beside = html`${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}${error}`;
  const box = { id, about, wrong: !!error };
  if (one.kind === "choice" && (one.options?.length ?? 0) <= radiosTo) {
    return html`<fieldset class="field ${error ? "wrong" : ""}" aria-describedby=${about}><legend>${name}</legend>${beside}${radios(stage, one, id)}</fieldset>`;
  }
  return html`<div class="field of-${one.id} ${one.kind} ${error ? "wrong" : ""}"><label for=${id}>${name}</label>${beside}${
    one.kind === "choice" || one.kind === "country"
      ? select(stage, one, box)
      : one.kind === "secret"
        ? secret(stage, one, box)
        : input(stage, one, box)
  }</div>`;
}

interface Box {
  id: string;
  about: unknown;
  wrong: boolean;
}

function radios(stage: Stage, one: Field, id: string): unknown {
  const now = values(stage)[one.id];
  return html`<div class="choices">${one.options?.map(
    (option, i) => html`<label class="choice" part="choice">
    <input type="radio" name=${one.id} id=${i ? `${id}-${i}` : id} value=${option} .checked=${live(now === option)}
      @change=${() => put(stage, one.id, option, true)}><span>${stage.say(`${one.id}-${option}`, {}, option)}</span></label>`,
  )}</div>`;
}

function input(stage: Stage, one: Field, { id, about, wrong }: Box): unknown {
  const expiry = one.kind === "expiry";
  return html`<input id=${id} name=${one.id} type="text" part="input" autocomplete=${one.autofill || "off"} inputmode=${expiry ? "numeric" : nothing}
    dir=${expiry ? "ltr" : "auto"} maxlength=${expiry ? 9 : 200} spellcheck="false" aria-describedby=${about} aria-invalid=${wrong}
    .value=${live(values(stage)[one.id])} @input=${(event: Event) => put(stage, one.id, (event.target as HTMLInputElement).value, false)}>`;
}

function select(stage: Stage, one: Field, { id, about, wrong }: Box): unknown {
  const now = values(stage)[one.id];
  const country = one.kind === "country";
  const ids = one.options ?? (now ? [now] : []);
  // 200 countries are named and put in order when they are others, not at every key.
  const options = guard([stage.messages.locale, now, one.options], () =>
    named(stage, one, ids).map(
      ({ option, words }) =>
        html`<option value=${option} .selected=${live(option === now)}>${words}</option>`,
    ),
  );
  return html`<span class="menu"><select id=${id} name=${one.id} part="input" autocomplete=${one.autofill || "off"} aria-describedby=${about} aria-invalid=${wrong}
    @change=${(event: Event) => put(stage, one.id, (event.target as HTMLSelectElement).value, country || one.kind === "choice")}>
    ${now ? nothing : html`<option value=""></option>`}${options}</select></span>`;
}

/** Options in words; countries in the order of these. */
function named(
  { messages, say }: Stage,
  { id, kind }: Field,
  options: string[],
): { option: string; words: string }[] {
  if (kind !== "country")
    return options.map((option) => ({ option, words: say(`${id}-${option}`, {}, option) }));
  const { compare } = new Intl.Collator(messages.format.locale);
  return options
    .map((option) => ({ option, words: messages.format.country(option) }))
    .sort((a, b) => compare(a.words, b.words));
}

function secret(stage: Stage, one: Field, { id, about, wrong }: Box): unknown {
  const brand = stage.local.brand?.[one.id];
  return html`<span class="typed"><input id=${id} name=${one.id} type="text" part="input" autocomplete=${one.autofill || "off"}
    inputmode=${one.id === "iban" ? "text" : "numeric"} dir="ltr" maxlength="60" spellcheck="false" autocapitalize="off"
    aria-describedby=${about} aria-invalid=${wrong} @beforeinput=${overGap} @input=${(event: Event) => typed(stage, one, event.target as HTMLInputElement)}>
    ${one.id === "code" ? place(stage.local.brand?.number) : nothing}
    <span class="brand">${brand ? stage.mark?.({ method: { kind: "credit-card", brand } }) : nothing}<span role="status">${
      brand ? stage.say("brand-" + brand, {}, brand) : ""
    }</span></span></span>`;
}

/** Where on the card the code stands; the hint says it in words. */
function place(brand?: string): unknown {
  const front = brand === "american-express";
  return html`<svg class="place" viewBox="0 0 48 32" aria-hidden="true"><rect class="plate" x="0.75" y="0.75" width="46.5" height="30.5" rx="4"/>${
    front
      ? svg`<rect class="faint" x="5" y="12" width="8" height="6" rx="1"/><rect class="faint" x="5" y="22" width="26" height="3"/><rect class="spot" x="32" y="11" width="12" height="8" rx="2"/>`
      : svg`<rect class="faint" x="1" y="5" width="46" height="6"/><rect class="faint" x="5" y="16" width="26" height="7"/><rect class="spot" x="33" y="15" width="11" height="9" rx="2"/>`
  }</svg>`;
}

/** Delete before the gap of two groups takes the digit behind it: the gap alone would come back. */
function overGap(event: InputEvent): void {
  const box = event.target as HTMLInputElement;
  const at = box.selectionStart ?? 0;
  if (
    event.inputType !== "deleteContentForward" ||
    at !== box.selectionEnd ||
    !/[ -]/.test(box.value[at] ?? "")
  )
    return;
  box.setSelectionRange(at + 1, at + 1);
}

function typed(stage: Stage, one: Field, box: HTMLInputElement): void {
  const { core, local } = stage;
  if (!core) return;
  const { text, caret, brand } = type(core, one.id, box.value, box.selectionStart ?? box.value.length);
  if (text !== box.value) {
    box.value = text;
    // The caret is at the end by then.
    if (caret !== text.length) box.setSelectionRange(caret, caret);
  }
  if ((local.brand?.[one.id] ?? "") !== brand) stage.set({ brand: { ...local.brand, [one.id]: brand } });
}

export function submit(stage: Stage): void {
  const { view, core, root } = stage;
  if (!view.form) return stage.send(view.offers.answer, "filled");
  // The core judges what was typed last into each secret field: the number first, for the code's sake.
  for (const one of fieldsOf(stage)) {
    if (one.kind !== "secret" || !core) continue;
    const box = root.getElementById("field-" + one.id) as HTMLInputElement;
    type(core, one.id, box.value, box.value.length);
  }
  const value = Object.fromEntries(Object.entries(values(stage)).filter(([, words]) => words));
  if (view.offers.confirm) stage.send(view.offers.confirm, undefined, value);
  else stage.send(view.offers.answer, "filled", value);
}

export function leave(): void {
  clearTimeout(pause);
  sent = "";
}
