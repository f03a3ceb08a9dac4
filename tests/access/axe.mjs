// axe-core finds nothing, at any node, in any state.
import { test } from "node:test";
import assert from "node:assert/strict";
import { walked, walkedBack } from "./walk.mjs";

const timeout = 120000;
for (const [how, walk] of [["light", walked], ["dark", walked], ["forced colours", walked], ["320 px", walked]]) {
  test(`axe finds nothing at any node: ${how}`, { timeout }, async () => nothing(await walk(), how));
}
test("axe finds nothing at any node: right to left", { timeout }, async () => nothing(await walkedBack(), "light"));

function nothing(stops, how) {
  assert.ok(stops.length > 30);
  for (const { name, axe } of stops) assert.ok(axe[how].passed > 15, `${name}: only ${axe[how].passed} rules had something to look at`);
  assert.deepEqual(stops.flatMap(({ name, axe }) => axe[how].violations.map((one) => `${name}: ${one}`)), []);
}
