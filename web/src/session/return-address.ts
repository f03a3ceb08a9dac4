// The address by which a bank sends the reader back to this page. It names the change that waits there by its
// key, which is drawn by lot and used once: an address that somebody else makes up names none. Nothing is
// believed because of it; it makes the page ask for the outcome, and goes from the address then.

const parameter = "stegvis-return";

/** This page's address, with the key of a change in it. */
export function returnAddress(key: string): string {
  const address = new URL(location.href);
  address.searchParams.set(parameter, key);
  return address.href;
}

/** Takes a key out of this page's address: true where it is that of the change. */
export function cameBack(key: string): boolean {
  const address = new URL(location.href);
  const found = address.searchParams.get(parameter);
  if (found === null) return false;
  address.searchParams.delete(parameter);
  history.replaceState(history.state, "", address);
  return found === key;
}
