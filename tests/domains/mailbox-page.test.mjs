// The mailbox in the page that registers it: its guide is walked in each language to its outcome, undone and
// reloaded, and the journals are replayed natively. tests/domains/build-page builds that page.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
process.env.STEGVIS_DIST ??= join(root, "build/mailbox-page");
process.env.STEGVIS_COMMAND ??= join(root, "build/native/bin/stegvis_with_mailbox");
const { replay, scenario, words } = await import("../browser/harness.mjs");

/** The mailbox's messages in place of billing's, and the widget's own with those that the build adds. */
function source(file) {
  const [folder, name] = file.split("/");
  const read = (...path) => readFileSync(join(root, ...path), "utf8");
  const mailbox = "tests/domains/mailbox";
  return folder === "ui"
    ? [read("i18n/ui", name), read(mailbox, "page", name)].join("\n")
    : read(mailbox, name);
}

const offers = { id: "f-offers", name: "Offers from the sawmill", messages: 310, megabytes: 480 };
const pages = [
  { locale: "nb-NO", path: "index.html" },
  { locale: "en-US", path: "en.html" },
];

test("every reason and verdict of the mailbox has words in each language", () => {
  const core = readFileSync(join(root, "tests/domains/mailbox/mailbox.cpp"), "utf8");
  const codes = (pattern) => [...core.matchAll(pattern)].map(([, code]) => code);
  const ids = [
    ...codes(/(?:refuse\(|reasons\.push_back\(\{)"([\w-]+)"/g).map((code) => "reason-" + code),
    ...codes(/Standing::invalid, "([\w-]+)"/g).map((code) => "verdict-" + code),
  ];
  assert.equal(new Set(ids).size, 9);
  for (const { locale } of pages) {
    const [, ui] = words(locale, source).bundles;
    assert.deepEqual(
      ids.filter((id) => !ui.hasMessage(id)),
      [],
      locale,
    );
  }
});

async function reload(reader) {
  await reader.journal(); // it waits until the last event is stored
  await reader.page.reload();
}

/** From the first question to the review of the folder's emptying. */
async function toReview(reader) {
  await reader.answer("full", "yes");
  await reader.pick("folder", offers.name);
  await reader.sees("name");
  await reader.fill({ folder: offers.name });
  await reader.go();
  await reader.sees("review", { folder: offers.name });
}

/** Replays the journals natively, to the same node and digests as the page is at. */
async function agrees(reader, locale) {
  const steps = replay(await reader.journal(), { guide: `mailbox.${locale}.json` });
  const { node, digests } = await reader.view();
  assert.deepEqual({ node: steps.at(-1).node, digests: steps.at(-1).digests }, { node, digests });
  return steps;
}

for (const { locale, path } of pages) {
  const messages = words(locale, source);
  const walk = (name, body) =>
    scenario(`${locale}: ${name}`, { bare: true, messages }, async ({ open }) => body(await open(path)));

  walk("a folder is emptied, and its messages come back", async (reader) => {
    const { ui, guide } = reader;
    const emptied = { folder: offers.name, count: offers.messages };
    await toReview(reader);
    const before = await reader.account();
    await reader.see("heading", ui("changes-empty"));
    await reload(reader);
    await reader.sees("review", emptied);
    assert.equal(await reader.account(), before, "nothing has happened");

    await reader.press(guide("review.action"));
    await reader.sees("emptied", emptied);
    await reader.element.getByText(guide("emptied.body", emptied)).waitFor();
    assert.notEqual(await reader.account(), before);
    await reload(reader);
    await reader.sees("emptied", emptied);
    await agrees(reader, locale);

    await reader.undo();
    await reader.see("heading", guide("emptied.undone"));
    assert.equal(await reader.account(), before, "the undo gives back the account");
    await reload(reader);
    await reader.see("heading", guide("emptied.undone"));
    const steps = await agrees(reader, locale);
    assert.equal(steps.filter(({ kind }) => kind === "committed").length, 2);
  });

  walk("folders are described, and one without messages says why it can't be chosen", async (reader) => {
    const { ui } = reader;
    await reader.answer("full", "yes");
    await reader.sees("folder");
    const facts = [
      ui("kind-own"),
      ui("item-messages", { value: offers.messages }),
      ui("item-megabytes", { value: offers.megabytes }),
    ];
    await reader.element.getByText(facts.join(" · ")).waitFor();
    await reader.element.getByText(ui("kind-system")).first().waitFor();
    await reader.openUnusable();
    await reader.element.getByText(ui("reason-folder-empty", { folder: "Drafts" })).waitFor();
    assert.equal(await reader.row("Drafts").getAttribute("aria-disabled"), "true");
  });

  walk("another folder's name is a mistake at its field, until the name is right", async (reader) => {
    const { ui } = reader;
    await reader.answer("full", "yes");
    await reader.pick("folder", offers.name);
    await reader.sees("name");
    await reader.fill({ folder: "Inbox" });
    await reader.go();
    await reader.element.getByText(ui("verdict-folder-other")).first().waitFor();
    assert.equal(await reader.field("folder").getAttribute("aria-invalid"), "true");
    await reader.fill({ folder: offers.name });
    await reader.go();
    await reader.sees("review", { folder: offers.name });
  });
}
