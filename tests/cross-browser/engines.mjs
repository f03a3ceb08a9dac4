// Three engines behind one face, so that one specification runs in all of them:
//
//   const browser = await engines.firefox();      rejects where it can't be started
//   const page = await browser.open(address);     a window of its own, in the profile of the others
//   await browser.stop();
//
//   page.find(role, name, {exact})                an element inside the widget by its role and accessible
//                                                 name as the engine computes them, or undefined; not
//                                                 exact: a radio whose label has the name in it
//   page.click(element), page.keys(text)          as a person does; keys go to where the focus is
//   page.keys(key.enter)                          a key without a character
//   page.evaluate(fn, argument)                   argument: an element, or what JSON can hold
//   page.reload(), page.back(), page.forward()
//   page.enter()                                  from here on, all is found, clicked, typed and evaluated in
//                                                 the page's frame
//   page.resize(width, height), page.screenshot(file)
//   page.console                                  what the engine's console said, where it can be heard
//   page.close()
import { chromium } from "./chromium.mjs";
import { firefox } from "./firefox.mjs";
import { webkit } from "./webkit.mjs";

export const engines = { chromium, firefox, webkit };
