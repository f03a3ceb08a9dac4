// Whether there is anything to go on from: asked while the widget's code is on its way.

/** The database, the folder of private files, and the beginning of names in localStorage. */
export const folder = "stegvis";

const places = [
  // Opening a database would create it.
  async () => (await indexedDB.databases()).some(({ name }) => name === folder),
  async () => Object.keys(localStorage).some((key) => key.startsWith(folder + "/")),
  async () => !!(await (await navigator.storage.getDirectory()).getDirectoryHandle(folder)),
];

/** Whether anything of ours was ever stored here; a place that is refused holds nothing. */
export async function stored(): Promise<boolean> {
  const found = await Promise.all(places.map((look) => look().catch(() => false)));
  return found.includes(true);
}
