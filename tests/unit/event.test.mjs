// The session adds to an event its id, the time, and the reader's own date.
import { test } from "node:test";
import assert from "node:assert/strict";
import { load } from "./modules.mjs";

const { dayOf, stamp, stamped } = await load("web/src/session/event.ts");
const time = Date.parse("2026-11-23T23:30:00Z");
const source = { now: () => time, randomize: (bytes) => bytes.forEach((_byte, i) => (bytes[i] = i * 16)) };

function inZone(zone, look) {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    return look();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

test("the day is the reader's own date, whatever it is in UTC", () => {
  assert.equal(
    inZone("UTC", () => dayOf(time)),
    "2026-11-23",
  );
  assert.equal(
    inZone("Europe/Oslo", () => dayOf(time)),
    "2026-11-24",
  );
  assert.equal(
    inZone("Pacific/Pago_Pago", () => dayOf(time)),
    "2026-11-23",
  );
});

test("months and days of one digit are written with two", () => {
  assert.equal(
    inZone("UTC", () => dayOf(Date.parse("2027-01-02T12:00:00Z"))),
    "2027-01-02",
  );
});

test("an id is 128 random bits in hex", () => {
  assert.deepEqual(stamp(source), { id: "00102030405060708090a0b0c0d0e0f0", at: time });
});

test("two events never share an id", () => {
  const random = { now: () => time, randomize: (bytes) => crypto.getRandomValues(bytes) };
  const ids = new Set(Array.from({ length: 1000 }, () => stamp(random).id));
  assert.equal(ids.size, 1000);
});

test("an event has its version, id, time, day, and what happened", () => {
  const event = inZone("UTC", () => stamped({ kind: "answer", node: "notices", choice: "many" }, source));
  assert.deepEqual(event, {
    v: 1,
    id: "00102030405060708090a0b0c0d0e0f0",
    at: time,
    day: "2026-11-23",
    kind: "answer",
    node: "notices",
    choice: "many",
  });
});
