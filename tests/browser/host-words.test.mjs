// A host refuses in words of its own: its text, its messages, the field that it is about, and whether trying
// again helps. Its code is never shown.
import assert from "node:assert/strict";
import { scenario } from "./harness.mjs";
import { FakeHost, hosted, withHost } from "./fake-host.mjs";

/** At the review, where the host refuses the replacement for these reasons. */
async function refused(open, reasons, options) {
  const host = new FakeHost();
  host.instead.commit = () => ({ kind: "refused", reasons });
  const reader = await withHost(open, host, options);
  await reader.toReview();
  await reader.replace();
  return reader;
}

const problem = (reader) => reader.role("group", reader.ui("problem"));

for (const [name, reason, says] of /** @type {[string, object, Function][]} */ ([
  [
    "in words of its own",
    { code: "acme-17", text: "Kontoen er låst hos oss." },
    () => "Kontoen er låst hos oss.",
  ],
  [
    "in the reader's language",
    { code: "acme-17", text: { "en-US": "It is locked.", nb: "Den er låst." } },
    () => "Den er låst.",
  ],
  [
    "in its own first language, where the reader's isn't there",
    { code: "acme-17", text: { fi: "Lukittu.", sv: "Låst." } },
    () => "Lukittu.",
  ],
  [
    "with the advice to try again",
    { code: "acme-17", text: "Vi er nede.", retry: true },
    ({ ui }) => "Vi er nede. " + ui("retry-helps"),
  ],
  [
    "for good",
    { code: "acme-17", text: "Kontoen er stengt.", retry: false },
    ({ ui }) => "Kontoen er stengt. " + ui("retry-useless"),
  ],
  ["without a word", { code: "acme-17" }, ({ ui }) => ui("reason-other", { retry: "" })],
  [
    "for good without a word",
    { code: "acme-17", retry: false },
    ({ ui }) => ui("reason-other", { retry: "false" }),
  ],
  [
    "by a code that is ours",
    { code: "not-manager", args: { method: { method: { brand: "visa", last4: "1111" } }, who: "Kari" } },
    ({ ui, visa }) => ui("reason-not-manager", { method: visa, who: "Kari" }),
  ],
]))
  scenario(`a host refuses ${name}`, hosted, async ({ open }) => {
    const reader = await refused(open, [reason]);
    await problem(reader).waitFor();
    const text = await problem(reader).innerText();
    assert.ok(text.includes(says(reader)), text);
    assert.ok(!text.includes("acme"), text);
    await reader.page.reload();
    await problem(reader).waitFor();
    assert.equal(await problem(reader).innerText(), text, "it is said again after a new load");
  });

scenario("a field that the form doesn't have is said without a link", hosted, async ({ open }) => {
  const reader = await refused(open, [{ code: "acme", text: "Nei.", field: "no-such" }]);
  await problem(reader).getByText("Nei.").waitFor();
  assert.equal(await problem(reader).getByRole("link").count(), 0);
});

const words = {
  "nb-NO": "reason-acme-17 = Be { $who } om å låse den opp.",
  "en-US": "reason-acme-17 = Ask { $who } to unlock it.",
};

scenario("a host brings messages, and they count before ours", hosted, async ({ open }) => {
  const reader = await refused(open, [{ code: "acme-17", args: { who: "Kari" } }], { words });
  await problem(reader)
    .getByText(/^Be .?Kari.? om å låse den opp.$/)
    .waitFor();
  await reader.page.evaluate(() => document.querySelector("stegvis-guide").setAttribute("locale", "en-US"));
  await reader.element.getByText(/^Ask .?Kari.? to unlock it.$/).waitFor();
});

scenario("its messages are there with the first question", hosted, async ({ open }) => {
  const ours = { "nb-NO": "continue = Neste\nnotices = Hvor mange varsler har du?" };
  const reader = await withHost(open, new FakeHost(), { words: ours });
  await reader.role("heading", "Hvor mange varsler har du?").waitFor();
  await reader.check(reader.guide("notices.many"));
  await reader.press("Neste");
  await reader.sees("added");
});
