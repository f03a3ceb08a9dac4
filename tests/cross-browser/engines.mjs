// Three engines behind one interface, so that one specification runs in all of them:
//
//   const browser = await engines.firefox();      rejects where it can't be started
//   const page = await browser.open(address);     a window of its own, in the profile of the others
//   await browser.stop();
//
//   page.find(role, name, {exact})                an element inside the widget by its role and accessible
//                                                 name as the engine computes them, or undefined; not
//                                                 exact: a radio whose label has the name in it
//   page.click(element), page.keys(text)          by real input; keys go to the focused element
//   page.keys(key.enter)                          a key without a character
//   page.compose(text, during)                    as a keyboard that composes: the text grows in the focused
//                                                 field, then it is committed; until then `during` is called
//                                                 with what the field has to hold
//   page.evaluate(fn, argument)                   argument: an element, or what JSON can hold
//   page.reload(), page.back(), page.forward()
//   page.enter()                                  from here on, all is found, clicked, typed and evaluated in
//                                                 the page's frame
//   page.resize(width, height), page.screenshot(file)
//   page.console                                  errors and warnings of the console, where it can be read
//   page.close()
import { chromium } from "./chromium.mjs";
import { firefox } from "./firefox.mjs";
import { webkit } from "./webkit.mjs";

export const engines = { chromium, firefox, webkit };
