// The script, messages and tables of forms. It comes with later steps.
import type { LaterScripts, Table } from "./later-scripts.ts";

/** Loads them; gives the tables of these names. */
export async function loadForm(scripts: LaterScripts, names: readonly string[]): Promise<Table[]> {
  const { parts } = scripts._options;
  const [tables] = await Promise.all([
    Promise.all(
      names.map(async (name): Promise<Table> => {
        const text = await parts.get(`tables/${name}.txt`, "text");
        return [name, new TextEncoder().encode(text)];
      }),
    ),
    scripts._script("form"),
  ]);
  return tables;
}
