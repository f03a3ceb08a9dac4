// IndexedDB in memory: a row a record under its sequence, and apart from them how many were acknowledged
// (web/src/storage/indexeddb-backend.ts). A row can be missing, which a string of bytes can't show.
const start = { records: 0, bytes: 0 };
const join = (list) => Uint8Array.from(list.flatMap((bytes) => [...bytes]));
const end = ({ rows }) => (rows.size ? Math.max(...rows.keys()) + 1 : 0);
const endsWith = (bytes, row) =>
  row.length <= bytes.length && row.every((byte, i) => byte === bytes[bytes.length - row.length + i]);
const conflict = () => new DOMException("it ends elsewhere", "ConstraintError");
const none = () => ({ rows: new Map(), acknowledged: 0 });

export class RowsBackend {
  name = "rows";
  #closed = false;

  /** @param {Map<string, { rows: Map<number, Uint8Array>, acknowledged: number }>} journals */
  constructor(journals) {
    this.journals = journals;
  }

  async exists(key) {
    return this.#run("unreadable", () => (key ? this.journals.has(key) : this.journals.size > 0));
  }

  async read(key) {
    return this.#run("unreadable", () => {
      const journal = this.journals.get(key);
      if (!journal) return { bytes: new Uint8Array(), end: start, acknowledged: 0 };
      const bytes = join([...journal.rows].sort(([a], [b]) => a - b).map(([, row]) => row));
      return {
        bytes,
        end: { records: end(journal), bytes: bytes.length },
        acknowledged: journal.acknowledged,
      };
    });
  }

  async tail({ key, from, count = Infinity }) {
    return this.#run("unreadable", () => {
      const journal = this.journals.get(key) ?? none();
      const behind = [...journal.rows].sort(([a], [b]) => a - b).filter(([sequence]) => sequence >= from);
      const bytes = join(behind.slice(0, count).map(([, row]) => row));
      const { acknowledged } = journal;
      return { bytes, end: { records: end(journal), bytes: bytes.length }, acknowledged };
    });
  }

  async append(additions) {
    return this.#write(additions, ({ at, records, after }, journal) => {
      const last = journal.rows.get(end(journal) - 1);
      if (end(journal) !== at.records || (last && after && !endsWith(after, last))) throw conflict();
      if (journal.acknowledged > at.records) throw conflict();
      records.forEach((record, i) => journal.rows.set(at.records + i, record));
      journal.acknowledged = at.records + records.length;
    });
  }

  async replace(replacements) {
    return this.#write(replacements, ({ keep, records, at, aside, after, unconfirmed }, journal, changed) => {
      const last = journal.rows.get(end(journal) - 1);
      if (at && (end(journal) !== at.records || (last && after && !endsWith(after, last)))) throw conflict();
      const from = keep.records;
      const behind = [...journal.rows].filter(([sequence]) => sequence >= from);
      if (aside) for (const [sequence, row] of behind) changed(aside).rows.set(sequence, row);
      for (const [sequence] of behind) journal.rows.delete(sequence);
      records.forEach((record, i) => journal.rows.set(from + i, record));
      journal.acknowledged = unconfirmed && journal.acknowledged < 1 ? -1 : from + records.length;
    });
  }

  async remove(keys) {
    return this.#run("failed", () => {
      for (const key of keys ?? [...this.journals.keys()]) this.journals.delete(key);
    });
  }

  close() {
    this.#closed = true;
  }

  /** All changes are made to copies first, which take the journals' places together. */
  async #write(list, change) {
    return this.#run("failed", () => {
      const copies = new Map();
      const changed = (key) => {
        if (!copies.has(key)) {
          const { rows, acknowledged } = this.journals.get(key) ?? none();
          copies.set(key, { rows: new Map(rows), acknowledged });
        }
        return copies.get(key);
      };
      for (const entry of list) change(entry, changed(entry.key), changed);
      for (const [key, journal] of copies) this.journals.set(key, journal);
    });
  }

  #run(otherwise, work) {
    const problem = (code) => ({ problem: { code, where: this.name } });
    if (this.#closed) return problem("closed");
    try {
      return { value: work() };
    } catch (error) {
      return problem(error.name === "ConstraintError" ? "conflict" : otherwise);
    }
  }
}
