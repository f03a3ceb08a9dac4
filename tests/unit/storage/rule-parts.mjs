// Parts of the rules of storage backends: records, two journals, and what each call does to them.
export const start = { records: 0, bytes: 0 };

/** Bytes of a record, framed as in web/src/storage/record-format.ts. Backends don't look at its checksum. */
export function record(sequence, text) {
  const payload = new TextEncoder().encode(text);
  const bytes = new Uint8Array(20 + payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, payload.length, true);
  view.setUint32(4, sequence, true);
  bytes.set(payload, 20);
  return bytes;
}

/** `count` records, numbered from `from`. */
export const records = (count, from = 0, text = "record") =>
  Array.from({ length: count }, (_none, i) => record(from + i, `${text} ${from + i}`));

export const joined = (list) => new Uint8Array(list.flatMap((bytes) => [...bytes]));
export const position = (list) => ({ records: list.length, bytes: joined(list).length });

export function equal(found, wanted, what) {
  const [a, b] = [found, wanted].map((value) =>
    JSON.stringify(value instanceof Uint8Array ? [...value] : value),
  );
  if (a !== b) throw new Error(`${what}: ${a?.slice(0, 300)} where ${b?.slice(0, 300)} was expected`);
}
export const value = (answer) => {
  if (answer.problem) throw new Error(`a problem: ${JSON.stringify(answer.problem)}`);
  return answer.value;
};
export const code = (answer, wanted, what) => equal(answer.problem?.code, wanted, what ?? "the code");

export async function stored(backend, key, list, what = `what is under ${key}`) {
  const found = value(await backend.read(key));
  equal(found.bytes, joined(list), what);
  equal(found.end, position(list), `where ${key} ends`);
}

/** Two journals with three and two records. */
export const first = records(3, 0, "account");
export const second = records(2, 0, "session");
export async function filled(place) {
  const backend = place.open();
  value(
    await backend.append([
      { key: "account/a", at: start, records: first },
      { key: "session/a/g", at: start, records: second },
    ]),
  );
  return backend;
}

/** The effect of each call of the interface on the two journals. */
export const uses = {
  exists: (backend) => backend.exists("account/a"),
  read: (backend) => backend.read("account/a"),
  append: (backend) =>
    backend.append([
      { key: "account/a", at: position(first), records: records(2, 3) },
      { key: "session/a/g", at: position(second), records: records(1, 2) },
    ]),
  replace: (backend) =>
    backend.replace([
      {
        key: "account/a",
        keep: position(first.slice(0, 1)),
        records: records(1, 1),
        aside: "aside/account/a",
      },
      { key: "session/a/g", keep: start, records: records(1) },
    ]),
  remove: (backend) => backend.remove(["account/a", "session/a/g"]),
};
export const after = {
  append: [
    [...first, ...records(2, 3)],
    [...second, ...records(1, 2)],
  ],
  replace: [[first[0], ...records(1, 1)], records(1)],
  remove: [[], []],
};

/** Nothing was done, or all of it; where a place has no transactions, each journal by itself. */
export async function whole(place, use, call) {
  const backend = place.open();
  const done = [];
  for (const [i, key] of ["account/a", "session/a/g"].entries()) {
    const found = [...value(await backend.read(key)).bytes].join();
    const before = [...joined([first, second][i])].join();
    const wanted = [...joined((after[use] ?? [first, second])[i])].join();
    if (found !== before && found !== wanted) throw new Error(`half of ${use} is in ${key}: ${found}`);
    if (after[use]) done.push(found === wanted);
  }
  if (done[0] !== done[1] && use !== "remove" && !place.torn?.includes(call[1]))
    throw new Error(`${use} was done in one journal and not in the other`);
  return done.every(Boolean);
}
