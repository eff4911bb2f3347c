import { URI, Utils } from 'vscode-uri';
import { decodeText, mostBytesAt, tooLarge, type Files } from '../core/files.ts';
import { folderOf, foldersAbove, isWithin, nameOf } from '../core/paths.ts';
import { GitIgnore, NEVER } from './gitignore.ts';

/** What a client of the language server offers of its file system; URIs are strings. */
export interface ClientFileSystem {
  /** The files below a folder; a file itself. */
  listFiles(uri: string): Promise<readonly string[]>;
  /** The text of a file as it was committed; null where it was not, or the editor knows of no Git there. */
  committedText(uri: string): Promise<string | null>;
  /** The names of what lies directly in a folder; empty where it cannot be looked at. */
  listNames(uri: string): Promise<readonly string[]>;
  readFile(uri: string, most: number): Promise<FileBytes>;
}

/** The bytes of a file as they come over the wire, or why there are none. */
export type FileBytes = { readonly base64: string } | { readonly bytes: Uint8Array } | { readonly tooLong: number } | { readonly failed: string };

/** The bytes themselves; undefined where there are none. */
export function bytesIn(file: FileBytes): Uint8Array | undefined {
  if ('bytes' in file) return file.bytes;
  return 'base64' in file ? Uint8Array.from(atob(file.base64), (character) => character.charCodeAt(0)) : undefined;
}

/** The files of a workspace folder that only the editor can reach: in the browser, on a virtual file system. */
export function clientFiles(folder: string, client: ClientFileSystem): Files {
  const base = folder.endsWith('/') ? folder : `${folder}/`;
  const uriOf = (path: string): string => uriBelow(folder, path);
  const read = async (path: string): Promise<ReturnType<typeof decodeText>> => {
    const most = mostBytesAt(path);
    const result = await client.readFile(uriOf(path), most).catch((error: unknown): FileBytes => ({ failed: String(error) }));
    if ('tooLong' in result) return tooLarge(result.tooLong);
    if ('failed' in result) return { problem: { id: 'unreadable', data: { reason: result.failed } } };
    return decodeText(bytesIn(result)!, most);
  };
  return {
    isVirtual: true,
    read,
    async list(wanted, _signal, below = '') {
      const uris = await client.listFiles(below === '' ? folder : uriOf(below));
      const paths = uris.filter((uri) => uri.startsWith(base)).map((uri) => decodeURIComponent(uri.slice(base.length)));
      if (!paths.length) return [];
      const git = new GitIgnore();
      const above = below === '' ? [] : foldersAbove(below).map((one) => (one === '' ? '.gitignore' : `${one}/.gitignore`));
      for (const path of [...above, ...paths.filter((one) => nameOf(one) === '.gitignore')]) {
        const rules = await read(path);
        if ('text' in rules) git.add(folderOf(path), rules.text);
      }
      return paths.filter((path) => isWithin(path, below) && wanted(path) && !path.split('/').some((part) => NEVER.has(part)) && !git.ignoresDeep(path)).sort();
    },
    async names(below) {
      return [...(await client.listNames(below === '' ? folder : uriOf(below)).catch(() => []))].sort();
    },
    async ignored(paths) {
      const git = new GitIgnore();
      for (const above of new Set(paths.flatMap(foldersAbove))) {
        const rules = await read(above === '' ? '.gitignore' : `${above}/.gitignore`);
        if ('text' in rules) git.add(above, rules.text);
      }
      return new Set(paths.filter((path) => git.ignoresDeep(path)));
    },
    async onBranches() {
      return [];
    },
    async committed(path) {
      const text = await client.committedText(uriOf(path)).catch(() => null);
      return text === null ? undefined : text.replace(/^\uFEFF/, '');
    },
    async committers() {
      return undefined;
    },
    async changedSince() {
      return undefined;
    },
    async above() {
      return '';
    },
    async outer() {
      return undefined;
    },
  };
}

/** The URI of what lies at a path of a folder. */
export const uriBelow = (folder: string, path: string): string => Utils.joinPath(URI.parse(folder), ...path.split('/')).toString();
