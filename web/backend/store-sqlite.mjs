// The store in a file, for one server: SQLite by better-sqlite3, or by Node itself where that is not
// installed. Its calls are synchronous, so a transaction can't be interrupted by another of this process.
import { randomBytes } from "node:crypto";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
/** Milliseconds that a call waits for another process that writes. */
const busy = 500;
const builtIn = "node:sqlite";

const tables = `
  create table if not exists accounts (id text primary key, version integer not null) without rowid;
  create table if not exists births (account text primary key, json blob not null);
  create table if not exists commits (
    account text not null, key text not null, person text not null, body text not null, answer text not null,
    version integer, operation text, primary key (account, key)) without rowid;
  create unique index if not exists commits_version on commits (account, version) where version is not null;
  create table if not exists snapshots (account text primary key, version integer not null, bytes blob not null);
  create table if not exists payments (
    id integer primary key, account text not null, key text not null, person text not null, body text not null,
    effect text not null, request text not null, state text not null, unique (account, key));
  create index if not exists payments_open on payments (id) where state <> 'closed';
  create table if not exists tokens (digest text primary key, account text not null, key text not null);
  create table if not exists settings (name text primary key, value text not null);
`;

const statements = {
  secretSet: "insert or ignore into settings values ('secret', ?)",
  secret: "select value from settings where name = 'secret'",
  create: "insert or ignore into accounts values (?, ?)",
  keepBirth: "insert into births values (?, ?)",
  birth: "select json from births where account = ?",
  version: "select version from accounts where id = ?",
  next: "update accounts set version = ? where id = ?",
  snapshot: "select version, bytes from snapshots where account = ?",
  keepSnapshot:
    "insert into snapshots values (?, ?, ?) on conflict (account) do update " +
    "set version = excluded.version, bytes = excluded.bytes where excluded.version > snapshots.version",
  rows: "select version, operation, person from commits where account = ? and version > ? order by version",
  commit: "select person, body, answer, version from commits where account = ? and key = ?",
  keepCommit: "insert into commits values (?, ?, ?, ?, ?, ?, ?)",
  payment: "select person, body, effect, request, state from payments where account = ? and key = ?",
  keepPayment:
    "insert into payments (account, key, person, body, effect, request, state) values (?, ?, ?, ?, ?, ?, ?) " +
    "on conflict (account, key) do update set state = excluded.state",
  setPayment: "update payments set state = ? where account = ? and key = ?",
  openPayments:
    "select id, account, key from payments where state <> 'closed' and id > ? order by id limit 100",
  token: "select account, key from tokens where digest = ?",
  keepToken: "insert or ignore into tokens values (?, ?, ?)",
};

/** @returns {Promise<import("./store.mjs").Store>} */
export async function openSqlite(file) {
  const database = openFile(file);
  let isOpen = true;
  database.exec("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;");
  database.exec(tables);
  const run = {};
  for (const [name, text] of Object.entries(statements)) run[name] = database.prepare(text);

  const find = (account, key) => ({
    commit: readCommit(run.commit.get(account, key)),
    payment: readPayment(run.payment.get(account, key)),
  });
  const decide = (account, key, asked, judge) => {
    const { after, token } = asked;
    const used = token && run.token.get(token);
    const { version } = run.version.get(account);
    const found = {
      version,
      ...find(account, key),
      tokenOf: used ? `${used.account}/${used.key}` : null,
      rows: version > after ? run.rows.all(account, after) : [],
    };
    const decision = judge(found);
    const { commit, payment } = decision;
    if (commit) {
      const next = commit.operation ? version + 1 : null;
      const answer = JSON.stringify(commit.answer);
      run.keepCommit.run(account, key, commit.person, commit.body, answer, next, commit.operation ?? null);
      if (next) run.next.run(next, account);
    }
    if (payment) {
      const { person, body, effect, request, state } = payment;
      run.keepPayment.run(account, key, person, body, JSON.stringify(effect), JSON.stringify(request), state);
    }
    if (decision.token) run.keepToken.run(decision.token, account, key);
    return decision;
  };
  const transaction = (work) => {
    database.exec("begin immediate");
    try {
      const result = work();
      database.exec("commit");
      return result;
    } catch (error) {
      // A transaction that is over already has nothing to roll back.
      try {
        database.exec("rollback");
      } catch {
        // The first error is the one that counts.
      }
      throw error;
    }
  };

  return {
    ping: async () => void run.secret.get(),
    async secret() {
      run.secretSet.run(randomBytes(32).toString("hex"));
      return run.secret.get().value;
    },
    create: async (account, birth, version) =>
      transaction(() => {
        const isNew = run.create.run(account, version).changes > 0;
        if (isNew) run.keepBirth.run(account, Buffer.from(birth));
        return isNew;
      }),
    async read(account) {
      const found = run.birth.get(account);
      if (!found) return null;
      const snapshot = run.snapshot.get(account);
      return {
        birth: found.json,
        snapshot: snapshot ? { version: snapshot.version, bytes: snapshot.bytes } : null,
        rows: run.rows.all(account, snapshot?.version ?? -1),
      };
    },
    rows: async (account, after) => run.rows.all(account, after),
    find: async (account, key) => find(account, key),
    decide: async (account, key, asked, judge) => transaction(() => decide(account, key, asked, judge)),
    keepSnapshot: async (account, version, bytes) => void run.keepSnapshot.run(account, version, bytes),
    setPayment: async (account, key, state) => void run.setPayment.run(state, account, key),
    openPayments: async (after) => run.openPayments.all(after),
    // All changes are this server's.
    watch: async () => async () => {},
    async close() {
      if (isOpen) database.close();
      isOpen = false;
    },
  };
}

/** The file as a database, by either of the two. */
export function openFile(file) {
  let first;
  try {
    const Database = require("better-sqlite3");
    return new Database(file, { timeout: busy });
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND" && !/bindings/.test(error.message)) throw error;
    first = error;
  }
  try {
    const { DatabaseSync } = require(builtIn);
    const database = new DatabaseSync(file);
    database.exec(`pragma busy_timeout = ${busy}`);
    return database;
  } catch {
    throw new Error("SQLite needs better-sqlite3 (web/install.sh), or Node 22.13 or newer", { cause: first });
  }
}

function readCommit(row) {
  return row ? { ...row, answer: JSON.parse(row.answer) } : null;
}

function readPayment(row) {
  return row ? { ...row, effect: JSON.parse(row.effect), request: JSON.parse(row.request) } : null;
}
