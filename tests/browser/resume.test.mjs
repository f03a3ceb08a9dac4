// Resuming a session: reload, Back and Forward, two tabs, and storage that fails.
import assert from "node:assert/strict";
import { compiled, newCard, pageWith, scenario, withAdapter } from "./harness.mjs";

const reload = async (reader) => {
  await reader.journal(); // an event under way is stored by then
  await reader.page.reload();
};

scenario("after a reload a question is where it was, with the answers before it", async (reader) => {
  await reader.answer("notices", "many");
  await reader.answer("added", "no");
  await reader.sees("changed");
  await reload(reader);
  await reader.sees("changed");
  await reader.back();
  await reader.sees("added");
  assert.equal(await reader.row(reader.guide("added.no")).isChecked(), true);
});

scenario("after a reload a choice from the account is where it was", async (reader) => {
  await reader.toOld();
  await reload(reader);
  await reader.pick("old", reader.visa);
  await reader.sees("new");
});

scenario(
  "after a reload a form is as it was left, but for number and code, which are asked again",
  async (reader) => {
    await reader.toForm();
    await reader.fill(newCard);
    await reader.field("name").focus();
    await reload(reader);
    await reader.sees("add");
    for (const id of ["name", "line1", "postal-code", "city"])
      assert.equal(await reader.field(id).inputValue(), newCard[id], id);
    assert.match(await reader.field("expiry").inputValue(), /^12.?.?.?30$/);
    for (const id of ["number", "code"]) assert.equal(await reader.field(id).inputValue(), "", id);
    await reader.fill({ number: newCard.number, code: newCard.code });
    await reader.press(reader.guide("add.action"));
    await reader.seesReview(reader.added);
  },
);

scenario("after a reload a review is where it was, and nothing has happened", async (reader) => {
  await reader.toReview();
  const before = await reader.account();
  await reload(reader);
  await reader.seesReview();
  assert.equal(await reader.account(), before);
  await reader.replace();
  await reader.sees("replaced");
});

scenario("after a reload an outcome is where it was, and can still be undone", async (reader) => {
  await reader.toReview();
  const before = await reader.account();
  await reader.replace();
  await reader.sees("replaced");
  await reload(reader);
  await reader.sees("replaced");
  await reader.undo();
  await reader.role("heading", reader.guide("replaced.undone")).waitFor();
  assert.equal(await reader.account(), before);
});

scenario(
  "an article without a playbook is read step by step, and a reload keeps the step",
  { guide: "plain.nb-NO.json", files: { "plain.nb-NO.json": compiled("plain.md") } },
  async (reader) => {
    const step = (number) =>
      reader.element.getByText(reader.ui("step-of", { step: number, total: 3 })).waitFor();
    await step(1);
    await reader.go();
    await step(2);
    await reload(reader);
    await step(2);
    await reader.go();
    await step(3);
    await reader.page.goBack();
    await step(2);
  },
);

scenario("the browser's Back and Forward walk the steps, and never leave the page", async (reader) => {
  const { page } = reader;
  await reader.toOld();
  for (const node of ["changed", "added", "notices"]) {
    await page.goBack();
    await reader.sees(node);
  }
  assert.equal(
    await reader.row(reader.guide("notices.many")).isChecked(),
    true,
    "the step returns as it was left",
  );
  for (const node of ["added", "changed", "old"]) {
    await page.goForward();
    await reader.sees(node);
  }
  await reader.back();
  await reader.sees("changed");
  await page.goForward();
  await reader.sees("old");
});

scenario("another answer after Back drops the way that it leads away from", async (reader) => {
  await reader.toOld();
  await reader.page.goBack();
  await reader.answer("changed", "no");
  await reader.sees("card");
  await reader.page.goBack();
  await reader.sees("changed");
  assert.equal(await reader.row(reader.guide("changed.no")).isChecked(), true);
});

scenario(
  "Back over a change that was carried out shows what was done, and never does it again",
  async (reader) => {
    const { ui, guide, page } = reader;
    await reader.toReview();
    await reader.replace();
    await reader.sees("replaced");
    const after = await reader.account();
    await page.goBack();
    await reader.element.getByText(ui("review-done")).waitFor();
    assert.equal(await reader.role("button", guide("review.action")).count(), 0);
    await page.goForward();
    await reader.sees("replaced");
    await reader.back();
    await reader.element.getByText(ui("review-done")).waitFor();
    await reader.go();
    await reader.sees("replaced");
    await reload(reader);
    await reader.sees("replaced");
    assert.equal(await reader.account(), after);
  },
);

scenario(
  "a change whose answer was lost is asked for again under its key, and done once",
  { bare: true },
  async ({ open }) => {
    const asked = [];
    const reader = await open("", async (page) => {
      await page.exposeFunction("carryOut", (effect) => {
        asked.push(effect);
        return asked.length === 1 ? new Promise(() => {}) : { kind: "committed" };
      });
      await page.addInitScript(() =>
        customElements.whenDefined("stegvis-guide").then(() => {
          document.querySelector("stegvis-guide").adapter = { commit: (effect) => window.carryOut(effect) };
        }),
      );
    });
    await reader.toReview();
    const before = await reader.account();
    await reader.replace();
    await reader.page.waitForFunction(() => document.querySelector("stegvis-guide").view.state === "pending");
    await reader.page.reload();
    await reader.sees("replaced");
    assert.equal(asked.length, 2);
    assert.equal(asked[0].key, asked[1].key);
    assert.notEqual(await reader.account(), before);
  },
);

scenario(
  "a refusal leads back to the review with its reasons, and nothing is changed",
  { bare: true },
  async ({ open }) => {
    const reader = await withAdapter(open, () => ({
      commit: async () => ({ kind: "refused", reasons: [{ code: "same-method", args: { method: "Visa" } }] }),
    }));
    await reader.toReview();
    const before = await reader.account();
    await reader.replace();
    await reader.role("group", reader.ui("problem")).waitFor();
    assert.ok((await reader.text()).includes(reader.ui("reason-same-method", { method: "Visa" })));
    await reader.seesReview();
    assert.equal(await reader.account(), before);
  },
);

for (const [what, answer, message] of [
  ["a conflict", { kind: "conflict", version: 7 }, "reason-conflict"],
  ["a reason of the host's own", { kind: "refused", reasons: [{ code: "acme-17" }] }, "reason-other"],
])
  scenario(`${what} is said in words, without its code`, { bare: true }, async ({ open }) => {
    const reader = await withAdapter(open, (answer) => ({ commit: async () => answer }), answer);
    await reader.toReview();
    await reader.replace();
    await reader.role("group", reader.ui("problem")).waitFor();
    const text = await reader.text();
    assert.ok(text.includes(reader.ui(message, { retry: "" })));
    assert.doesNotMatch(text, /acme-17|\(conflict\)/);
  });

scenario("what is answered in one tab shows in the other", { bare: true }, async ({ open }) => {
  const [first, second] = [await open(), await open()];
  await second.sees("notices");
  await first.answer("notices", "many");
  await first.sees("added");
  await second.sees("added");
  await second.element.getByText(second.ui("notice-elsewhere")).waitFor();
  await second.answer("added", "no");
  await first.sees("changed");
});

scenario("two tabs that confirm at once carry the change out once", { bare: true }, async ({ open }) => {
  const first = await open();
  await first.toReview();
  const before = await first.account();
  const second = await open();
  await second.seesReview();
  // Both tabs wait for one lock, and press when it is released.
  await first.page.evaluate(
    () =>
      new Promise((resolve) =>
        navigator.locks.request(
          "start",
          () =>
            new Promise((release) => {
              window.start = release;
              resolve(undefined);
            }),
        ),
      ),
  );
  const press = (reader) =>
    reader.element.evaluate((element) => {
      const button = element.shadowRoot.querySelector("button[type=submit]");
      void navigator.locks.request("start", { mode: "shared" }, () => button.click());
    });
  await Promise.all([press(first), press(second)]);
  await first.page.evaluate(() => window.start());
  await first.sees("replaced");
  await second.sees("replaced");
  const done = await first.account();
  assert.notEqual(done, before);
  assert.equal(await second.account(), done);
  assert.deepEqual(await second.journal(), await first.journal());
  await second.undo();
  await first.role("heading", first.guide("replaced.undone")).waitFor();
  assert.equal(await first.account(), before, "one undo gives back all: it was done once");
});

for (const [how, break_] of Object.entries({
  "throws at once": () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("no", "SecurityError");
    };
  },
  "fails later": () => {
    IDBFactory.prototype.open = () => {
      const request = /** @type {IDBOpenDBRequest} */ (new EventTarget());
      setTimeout(() => {
        Object.defineProperty(request, "error", { value: new DOMException("no", "UnknownError") });
        request.dispatchEvent(new Event("error"));
      });
      return request;
    };
  },
  "is not there": () => {
    Object.defineProperty(window, "indexedDB", { value: undefined });
  },
})) {
  scenario(
    `with storage that ${how} the reader goes on in memory, and is told`,
    { bare: true },
    async ({ open }) => {
      const reader = await open("", (page) => page.addInitScript(break_));
      await reader.toReview();
      await reader.element.getByText(reader.ui("notice-memory")).first().waitFor();
      await reader.replace();
      await reader.sees("replaced");
      await reader.back();
      await reader.element.getByText(reader.ui("review-done")).waitFor();
    },
  );
}

scenario(
  "two accounts have sessions of their own",
  { files: { "few.html": pageWith({ account: "practice:few" }) } },
  async (reader) => {
    await reader.answer("notices", "many");
    await reader.sees("added");
    const other = await reader.open("few.html");
    await other.sees("notices");
    await reader.page.reload();
    await reader.sees("added");
  },
);
