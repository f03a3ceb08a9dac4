// The core and the session over it, loaded behind the first question.
export { openSession } from "../session/open-session.ts";
