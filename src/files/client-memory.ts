import { bytesIn, uriBelow, type FileBytes } from './client.ts';
import { RememberedReadings, type Look, type Store } from './remembered.ts';
import { storeNameOf } from './stored-readings.ts';

/** What a client of the language server does so that something can be remembered of files that only it can reach. */
export interface ClientMemory {
  /** What files look like; null for one that can become another one and look the same. */
  look(uris: readonly string[]): Promise<readonly (Look | null)[]>;
  /** What it keeps under a name. */
  readStored(name: string, most: number): Promise<FileBytes>;
  store(name: string, bytes: Uint8Array): Promise<unknown>;
}

/** Remembers in the client's storage what `engine` has read of a folder. */
export function clientMemory(folder: string, client: ClientMemory, engine: () => Promise<string>): RememberedReadings {
  return new RememberedReadings({
    store: clientStore(client, storeNameOf(folder)),
    look: async (paths) => {
      const looks = await client.look(paths.map((path) => uriBelow(folder, path))).catch(() => []);
      return paths.map((_, at) => looks[at] ?? undefined);
    },
    made: async () => JSON.stringify([await engine(), folder]),
  });
}

// What cannot be read or stored, as where the client has gone, is read anew the next time.
function clientStore(client: ClientMemory, name: string): Store {
  return {
    read: (most) => client.readStored(name, most).then(bytesIn, () => undefined),
    write: async (bytes) => {
      await client.store(name, bytes).catch(() => {});
    },
  };
}
