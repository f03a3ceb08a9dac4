// Fields as they are used: by a keyboard that composes, in a frame that may submit no forms, and by a reader
// who asks for help far down the page.
import assert from "node:assert/strict";
import { newCard, scenario } from "./harness.mjs";

scenario("a number that is composed stays as it is until the keyboard is done with it", async (reader) => {
  const { page } = reader;
  await reader.toForm();
  const keyboard = await page.context().newCDPSession(page);
  const number = reader.field("number");
  await number.focus();
  const composed = async (text) => {
    for (let i = 1; i <= text.length; i++)
      await keyboard.send("Input.imeSetComposition", {
        text: text.slice(0, i),
        selectionStart: i,
        selectionEnd: i,
      });
  };
  await composed("41111111");
  assert.equal(await number.inputValue(), "41111111");
  await keyboard.send("Input.insertText", { text: "41111111" });
  assert.equal(await number.inputValue(), "4111 1111");
  // Full-width digits, as a Japanese keyboard gives them.
  await number.fill("");
  await composed("４１１１");
  assert.equal(await number.inputValue(), "４１１１");
  await keyboard.send("Input.insertText", { text: "４１１１" });
  assert.equal(await number.inputValue(), "4111");
});

scenario(
  "in a frame that may submit no forms, Continue and Enter work all the same",
  {
    bare: true,
    files: {
      "around.html": `<!doctype html><html lang="nb"><title>Around</title><link rel="icon" href="data:,">
        <iframe src="/" title="Guide" sandbox="allow-scripts allow-same-origin" width="600" height="900"></iframe>`,
    },
    csp: "",
    expected: /can escape its sandboxing/,
  },
  async ({ open }) => {
    const reader = await open("around.html");
    const { page, guide, ui } = reader;
    const inside = page.frameLocator("iframe").locator("stegvis-guide");
    const radio = (id) => inside.getByRole("radio", { name: guide(id), exact: true });
    const heading = (id) => inside.getByRole("heading", { name: guide(id), exact: true }).waitFor();
    await heading("notices");
    await radio("notices.many").check();
    await inside.getByRole("button", { name: ui("continue"), exact: true }).click();
    await heading("added");
    await radio("added.no").check();
    await page.keyboard.press("Enter");
    await heading("changed");
  },
);

scenario("the panel for support is seen where the reader asks for it", async (reader) => {
  const { page, ui } = reader;
  await page.setViewportSize({ width: 390, height: 844 });
  await reader.toForm();
  await reader.fill({ number: newCard.number });
  const ask = reader.role("button", ui("stuck"));
  await ask.scrollIntoViewIfNeeded();
  await ask.click();
  const heading = reader.role("heading", ui("stuck-heading"));
  await heading.waitFor();
  const { y, height } = await heading.boundingBox();
  assert.ok(y >= 0 && y + height <= 844, `the heading of the panel is at ${y}`);
});

scenario(
  "a script that chooses another kind and presses at once is told what the new fields lack",
  async (reader) => {
    const { ui } = reader;
    await reader.toForm();
    await reader.element.evaluate(({ shadowRoot }, kind) => {
      const radios = [...shadowRoot.querySelectorAll("[type=radio]")];
      radios.find((radio) => radio.labels[0].textContent.includes(kind)).click();
      shadowRoot.querySelector("[type=submit]").click();
    }, ui("kind-bank-account"));
    await reader.element
      .locator(".mistake", { hasText: ui("verdict-iban-empty") })
      .first()
      .waitFor();
  },
);
