// The picture of the payment guide's flow is of the flow as it stands: the same nodes, edges and answers.
import { test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = new URL("../../", import.meta.url).pathname;
const command = process.env.STEGVIS_COMMAND ?? join(root, "build/native/bin/stegvis");
const guide = join(root, "build/native/guides/payment-declined.en-US.json");

test("i18n/payment-declined/flow.svg shows the flow that the playbook makes", () => {
  const dot = execFileSync(command, ["graph", guide, "--format", "dot"], { encoding: "utf8" });
  const nodes = [...dot.matchAll(/^\s*"([^"]+)" \[shape/gm)].map((found) => found[1]);
  const edges = [...dot.matchAll(/^\s*"([^"]+)" -> "([^"]+)" \[label="([^"]+)"/gm)].map(
    ([, from, to, answer]) => `${from}->${to}: ${answer}`,
  );
  assert.ok(nodes.length > 20 && edges.length > 20);

  const svg = readFileSync(join(root, "i18n/payment-declined/flow.svg"), "utf8")
    .replaceAll("&#45;", "-")
    .replaceAll("&gt;", ">");
  const drawn = (kind) =>
    [...svg.matchAll(new RegExp(`<g id="[^"]*" class="${kind}">(.*?)</g>\\n(?=<!--|</g>)`, "gs"))].map(
      (found) => found[1],
    );
  const title = (text) => /<title>(.*?)<\/title>/.exec(text)[1];
  assert.deepEqual(drawn("node").map(title).sort(), nodes.sort());
  const answer = (text) => />([^<>\n]+)<\/text>/.exec(text)[1];
  assert.deepEqual(
    drawn("edge")
      .map((text) => `${title(text)}: ${answer(text)}`)
      .sort(),
    edges.sort(),
  );
});
