// Another language in place, loaded when it is asked for.
export * from "../view/switch-language.ts";
