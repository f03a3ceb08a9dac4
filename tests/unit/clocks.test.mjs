// The day of an event is the reader's own date: in the zones at both ends of the earth, at ends of months,
// where clocks are put forward and back, and after a jump of years. A process has each zone.
import { test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "./modules.mjs";

const hour = 3600_000;
const source = await bundle(["web/src/session/event.ts"], { platform: "node" });

/** The page's day of each time, by a process in that zone. */
function daysIn(zone, times) {
  const folder = mkdtempSync(join(tmpdir(), "stegvis-"));
  try {
    const file = join(folder, "days.mjs");
    const end = `\nconsole.log(JSON.stringify(${JSON.stringify(times)}.map(dayOf)));\n`;
    writeFileSync(file, source + end);
    const env = { ...process.env, TZ: zone };
    return JSON.parse(execFileSync(process.execPath, [file], { env, encoding: "utf8" }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The date there, by the tables of Intl. */
function datesIn(zone, times) {
  const form = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    calendar: "iso8601",
  });
  return times.map((time) => {
    const part = Object.fromEntries(form.formatToParts(time).map(({ type, value }) => [type, value]));
    return `${part.year}-${part.month}-${part.day}`;
  });
}

/** A second before and at midnight of each first of a month, by a clock so many hours from UTC. */
const monthEnds = (hours) =>
  [2024, 2026, 2027, 2028].flatMap((year) =>
    Array.from({ length: 12 }, (_none, month) => Date.UTC(year, month, 1) - hours * hour).flatMap(
      (midnight) => [midnight - 1000, midnight],
    ),
  );

/** Every half hour of the two days around a time. */
const around = (time) => Array.from({ length: 96 }, (_none, i) => time + (i - 48) * (hour / 2));

let checked = 0;
function alike(zone, times) {
  assert.deepEqual(daysIn(zone, times), datesIn(zone, times));
  checked += times.length;
}

for (const [zone, hours] of /** @type {const} */ ([
  ["Etc/GMT+12", -12],
  ["Pacific/Kiritimati", 14],
  ["UTC", 0],
]))
  test(`months end in ${zone} at its own midnight`, () => {
    alike(zone, monthEnds(hours));
    const [before, after] = daysIn(zone, [
      Date.UTC(2028, 2, 1) - hours * hour - 1,
      Date.UTC(2028, 2, 1) - hours * hour,
    ]);
    assert.deepEqual([before, after], ["2028-02-29", "2028-03-01"]);
  });

test("one moment is the last day of a month in UTC-12, and the first of the next in UTC+14", () => {
  const time = Date.parse("2027-03-01T10:30:00Z");
  assert.deepEqual(daysIn("Etc/GMT+12", [time]), ["2027-02-28"]);
  assert.deepEqual(daysIn("Pacific/Kiritimati", [time]), ["2027-03-02"]);
});

for (const [zone, ...days] of [
  ["Europe/Oslo", "2026-03-29", "2026-10-25"],
  ["America/New_York", "2026-03-08", "2026-11-01"],
  // Half an hour.
  ["Australia/Lord_Howe", "2026-04-05", "2026-10-04"],
  // The day has no midnight, or has it twice.
  ["America/Havana", "2026-03-08", "2026-11-01"],
  ["Africa/Cairo", "2026-04-24", "2026-10-30"],
])
  test(`daylight saving begins and ends in ${zone} without a day too many`, () => {
    const times = days.flatMap((day) => around(Date.parse(`${day}T12:00:00Z`)));
    alike(zone, times);
    const list = daysIn(zone, times);
    for (const [i, day] of list.entries()) assert.ok(i === 0 || list[i - 1] <= day || i === 96, day);
  });

test("a clock that jumps by ten years, forward or back, gives the day that it shows", () => {
  const now = Date.parse("2026-11-28T23:30:00Z");
  const jumps = [-10, 0, 10].map((years) => new Date(now).setUTCFullYear(2026 + years));
  assert.deepEqual(daysIn("Europe/Oslo", jumps), ["2016-11-29", "2026-11-29", "2036-11-29"]);
  const leap = new Date(Date.UTC(2028, 1, 29, 12)).setUTCFullYear(2038);
  assert.deepEqual(daysIn("UTC", [leap]), ["2038-03-01"]);
});

test("a year past 9999, or before 1000, has a date that the core refuses: it isn't of ten characters", () => {
  const times = [253402300799999, 253402300800000, 8.64e15, Date.UTC(0, 0, 1) - 1e13 * 6];
  const [last, next, latest, early] = daysIn("UTC", times);
  assert.equal(last, "9999-12-31");
  assert.equal(next, "10000-01-01");
  assert.equal(latest, "275760-09-13");
  for (const day of [next, latest, early]) assert.doesNotMatch(day, /^[12]\d{3}-\d\d-\d\d$/);
  assert.deepEqual(daysIn("Pacific/Kiritimati", [253402300799999]), ["10000-01-01"]);
});

test("the number of times is printed", () => {
  console.log(`${checked} times in 8 zones have the day that is there`);
  assert.ok(checked > 500);
});
