// The specification in Firefox; each engine has a file of its own, so that two run side by side.
import { firefox } from "./firefox.mjs";
import { specify } from "./specification.mjs";

specify("firefox", firefox);
