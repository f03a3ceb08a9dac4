// The specification in WebKit; each engine has a file of its own, so that two run side by side.
import { webkit } from "./webkit.mjs";
import { specify } from "./specification.mjs";

specify("webkit", webkit);
