// @ts-check
// Brings a fresh clone up with nothing but Node and npm: the packages, then the build.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { step } from './host/progress.mjs';

/** The folder of the project. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Installs the packages unless they are the ones of package-lock.json already, and builds. */
export async function setUp() {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20) throw new Error(`Docket needs Node 20 or newer; this is ${process.version}.`);
  if (!await packagesAreCurrent()) {
    await step('Installing packages (npm ci)', () => run(...npm('ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error')));
  }
  await step('Building (npm run build)', () => run(process.execPath, ['src/build.mjs']));
}

/**
 * Whether node_modules holds what package-lock.json asks for on this platform: npm keeps its own list of what it installed there.
 * @returns {Promise<boolean>}
 */
async function packagesAreCurrent() {
  const wanted = await packagesIn('package-lock.json');
  const present = await packagesIn('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  for (const [place, entry] of Object.entries(wanted)) {
    if (place === '' || entry.link) continue;
    const found = present[place];
    if (!found ? !entry.optional || isForThisPlatform(entry) : found.version !== entry.version || found.integrity !== entry.integrity) return false;
  }
  return Object.keys(present).every((place) => place in wanted);
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockEntry
 * @param {string} file relative to the project
 * @returns {Promise<Record<string, LockEntry> | undefined>}
 */
async function packagesIn(file) {
  try {
    return JSON.parse(await readFile(path.join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Whether an optional package must be here; one that does not say for which platform it is may be left out.
 * @param {LockEntry} entry
 * @returns {boolean}
 */
function isForThisPlatform({ os, cpu, libc }) {
  if (!os && !cpu) return false;
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (process.report?.getReport() ?? {});
  const ourLibc = process.platform !== 'linux' ? undefined : report.header?.glibcVersionRuntime ? 'glibc' : 'musl';
  return (os?.includes(process.platform) ?? true) && (cpu?.includes(process.arch) ?? true) && (!libc || libc.some((name) => name === ourLibc));
}

/**
 * The command that runs npm: the npm that started us, if one did.
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
function npm(...args) {
  const script = process.env['npm_execpath'];
  return script?.endsWith('.js') && path.basename(script).startsWith('npm') ? [process.execPath, [script, ...args]] : ['npm', args];
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<void>}
 */
function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' && command === 'npm' });
    child.once('error', reject);
    child.once('exit', (code, signal) => code === 0 ? resolve() : reject(new Error(`${path.basename(command)} ${args.join(' ')} ended with ${signal ?? code}`)));
  });
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await setUp();
