// Sign-in for the demo: a cookie names the person, and a page lets the reader choose who they are. Nothing
// protects it, so it is for practice alone; a host hands in a function of its own.
import { problem, refuse } from "./problems.mjs";
import { originProblem } from "./forged.mjs";

/** Persons of the practice accounts (core/billing/practice.cpp). */
export const practicePersons = Object.freeze([
  { id: "p-ingrid", name: "Ingrid Myrvang", role: "global administrator" },
  { id: "p-jonas", name: "Jonas Fjellheim", role: "billing administrator" },
  { id: "p-sara", name: "Sara Holmvik", role: "invoice manager" },
]);

/** The person whom the cookie names; null for none. */
export function personOfCookie({ headers }) {
  const found = /(?:^|;\s*)person=([\w-]{1,64})(?:;|$)/.exec(headers.cookie ?? "");
  return practicePersons.some(({ id }) => id === found?.[1]) ? found[1] : null;
}

/** A path of this server, to go on to; the page where it is another thing. */
const pathOf = (text) => (/^\/[a-z0-9/-]*$/.test(text ?? "") && !text.startsWith("//") ? text : "/");

const page = (now, then) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Who are you?</title>
<h1>Who are you?</h1>
<form method="post" action="/sign-in?then=${then}">
${practicePersons.map(({ id, name, role }) => `<p><button name="person" value="${id}">${name}, ${role}${id === now ? " (now)" : ""}</button>`).join("\n")}
</form>
</html>
`;

/**
 * GET /sign-in shows the persons, POST /sign-in sets the cookie and leads to the page.
 * @param {import("fastify").FastifyInstance} server
 */
export function signInPage(server, { origins = new Set() } = {}) {
  server.get("/sign-in", (/** @type {any} */ request, reply) => {
    reply
      .header("content-security-policy", "default-src 'none'; form-action 'self'")
      .type("text/html; charset=utf-8")
      .send(page(personOfCookie(request), pathOf(request.query.then)));
  });
  server.post("/sign-in", (/** @type {any} */ request, reply) => {
    const forged = originProblem(request.headers, origins);
    const person = /** @type {any} */ (request.body)?.person;
    if (forged) return refuse(reply, forged);
    if (!practicePersons.some(({ id }) => id === person))
      return refuse(reply, problem("body-shape", "none of the persons", "/person"));
    return reply
      .header("set-cookie", `person=${person}; Path=/; HttpOnly; SameSite=Lax`)
      .redirect(pathOf(/** @type {any} */ (request.query).then), 303);
  });
}
