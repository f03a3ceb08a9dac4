// The fonts that layouts are measured with. Browsers of the tests know these and no other font of the
// machine (fonts.conf): DejaVu Sans, which is wide, is the default; Liberation Sans is narrow. Arabic is
// drawn in DejaVu Sans, Japanese in VL Gothic.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = fileURLToPath(new URL("fonts.conf", import.meta.url));

/** Font families by name, so that a layout check can run in each. */
export const fonts = { wide: "DejaVu Sans", narrow: "Liberation Sans" };

/** The environment that a browser is started with; throws where a font is not installed. */
export function fontEnvironment() {
  for (const [, font] of readFileSync(file, "utf8").matchAll(/<glob>(\/.*)<\/glob>/g)) {
    if (!existsSync(font))
      throw new Error(`${font} is missing: install fonts-dejavu-core, fonts-liberation and fonts-vlgothic`);
  }
  return { ...process.env, FONTCONFIG_FILE: file };
}

/** In the page: draws it in another font. */
export function setFont(family) {
  document.documentElement.style.fontFamily = `"${family}"`;
}
