// A pause is never the same twice, so that many readers who lost a server don't come back to it at once.

/** That many milliseconds, and up to a half more. */
export function jitter(milliseconds: number, randomize: (bytes: Uint8Array<ArrayBuffer>) => unknown): number {
  const dice = new Uint8Array(1);
  randomize(dice);
  return Math.round(milliseconds * (1 + dice[0] / 512));
}
