// Another language in place, loaded when it is asked for.
export { switchLanguage } from "../view/switch-language.ts";
