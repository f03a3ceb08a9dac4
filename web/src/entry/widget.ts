// The first question: the script that the loader asks for when the widget comes into view.
export * from "../view/widget.ts";
