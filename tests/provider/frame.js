// The frame of a payment provider that is played: it takes the card in, and answers the page around it by the
// last digits. 0002 is declined, 3220 has the person asked first, 0408 is never answered; others are good.
const field = (id) => document.getElementById(id);

function answer(digits, expiry) {
  const [, month, year] = /^(\d\d)\/(\d\d)$/.exec(expiry) ?? [];
  if (digits.length !== 16 || !month || digits.endsWith("0002")) return { error: "declined" };
  const last4 = digits.slice(-4);
  return { token: "tok-" + last4, brand: "visa", last4, expiry: `20${year}-${month}` };
}

/** Resolves with the person's word, on the provider's own page. */
function challenge() {
  field("challenge").hidden = false;
  return new Promise((said) => {
    for (const id of ["yes", "no"])
      field(id).onclick = () => {
        field("challenge").hidden = true;
        said(id === "yes");
      };
  });
}

addEventListener("message", async ({ data, source, origin }) => {
  if (data !== "tokenize") return;
  const digits = field("number").value.replaceAll(" ", "");
  if (digits.endsWith("0408")) return;
  const confirmed = !digits.endsWith("3220") || (await challenge());
  const said = confirmed ? answer(digits, field("expiry").value) : { error: "declined" };
  source.postMessage(said, { targetOrigin: origin });
});
