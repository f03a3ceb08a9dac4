// An outcome may lead into another guide, in the first one's place: the page has its title then.
addEventListener("stegvis-guide", ({ detail: { title } }) => {
  const heading = document.querySelector("h1");
  document.title = document.title.replace(heading.textContent, title);
  heading.textContent = title;
});
