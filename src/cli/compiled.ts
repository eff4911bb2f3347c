import { closeSync, constants, fstatSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, type Stats } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

/** Milliseconds for which code that was compiled is kept. */
const KEPT = 30 * 24 * 3_600_000;

/**
 * Compiles a script, or takes what V8 has kept of it in the file `place`, and otherwise keeps there at the end of the process
 * what was compiled until then, unless threads were started. `flags` are set in V8 for both, for it takes nothing that was kept under others. The name of the
 * file has to say which script it is: V8 looks at no more than its length.
 */
export function compiled(code: string, { filename, place, flags }: { readonly filename: string; readonly place: string | undefined; readonly flags: string }): Script {
  setFlagsFromString(flags);
  const cachedData = place === undefined ? undefined : ownBytes(place);
  const script = new Script(code, { filename, ...(cachedData ? { cachedData } : {}) });
  // After a mistake of the user little has been compiled, and where threads do the work little of what one document needs.
  if (isMainThread && place !== undefined && (!cachedData || script.cachedDataRejected)) {
    const end = (status: number): void => {
      if (status < 2) keep(script, place);
    };
    process.once('exit', end);
    process.once('worker', () => process.off('exit', end));
  }
  return script;
}

// What is kept is run, so nobody else may have been able to write it.
const isOwn = ({ uid, mode }: Stats): boolean => !process.getuid || (uid === process.getuid() && (mode & 0o022) === 0);

/** What a file holds that only this user can have written, also not by another file's name; otherwise undefined. */
export function ownBytes(file: string): Buffer | undefined {
  try {
    if (!isOwn(lstatSync(path.dirname(file)))) return undefined;
    const handle = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      const info = fstatSync(handle);
      return info.isFile() && isOwn(info) ? readFileSync(handle) : undefined;
    } finally {
      closeSync(handle);
    }
  } catch {
    return undefined;
  }
}

function keep(script: Script, place: string): void {
  const folder = path.dirname(place);
  const draft = `${place}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOwn(lstatSync(folder))) return;
    for (const name of readdirSync(folder)) if (Date.now() - statSync(path.join(folder, name)).mtimeMs > KEPT) rmSync(path.join(folder, name));
    const handle = openSync(draft, 'wx', 0o600);
    try {
      writeFileSync(handle, script.createCachedData());
    } finally {
      closeSync(handle);
    }
    renameSync(draft, place);
  } catch {
    // The next start compiles again.
  }
}
