// The store in PostgreSQL, for one server or several. A commit holds the row of its account until it is
// stored, so version and key are decided by one server at a time; another one catches up from the rows.
import { randomBytes } from "node:crypto";
import pg from "pg";

/** Milliseconds. */
const deadlines = { connect: 2000, lock: 2000, statement: 4000, listenAgain: 500 };
const channel = "stegvis_changes";

// A birth is text, since bytes come from the database as text of twice the length.
const tables = `
  create table if not exists accounts (id text primary key, version bigint not null);
  create table if not exists births (account text primary key references accounts, json text not null);
  create table if not exists commits (
    account text not null references accounts, key text not null, person text not null, body text not null,
    answer text not null, version bigint, operation text, primary key (account, key));
  create unique index if not exists commits_version on commits (account, version) where version is not null;
  create table if not exists snapshots (
    account text primary key references accounts, version bigint not null, bytes bytea not null);
  create table if not exists payments (
    id bigint generated always as identity primary key, account text not null references accounts,
    key text not null, person text not null, body text not null, effect text not null, request text not null,
    state text not null, unique (account, key));
  create index if not exists payments_open on payments (id) where state <> 'closed';
  create table if not exists tokens (digest text primary key, account text not null, key text not null);
  create table if not exists settings (name text primary key, value text not null);
`;

const commitOf = "select person, body, answer, version from commits where account = $1 and key = $2";
const paymentOf = "select person, body, effect, request, state from payments where account = $1 and key = $2";
const rowsAfter =
  "select version, operation, person from commits where account = $1 and version > $2 order by version";

/** @returns {Promise<import("./store.mjs").Store>} */
export async function openPostgres(url) {
  const options = {
    connectionString: url,
    connectionTimeoutMillis: deadlines.connect,
    statement_timeout: deadlines.statement,
    query_timeout: deadlines.statement + 1000,
    lock_timeout: deadlines.lock,
    idle_in_transaction_session_timeout: deadlines.statement,
    keepAlive: true,
    types,
  };
  const pool = new pg.Pool({ ...options, max: 10 });
  // A connection that breaks while nobody uses it is replaced by the next.
  pool.on("error", () => {});
  // Servers that start at the same time make the tables one after another.
  await transaction(pool, async (client) => {
    await client.query("select pg_advisory_xact_lock(8713)");
    await client.query(tables);
  });
  const find = async (client, account, key) => ({
    commit: readCommit((await client.query(commitOf, [account, key])).rows[0]),
    payment: readPayment((await client.query(paymentOf, [account, key])).rows[0]),
  });

  return {
    ping: async () => void (await pool.query("select 1")),
    async secret() {
      await pool.query("insert into settings values ('secret', $1) on conflict do nothing", [
        randomBytes(32).toString("hex"),
      ]);
      return (await pool.query("select value from settings where name = 'secret'")).rows[0].value;
    },
    async create(account, birth, version) {
      return transaction(pool, async (client) => {
        const made = await client.query("insert into accounts values ($1, $2) on conflict do nothing", [
          account,
          version,
        ]);
        if (!made.rowCount) return false;
        await client.query("insert into births values ($1, $2)", [account, String(birth)]);
        return true;
      });
    },
    async read(account) {
      const found = await pool.query("select json from births where account = $1", [account]);
      if (!found.rowCount) return null;
      const snapshots = await pool.query("select version, bytes from snapshots where account = $1", [
        account,
      ]);
      const snapshot = snapshots.rows[0] ?? null;
      const { rows } = await pool.query(rowsAfter, [account, snapshot?.version ?? -1]);
      return { birth: found.rows[0].json, snapshot, rows };
    },
    rows: async (account, after) => (await pool.query(rowsAfter, [account, after])).rows,
    find: (account, key) => find(pool, account, key),
    decide: (account, key, { after, token }, judge) =>
      transaction(pool, async (client) => {
        const { version } = (
          await client.query("select version from accounts where id = $1 for update", [account])
        ).rows[0];
        const used =
          token && (await client.query("select account, key from tokens where digest = $1", [token])).rows[0];
        const decision = judge({
          version,
          ...(await find(client, account, key)),
          tokenOf: used ? `${used.account}/${used.key}` : null,
          rows: version > after ? (await client.query(rowsAfter, [account, after])).rows : [],
        });
        await keep(client, account, key, version, decision);
        return decision;
      }),
    async keepSnapshot(account, version, bytes) {
      await pool.query(
        "insert into snapshots values ($1, $2, $3) on conflict (account) do update " +
          "set version = excluded.version, bytes = excluded.bytes where excluded.version > snapshots.version",
        [account, version, bytes],
      );
    },
    async setPayment(account, key, state) {
      await pool.query("update payments set state = $3 where account = $1 and key = $2", [
        account,
        key,
        state,
      ]);
    },
    openPayments: async (after) =>
      (
        await pool.query(
          "select id, account, key from payments where state <> 'closed' and id > $1 order by id limit 100",
          [after],
        )
      ).rows,
    watch: (changed) => watch(options, pool, changed),
    close: () => pool.end(),
  };
}

/** Stores a decision in the transaction that holds the account. */
async function keep(client, account, key, version, decision) {
  const { commit, payment, token } = decision;
  if (commit) {
    const next = commit.operation ? version + 1 : null;
    await client.query("insert into commits values ($1, $2, $3, $4, $5, $6, $7)", [
      account,
      key,
      commit.person,
      commit.body,
      JSON.stringify(commit.answer),
      next,
      commit.operation ?? null,
    ]);
    if (next) {
      await client.query("update accounts set version = $2 where id = $1", [account, next]);
      await client.query("select pg_notify($1, $2)", [channel, `${account} ${next}`]);
    }
  }
  if (payment)
    await client.query(
      "insert into payments (account, key, person, body, effect, request, state) " +
        "values ($1, $2, $3, $4, $5, $6, $7) on conflict (account, key) do update set state = excluded.state",
      [
        account,
        key,
        payment.person,
        payment.body,
        JSON.stringify(payment.effect),
        JSON.stringify(payment.request),
        payment.state,
      ],
    );
  if (token)
    await client.query("insert into tokens values ($1, $2, $3) on conflict do nothing", [
      token,
      account,
      key,
    ]);
}

async function transaction(pool, work) {
  const client = await pool.connect();
  // An error between two queries must not end the process; the next query gives it.
  const heard = () => {};
  client.on("error", heard);
  let broken;
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    broken = error;
    throw error;
  } finally {
    client.off("error", heard);
    // A connection in an unknown state is not used again.
    client.release(broken);
  }
}

/** Listens on a connection of its own, and on a new one where that breaks: what was missed is asked for. */
async function watch(options, pool, changed) {
  /** @type {pg.Client | undefined} */
  let client;
  let timer;
  let closed = false;
  const again = () => {
    if (closed) return;
    clearTimeout(timer);
    timer = setTimeout(() => void listen().then(missed, again), deadlines.listenAgain);
    timer.unref();
  };
  const listen = async () => {
    await client?.end().catch(() => {});
    const next = new pg.Client(options);
    client = next;
    next.on("error", again);
    next.on("end", again);
    next.on("notification", ({ payload }) => {
      const [account, version] = payload.split(" ");
      changed(account, Number(version));
    });
    await next.connect();
    await next.query(`listen ${channel}`);
  };
  const missed = async () => {
    const { rows } = await pool.query("select id, version from accounts");
    for (const { id, version } of rows) changed(id, version);
  };
  await listen();
  return async () => {
    closed = true;
    clearTimeout(timer);
    await client?.end().catch(() => {});
  };
}

/** Versions are whole numbers here, not texts. */
const int8 = 20;
const types = {
  getTypeParser: (oid, format) => (oid === int8 ? Number : pg.types.getTypeParser(oid, format)),
};

function readCommit(row) {
  return row ? { ...row, answer: JSON.parse(row.answer) } : null;
}

function readPayment(row) {
  return row ? { ...row, effect: JSON.parse(row.effect), request: JSON.parse(row.request) } : null;
}
