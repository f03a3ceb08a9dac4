// A slow account: the widget shows the wait and its progress, and the reader can cancel it.
import assert from "node:assert/strict";
import { scenario, withAdapter } from "./harness.mjs";

scenario("a long wait is announced, with its progress", { bare: true }, async ({ open }) => {
  const reader = await withAdapter(open, () => ({
    commit: (_effect, { progress }) =>
      new Promise((answer) => {
        window.answer = () => answer({ kind: "committed" });
        window.progress = progress;
      }),
  }));
  const { ui, page } = reader;
  await reader.toReview();
  await reader.replace();
  await reader.element.locator("[part=wait]").getByText(ui("wait")).waitFor();
  assert.equal(await reader.role("progressbar").count(), 0, "an adapter that tells nothing has no bar");
  await page.evaluate(() => window.progress(0.4));
  const bar = reader.role("progressbar", ui("wait"));
  await bar.waitFor();
  assert.equal(await bar.evaluate((progress) => progress.value), 0.4);
  await page.evaluate(() => window.answer());
  await reader.sees("replaced");
  assert.equal(await reader.element.locator("[part=wait]").getByText(ui("wait")).count(), 0);
});

scenario(
  "a change that is called off in time leaves everything as it was",
  { bare: true },
  async ({ open }) => {
    const reader = await withAdapter(open, () => ({
      commit: (_effect, { signal }) =>
        new Promise((answer) =>
          signal.addEventListener("abort", () =>
            answer({ kind: "refused", reasons: [{ code: "cancelled", args: {} }] }),
          ),
        ),
    }));
    const { ui } = reader;
    await reader.toReview();
    const before = await reader.account();
    await reader.replace();
    await reader.press(ui("wait-cancel"));
    await reader.role("group", ui("problem")).waitFor();
    assert.ok((await reader.text()).includes(ui("reason-cancelled")));
    await reader.seesReview();
    assert.equal(await reader.account(), before);
  },
);

scenario("a change that is called off too late is shown as done", { bare: true }, async ({ open }) => {
  const reader = await withAdapter(open, () => ({
    commit: (_effect, { signal }) =>
      new Promise((answer) =>
        signal.addEventListener("abort", () => setTimeout(answer, 300, { kind: "committed" })),
      ),
  }));
  await reader.toReview();
  await reader.replace();
  await reader.press(reader.ui("wait-cancel"));
  await reader.element.locator("[part=wait]").getByText(reader.ui("wait-cancelled")).waitFor();
  await reader.sees("replaced");
});

scenario(
  "an account that breaks off when it is called off is asked what came of it, under the same key",
  { bare: true },
  async ({ open }) => {
    const reader = await withAdapter(open, () => {
      window.keys = [];
      return {
        commit: async ({ key }, { signal }) => {
          window.keys.push(key);
          if (signal.aborted) return { kind: "refused", reasons: [{ code: "cancelled", args: {} }] };
          await new Promise((_done, fail) => signal.addEventListener("abort", () => fail(signal.reason)));
        },
      };
    });
    await reader.toReview();
    await reader.replace();
    await reader.press(reader.ui("wait-cancel"));
    await reader.role("group", reader.ui("problem")).waitFor();
    const keys = await reader.page.evaluate(() => window.keys);
    assert.equal(keys.length, 2);
    assert.equal(keys[0], keys[1]);
  },
);

scenario("this browser's own account answers at once: no wait is shown", async (reader) => {
  await reader.toReview();
  await reader.replace();
  await reader.sees("replaced");
  assert.equal(await reader.element.locator("[part=wait]").getByText(reader.ui("wait")).count(), 0);
});
