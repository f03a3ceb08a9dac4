// The choice of a locale among those that there are.

/** The locale itself, else the first one of its language; undefined where there is neither. */
export function nearLocale(locales: readonly string[], wanted: string): string | undefined {
  const language = (locale: string) => locale.split("-")[0];
  return (
    locales.find((locale) => locale === wanted) ??
    locales.find((locale) => language(locale) === language(wanted))
  );
}

/** The same, and English where there is none. */
export function nearestLocale(locales: readonly string[], wanted: string): string {
  return nearLocale(locales, wanted) ?? "en-US";
}
