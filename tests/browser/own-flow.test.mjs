// Words of playbooks that the demo's guide doesn't use, in a flow of their own over another article.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compiled, root, scenario, words } from "./harness.mjs";

/** Options of a scenario whose guide has these nodes and messages; the first node shows the article. */
function flow(nodes, messages) {
  const [start] = Object.keys(nodes);
  const article = { intro: { block: 1 }, battery: { list: 1, steps: 3 }, end: { block: "last" } };
  nodes[start].show = Object.keys(article);
  const playbook = { playbook: 1, name: "own", domain: "billing", article, start, nodes };
  const source = (file) =>
    file.startsWith("ui/") ? readFileSync(join(root, "i18n", file), "utf8") : messages;
  return {
    guide: "own.nb-NO.json",
    files: { "own.nb-NO.json": compiled("plain.md", { playbook, messages }) },
    messages: words("nb-NO", source),
  };
}

scenario(
  "a payment method is deleted, and is there again after the undo",
  flow(
    {
      which: { pick: "methods", to: "sure" },
      sure: { review: "delete", with: ["which"], to: "gone" },
      gone: { outcome: "gone", undo: true },
    },
    `which = Hva skal slettes?
sure = Skal { $method } slettes?
    .action = Slett den
gone = Den er slettet
    .undone = Den er der igjen
    .unverified = Du har sagt at den er slettet
`,
  ),
  async (reader) => {
    const { ui, guide, page } = reader;
    const expired = reader.card("mastercard", "5100");
    await reader.pick("which", expired);
    await reader.sees("sure", { method: expired });
    await reader.see("heading", ui("changes-delete"));
    const before = await reader.account();
    await reader.press(guide("sure.action"));
    await reader.sees("gone");
    assert.notEqual(await reader.account(), before);
    await page.reload();
    await reader.sees("gone");
    await reader.undo();
    await reader.sees("gone.undone");
    assert.equal(await reader.account(), before);
  },
);
