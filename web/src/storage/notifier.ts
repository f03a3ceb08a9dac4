// Tells the other tabs of this origin that journals were stored.
import { folder } from "./presence.ts";

export interface Notifier {
  /** Tells the other tabs. */
  announce(keys: readonly string[]): void;
  close(): void;
}

/**
 * The notifier of a browser; none where it has no such channel.
 * @param heard called with the keys that another tab names; a message that names none in our form is
 *   passed over
 */
export function broadcast(heard: (keys: readonly string[]) => void): Notifier | undefined {
  try {
    const channel = new BroadcastChannel(folder);
    channel.onmessage = ({ data }) => {
      if (Array.isArray(data)) heard(data);
    };
    return {
      announce(keys) {
        try {
          channel.postMessage(keys);
        } catch {
          // The others find it at their next write.
        }
      },
      close: () => channel.close(),
    };
  } catch {
    return undefined;
  }
}
