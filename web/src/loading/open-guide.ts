// A guide and the widget's messages: asked for by the loader, and opened by the widget.
import type { GuideFile } from "../guide/guide-file.ts";
import { Messages } from "../i18n/messages.ts";
import { nearestLocale, nearLocale } from "./locale.ts";
import { whole, type PartLoader } from "./part-loader.ts";
import type { Resources } from "./resources.ts";

/** The files that were asked for. The messages are Fluent source. */
export interface GuideRequest {
  resources: Resources;
  guide: Promise<GuideFile>;
  /** In the locale that was guessed before the guide is there. */
  messages: Promise<string>;
  /** Their file. */
  guessed: string;
  /** The locale that the reader is to have; empty for the guide's own. */
  locale: string;
  /** The page's own words, as Fluent source by locale. A page may set them while the guide is on its way. */
  words(): Record<string, string> | undefined;
  /** The file of messages in the nearest locale: the first ones, or those of a script of later steps. */
  messagesFile(locale: string, script?: string): string;
}

/** A guide that is shown, and the messages that it is shown with. Both are replaced for another language. */
export interface OpenGuide {
  guide: GuideFile;
  messages: Messages;
}

/** The address of a guide, and the wanted language. */
export interface GuideAddress {
  /** A whole address. */
  src: string;
  /** The locale that the reader is to have; empty where nobody said. */
  locale: string;
  /** The language of the page around it. */
  lang: string;
  /** The page's own words, as Fluent source by locale. A page may set them while the guide is on its way. */
  words(): Record<string, string> | undefined;
}

/** The locale in a guide's address. */
const inAddress = /\.([a-z]{2,3}(?:-\w+)*)(?=\.json$)/i;

/** Asks for the guide in the reader's language, else for the one at `src`, and for messages. */
export function requestGuide(
  resources: Resources,
  locales: readonly string[],
  { src, locale, lang, words }: GuideAddress,
): GuideRequest {
  const messagesFile = (locale: string, script = "") =>
    `ui/${nearestLocale(locales, locale)}${script && "." + script}.ftl`;
  const translated = nearLocale(locales, locale);
  const guessed = messagesFile(locale || inAddress.exec(src)?.[1] || lang);
  const get = (address: string) => resources.get<GuideFile>(address, "json");
  const guide = get(translated ? src.replace(inAddress, "." + translated) : src).catch(() => get(src));
  const messages = resources.get(guessed, "text");
  // Each is awaited later; a failure before that is no unhandled rejection.
  guide.catch(() => {});
  messages.catch(() => {});
  return { resources, guide, messages, guessed, locale, words, messagesFile };
}

/**
 * The guide and its messages, checked. Rejects with "guide-version" or "guide-shape" for another file, and
 * with a LoadProblem where one is not there.
 */
export async function openGuide(request: GuideRequest, parts: PartLoader): Promise<OpenGuide> {
  const { guessed, locale, messagesFile } = request;
  const guide = await parts.inTime("guide", request.guide);
  if (guide?.guide !== 1) throw { code: "guide-version" };
  const { locale: written, text, flow } = guide;
  const shaped =
    flow?.nodes && flow.lists && typeof written === "string" && text?.parts && text.blocks && text.title;
  if (!shaped) throw { code: "guide-shape" };
  const shown = locale || written;
  const words = request.words() ?? {};
  const messages = new Messages(shown, written, words[nearLocale(Object.keys(words), shown)!] ?? "");
  const file = messagesFile(messages.locale);
  const source =
    file === guessed ? parts.inTime(file, request.messages.then(whole)) : parts.get(file, "text");
  messages.add(await source);
  messages.addGuide(text.messages ?? "");
  return { guide, messages };
}
