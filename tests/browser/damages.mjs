// Ways to damage what a page has stored (stored.mjs), by seeds: for tests in every engine.
/** A generator of whole numbers below a bound, the same at each run. */
function dice(seed) {
  return (bound) => (seed = (seed * 48271) % 2147483647) % bound;
}

const bytesOf = (text) => Buffer.from(text, "base64");
const textOf = (bytes) => Buffer.from(bytes).toString("base64");
const nameOf = (key) => encodeURIComponent(key) + ".journal";

/** Ways to damage a journal that is a list of records, or one text of bytes. */
const damages = {
  "a bit off": (bytes, below) => {
    const changed = Buffer.from(bytes);
    if (changed.length) changed[below(changed.length)] ^= 1 << below(8);
    return changed;
  },
  "cut off": (bytes, below) => bytes.subarray(0, below(bytes.length + 1)),
  "a byte more": (bytes, below) => Buffer.concat([bytes, Buffer.from([below(256)])]),
  empty: () => Buffer.alloc(0),
};

/** Damages one row of IndexedDB, or takes it away. */
function damageRows(stored, key, below) {
  const rows = stored.rows.filter(({ key: [journal, sequence] }) => journal === key && sequence >= 0);
  const row = rows[below(rows.length)];
  const how = ["a bit off", "cut off", "a byte more", "gone", "doubled", "all gone"][below(6)];
  if (how === "all gone") stored.rows = stored.rows.filter((other) => !rows.includes(other));
  else if (how === "gone") stored.rows.splice(stored.rows.indexOf(row), 1);
  else if (how === "doubled") row.bytes = rows[below(rows.length)].bytes;
  else row.bytes = textOf(damages[how](bytesOf(row.bytes), below));
  return `${how} of ${rows.length} rows`;
}

function damageCopy(stored, key, below) {
  const names = Object.keys(damages);
  const how = names[below(names.length)];
  const file = nameOf(key);
  if (file in stored.files) {
    stored.files[file] = textOf(damages[how](bytesOf(stored.files[file]), below));
    return how + " of the file";
  }
  // A browser without private files has a text, whose parts each are base64.
  const item = "stegvis/" + key;
  const bytes = Buffer.concat(stored.items[item].split(",").map(bytesOf));
  stored.items[item] = textOf(damages[how](bytes, below));
  return how + " of the text";
}

const keys = { account: "account/practice", session: "session/practice/payment-declined" };

/** True once both journals are in both copies. */
export const copied = ({ files, items }) =>
  Object.values(keys).every((key) => nameOf(key) in files || "stegvis/" + key in items);

/** Damages what was stored as a seed says, and says how, for a test that fails. */
export function damaged(whole, seed) {
  const below = dice(seed * 7919);
  for (let i = 0; i < 5; i++) below(2);
  const stored = structuredClone(whole);
  const copies = ["primary", "mirror", "both"][below(3)];
  const journals = [["account"], ["session"], ["account", "session"]][below(3)];
  const what = [];
  for (const journal of journals) {
    if (copies !== "mirror") what.push(journal, damageRows(stored, keys[journal], below));
    if (copies !== "primary") what.push(journal, damageCopy(stored, keys[journal], below));
  }
  return { stored, how: `seed ${seed}: ${copies}, ${what.join(", ")}` };
}
