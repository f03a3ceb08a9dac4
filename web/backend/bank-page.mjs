// The page of the played bank where a person confirms: GET /bank/ACCOUNT/KEY, with two answers. It leads back
// to `return` where that is an address of an origin that may ask.
import { originProblem } from "./forged.mjs";
import { problem, refuse } from "./problems.mjs";

const page = (back) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Your bank (played)</title>
<h1>Your bank (played)</h1>
<p>Somebody wants to use your card. Do you confirm it?
<form method="post">
<input type="hidden" name="return" value="${back.replace(/[&"<>]/g, (it) => `&#${it.charCodeAt(0)};`)}">
<p><button name="answer" value="yes">Confirm</button> <button name="answer" value="no">Refuse</button>
</form>
</html>
`;

/**
 * @param {import("fastify").FastifyInstance} server
 * @param {ReturnType<typeof import("./provider.mjs").playedBank>} bank
 * @param {{ origins: Set<string> }} options
 */
export function bankPage(server, bank, { origins }) {
  const safe = (address, host) => {
    if (!URL.canParse(address, `http://${host}`)) return "";
    const { origin, href } = new URL(address, `http://${host}`);
    return origin === `http://${host}` || origins.has(origin) ? href : "";
  };
  server.get("/bank/:account/:key", (/** @type {any} */ request, reply) =>
    reply
      .header("content-security-policy", "default-src 'none'; form-action 'self'")
      .type("text/html; charset=utf-8")
      .send(page(safe(request.query.return ?? "/", request.headers.host))),
  );
  server.post("/bank/:account/:key", (/** @type {any} */ request, reply) => {
    const forged = originProblem(request.headers, origins);
    if (forged) return refuse(reply, forged);
    const { account, key } = request.params;
    const { answer, return: back = "" } = /** @type {any} */ (request.body) ?? {};
    if (!bank.confirm(`${account}/${key}`, answer === "yes"))
      return refuse(reply, problem("route-unknown", "nothing is to be confirmed here"));
    return reply.redirect(safe(back, request.headers.host) || "/", 303);
  });
}
