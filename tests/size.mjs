// The size of a test: `tests/run` exports its size as STEGVIS_SIZE.
//
//   const values = sized({ run: 20_000, ci: 50_000, long: 100_000 });
//
// A test that is started alone runs in the size "run". A size without a count takes that of the size below.

/** @typedef {"run" | "ci" | "long"} Size */

const sizes = /** @type {Size[]} */ (["run", "ci", "long"]);

/** @type {Size} */
export const size = read(process.env.STEGVIS_SIZE ?? "run");

/** @returns {Size} */
function read(/** @type {string} */ name) {
  const found = sizes.find((known) => known === name);
  if (!found) throw new Error(`STEGVIS_SIZE is "${name}", not one of ${sizes.join(", ")}`);
  return found;
}

/**
 * The count of this size.
 * @template T
 * @param {{ run: T, ci?: T, long?: T }} counts
 * @param {Size} [of]
 * @returns {T}
 */
export function sized({ run, ci = run, long = ci }, of = size) {
  return { run, ci, long }[of];
}
