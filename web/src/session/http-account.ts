// A host's account behind an address, as web/backend/openapi.yaml describes it. The page's own functions can
// take the place of the headers and of fetch.
import type { Effect } from "../core/types.ts";
import type { AccountAdapter, AccountSnapshot, Answer, PaymentFields } from "./adapter.ts";

export interface HttpAccountOptions {
  /** The account's address; what belongs to it is below: `/commits`, `/commits/KEY`, `/changes`. */
  url: string | URL;
  /** Sent with each request, as for a sign-in; a function is called for each of them. */
  headers?: Record<string, string> | (() => Record<string, string> | Promise<Record<string, string>>);
  /** Of each request. "same-origin" where it is left out: cookies go to the page's own origin alone. */
  credentials?: RequestCredentials;
  /** False where the address has no stream of changes. */
  changes?: boolean;
  /** The parameter of a bank's address that takes the page's own, for the way back: "return". */
  returnParameter?: string;
  /** The provider's own inputs for numbers. */
  paymentFields?: PaymentFields;
}

/** The header by which a page shows that it has read the account: no other site can. */
const token = "stegvis-token";
/** Milliseconds before a stream of changes is opened again that an error has ended. */
const pause = 10000;

/** A request that came back with an error; `status` is HTTP's. */
class HttpError extends Error {
  readonly code = "account-http";
  constructor(
    readonly status: number,
    url: string,
  ) {
    super(`${status} ${url}`);
  }
  get detail(): string {
    return this.message;
  }
}

export function httpAccount(options: HttpAccountOptions): AccountAdapter {
  const base = String(options.url).replace(/\/$/, "");
  let proof = "";

  const request = async (path: string, init: RequestInit): Promise<Response> => {
    const { headers } = options;
    const own = typeof headers === "function" ? await headers() : headers;
    const url = base + path;
    const response = await fetch(url, {
      credentials: options.credentials ?? "same-origin",
      cache: "no-store",
      ...init,
      headers: { accept: "application/json", ...own, ...init.headers },
    });
    proof = response.headers.get(token) ?? proof;
    if (!response.ok) throw new HttpError(response.status, url);
    return response;
  };

  const load = async (signal: AbortSignal, version?: number): Promise<AccountSnapshot> => {
    const known = version === undefined ? "" : `?version=${version}`;
    return (await request(known, { signal })).json();
  };

  const post = async (path: string, method: string, body: unknown, signal: AbortSignal): Promise<Answer> => {
    const response = await request(path, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      headers: {
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(proof && { [token]: proof }),
      },
      signal,
    });
    return response.json();
  };

  const send = ({ token: paid, ...effect }: Effect & { token?: string }, signal: AbortSignal) => {
    const { kind, key, operation, args, day, version } = effect;
    const body = { kind, key, operation, args, day, version, ...(paid && { token: paid }) };
    return post("/commits", "POST", body, signal);
  };

  /** The answer, with the way back in the bank's address. */
  const withReturn = (answer: Answer, returnTo: string): Answer => {
    const { returnParameter } = options;
    if (!returnParameter || answer.kind !== "action-needed" || !URL.canParse(answer.url ?? "", location.href))
      return answer;
    const url = new URL(answer.url!, location.href);
    url.searchParams.set(returnParameter, returnTo);
    return { ...answer, url: url.href };
  };

  return {
    ...(options.paymentFields && { paymentFields: options.paymentFields }),

    load: ({ signal, version }) => load(signal, version),

    async commit(effect, { signal, deadline, returnTo }) {
      // A request that is broken off may have been carried out: the signal does not end it, but has the
      // key called off, which the server answers too.
      const end = AbortSignal.timeout(Math.max(0, deadline - Date.now()));
      const proven = async (ask: () => Promise<Answer>) => {
        // After a new load of the page, the proof comes with the account.
        if (!proof) await load(end, effect.version);
        try {
          return await ask();
        } catch (error) {
          if (!(error instanceof HttpError) || error.status !== 403) throw error;
          // Another sign-in: the proof is another one.
          await load(end, effect.version);
          return ask();
        }
      };
      const path = `/commits/${encodeURIComponent(effect.key)}`;
      const callOff = () => proven(() => post(path, "DELETE", undefined, end));
      if (signal.aborted) return callOff();
      const calledOff = new Promise<Answer>((resolve, reject) =>
        signal.addEventListener("abort", () => callOff().then(resolve, reject), { once: true }),
      );
      return withReturn(await Promise.race([proven(() => send(effect, end)), calledOff]), returnTo);
    },

    async status(key, { signal, deadline, returnTo }) {
      const end = AbortSignal.any([signal, AbortSignal.timeout(Math.max(0, deadline - Date.now()))]);
      const response = await request(`/commits/${encodeURIComponent(key)}`, { signal: end });
      return withReturn(await response.json(), returnTo);
    },

    ...(options.changes !== false && {
      subscribe(changed) {
        let source: EventSource | undefined;
        let again: ReturnType<typeof setTimeout> | undefined;
        const open = () => {
          source = new EventSource(`${base}/changes`, {
            withCredentials: options.credentials === "include",
          });
          source.onmessage = ({ data }) => {
            const { version } = JSON.parse(data);
            if (Number.isSafeInteger(version)) changed(version);
          };
          source.onerror = () => {
            if (source!.readyState === EventSource.CLOSED) again = setTimeout(open, pause);
          };
        };
        open();
        return () => {
          clearTimeout(again);
          source!.close();
        };
      },
    }),
  };
}
