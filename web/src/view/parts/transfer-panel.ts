// Going on elsewhere: all that is kept of this guide as a file, and such a file opened again. It holds
// what the journals hold: names and addresses, never a card number or a code.
import { html, nothing } from "lit-html";
import { frames, head } from "../../storage/record-format.ts";
import type { Loaded } from "../../core/core.ts";
import type { Stage } from "../step-context.ts";

/** What of the widget gives and takes journals. */
interface Kept {
  exportJournal(): Promise<Uint8Array>;
  tryJournal(bytes: Uint8Array): Promise<Loaded> | Loaded;
  takeJournal(bytes: Uint8Array): Promise<unknown>;
}

/** Both journals stand in one file, the account's first; a guide without an account has only the session's. */
export function split(bytes: Uint8Array): { account: Uint8Array; session: Uint8Array } {
  const end = lengthOf(bytes);
  const rest = bytes.subarray(end);
  return rest.length
    ? { account: bytes.slice(0, end), session: rest.slice() }
    : { account: rest, session: bytes };
}

/** How many bytes the journal at the start has: up to where a record numbers itself anew. */
function lengthOf(bytes: Uint8Array): number {
  const starts = frames(bytes);
  if (!starts.length) return bytes.length;
  const last = starts[starts.length - 1];
  return last + head + new DataView(bytes.buffer, bytes.byteOffset + last).getUint32(0, true);
}

export function save(name: string, type: string, content: BlobPart): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

export function carry(stage: Stage, frame: Kept): unknown {
  const { say, guide, local } = stage;
  const { carried } = local;
  const out = async () =>
    save(guide.name + ".stegvis", "application/octet-stream", (await frame.exportJournal()) as BlobPart);
  const read = async ({ target }: Event) => {
    const [file] = (target as HTMLInputElement).files ?? [];
    if (!file) return;
    // The same words as for an earlier file are told only if they went away in between.
    stage.set({ carried: undefined, refused: undefined });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const found = await frame.tryJournal(bytes);
    stage.set({
      carried: found.problem ? undefined : { bytes, day: found.day },
      refused: found.problem?.code,
    });
  };
  const take = async () => {
    stage.set({ carried: undefined });
    await frame.takeJournal(carried!.bytes);
  };
  // The region is there before its words are, or a listener may not be told.
  return html`<div class="carry"><h4>${say("carry")}</h4><p class="hint">${say("carry-hint")}</p>
    <div class="actions"><button type="button" class="second small" @click=${out}>${say("carry-save")}</button>
      <label class="second small file">${say("carry-open")}<input type="file" accept=".stegvis" class="unseen" @change=${read}></label></div>
    <div class=${carried ? "notice" : ""}><div role="status">${
      local.refused
        ? html`<p class="mistake">${say("carry-refused")} <span class="facts">${local.refused}</span></p>`
        : carried
          ? html`<p>${carried.day ? say("carry-found", { day: { day: carried.day } }) : ""} ${say("carry-replaces")}</p>`
          : nothing
    }</div>
      ${
        carried
          ? html`<div class="actions"><button type="button" class="go small" @click=${take}>${say("carry-take")}</button>
        <button type="button" class="second small" @click=${() => stage.set({ carried: undefined })}>${say("carry-leave")}</button></div>`
          : nothing
      }</div></div>`;
}
