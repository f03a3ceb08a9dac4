// The one place that fetches: files next to the loader, and guides. Deadlines are part-loader.ts's.

export interface Resources {
  /** A file's content; `name` is a path from the loader, or a whole address. Rejects where there is none. */
  get(name: string, as: "text"): Promise<string>;
  get(name: string, as: "arrayBuffer"): Promise<ArrayBuffer>;
  get<T>(name: string, as: "json"): Promise<T>;
  /** A script's exports. */
  script<T>(name: string): Promise<T>;
}

/** `base` is the address of the loader; the others are `fetch` and `import`. */
export function resourcesAt(
  base: string,
  fetch: (url: string) => Promise<Response>,
  importScript: (url: string) => Promise<unknown>,
): Resources {
  const url = (name: string) => new URL(name, base).href;
  return {
    async get(name: string, as: "text" | "arrayBuffer" | "json") {
      const response = await fetch(url(name));
      if (!response.ok) throw new Error(`${response.status} ${name}`);
      return response[as]();
    },
    script: (name) => importScript(url(name)),
  } as Resources;
}
