// The widget in another language, in place. The flow is the same, node for node, so what is shown, chosen,
// typed and focused stays as it is, and no event is written: only the words become other ones.
import { openGuide, type GuideRequest, type OpenGuide } from "../loading/open-guide.ts";
import type { PartLoader } from "../loading/part-loader.ts";

/** Of a widget, what this needs. */
interface Translated {
  readonly opened: OpenGuide;
  setLanguage(opened: OpenGuide): void;
}

/**
 * Shows what `widget` shows in the language of `request`. `wanted` says whether that is still the last wish;
 * `restart` is called where it is another guide, or another version of it. Rejects, in the old language,
 * where the other one can't be loaded.
 */
export async function switchLanguage(
  widget: Translated,
  request: GuideRequest,
  parts: PartLoader,
  wanted: () => boolean,
  restart: () => void,
): Promise<void> {
  const other = await openGuide(request, parts);
  if (!wanted()) return;
  const { opened } = widget;
  const flow = ({ guide }: { guide: { flow: object } }) => JSON.stringify(guide.flow);
  if (other.guide.name !== opened.guide.name || flow(other) !== flow(opened)) return restart();
  // A script that arrives meanwhile adds its messages to the end of this list.
  for (const script of opened.messages.scripts) {
    const file = request.messagesFile(other.messages.locale, script);
    other.messages.add(await parts.get(file, "text"), script);
  }
  if (wanted()) widget.setLanguage(other);
}
