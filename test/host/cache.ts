import os from 'node:os';
import path from 'node:path';

/** The folder of this user where the editors that tests and `npm start` use are kept; DOCKET_CACHE overrides it. */
export function cacheDir(): string {
  const own = process.env['DOCKET_CACHE'];
  if (own) return path.resolve(own);
  const home = os.homedir();
  if (process.platform === 'win32') return path.join(process.env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'), 'docket');
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Caches', 'docket');
  return path.join(process.env['XDG_CACHE_HOME'] || path.join(home, '.cache'), 'docket');
}
