// The choice of language, in place: the other language's page is fetched and takes this one's place,
// all but the guide itself, which goes on where it stands. Without this, the choice is plain links.

/** A page as a document: parsed by the browser, so that no string becomes markup here. */
function fetched(address) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.onload = () =>
      request.response?.querySelector("stegvis-guide") ? done(request.response) : failed(request.status);
    request.onerror = failed;
    request.send();
  });
}

/** Both pages are of one template: what doesn't hold the guide is replaced, what does is gone through. */
function become(here, there, guide) {
  for (const { name, value } of there.attributes) here.setAttribute(name, value);
  if (here === guide) here.replaceChildren(...there.childNodes);
  else if (!here.contains(guide)) here.replaceWith(there);
  else {
    const others = [...there.children];
    [...here.children].forEach((child, i) => become(child, others[i], guide));
  }
}

addEventListener("click", async (event) => {
  const link = event.target.closest?.(".languages a");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  try {
    const page = await fetched(link.href);
    document.title = page.title;
    const { lang, dir } = page.documentElement;
    Object.assign(document.documentElement, { lang, dir });
    become(document.body, page.body, document.querySelector("stegvis-guide"));
    history.replaceState(history.state, "", link.href);
    document.querySelector(".languages [aria-current]").focus({ preventScroll: true });
  } catch {
    location.href = link.href;
  }
});

// An outcome may lead into another guide, in the first one's place: the page has its title then.
addEventListener("stegvis-guide", ({ detail: { title } }) => {
  const heading = document.querySelector("h1");
  document.title = document.title.replace(heading.textContent, title);
  heading.textContent = title;
});
