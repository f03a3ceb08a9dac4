// axe-core finds no violation, at any node, in any state.
import { test } from "node:test";
import assert from "node:assert/strict";
import { measuredStops, measuredStopsFromRight, timeout } from "./measured-stops.mjs";

test("axe finds nothing at any node, by all of its rules", { timeout }, async () =>
  nothing(await measuredStops(), "light", 15),
);
test("axe finds nothing at any node from right to left, by all of its rules", { timeout }, async () =>
  nothing(await measuredStopsFromRight(), "light", 15),
);
for (const how of ["dark", "forced colours", "320 px"]) {
  test(`axe finds nothing at any node, by its rules for colours and sizes: ${how}`, { timeout }, async () =>
    nothing(await measuredStops(), how, 1),
  );
}

function nothing(stops, how, least) {
  assert.ok(stops.length > 30);
  for (const { name, axe } of stops)
    assert.ok(axe[how].passed >= least, `${name}: only ${axe[how].passed} rules had something to look at`);
  assert.deepEqual(
    stops.flatMap(({ name, axe }) => axe[how].violations.map((violation) => `${name}: ${violation}`)),
    [],
  );
}
