// The loader: the one script that every page with an article loads.
import { GuideElement } from "../element/guide-element.ts";

if (!customElements.get("stegvis-guide")) customElements.define("stegvis-guide", GuideElement);
