// The loader: the one script that every page with an article loads.
export * from "../element/guide-element.ts";
