// Put into a page, it drives the widget as fast as it follows: it answers, replaces, undoes and starts
// again, and says which changes the widget has called done. A press is a click on what the widget shows.
// With `rest`, it leaves off now and then, for up to so many milliseconds; it ends after `until` changes that
// it has seen, or where `enough` says so.
window.drive = async ({
  until = Infinity,
  enough = () => false,
  rest = 0,
  acknowledged = (_view) => {},
} = {}) => {
  const element = document.querySelector("stegvis-guide");
  const root = element.shadowRoot;
  const picks = { notices: "many", added: "no", changed: "yes" };
  const settled = () => !root.querySelector("[aria-busy=true]");
  const frame = () => new Promise((resolve) => setTimeout(resolve, 8));
  const submit = () => root.querySelector("form button[type=submit]")?.click();
  const check = (value) => {
    const radio = [...root.querySelectorAll("input[type=radio]")].find((input) => input.value === value);
    if (radio && !radio.checked) radio.click();
    return !!radio;
  };
  const accounts = [];
  let last = element.view;
  while (accounts.length < until && !enough()) {
    await frame();
    const view = element.view;
    if (view?.digests && view.digests.session !== last?.digests?.session) {
      acknowledged(view);
      if (view.digests.account !== last?.digests?.account) accounts.push(view.digests.account);
    }
    last = view;
    if (!view || !settled()) continue;
    if (view.kind === "ask" && picks[view.node]) {
      if (check(picks[view.node])) submit();
    } else if (view.kind === "pick") {
      const { items } = view.list;
      const declined = items.findIndex(({ id }) => id === "m-visa");
      const healthy = items.findIndex(({ id, enabled }) => enabled && id !== "m-visa");
      // A radio of a list has no value of its own: it stands where its item does.
      const radio = root.querySelectorAll("input[type=radio]:not([value])")[
        view.node === "old" ? declined : healthy
      ];
      if (radio && !radio.checked) radio.click();
      if (radio) submit();
    } else if (view.kind === "review" && view.state === "open" && view.offers.confirm) {
      submit();
    } else if (view.kind === "outcome" && view.offers.undo) {
      (root.querySelector("[part=undo]") ?? root.querySelector("[part=undo-ask]"))?.click();
    } else {
      const tools = root.querySelectorAll(".tools button");
      tools[tools.length - 1]?.click();
    }
    await frame();
    if (rest && Math.random() < 1 / 8)
      await new Promise((resolve) => setTimeout(resolve, Math.random() * rest));
  }
  return accounts.length;
};
