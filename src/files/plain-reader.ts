import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { decodeText, mostBytesAt, tooLarge, type FileText } from '../core/files.ts';
import { folderOf, nameOf } from '../core/paths.ts';

/** Undefined on Windows, whatever its type says. */
const { O_NOFOLLOW, O_NONBLOCK } = constants as Partial<typeof constants>;

/**
 * Reads files below `root`, whose path must have no links in it, while nothing else runs, and each folder's place but once.
 * Undefined for what is no plain file in a folder that lies below the root for certain, such as a link or what cannot be opened.
 */
export function plainReader(root: string): (relative: string) => FileText | undefined {
  const folders = new Map<string, string | undefined>();
  let buffer = Buffer.allocUnsafeSlow(1 << 16);

  function realFolder(folder: string): string | undefined {
    if (folders.has(folder)) return folders.get(folder);
    const real = realpathSync.native(path.join(root, ...folder.split('/')));
    const found = isBelow(root, real) ? real : undefined;
    folders.set(folder, found);
    return found;
  }

  // The descriptor tells what was opened, whatever has come in its place since.
  function readOpened(file: number, most: number): FileText | undefined {
    const info = fstatSync(file);
    const { size } = info;
    // Some file systems say so of files that are not empty.
    if (!info.isFile() || size === 0) return undefined;
    if (size > most) return tooLarge(size);
    if (size > buffer.length) buffer = Buffer.allocUnsafeSlow(size);
    let end = 0;
    for (let count = 1; count > 0 && end < size; end += count) count = readSync(file, buffer, end, size - end, null);
    return decodeText(buffer.subarray(0, end), most);
  }

  return (relative) => {
    if (O_NOFOLLOW === undefined || O_NONBLOCK === undefined) return undefined;
    try {
      const folder = realFolder(folderOf(relative));
      if (folder === undefined) return undefined;
      const file = openSync(folder + path.sep + nameOf(relative), constants.O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
      try {
        return readOpened(file, mostBytesAt(relative));
      } finally {
        closeSync(file);
      }
    } catch {
      return undefined;
    }
  };
}

/** Is the file the root, or does it lie below? Both are absolute. */
export const isBelow = (root: string, file: string): boolean => file === root || file.startsWith(root.endsWith(path.sep) ? root : root + path.sep);
