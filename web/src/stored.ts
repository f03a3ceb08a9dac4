// Whether there is anything to go on from: asked while the widget's code is on its way.

/** The database, the folder of private files, and the beginning of names in localStorage. */
export const folder = "stegvis";

/** Whether anything of ours was ever stored here. Opening a database would create it. */
export async function stored(): Promise<boolean> {
  try {
    if ((await indexedDB.databases()).some((one) => one.name === folder)) return true;
  } catch {
    // No such call, or no IndexedDB: the copies below tell.
  }
  try {
    for (let i = 0; i < localStorage.length; i++) if (localStorage.key(i)?.startsWith(folder + "/")) return true;
  } catch {
    // Refused.
  }
  try {
    return !!(await (await navigator.storage.getDirectory()).getDirectoryHandle(folder));
  } catch {
    return false;
  }
}
