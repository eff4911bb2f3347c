import path from 'node:path';

/** Where a command remembers what it has found. */
export interface CachePlace {
  /** Of all caches; absolute. */
  readonly folder: string;
  /** Fewer documents than these are read and checked sooner than remembered. */
  readonly fewest: number;
}

/** Of so many documents something is remembered without being asked for it. */
const FEWEST = 100;

/** The folder that was named, or else the user's own; undefined where nothing is to be remembered. */
export function cachePlace({ cacheDir, cache }: { readonly cacheDir?: string; readonly cache?: boolean }, cwd: string, userFolder: string | undefined): CachePlace | undefined {
  if (cache === false) return undefined;
  if (cacheDir !== undefined) return { folder: path.resolve(cwd, cacheDir), fewest: 1 };
  return userFolder === undefined ? undefined : { folder: userFolder, fewest: FEWEST };
}

/** The folder in which a program keeps what it can make again; undefined where the user has no home. */
export function userCacheFolder(env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform, home: string): string | undefined {
  if (platform === 'win32') return env['LOCALAPPDATA'] ? path.join(env['LOCALAPPDATA'], 'docket', 'Cache') : undefined;
  if (home === '') return undefined;
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'docket');
  const named = env['XDG_CACHE_HOME'];
  return path.join(named && path.isAbsolute(named) ? named : path.join(home, '.cache'), 'docket');
}
