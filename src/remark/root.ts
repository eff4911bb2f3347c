import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { CONFIG_FILE } from '../core/config.ts';

/** The folder whose documents are seen together. */
export interface Root {
  /** Absolute. */
  readonly folder: string;
  /** Is all that lies below it read? A folder that nobody made a workspace could hold anything. */
  readonly deep: boolean;
}

/**
 * The workspace of the file at `absolute`: the top of its repository, or else the outermost folder above it with a `.docket.yaml`; where there is
 * neither, the folder in which it lies.
 */
export async function rootOf(absolute: string): Promise<Root> {
  let configured: string | undefined;
  for (let folder = path.dirname(absolute); ; folder = path.dirname(folder)) {
    if (await exists(path.join(folder, '.git'))) return { folder, deep: true };
    if (await exists(path.join(folder, CONFIG_FILE))) configured = folder;
    if (folder === path.dirname(folder)) break;
  }
  return configured === undefined ? { folder: path.dirname(absolute), deep: false } : { folder: configured, deep: true };
}

const exists = (file: string): Promise<boolean> => lstat(file).then(() => true, () => false);
