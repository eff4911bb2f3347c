import { statSync, type BigIntStats } from 'node:fs';
import type { Look } from './remembered.ts';

/**
 * A clock of files may stand still so long, in milliseconds: what was written shortly before it was read can be written
 * again and look the same.
 */
const STANDSTILL = 2500;

/** What a file looks like at `now`, in milliseconds, without being read: as long as it looks so, it has the same bytes. Undefined where it is not there, or was written just now. */
export function lookOf(file: string, now: number): string | undefined {
  return lookAt(file, now)?.seen;
}

/** The same with how many bytes it has. */
export function lookAt(file: string, now: number): Look | undefined {
  const info = statsOf(file);
  const newest = now - STANDSTILL;
  if (!info || Number(info.mtimeMs) > newest || Number(info.ctimeMs) > newest) return undefined;
  return { seen: [info.dev, info.ino, info.size, info.mtimeNs, info.ctimeNs].join(' '), bytes: Number(info.size) };
}

// Undefined for what cannot be looked at, such as a link to itself.
function statsOf(file: string): BigIntStats | undefined {
  try {
    return statSync(file, { bigint: true });
  } catch {
    return undefined;
  }
}
