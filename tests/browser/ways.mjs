// Walks through the demo's guide that show every node between them, for tests and pictures.
import { newCard } from "./harness.mjs";

/** Each walks from the first question to an outcome; `shoot(node)` is called at every step that it shows. */
export const ways = {
  async replace(reader, shoot) {
    await reader.answer("notices", "unsure");
    await reader.page.waitForFunction(() => document.querySelector("stegvis-guide").view.node === "count");
    await shoot("count");
    await reader.role("radio", reader.guide("count.many"), { exact: true }).check();
    await reader.go();
    await reader.sees("added");
    await shoot("added");
    await reader.go();
    await reader.role("group", reader.ui("problem")).waitFor();
    await shoot("added-mistake");
    await reader.answer("added", "no");
    await reader.sees("changed");
    await shoot("changed");
    await reader.answer("changed", "yes");
    await reader.sees("old");
    await shoot("old");
    await reader.pick("old", reader.visa);
    await reader.sees("new");
    await shoot("new");
    await reader.role("radio", reader.guide("new.add")).check();
    await reader.go();
    await reader.sees("add");
    await reader.press(reader.guide("add.action"));
    await reader.role("group", reader.ui("problem")).waitFor();
    await shoot("add-mistakes");
    await reader.fill(newCard);
    await shoot("add");
    await reader.press(reader.guide("add.action"));
    await reader.seesReview();
    await shoot("review");
    await reader.press(reader.ui("stuck"));
    await reader.role("heading", reader.ui("stuck-heading")).waitFor();
    await shoot("review-stuck");
    await reader.replace();
    await reader.sees("replaced");
    await shoot("replaced");
    await reader.back();
    await reader.element.getByText(reader.ui("review-done")).waitFor();
    await shoot("review-done");
    await reader.go();
    await reader.sees("replaced");
    await reader.press(reader.ui("undo"));
    await reader.role("heading", reader.guide("replaced.undone")).waitFor();
    await shoot("replaced-undone");
    await reader.press(reader.ui("article-show"));
    await shoot("article");
  },
  async wait(reader, shoot) {
    await reader.sees("notices");
    await shoot("notices");
    await reader.answer("notices", "few");
    await reader.sees("wait");
    await shoot("wait");
  },
  async one(reader, shoot) {
    await reader.answer("notices", "many");
    await reader.answer("added", "yes");
    await reader.sees("scope");
    await shoot("scope");
    await reader.answer("scope", "one");
    await reader.sees("paying");
    await shoot("paying");
    await reader.pick("paying", reader.visa);
    await reader.sees("item");
    await shoot("item");
    await reader.pick("item", "E-post for bedrifter");
    await reader.sees("new-one");
    await shoot("new-one");
    await reader.go();
    await reader.page.waitForFunction(() => document.querySelector("stegvis-guide").view.node === "review-one");
    await shoot("review-one");
    await reader.press(reader.guide("review-one.action"));
    await reader.page.waitForFunction(() => document.querySelector("stegvis-guide").view.node === "moved");
    await shoot("moved");
  },
  async update(reader, shoot) {
    await reader.answer("notices", "many");
    await reader.answer("added", "no");
    await reader.answer("changed", "no");
    await reader.sees("card");
    await shoot("card");
    await reader.pick("card", reader.visa);
    await reader.sees("details");
    await shoot("details");
    await reader.fill({ line1: "Sagbruksveien 14" });
    await reader.go();
    await reader.sees("review-update", { method: reader.visa });
    await shoot("review-update");
    await reader.press(reader.guide("review-update.action"));
    await reader.sees("updated");
    await shoot("updated");
  },
  async other(reader, shoot) {
    await reader.toOld();
    await shoot("old-not-mine");
    await reader.role("radio", reader.guide("old.not-mine")).check();
    await reader.go();
    await reader.sees("ask-owner");
    await shoot("ask-owner");
  },
};

/** The account that a walk needs, where it is not the practice account. */
export const accounts = { wait: "practice:few", one: "practice:new-card", other: "practice:invoice-manager" };
