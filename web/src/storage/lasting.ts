// Asks the browser to keep what is stored, where that asks nobody, and finds out if it may delete it.
import { folder } from "./presence.ts";

/** In localStorage: it was said that what is stored here may not last. */
const item = folder + ".said-to-end";

/** True if the reader should hear, once, that the browser may delete what is stored by itself. */
export async function mayEnd(): Promise<boolean> {
  try {
    if (await persistent()) return false;
    if (!(endsSoon() || inForeignFrame()) || localStorage.getItem(item) !== null) return false;
    localStorage.setItem(item, "");
    return true;
  } catch {
    // A place that says nothing of itself: the reader hears of it where it refuses something.
    return false;
  }
}

async function persistent(): Promise<boolean> {
  const { storage, permissions } = navigator;
  if (await storage.persisted()) return true;
  // A browser that would ask the reader, as Firefox does, is not asked: this page is about a payment.
  const { state } = await permissions.query({ name: "persistent-storage" });
  return state === "granted" && storage.persist();
}

/**
 * Safari deletes what scripts have stored, seven days after the last visit (webkit.org, 24 March 2020). It
 * alone has gestures as events.
 */
function endsSoon(): boolean {
  return "GestureEvent" in globalThis;
}

/** Storage of a frame on another site's page is apart, and some browsers drop it with the page. */
function inForeignFrame(): boolean {
  try {
    return !top!.location.href;
  } catch {
    return true;
  }
}
