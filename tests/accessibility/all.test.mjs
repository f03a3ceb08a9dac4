// Everybody can use the widget. All in one process: the walk through every node is made once.
import "./axe.mjs";
import "./outlines.mjs";
import "./criteria.mjs";
import "./rules.mjs";
import "./keyboard-and-screen-reader.mjs";
