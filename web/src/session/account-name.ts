// The name of an account tells whether it is there to try things with.

/** The page's account: its name, and the adapter to where it is. */
export interface AccountHost {
  /** "practice", "practice:<scenario>", the name of a host's account, or nothing. */
  readonly account: string;
  /** The page may set it at any time. */
  readonly adapter?: unknown;
}

/** True for the name of an account that the page brings by its adapter. */
export function isHosted({ account }: Pick<AccountHost, "account">): boolean {
  return !!account && account.split(":")[0] !== "practice";
}

/** True for an account of this browser that is there to try things with. */
export function isPractice({ account, adapter }: AccountHost): boolean {
  return !adapter && !!account && !isHosted({ account });
}
