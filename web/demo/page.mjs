// The demo: the support site of Fjordkontor, an invented company, with the article's guide in it.
const sites = {
  nb: {
    brand: "Fjordkontor", support: "Hjelpesenter", search: "Søk i hjelpesenteret", find: "Søk", skip: "Hopp til innholdet",
    nav: ["Kom i gang", "Konto og tilgang", "Fakturering", "Apper", "Kontakt oss"],
    crumbs: ["Hjelpesenter", "Fakturering", "Betaling"], here: "Du er her", changed: "Sist oppdatert 12. november 2026", reading: "3 minutter å lese",
    related: "Les også", more: [
      ["Slik leser du fakturaen", "Hva hver linje betyr, og hvorfor beløpet kan variere."],
      ["Bytt faktureringsprofil for et abonnement", "Når et abonnement skal betales av en annen avdeling."],
      ["Hvem kan gjøre hva i faktureringen", "Rollene, og hvordan du gir dem til andre."],
      ["Abonnementet er utløpt", "Hva som skjer med dataene dine, og hvordan du starter igjen."]],
    help: "Trenger du mer hjelp?", helpText: "Vi svarer hverdager fra 8 til 16.", chat: "Start en samtale", call: "Ring 22 00 00 00",
    foot: ["Personvern", "Informasjonskapsler", "Tilgjengelighet", "Vilkår"], languages: "Språk", legal: "© 2026 Fjordkontor AS, Bergen",
  },
  en: {
    brand: "Fjordkontor", support: "Help centre", search: "Search the help centre", find: "Search", skip: "Skip to the content",
    nav: ["Get started", "Account and access", "Billing", "Apps", "Contact us"],
    crumbs: ["Help centre", "Billing", "Payment"], here: "You are here", changed: "Last updated 12 November 2026", reading: "3 minutes to read",
    related: "Read also", more: [
      ["How to read your bill", "What each line means, and why the amount can differ."],
      ["Change a subscription’s billing profile", "When another department should pay for it."],
      ["Who can do what in billing", "The roles, and how to give them to others."],
      ["Your subscription has expired", "What happens to your data, and how to start again."]],
    help: "Need more help?", helpText: "We answer on weekdays from 8 to 16.", chat: "Start a chat", call: "Call +47 22 00 00 00",
    foot: ["Privacy", "Cookies", "Accessibility", "Terms"], languages: "Language", legal: "© 2026 Fjordkontor AS, Bergen",
  },
  de: {
    brand: "Fjordkontor", support: "Hilfe", search: "Hilfe durchsuchen", find: "Suchen", skip: "Zum Inhalt springen",
    nav: ["Erste Schritte", "Konto und Zugang", "Abrechnung", "Apps", "Kontakt"],
    crumbs: ["Hilfe", "Abrechnung", "Zahlung"], here: "Sie sind hier", changed: "Zuletzt aktualisiert am 12. November 2026", reading: "3 Minuten Lesezeit",
    related: "Lesen Sie auch", more: [
      ["So lesen Sie Ihre Rechnung", "Was jede Zeile bedeutet und warum der Betrag abweichen kann."],
      ["Das Abrechnungsprofil eines Abonnements wechseln", "Wenn eine andere Abteilung es bezahlen soll."],
      ["Wer was in der Abrechnung tun kann", "Die Rollen und wie Sie sie anderen geben."],
      ["Ihr Abonnement ist abgelaufen", "Was mit Ihren Daten geschieht und wie Sie neu beginnen."]],
    help: "Brauchen Sie mehr Hilfe?", helpText: "Wir antworten werktags von 8 bis 16 Uhr.", chat: "Chat beginnen", call: "+47 22 00 00 00 anrufen",
    foot: ["Datenschutz", "Cookies", "Barrierefreiheit", "Nutzungsbedingungen"], languages: "Sprache", legal: "© 2026 Fjordkontor AS, Bergen",
  },
  ja: {
    brand: "Fjordkontor", support: "ヘルプ センター", search: "ヘルプ センターを検索", find: "検索", skip: "本文へ移動",
    nav: ["はじめに", "アカウントとアクセス", "課金", "アプリ", "お問い合わせ"],
    crumbs: ["ヘルプ センター", "課金", "支払い"], here: "現在の位置", changed: "最終更新: 2026年11月12日", reading: "3 分で読めます",
    related: "関連記事", more: [
      ["請求書の見方", "各行の意味と、金額が変わる理由。"],
      ["サブスクリプションの請求プロファイルを変える", "別の部署が支払うようにするとき。"],
      ["課金で誰が何をできるか", "役割と、ほかの人への割り当て方。"],
      ["サブスクリプションの期限が切れたら", "データの扱いと、再開の方法。"]],
    help: "ほかにお困りですか", helpText: "平日 8 時から 16 時まで受け付けています。", chat: "チャットを始める", call: "電話: +47 22 00 00 00",
    foot: ["プライバシー", "Cookie", "アクセシビリティ", "利用規約"], languages: "言語", legal: "© 2026 Fjordkontor AS, Bergen",
  },
  ar: {
    brand: "Fjordkontor", support: "مركز المساعدة", search: "البحث في مركز المساعدة", find: "بحث", skip: "انتقل إلى المحتوى",
    nav: ["البدء", "الحساب والوصول", "الفوترة", "التطبيقات", "اتصل بنا"],
    crumbs: ["مركز المساعدة", "الفوترة", "الدفع"], here: "أنت هنا", changed: "آخر تحديث 12 نوفمبر 2026", reading: "3 دقائق للقراءة",
    related: "اقرأ أيضًا", more: [
      ["كيف تقرأ فاتورتك", "معنى كل سطر، ولماذا قد يختلف المبلغ."],
      ["تغيير ملف الفوترة لاشتراك", "عندما ينبغي أن يدفعه قسم آخر."],
      ["من يستطيع فعل ماذا في الفوترة", "الأدوار، وكيف تمنحها لغيرك."],
      ["انتهت صلاحية اشتراكك", "ما يحدث لبياناتك، وكيف تبدأ من جديد."]],
    help: "هل تحتاج إلى مزيد من المساعدة؟", helpText: "نرد في أيام العمل من 8 إلى 16.", chat: "ابدأ محادثة", call: "اتصل بالرقم \u2068+47 22 00 00 00\u2069",
    foot: ["الخصوصية", "ملفات تعريف الارتباط", "إمكانية الوصول", "الشروط"], languages: "اللغة", legal: "© 2026 Fjordkontor AS",
  },
};

const escape = (text) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

/** The languages of the site: the page that each has, and its name in itself. */
export function languages(locales) {
  const pages = { "nb-NO": "index.html", "ar-SA": "rtl.html" };
  return locales.map((locale) => {
    const lang = locale.split("-")[0];
    const name = new Intl.DisplayNames(locale, { type: "language" }).of(lang);
    return { locale, lang, page: pages[locale] ?? lang + ".html", name: name[0].toLocaleUpperCase(locale) + name.slice(1) };
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
  const home = choice.find((one) => one.locale === locale)?.page ?? "./";
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
    <a class="brand" href="${home}"><span class="mark" aria-hidden="true"></span>${site.brand} <span>${escape(site.support)}</span></a>
    <form class="find" role="search" action="#">
      <label for="q" class="unseen">${escape(site.search)}</label>
      <input id="q" type="search" placeholder="${escape(site.search)}">
      <button type="submit">${escape(site.find)}</button>
    </form>
  </div>
  <nav class="wide" aria-label="${escape(site.support)}">${site.nav.map((text) => link(text)).join("")}</nav>
</header>
<main id="main" class="wide">
  <nav class="crumbs" aria-label="${escape(site.here)}"><ol>${site.crumbs.map((text) => `<li>${link(text)}</li>`).join("")}</ol></nav>
  <div class="columns">
    <div>
      <h1>${escape(title)}</h1>
      <p class="about">${escape(site.changed)}<span aria-hidden="true"> · </span>${escape(site.reading)}</p>
      <stegvis-guide src="${escape(src)}">
${body}
      </stegvis-guide>
    </div>
    <aside>
      <section class="card"><h2>${escape(site.help)}</h2><p>${escape(site.helpText)}</p><p>${link(site.chat)}</p><p>${link(site.call)}</p></section>
    </aside>
  </div>
  <section class="related"><h2>${escape(site.related)}</h2>
    <ul>${site.more.map(([name, words]) => `<li>${link(name)}<p>${escape(words)}</p></li>`).join("")}</ul>
  </section>
</main>
<footer class="site">
  <div class="wide"><p>${escape(site.legal)}</p><p>${site.foot.map((text) => link(text)).join("")}</p>
  ${choice.length ? `<nav class="languages" aria-label="${escape(site.languages)}"><ul>${choice.map((one) =>
    `<li><a href="${one.page}" lang="${one.lang}" hreflang="${one.lang}"${one.locale === locale ? ' aria-current="page"' : ""}>${escape(one.name)}</a></li>`).join("")}</ul></nav>` : ""}</div>
</footer>
</body>
</html>
`;
}
