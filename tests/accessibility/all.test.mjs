// All accessibility tests in one process, so that the scenarios run once.
import "./axe.mjs";
import "./outlines.mjs";
import "./criteria.mjs";
import "./rules.mjs";
import "./keyboard-and-screen-reader.mjs";
