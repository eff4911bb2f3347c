import { closeSync, constants, fstatSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, type Stats } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import zlib from 'node:zlib';

/** Milliseconds for which code that was compiled is kept. */
const KEPT = 30 * 24 * 3_600_000;

export interface CompiledOptions {
  readonly filename: string;
  /** The file that keeps what was compiled; undefined: nothing is kept. Its name has to say which script it is: V8 looks at no more than its length. */
  readonly place: string | undefined;
  /** Set in V8, which takes nothing that was kept under others. */
  readonly flags: readonly string[];
  /** Milliseconds after which is kept what was compiled; left out: that is kept at the end of the process. */
  readonly after?: number;
}

/** Compiles a script, or takes what V8 has kept of it, and otherwise keeps what was compiled until some later time, unless threads were started. */
export function compiled(code: string, { filename, place, flags, after }: CompiledOptions): Script {
  // V8 heeds none that stands behind one that it does not know.
  for (const flag of flags) setFlagsFromString(flag);
  const cachedData = place === undefined ? undefined : keptIn(place);
  const script = new Script(code, { filename, ...(cachedData ? { cachedData } : {}) });
  // After a mistake of the user little has been compiled, and where threads do the work little of what one document needs.
  if (isMainThread && place !== undefined && (!cachedData || script.cachedDataRejected)) {
    const end = (status: number): void => {
      if (status < 2) keep(script, place);
    };
    process.once('exit', end);
    process.once('worker', () => process.off('exit', end));
    if (after === undefined) return script;
    setTimeout(() => {
      process.off('exit', end);
      keep(script, place);
    }, after).unref();
  }
  return script;
}

/** Compiles the program in a file, a module of CommonJS that knows the `address` of whoever starts it as `docketAddress`; runs it when it is called. */
export function compiledProgram(file: string, address: string, options: Omit<CompiledOptions, 'filename'>): () => void {
  const script = compiled(`(function (require, module, exports, docketAddress) {${readFileSync(file, 'utf8')}\n})`, { ...options, filename: pathToFileURL(file).href });
  const module = { exports: {} };
  return () => (script.runInThisContext() as (...given: unknown[]) => void)(createRequire(file), module, module.exports, address);
}

/**
 * The flags of V8 that have it optimise functions only when they ran so many `times` as often as by itself. V8 counted the
 * bytes of their bytecode, and counts their calls since its version 12; of those to come nobody knows what they count, and
 * V8 complains aloud of a flag that it does not know.
 */
export function optimisingLate(times: number, v8 = process.versions.v8): string[] {
  const major = Number.parseInt(v8);
  if (major === 11) return [`--interrupt-budget=${times * 67_584}`];
  return major === 12 || major === 13 ? [`--invocation-count-for-turbofan=${times * 3000}`, `--invocation-count-for-maglev=${times * 400}`] : [];
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

/** Bytes of the sum behind what is kept. */
const SUM = 4;

// V8 dies of what is not whole. Node knows this sum since its versions 20.15 and 22.2; earlier ones compile at each start.
const sumOf = (bytes: Uint8Array): number | undefined => (zlib as Partial<typeof zlib>).crc32?.(bytes);

function keptIn(place: string): Buffer | undefined {
  const bytes = ownBytes(place);
  if (!bytes || bytes.length < SUM) return undefined;
  const code = bytes.subarray(0, -SUM);
  return sumOf(code) === bytes.readUInt32LE(code.length) ? code : undefined;
}

function keep(script: Script, place: string): void {
  const folder = path.dirname(place);
  const draft = `${place}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOwn(lstatSync(folder))) return;
    for (const name of readdirSync(folder)) if (Date.now() - statSync(path.join(folder, name)).mtimeMs > KEPT) rmSync(path.join(folder, name));
    const code = script.createCachedData();
    const sum = sumOf(code);
    if (sum === undefined) return;
    const end = Buffer.alloc(SUM);
    end.writeUInt32LE(sum);
    const handle = openSync(draft, 'wx', 0o600);
    try {
      writeFileSync(handle, Buffer.concat([code, end]));
    } finally {
      closeSync(handle);
    }
    renameSync(draft, place);
  } catch {
    // The next start compiles again.
  }
}
