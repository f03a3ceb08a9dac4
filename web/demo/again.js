// Loads the page again when the article was built again. The server answers when that is so.
for (;;) {
  try {
    const response = await fetch("/again", { cache: "no-store" });
    if (response.status === 200) location.reload();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}
