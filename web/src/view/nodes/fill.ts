// A form. It is judged on Continue only; while the reader types it helps with grouping and names the
// brand. What is typed into a secret field goes to the core's buffer and nowhere else.
import { html, nothing } from "lit-html";
import { guard } from "lit-html/directives/guard.js";
import { repeat } from "lit-html/directives/repeat.js";
import { checkField, fieldsOf as formFields } from "../../core/queries.ts";
import { type } from "../../core/secret-field.ts";
import type { Field, Verdict } from "../../core/types.ts";
import { foldedArticle } from "../parts/folded-article.ts";
import { testCard } from "../parts/test-card.ts";
import { undoButton } from "../parts/undo-button.ts";
import { live } from "../live.ts";
import { ownUndo } from "../own-undo.ts";
import type { NodeRenderer } from "../registry.ts";
import type { PanelContext as StepContext } from "../step-context.ts";
import { within } from "../../timing/deadline.ts";
import { forAnswer } from "../../timing/limits.ts";
import { keepTyped } from "../typed-keys.ts";
import { isToken, providerFields, slotName } from "./provider-fields.ts";

/** A choice among at most so many is made by radios, among more from a menu. */
const maxRadios = 6;
/** Milliseconds without a key before the draft is sent. */
const draftDelay = 1000;

function draw(step: StepContext): unknown {
  const { view, say, tell } = step;
  const { form, offers, state } = view;
  if (!form) return filled(step);
  const fields = fieldsOf(step);
  const hint = tell("hint");
  const known = fields.some(({ kind, value }) => kind === "text" && value);
  const action = (offers.confirm || state === "pending") && tell("action");
  return html`${step.heading()}
    ${state === "undone" ? html`<p class="notice" part="notice">${say("review-undone")}</p>` : nothing}
    <div role="status">
      ${step.state.wiped ? html`<p class="notice" part="notice">${say("notice-wiped")}</p>` : nothing}
    </div>
    ${hint ? html`<p class="hint" part="hint">${hint}</p>` : nothing}
    ${foldedArticle(step)}
    ${known ? html`<p class="hint">${say("known-fields")}</p>` : nothing}
    ${testCard(step, fields)}
    <div class="fields" @focusout=${() => sendDraft(step)}
      @keydown=${keepTyped} @keypress=${keepTyped} @keyup=${keepTyped}>
      ${repeat(
        fields,
        ({ id }) => id,
        (field) => fieldOf(step, field),
      )}
    </div>
    ${form.undoable ? html`<p class="yet">${say("form-undoable")}</p>` : nothing}
    <div class="actions">${step.submitButton(action || undefined)}</div>`;
}

/** A form that an operation was carried out with: what was done, and the ways on. */
function filled(step: StepContext): unknown {
  const { view, say, messages, domain } = step;
  const filled = view.values[domain?.nameValue ?? "name"];
  const actions = html`<div class="actions">${step.submitButton()}${undoButton(step)}</div>`;
  return html`${step.heading()}
    <p class="notice" part="notice">${say("review-done")}</p>
    ${filled ? html`<p>${messages.format.value(filled)}</p>` : nothing}
    ${view.offers.answer ? actions : nothing}`;
}

function fieldsOf({ view, state }: StepContext): readonly Field[] {
  return state.fields ?? view.form!.fields;
}

/** Values as text: what the reader typed, else what is known. Secret fields have none. */
function valuesOf(step: StepContext): Record<string, string> {
  const typed = step.state.values;
  const values: Record<string, string> = {};
  for (const field of fieldsOf(step)) {
    if (!/secret|provider/.test(field.kind)) values[field.id] = typed?.[field.id] ?? knownText(field);
  }
  return values;
}

function knownText({ kind, value = "" }: Field): string {
  if (typeof value === "object" && "country" in value) return value.country;
  // A card has its month before its year: "2028-01" is 01/28 there.
  return kind === "expiry" ? String(value).replace(/^\d\d(\d\d)-(\d\d)$/, "$2/$1") : String(value);
}

/** Remembers what was typed, which the page shows already; a script may say so by `change` alone. */
function put(step: StepContext, id: string, value: string): void {
  if (valuesOf(step)[id] === value) return;
  step.remember({ values: { ...step.state.values, [id]: value } });
  step.after("draft", draftDelay, () => sendDraft(step));
  const { core, view, day } = step;
  if (core && isWrong(step, id))
    step.attempt(() => righted(step, id, checkField(core, view.form!, { id, values: valuesOf(step), day })));
}

function isWrong({ mistakes }: StepContext, id: string): boolean {
  return mistakes.some(({ at }) => at === "field-" + id);
}

/** A mistake goes as soon as its field is right; a new one comes on Continue alone. */
function righted(step: StepContext, id: string, standing: Verdict["standing"]): void {
  if (standing === "valid") step.set({ mistakes: step.mistakes.filter(({ at }) => at !== "field-" + id) });
}

/** Puts a choice that decides what else is asked: the country the address, the kind all other fields. */
function choose(step: StepContext, id: string, value: string): void {
  put(step, id, value);
  const { core, view, day } = step;
  if (!core) return;
  step.attempt(() => {
    const fields = formFields(core, view.form!, valuesOf(step), day);
    // A mistake goes with its field.
    const mistakes = step.mistakes.filter(
      ({ at }) => !at || fields.some((field) => at === "field-" + field.id),
    );
    step.set({ fields, mistakes });
  });
}

/** Sends what is in the form, as the reader leaves a field and after a pause. */
function sendDraft(step: StepContext): void {
  if (!step.state.values) return;
  const value = valuesOf(step);
  const draft = JSON.stringify(value);
  if (draft === step.state.draft) return;
  step.remember({ draft });
  step.dispatch({ kind: "draft", node: step.view.node }, { value });
}

function fieldOf(step: StepContext, field: Field): unknown {
  const { say, state } = step;
  const id = "field-" + field.id;
  const label = (field.label && say(`${id}-${field.label}`, {}, "")) || say(id);
  const name = field.required ? label : `${label} ${say("optional")}`;
  const hint = say(id + ".hint", { brand: state.brands?.number || "none" }, "");
  const mistake = step.mistakeAt(id);
  const described = `${hint ? id + "-hint" : ""} ${mistake ? id + "-error" : ""}`.trim() || nothing;
  const help = html`${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}${mistake}`;
  const wrong = mistake ? "wrong" : "";
  const { kind, options = [] } = field;
  if (kind === "country" && options.length === 1)
    return html`<div class="field fixed ${wrong}" id=${id} role="group" tabindex="-1"
      aria-labelledby="${id}-name" aria-describedby="${id}-why">
      <p class="label" id="${id}-name">${label}</p>
      ${help}
      <p>${step.messages.format.country(options[0])}</p>
      <p class="hint" id="${id}-why">${say(id + ".fixed", {}, "")}</p>
    </div>`;
  if (kind === "provider") return provider(step, id, label, help, described, wrong);
  if (kind === "choice" && options.length <= maxRadios)
    return html`<fieldset class="field ${wrong}" aria-describedby=${described}>
      <legend>${name}</legend>
      ${help}
      ${radios(step, field, id)}
    </fieldset>`;
  const draw = kind === "choice" || kind === "country" ? menu : kind === "secret" ? secret : input;
  return html`<div class="field of-${field.id} ${kind} ${wrong}">
    <label for=${id}>${name}</label>
    ${help}
    ${draw(step, field, { id, described, wrong: !!mistake })}
  </div>`;
}

/** The provider says itself what is wrong in its fields; here it is said that something is. */
function provider(
  step: StepContext,
  id: string,
  label: string,
  help: unknown,
  described: unknown,
  wrong: string,
): unknown {
  const { session, guide } = step;
  const fields = session?._options.host.adapter?.paymentFields;
  const { kind = "", country = "" } = valuesOf(step);
  const options = { kind, country, locale: guide.locale };
  return html`<div class="field fixed ${wrong}" id=${id} role="group" tabindex="-1"
    aria-labelledby="${id}-name" aria-describedby=${described}>
    <p class="label" id="${id}-name">${label}</p>
    ${help}
    ${
      fields
        ? html`<slot name=${slotName}
            ${providerFields(fields, options, (mounted) => step.remember({ provider: mounted }))}></slot>`
        : nothing
    }
  </div>`;
}

/** Of a field's element: its id, the ids of what describes it, and whether its value is a mistake. */
interface Element {
  id: string;
  described: unknown;
  wrong: boolean;
}

function radios(step: StepContext, { id: name, options = [] }: Field, id: string): unknown {
  const now = valuesOf(step)[name];
  const radio = (option: string, i: number) => html`<label class="choice" part="choice">
    <input type="radio" name=${name} id=${i ? `${id}-${i}` : id} value=${option}
      .checked=${live(now === option)} @change=${() => choose(step, name, option)}>
    <span>${step.say(`${name}-${option}`)}</span>
  </label>`;
  return html`<div class="choices">${options.map(radio)}</div>`;
}

function input(step: StepContext, field: Field, { id, described, wrong }: Element): unknown {
  const expiry = field.kind === "expiry";
  const typed = (event: Event) => {
    const box = event.target as HTMLInputElement;
    if (expiry) groupExpiry(box, event as InputEvent);
    put(step, field.id, box.value);
  };
  return html`<input id=${id} name=${field.id} type="text" part="input"
    autocomplete=${field.autofill || "off"} inputmode=${expiry ? "numeric" : nothing}
    dir=${expiry ? "ltr" : "auto"} maxlength=${expiry ? 9 : 200}
    spellcheck="false" aria-describedby=${described} aria-invalid=${wrong}
    .value=${live(valuesOf(step)[field.id])} @input=${typed} @change=${typed} @compositionend=${typed}
    ${expiry ? ownUndo(() => {}) : nothing}>`;
}

/** "1230" is 12/30 as soon as its year begins; a text that is shortened, or composed, stays as it is. */
function groupExpiry(box: HTMLInputElement, { inputType = "", isComposing }: InputEvent): void {
  const [, month, year] = /^(\d\d)(\d{1,4})$/.exec(box.value) ?? [];
  if (isComposing || /^delete/.test(inputType) || !month || Number(month) > 12) return;
  if (box.selectionEnd === box.value.length) box.value = `${month}/${year}`;
}

function menu(step: StepContext, field: Field, { id, described, wrong }: Element): unknown {
  const now = valuesOf(step)[field.id];
  const values = field.options ?? (now ? [now] : []);
  // 200 countries are named and sorted when they are others, not at every key.
  const options = guard([step.messages, now, field.options], () =>
    named(step, field, values).map(
      ({ value, words }) => html`<option value=${value} .selected=${live(value === now)}>${words}</option>`,
    ),
  );
  const changed = (event: Event) => choose(step, field.id, (event.target as HTMLSelectElement).value);
  return html`<span class="menu">
    <select id=${id} name=${field.id} part="input" autocomplete=${field.autofill || "off"}
      aria-describedby=${described} aria-invalid=${wrong} @change=${changed}>
      ${now ? nothing : html`<option value=""></option>`}
      ${options}
    </select>
  </span>`;
}

/** Options with their words; countries in the order of these. */
function named({ messages, say }: StepContext, { id, kind }: Field, options: readonly string[]) {
  if (kind !== "country") return options.map((value) => ({ value, words: say(`${id}-${value}`, {}, value) }));
  const { compare } = new Intl.Collator(messages.format.locale);
  return options
    .map((value) => ({ value, words: messages.format.country(value) }))
    .sort((a, b) => compare(a.words, b.words));
}

function secret(step: StepContext, field: Field, { id, described, wrong }: Element): unknown {
  const { say, state, domain } = step;
  const { brands = {} } = state;
  const brand = brands[field.id];
  const help = domain?.secretField?.(field.id, brands);
  const typed = (event: Event) =>
    step.attempt(() =>
      typeInto(step, field, event.target as HTMLInputElement, (event as InputEvent).isComposing),
    );
  return html`<span class="typed">
    <input id=${id} name=${field.id} type="text" part="input" autocomplete=${field.autofill || "off"}
      inputmode=${help?.inputMode ?? "text"} dir="ltr" maxlength="60" spellcheck="false" autocapitalize="off"
      aria-describedby=${described} aria-invalid=${wrong}
      @beforeinput=${skipGap} @input=${typed} @change=${typed} @compositionend=${typed}
      ${ownUndo((box) => wipe(step, box as HTMLInputElement))}>
    ${help?.picture}
    <span class="brand">
      ${help?.brandValue ? domain?.icon?.(help.brandValue) : nothing}
      <span role="status">${brand ? say("brand-" + brand) : ""}</span>
    </span>
  </span>`;
}

/** The page is left, and may come back as it was: what was typed here is taken away, and the core's copy. */
function wipe(step: StepContext, box: HTMLInputElement): void {
  if (!box.value) return;
  box.value = "";
  step.set({ wiped: true, brands: {} });
  step.core?.raw.wipe();
}

/** Delete before the gap of two groups takes the digit after it: the gap alone would come back. */
function skipGap(event: InputEvent): void {
  const box = event.target as HTMLInputElement;
  const at = box.selectionStart ?? 0;
  const { inputType } = event;
  if (inputType !== "deleteContentForward" || at !== box.selectionEnd) return;
  if (/[ -]/.test(box.value[at] ?? "")) box.setSelectionRange(at + 1, at + 1);
}

/** A text that is being composed stays as it is: the keyboard goes on from it. */
function typeInto(step: StepContext, { id }: Field, box: HTMLInputElement, composing: boolean): void {
  const { core, state } = step;
  if (!core) return;
  const { text, caret, brand, standing } = type(core, id, box.value, box.selectionStart ?? box.value.length);
  if (isWrong(step, id)) righted(step, id, standing);
  if (text !== box.value && !composing) {
    box.value = text;
    // The caret is at the end by then.
    if (caret !== text.length) box.setSelectionRange(caret, caret);
  }
  if ((state.brands?.[id] ?? "") !== brand) step.set({ brands: { ...state.brands, [id]: brand } });
}

function submit(step: StepContext): void {
  const { view, core, root, dispatch } = step;
  const { answer } = view.offers;
  if (!view.form) return dispatch(answer, { choice: "filled" });
  // The core judges what was typed last into each secret field. The number comes first: its brand decides
  // how long the code is.
  for (const { id, kind } of fieldsOf(step)) {
    if (kind !== "secret" || !core) continue;
    // A script may choose the kind and press in one go, before its fields are drawn.
    const { value = "" } = (root.getElementById("field-" + id) ?? {}) as HTMLInputElement;
    type(core, id, value, value.length);
  }
  if (fieldsOf(step).some(({ kind }) => kind === "provider")) void sendProvided(step);
  else send(step, {});
}

function send(step: StepContext, provided: Record<string, string>): void {
  const { answer, confirm } = step.view.offers;
  const all = { ...valuesOf(step), ...provided };
  const value = Object.fromEntries(Object.entries(all).filter(([, words]) => words));
  // The reader was warned, and sends the same once more.
  const warned = step.mistakes.some(({ code }) => code === "already-there");
  if (confirm) step.dispatch(confirm, { value, ...(warned && { choice: "anyway" }) });
  else step.dispatch(answer, { choice: "filled", value });
}

/** The provider takes in what is in its fields, and the form is sent with what it gave. */
async function sendProvided(step: StepContext): Promise<void> {
  const { session, say } = step;
  const fail = (code: string) =>
    step.fail([{ at: "field-provider", kind: "verdict", code, field: "provider" }]);
  if (step.state.tokenizing) return;
  step.set({ tokenizing: true, status: say("working") });
  const { after } = session!._options.opening.environment;
  try {
    const late = (): never => {
      throw new Error("no answer in time");
    };
    const fields = await within(after, forAnswer, step.state.provider!, late);
    const tokenized = (async () => fields.tokenize())().catch(() => undefined);
    const provided = await within<unknown>(after, forAnswer, tokenized, late);
    if (!isToken(provided)) return fail("provider-failed");
    const { token, brand, last4, expiry } = provided;
    session!._account!.give(token);
    send(step, { brand, last4, expiry: expiry.replace(/^\d\d(\d\d)-(\d\d)$/, "$2/$1") });
  } catch (error) {
    // Fields that never came, or say nothing, have refused nothing.
    step.emit("stegvis-error", { code: "adapter-failed", where: "paymentFields", detail: String(error) });
    fail("provider-late");
  } finally {
    step.set({ tokenizing: false, status: "" });
  }
}

export const fill: NodeRenderer = { draw, submit };
