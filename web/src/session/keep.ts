// The reader has changed something: the browser is asked to keep it, and the reader hears if it may not.
import { mayEnd } from "../storage/lasting.ts";
import type { Observer } from "./observer.ts";

export async function keep(observer: Pick<Observer, "notice">): Promise<void> {
  if (await mayEnd()) observer.notice("notice-may-end");
}
