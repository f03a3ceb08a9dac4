// A host's account on its way in: its adapter is waited for, the account is loaded and kept with the session,
// and loaded again where it is another one by now. The reader hears of it where it can't be had.
import type { CoreRecord } from "../core/core.ts";
import type { Effect, Problem, Value } from "../core/types.ts";
import { join } from "../storage/record-format.ts";
import { renewJournal } from "../storage/whole-journals.ts";
import { within } from "../timing/deadline.ts";
import { forAdapter, forAnswer } from "../timing/limits.ts";
import type { AccountAdapter, AccountSnapshot, Answer } from "./adapter.ts";
import { readSnapshot } from "./adapter-answer.ts";
import { ownFields } from "./local-account.ts";
import { dropToken, keepToken, tokenOf } from "./payment-token.ts";
import { jitter } from "./jitter.ts";
import type { Session } from "./session.ts";

/** Milliseconds between two looks for an adapter that the page sets later. */
const look = 100;
/** Milliseconds before an account is loaded again that lacks a change: at first, and at the longest. */
const pauses = { first: 1000, longest: 30000 };
/** Bytes that an account's journal may have beside some times the account itself. */
const longest = 65536;

/** Errors of HTTP that are said in words of their own. */
const words: Record<number, string> = {
  401: "signed-out",
  403: "forbidden",
  404: "not-there",
};

export class HostAccount {
  private _session: Session;
  /** The adapter whose changes are heard of. */
  private _adapter?: AccountAdapter;
  private _unsubscribe?: () => void;
  /** The latest account that came, and whether the core has it. */
  private _snapshot?: AccountSnapshot;
  private _taken = true;
  /** The version that was here when it was asked for. */
  private _before?: number;
  /** The request that counts. */
  private _request?: AbortController;
  /** Records of the account that go with the session's next ones: before its first, nothing is stored. */
  private _unstored: CoreRecord[] = [];
  private _token?: string;
  private _pause = pauses.first;
  private _again?: () => void;
  /** Ends when the account has come, or is not waited for any longer. */
  private _first: Promise<void>;

  constructor(session: Session) {
    this._session = session;
    this._first = this._begin();
  }

  private async _begin(): Promise<void> {
    const { host, observer, opening } = this._session._options;
    const { after } = opening.environment;
    // Storage is opened first: it says which version is here.
    const ready = () => host.adapter && this._session.core;
    for (let waited = 0; !ready() && waited < forAdapter; waited += look) {
      await new Promise<void>((resolve) => after(look, resolve));
      if (this._session._closed) return;
    }
    if (host.adapter) return within(after, forAdapter, this.load(), () => {});
    observer.problem({ code: "adapter-missing", where: host.account });
    // The press that has waited shows the next step first.
    void this._session._enqueue(async () => observer.notice("notice-guides")).catch(() => {});
  }

  /** Waits for the first account, in a job of the session. An adapter may be another object by now. */
  async arrived(): Promise<void> {
    await this._first;
    const { adapter } = this._session._options.host;
    const { after } = this._session._options.opening.environment;
    if (adapter && !this._request) await within(after, forAdapter, this.load(), () => {});
    else if (adapter && this._adapter) this._subscribe(adapter);
    await this._take();
  }

  /** Loads the account. The session's next job takes what came. */
  async load(): Promise<void> {
    const { host, opening, observer } = this._session._options;
    const { after } = opening.environment;
    const adapter = host.adapter!;
    this._again?.();
    this._request?.abort();
    const request = (this._request = new AbortController());
    const version = this._version();
    try {
      if (typeof adapter.load !== "function") throw { code: "adapter-shape", where: "load" };
      const asked = async () => adapter.load({ account: host.account, version, signal: request.signal });
      const loaded = await within<unknown>(after, forAnswer, asked(), () => {
        request.abort();
        throw { code: "account-late" };
      });
      if (request !== this._request) return;
      const snapshot = readSnapshot(loaded);
      if ("code" in snapshot) throw snapshot;
      this._received(snapshot, version);
      this._subscribe(adapter);
    } catch (error) {
      if (request === this._request && !this._session._closed) this._failed(error);
      return;
    }
    void this._session
      ._enqueue(() => this._take())
      .catch((error) => {
        if (!this._session._closed) observer.failed(error);
      });
  }

  /** The adapter has answered to an effect, and may say more of the account; in a job of the session. */
  async answered(answer: Answer): Promise<void> {
    if (/committed|refused|conflict/.test(answer.kind)) dropToken(this._session._options.host.account);
    if ((answer.kind === "committed" || answer.kind === "conflict") && answer.account) {
      this._received({ version: answer.version, account: answer.account });
      await this._take();
    } else if (answer.kind === "conflict" || this._session._behind) {
      void this.load();
    }
  }

  /** The core was opened again, over what is stored; in a job of the session. */
  async reopened(): Promise<void> {
    this._unstored = [];
    const { version: here, tenant } = this._here();
    this._session._options.observer.update({ accountOf: tenant });
    const { _snapshot: snapshot } = this;
    if (snapshot?.account && (here === undefined || here < snapshot.version)) this._taken = false;
    await this._take();
    if (this._session._behind && this._adapter) void this.load();
  }

  /** The records to store: the account's with them, or none of the account where the page wants none kept. */
  toStore(records: readonly CoreRecord[]): CoreRecord[] {
    const all = [...this._unstored, ...records];
    this._unstored = [];
    const { host } = this._session._options;
    return host.getAttribute?.("keep") === "answers"
      ? all.filter(({ journal }) => journal === "session")
      : all;
  }

  /** The next effect goes out with this token of the provider's. */
  give(token: string): void {
    this._token = token;
  }

  /** The token that goes out with an effect, kept from here on until it is answered. */
  tokenOf({ key, operation }: Effect): string | undefined {
    const { account } = this._session._options.host;
    if (this._token && operation === "add") keepToken(account, key, this._token);
    this._token = undefined;
    return tokenOf(account, key);
  }

  stop(): void {
    this._again?.();
    this._request?.abort();
    this._unsubscribe?.();
  }

  private _received(snapshot: AccountSnapshot, before?: number): void {
    this._snapshot = snapshot.account ? snapshot : { ...this._snapshot, ...snapshot };
    this._before = before;
    this._taken = false;
  }

  /** Hands the account to the core, and shows what follows from it. */
  private async _take(): Promise<void> {
    const { _session: session, _snapshot: snapshot } = this;
    const { core } = session;
    if (this._taken || !snapshot || !core) return;
    this._taken = true;
    const here = this._version();
    // A change was carried out while this was on its way.
    const { _before: before } = this;
    if (before !== undefined && here! > before && snapshot.version < here!) return void this.load();
    const { observer, registry, store, host } = session._options;
    const { adapter } = host;
    const numbers = adapter && (ownFields in adapter ? "own" : adapter.paymentFields && "provider");
    const begun = store.held.some(({ journal, end }) => journal === "session" && end.records);
    const renew = begun && this._overgrown();
    const taken = core.account({ ...snapshot, numbers, renew }, session._today);
    const { problem, records, gone, behind, different } = taken;
    if (problem) return this._failed(problem, true);
    observer.update({ accountMissing: undefined, accountOf: this._here().tenant });
    observer.notice("notice-guides", { shown: false });
    if (begun && (await this._store(records, renew)) === "conflict")
      return registry.session.faults!.reopen(session);
    if (!begun) this._unstored.push(...records);
    session._behind = behind;
    observer.notice("notice-behind", { shown: !!behind });
    if (behind) this._loadLater();
    else this._pause = pauses.first;
    if (gone) {
      await session._dispatch({ kind: "account-changed", node: "" });
      observer.notice("notice-account-changed");
    }
    if (different && begun) observer.update({ different: { ...different, node: session._node } });
    if (!gone) await session._show(core.view(session._today));
  }

  /** Newer accounts have made the journal long: the next one begins another. */
  private _overgrown(): boolean {
    const { store } = this._session._options;
    const { account } = this._snapshot!;
    const [{ end }] = store.held;
    // Of most journals this is known without the account's own size.
    if (!account || store.inMemory || end.bytes <= longest) return false;
    return end.bytes > longest + 4 * JSON.stringify(account).length;
  }

  private _store(records: readonly CoreRecord[], renew: boolean): Promise<"stored" | "conflict"> {
    const { store } = this._session._options;
    if (!renew || !records.length) return store.append(this.toStore(records));
    this._unstored = [];
    return renewJournal(store, "account", join(records.map(({ bytes }) => bytes)));
  }

  /** The host's account lacks a change that the host has carried out: a copy of it may be late. */
  private _loadLater(): void {
    const { after, randomize } = this._session._options.opening.environment;
    this._again?.();
    this._again = after(jitter(this._pause, randomize), () => void this.load());
    this._pause = Math.min(2 * this._pause, pauses.longest);
  }

  private _subscribe(adapter: AccountAdapter): void {
    if (adapter === this._adapter) return;
    this._unsubscribe?.();
    this._adapter = adapter;
    const { observer } = this._session._options;
    try {
      this._unsubscribe = adapter.subscribe?.((version) => {
        if (!this._session._closed && version !== this._version()) void this.load();
      });
    } catch (error) {
      observer.problem({ code: "adapter-failed", where: "subscribe", detail: String(error) });
    }
  }

  /** The reader hears why, and the page; the guide goes on with what is here. */
  private _failed(error: unknown, unreadable = false): void {
    const { host, observer } = this._session._options;
    const { code, status, where, detail } = Object(error) as Problem & { status?: number };
    const shape = unreadable || /^(snapshot|adapter)-shape$/.test(code);
    observer.problem({
      code: typeof code === "string" ? code : "account-failed",
      where: where ?? host.account,
      detail: detail ?? (typeof code === "string" ? undefined : String(error)),
    });
    // Storage may not be open yet.
    const say = async () => {
      const { day } = this._here();
      const why = words[status!] ?? (shape ? "unreadable" : day ? "old" : "away");
      observer.update({ accountMissing: { why, day } });
    };
    this._session._enqueue(say).catch(() => {});
  }

  /** The version of the account that is here; undefined where there is none. */
  private _version(): number | undefined {
    return this._here().version;
  }

  private _here(): { version?: number; day?: string; tenant?: Value } {
    return this._session.core?.query({ query: "version" }) ?? {};
  }
}
