// The place where accounts are stored: SQLite in a file, or PostgreSQL. Both hold the same tables behind
// these calls.
//
// An account is what it was born as, and the operations that changed it since, a row each. A row belongs to a
// key, which is unique in its account: it has the first final answer, and where that is "committed" the
// operation and the version that it led to. A snapshot stands for all rows up to its version.
//
// Calls reject where the database can't be reached, is busy, or breaks down; then nobody knows what was done.

/**
 * @typedef {{ version: number, operation: string, person: string }} Row an operation that was applied
 * @typedef {{ person: string, body: string, answer: any, version: number | null }} Commit of a key
 * @typedef {{ person: string, body: string, effect: any, request: any, state: string }} Payment
 *   of a key; its state is asked, to-capture, to-cancel or closed
 * @typedef {{ version: number, bytes: Uint8Array }} Snapshot
 * @typedef {{ birth: string | Uint8Array, snapshot: Snapshot | null, rows: Row[] }} Stored
 *
 * @typedef {object} Found all in one transaction that nobody else changes the account in
 * @property {number} version the account's
 * @property {Commit | null} commit
 * @property {Payment | null} payment
 * @property {string | null} tokenOf the key that the provider's token came with before
 * @property {Row[]} rows those after the version that the caller has
 *
 * @typedef {object} Decision
 * @property {{ person: string, body: string, answer: object, operation?: string }} [commit] stored; with
 *   an operation the account is at its next version
 * @property {Payment} [payment] stored in the place of the former
 * @property {string} [token] the digest of the provider's token, stored with the key
 *
 * @typedef {object} Store
 * @property {() => Promise<void>} ping
 * @property {() => Promise<string>} secret made once, the same for all servers
 * @property {(account: string, birth: string | Buffer, version: number) => Promise<boolean>} create false
 *   where there is one already
 * @property {(account: string) => Promise<Stored | null>} read
 * @property {(account: string, after: number) => Promise<Row[]>} rows
 * @property {(account: string, key: string) => Promise<{ commit: Commit | null, payment: Payment | null }>}
 *   find
 * @property {<T extends Decision>(account: string, key: string, asked: { after: number, token?: string },
 *   judge: (found: Found) => T) => Promise<T>} decide
 * @property {(account: string, version: number, bytes: Buffer) => Promise<void>} keepSnapshot
 * @property {(account: string, key: string, state: string) => Promise<void>} setPayment
 * @property {(after: number) => Promise<{ id: number, account: string, key: string }[]>} openPayments at
 *   most 100, the oldest first
 * @property {(changed: (account: string, version: number) => void) => Promise<() => Promise<void>>} watch
 *   hears of changes by other servers
 * @property {() => Promise<void>} close
 */

/**
 * @param {{ url?: string, file?: string }} where PostgreSQL's address, or else the file of SQLite
 * @returns {Promise<Store>}
 */
export async function openStore({ url = process.env.DATABASE_URL, file }) {
  if (url) return (await import("./store-postgres.mjs")).openPostgres(url);
  return (await import("./store-sqlite.mjs")).openSqlite(file);
}
