// Journals of the browser are replayed natively, event by event, to the digests that the element had.
import assert from "node:assert/strict";
import { newCard, replay, scenario } from "./harness.mjs";

/** Checks that every step that was shown is in the replay, in order, and that both end at the same step. */
async function agrees(reader) {
  const steps = replay(await reader.journal());
  const { node, digests } = await reader.view();
  assert.deepEqual({ node: steps.at(-1).node, digests: steps.at(-1).digests }, { node, digests });
  const shown = (await reader.elementEvents("stegvis-step")).filter(({ digests }) => digests).slice(1);
  let at = 0;
  for (const event of shown) {
    while (
      at < steps.length &&
      JSON.stringify(sorted(steps[at].digests)) !== JSON.stringify(sorted(event.digests))
    )
      at++;
    assert.ok(
      at < steps.length,
      `${event.detail.node} ${JSON.stringify(event.digests)} is not in the replay`,
    );
    assert.equal(steps[at].node, event.detail.node);
  }
  assert.ok(shown.length > 3);
  return steps;
}

const sorted = ({ flow, session, account }) => ({ flow, session, account });

scenario("replace, go back, undo", async (reader) => {
  await reader.toReview();
  await reader.press(`${reader.ui("change")} ${reader.guide("new")}`);
  await reader.pick("new", reader.card("visa", "5556"));
  await reader.sees("review", { new: reader.card("visa", "5556"), old: reader.visa });
  await reader.replace();
  await reader.sees("replaced");
  await reader.back();
  await reader.element.getByText(reader.ui("review-done")).waitFor();
  await reader.go();
  await reader.sees("replaced");
  await reader.undo();
  await reader.role("heading", reader.guide("replaced.undone")).waitFor();
  const steps = await agrees(reader);
  assert.equal(steps.filter(({ kind }) => kind === "committed").length, 2);
  assert.equal(steps.at(-1).digests.account, steps[0].digests.account, "the undo gives back the account");
});

scenario("add a card on the way, with a draft", async (reader) => {
  await reader.toForm();
  await reader.fill(newCard);
  await reader.press(reader.guide("add.action"));
  await reader.seesReview(reader.added);
  await reader.replace();
  await reader.sees("replaced");
  const steps = await agrees(reader);
  assert.ok(steps.some(({ kind }) => kind === "draft"));
  const bytes = (await reader.journal()).toString("latin1");
  assert.doesNotMatch(bytes, /5555 ?5555|"code"|123"/, "neither number nor code is in a journal");
});

scenario("wait, and correct the details all the same", { account: "practice:few" }, async (reader) => {
  await reader.answer("notices", "few");
  await reader.sees("wait");
  await reader.press(reader.guide("wait.anyway"));
  await reader.answer("added", "no");
  await reader.changedToDetails();
  await reader.toUpdate();
  await reader.press(reader.guide("review-update.action"));
  await reader.sees("updated");
  await agrees(reader);
});
