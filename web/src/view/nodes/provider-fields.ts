// The fields of a host's payment provider in a form: they stand in an element of the page's own document,
// which a slot shows here, since a provider's script finds nothing in a shadow root. Their frames are of
// another origin, so that no number is ever in this page.
import { noChange } from "lit-html";
import { Directive, directive, type ElementPart } from "lit-html/directive.js";
import type { MountedFields, PaymentFields, PaymentToken } from "../../session/adapter.ts";

export interface ProviderOptions {
  kind: string;
  country: string;
  locale: string;
}

/** The name of the slot. */
export const slotName = "stegvis-payment";

/** Mounts the provider's fields for a slot, again for another kind, and takes them away with it. */
class Mounted extends Directive {
  private _kind?: string;
  private _end = () => {};

  render(_fields: PaymentFields, _options: ProviderOptions, _mounted: (it: Promise<MountedFields>) => void) {
    return noChange;
  }

  override update(
    { element }: ElementPart,
    [fields, options, mounted]: [PaymentFields, ProviderOptions, (it: Promise<MountedFields>) => void],
  ): unknown {
    if (this._kind === options.kind) return noChange;
    this._end();
    this._kind = options.kind;
    // A form that is drawn for the first time is not in the page yet.
    queueMicrotask(() => {
      if (element.isConnected && this._kind === options.kind) mounted(this._mount(element, fields, options));
    });
    return noChange;
  }

  private _mount(element: Element, fields: PaymentFields, options: ProviderOptions): Promise<MountedFields> {
    const root = element.getRootNode() as ShadowRoot;
    const container = document.createElement("div");
    container.slot = slotName;
    root.host.append(container);
    const theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    const mounting = Promise.resolve().then(() => fields.mount(container, { ...options, theme }));
    const watching = new MutationObserver(() => element.isConnected || this._end());
    watching.observe(root, { childList: true, subtree: true });
    this._end = () => {
      this._end = () => {};
      watching.disconnect();
      void mounting
        .then((it) => it.unmount?.())
        .catch(() => {})
        .finally(() => container.remove());
    };
    mounting.catch(() => {});
    return mounting;
  }
}
export const providerFields = directive(Mounted);

/** Checks what a provider's fields gave: a token, and nothing that could be a whole number. */
export function isToken(value: unknown): value is PaymentToken {
  const { token, brand, last4, expiry } = Object(value) as Record<string, unknown>;
  return (
    typeof token === "string" &&
    token.length > 0 &&
    typeof brand === "string" &&
    /^[0-9]{4}$/.test(String(last4)) &&
    /^\d{4}-\d{2}$/.test(String(expiry))
  );
}
