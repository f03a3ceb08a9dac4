// The scenario of a replacement by a new card. It calls `stop` at every step and every panel, and continues
// in the language that `stop` leaves.
import { card } from "./reader.mjs";

export async function replacement(reader, stop) {
  const wrong = () => reader.see("group", reader.ui("problem"));
  const node = (id) => reader.until(`the step is ${id}`, async () => (await reader.view()).node === id);
  await reader.sees("notices");
  await stop("notices");
  await reader.check(reader.guide("notices.unsure"));
  await reader.go();
  await node("count");
  await stop("count");
  await reader.check(reader.guide("count.many"));
  await reader.go();
  await reader.sees("added");
  await reader.go();
  await wrong();
  await stop("added-mistakes");
  await reader.answer("added", "no");
  await reader.sees("changed");
  await stop("changed");
  await reader.answer("changed", "yes");
  await reader.sees("old");
  await reader.check(reader.visa, { exact: false });
  await stop("old");
  await reader.go();
  await reader.sees("new");
  await stop("new");
  await reader.answer("new", "add");
  await reader.sees("add");
  await reader.check(reader.ui("kind-bank-account"));
  await reader.field("iban");
  await reader.press(reader.guide("add.action"));
  await wrong();
  await stop("add-bank-mistakes");
  await reader.check(reader.ui("kind-credit-card"));
  await reader.field("number");
  await reader.press(reader.guide("add.action"));
  await wrong();
  await stop("add-mistakes");
  await reader.fill(card);
  await stop("add");
  await reader.press(reader.guide("add.action"));
  await reader.seesReview(reader.added);
  await stop("review");
  await reader.press(reader.ui("stuck"));
  await reader.see("heading", reader.ui("stuck-heading"));
  await stop("review-stuck");
  await reader.replace();
  await reader.sees("replaced");
  await stop("replaced");
  await reader.undo();
  await reader.see("heading", reader.guide("replaced.undone"));
  await reader.press(reader.ui("article-show"));
  await reader.see("button", reader.ui("article-hide"));
  await stop("undone-article");
}
