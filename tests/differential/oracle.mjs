// Facts read a second time, in another way than the core does: what is right of a card number.
import { luhn } from "./generate.mjs";

/** Reads core/payment/data/cards.inc. */
export function cardsOf(text) {
  const brands = new Map();
  for (const [, id, name, kind, numbers, , check] of text.matchAll(
    /^BRAND\((\w+), "([\w-]+)", (LIST|FROM)\(([\d, ]+)\), (\d), (\d)\)/gm,
  )) {
    const list = numbers.split(",").map(Number);
    brands.set(id, {
      name,
      luhn: check === "1",
      lengths:
        kind === "LIST"
          ? [...new Set(list)]
          : Array.from({ length: list[1] - list[0] + 1 }, (_, i) => list[0] + i),
    });
  }
  const ranges = [...text.matchAll(/^RANGE\((\w+), (\d+), (\d+)\)/gm)].map(([, id, first, last]) => ({
    brand: brands.get(id),
    first,
    last,
  }));
  return { brands: [...brands.values()], ranges };
}

/** The brand of eight digits: of the ranges that hold, the one with the most digits, the first of equals. */
const brandAt = (ranges, eight) =>
  ranges
    .filter(
      ({ first, last }) => first <= eight.slice(0, first.length) && eight.slice(0, first.length) <= last,
    )
    .reduce((best, range) => (best && best.first.length >= range.first.length ? best : range), null)?.brand ??
  null;

/** Every way on that could make a difference: the lowest, the highest, and the ends of each range. */
function waysOn(ranges, start) {
  const ends = ranges
    .flatMap(({ first, last }) => [+first.padEnd(8, "0"), +last.padEnd(8, "9")])
    .flatMap((end) => [end - 1, end, end + 1]);
  return [
    start.padEnd(8, "0"),
    start.padEnd(8, "9"),
    ...ends.map((end) => String(end).padStart(8, "0")),
  ].filter((way) => way.startsWith(start));
}

/** {standing, brand} of digits; no brand while several are open, or none. */
export function cardTruth({ ranges }, digits) {
  const start = digits.slice(0, 8);
  const open = new Set(waysOn(ranges, start).map((way) => brandAt(ranges, way)));
  open.delete(null);
  if (!digits || open.size > 1) return { standing: "possible", brand: null };
  if (open.size === 0) return { standing: "invalid", brand: null };
  const [brand] = open;
  if (brand.lengths.includes(digits.length) && (!brand.luhn || luhn(digits)))
    return { standing: "valid", brand: brand.name };
  return { standing: digits.length < Math.max(...brand.lengths) ? "possible" : "invalid", brand: brand.name };
}
