// The demo: the support site of Fjordkontor, an invented company, with the article's guide in it. The
// site's own words are in sites/, a file a language; a language without one has English.
import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("sites/", import.meta.url);
const sites = Object.fromEntries(
  readdirSync(folder).map((name) => [
    name.replace(".json", ""),
    JSON.parse(readFileSync(new URL(name, folder), "utf8")),
  ]),
);

const escape = (text) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

/**
 * The languages of the site: the page that each has, and its name in itself. `own` gives the page of a locale
 * where it isn't the site's first one.
 */
export function languages(locales, own = (_locale) => "") {
  const pages = { "nb-NO": "index.html", "ar-SA": "rtl.html" };
  return locales.map((locale) => {
    const lang = locale.split("-")[0];
    const name = new Intl.DisplayNames(locale, { type: "language" }).of(lang);
    return {
      locale,
      lang,
      page: own(locale) || (pages[locale] ?? lang + ".html"),
      name: name[0].toLocaleUpperCase(locale) + name.slice(1),
    };
  });
}

/**
 * The page of one guide. `html` is the article as the compiler writes it, `words` the locale of the
 * widget's own words. The widget stands at the top, in view at once, so the page names what it will
 * ask for first; further down a page would leave these hints out. `choice` is the site's languages.
 */
export function fill({ src, locale, direction, title, html, words, choice = [], again = false }) {
  const site = sites[locale.split("-")[0]] ?? sites.en;
  const link = (text, to = "#") => `<a href="${to}">${escape(text)}</a>`;
  // The page has the heading outside the widget, where it stays.
  const body = html.trim().replace(/<h1>.*<\/h1>\n?/, "");
  const script = (name) => `<script type="module" src="${name}" fetchpriority="low"></script>\n`;
  const home = choice.find((language) => language.locale === locale)?.page ?? "./";
  const crumbs = site.crumbs.map((text) => `<li>${link(text)}</li>`);
  const choices = choice.map(({ page, lang, locale: other, name }) => {
    const current = other === locale ? ' aria-current="page"' : "";
    return `<li><a href="${page}" lang="${lang}" hreflang="${lang}"${current}>${escape(name)}</a></li>`;
  });
  return `<!doctype html>
<html lang="${locale}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)} – ${site.support} – ${site.brand}</title>
<link rel="stylesheet" href="page.css">
<link rel="icon" href="mark.svg" type="image/svg+xml">
<script type="module" src="stegvis.js"></script>
<link rel="modulepreload" href="widget.js">
<link rel="preload" as="fetch" crossorigin href="${escape(src)}">
<link rel="preload" as="fetch" crossorigin href="ui/${escape(words)}.ftl">
${again ? script("again.js") : ""}${choice.length ? script("languages.js") : ""}</head>
<body>
<a class="skip" href="#main">${escape(site.skip)}</a>
<header class="site">
  <div class="wide">
    <a class="brand" href="${home}"><span class="logo" aria-hidden="true"></span>${site.brand}
      <span>${escape(site.support)}</span></a>
    <form class="find" role="search" action="#">
      <label for="q" class="unseen">${escape(site.search)}</label>
      <input id="q" type="search" placeholder="${escape(site.search)}">
      <button type="submit">${escape(site.find)}</button>
    </form>
  </div>
  <nav class="wide" aria-label="${escape(site.support)}">${site.nav.map((text) => link(text)).join("")}</nav>
</header>
<main id="main" class="wide">
  <nav class="crumbs" aria-label="${escape(site.here)}"><ol>${crumbs.join("")}</ol></nav>
  <div class="columns">
    <div>
      <h1>${escape(title)}</h1>
      <p class="about">${escape(site.changed)}<span aria-hidden="true"> · </span>${escape(site.reading)}</p>
      <stegvis-guide src="${escape(src)}" account="practice">
${body}
      </stegvis-guide>
    </div>
    <aside>
      <section class="card">
        <h2>${escape(site.help)}</h2>
        <p>${escape(site.helpText)}</p>
        <p>${link(site.chat)}</p>
        <p>${link(site.call)}</p>
      </section>
    </aside>
  </div>
  <section class="related"><h2>${escape(site.related)}</h2>
    <ul>${site.more.map(([name, words]) => `<li>${link(name)}<p>${escape(words)}</p></li>`).join("")}</ul>
  </section>
</main>
<footer class="site">
  <div class="wide"><p>${escape(site.legal)}</p><p>${site.foot.map((text) => link(text)).join("")}</p>
  ${
    choice.length
      ? `<nav class="languages" aria-label="${escape(site.languages)}"><ul>${choices.join("")}</ul></nav>`
      : ""
  }</div>
</footer>
</body>
</html>
`;
}
