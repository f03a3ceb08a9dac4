// Going on elsewhere: the journals of this guide as a file, and such a file opened again. It holds what the
// journals hold: names and addresses, never a card number or a code.
import { html, nothing } from "lit-html";
import { problemOf } from "../../loading/problem.ts";
import type { PanelContext } from "../step-context.ts";
import { saveFile } from "./save-file.ts";

export function transferPanel(step: PanelContext): unknown {
  const { say, guide, state, set, session } = step;
  const save = () =>
    session!
      .transfer(({ exportJournals }, on) => exportJournals(on))
      .then((bytes) => saveFile(guide.name + ".stegvis", "application/octet-stream", bytes as BlobPart))
      .catch(step.report);
  const chosen = async ({ target }: Event) => {
    const [file] = (target as HTMLInputElement).files ?? [];
    if (!file) return;
    // The same words as for an earlier file are announced only if they were taken away in between.
    set({ journalFile: undefined, fileProblem: undefined });
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { problem, day } = await session!.transfer(({ checkJournals }, on) => checkJournals(on, bytes));
      set({ journalFile: problem ? undefined : { bytes, day }, fileProblem: problem?.code });
    } catch (error) {
      set({ fileProblem: problemOf(error, "file-unreadable").code });
    }
  };
  // The region is there before its words are, or a screen reader may not announce them.
  return html`<div class="transfer">
    <h4>${say("transfer")}</h4>
    <p class="hint">${say("transfer-hint")}</p>
    <div class="actions">
      <button type="button" class="second small" @click=${save}>${say("transfer-save")}</button>
      <label class="second small file">
        ${say("transfer-open")}<input type="file" accept=".stegvis" class="unseen" @change=${chosen}>
      </label>
    </div>
    <div class=${state.journalFile ? "notice" : ""}>
      <div role="status">${fileStatus(step)}</div>
      ${fileButtons(step)}
    </div>
  </div>`;
}

function fileStatus({ say, state: { journalFile, fileProblem } }: PanelContext): unknown {
  if (fileProblem)
    return html`<p class="mistake">${say("transfer-refused")} <span class="facts">${fileProblem}</span></p>`;
  if (!journalFile) return nothing;
  const { day } = journalFile;
  return html`<p>${day ? say("transfer-found", { day: { day } }) : ""} ${say("transfer-replaces")}</p>`;
}

function fileButtons({ say, state: { journalFile }, set, session }: PanelContext): unknown {
  if (!journalFile) return nothing;
  const put = async () => {
    set({ journalFile: undefined });
    const problem = await session!
      .transfer(({ importJournals }, on) => importJournals(on, journalFile.bytes))
      .catch((error) => problemOf(error, "widget-failed"));
    if (problem) set({ fileProblem: problem.code });
  };
  const leave = () => set({ journalFile: undefined });
  return html`<div class="actions">
    <button type="button" class="go small" @click=${put}>${say("transfer-take")}</button>
    <button type="button" class="second small" @click=${leave}>${say("transfer-leave")}</button>
  </div>`;
}
