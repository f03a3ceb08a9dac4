// The specification in Chromium; each engine has a file of its own, so that two run side by side.
import { chromium } from "./chromium.mjs";
import { specify } from "./specification.mjs";

specify("chromium", chromium);
