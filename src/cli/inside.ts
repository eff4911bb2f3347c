import { realpath } from 'node:fs/promises';
import path from 'node:path';

/** Does a path, relative to a folder, lead out of it? */
export function leadsOut(relative: string): boolean {
  return path.isAbsolute(relative) || /^\.\.(?:[\\/]|$)/.test(relative);
}

/** Does the folder really lie in the root, links followed? It may not be there yet. */
export async function isReallyInside(root: string, folder: string): Promise<boolean> {
  return !leadsOut(path.relative(await realpath(root), await realFolder(folder)));
}

// A link on the way could lead elsewhere.
async function realFolder(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch {
    const above = path.dirname(folder);
    return above === folder ? folder : path.join(await realFolder(above), path.basename(folder));
  }
}
