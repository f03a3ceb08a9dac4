// The core and what drives it, loaded behind the first question.
export * from "../session/session.ts";
