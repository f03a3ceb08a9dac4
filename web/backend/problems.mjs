// The closed list of what a request can be refused with: codes, and the status that each is sent with. A
// function that can fail returns {problem: {code, detail, where?}} in place of its value; nothing of it is
// personal.

/** @typedef {{ code: keyof typeof statuses, detail: string, where?: string }} Problem */

export const statuses = Object.freeze({
  "sign-in-needed": 401,
  "account-not-yours": 403,
  "origin-forged": 403,
  "token-forged": 403,
  "account-unknown": 404,
  "route-unknown": 404,
  "body-large": 413,
  "body-type": 415,
  "body-json": 422,
  "body-shape": 422,
  "key-reused": 422,
  "payment-token-reused": 422,
  "too-many-requests": 429,
  internal: 500,
  "account-damaged": 500,
  "database-busy": 503,
  "sign-in-unavailable": 503,
  "server-ends": 503,
});

/**
 * @param {keyof typeof statuses} code
 * @param {string} detail in words for engineers
 * @param {string} [where] a JSON pointer into what was sent
 * @returns {{ problem: Problem }}
 */
export function problem(code, detail, where) {
  return { problem: { code, detail, ...(where && { where }) } };
}

/**
 * Sends a problem, and leaves its code for the log.
 * @param {any} reply of Fastify
 * @param {{ problem?: Problem }} refusal
 */
export function refuse(reply, { problem: { code, detail, where } }) {
  reply.raw.refusal = code;
  if (statuses[code] === 503) reply.header("retry-after", "1");
  return reply
    .code(statuses[code])
    .type("application/problem+json")
    .send(JSON.stringify({ code, detail, ...(where && { where }) }));
}

/**
 * A promise with a deadline: what takes longer rejects with an error of code ETIMEDOUT.
 * @template T
 * @param {PromiseLike<T> | T} promise
 * @param {number} milliseconds
 * @returns {Promise<T>}
 */
export function within(promise, milliseconds) {
  let timer;
  const late = new Promise((_, failed) => {
    const error = Object.assign(new Error(`no answer within ${milliseconds} ms`), { code: "ETIMEDOUT" });
    timer = setTimeout(failed, milliseconds, error);
  });
  return /** @type {Promise<T>} */ (Promise.race([promise, late]).finally(() => clearTimeout(timer)));
}
