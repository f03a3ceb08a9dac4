// Guards against posts that a page of somebody else makes in the name of a person who is signed in: the
// browser says where a post comes from, and each post brings a token that only this account's pages could
// read.
import { createHmac, timingSafeEqual } from "node:crypto";
import { problem } from "./problems.mjs";

/**
 * Nothing for a request whose origin may post, else the problem. Origins are those of `allowed`, and the
 * server's own. A client that is no browser sends neither header; the token holds it.
 *
 * @param {import("node:http").IncomingHttpHeaders} headers
 * @param {ReadonlySet<string>} allowed
 */
export function originProblem(headers, allowed) {
  const { origin, host } = headers;
  const site = headers["sec-fetch-site"];
  const isOwn = origin !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
  if (origin !== undefined && !isOwn && !allowed.has(origin))
    return problem("origin-forged", "pages of this origin may not post here");
  if (site === undefined || site === "same-origin") return undefined;
  // A page of an allowed origin is of another site, or of another port of this one.
  if (origin !== undefined && allowed.has(origin)) return undefined;
  return problem("origin-forged", "pages of another site may not post here");
}

/** The token of a person at an account; the secret is the servers' own. */
export function tokenOf(secret, account, person) {
  return createHmac("sha256", secret)
    .update(JSON.stringify([account, person]))
    .digest("base64url");
}

export function isTokenOf(token, secret, account, person) {
  const right = Buffer.from(tokenOf(secret, account, person));
  const sent = Buffer.from(typeof token === "string" ? token : "");
  return sent.length === right.length && timingSafeEqual(sent, right);
}
