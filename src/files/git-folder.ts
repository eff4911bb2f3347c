import { lstat, readFile, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';

/** Where Git keeps what it knows of a working tree; of a linked one, what it shares with the others lies elsewhere. */
export interface GitFolder {
  readonly own: string;
  readonly common: string;
}

/** The largest file of Git's that is read, in bytes. */
const MOST = 64_000_000;

/** The folder of the repository whose working tree begins at `top`, an absolute path. */
export async function gitFolder(top: string): Promise<GitFolder> {
  const place = path.join(top, '.git');
  const pointer = /^gitdir: ([^\r\n]+)/.exec((await read(place)).toString('utf8'))?.[1];
  if (!pointer) return { own: place, common: place };
  const own = path.resolve(top, pointer);
  const common = (await read(path.join(own, 'commondir'))).toString('utf8').trim();
  return { own, common: common === '' ? own : path.resolve(own, common) };
}

/** What is ignored in this working tree alone, then what its user ignores everywhere; texts like those of a `.gitignore`. */
export async function otherExcludes({ common }: GitFolder, env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const settings = path.join(env['XDG_CONFIG_HOME'] || path.join(homedir(), '.config'), 'git');
  let file = path.join(settings, 'ignore');
  // The repository's own configuration is not asked: it came with files that nobody trusts yet.
  const configs = env['GIT_CONFIG_GLOBAL'] === undefined ? [path.join(settings, 'config'), path.join(homedir(), '.gitconfig')] : [env['GIT_CONFIG_GLOBAL']];
  for (const config of configs) file = excludesFileIn((await read(config)).toString('utf8')) ?? file;
  return Promise.all([path.join(common, 'info', 'exclude'), file].map(async (one) => (await read(one)).toString('utf8')));
}

/** Can the `git` program find a repository from this folder? */
export async function isInRepository(folder: string): Promise<boolean> {
  if (process.env['GIT_DIR'] !== undefined && process.env['GIT_WORK_TREE'] !== undefined) return true;
  const hasOne = async (place: string): Promise<boolean> => {
    const above = path.dirname(place);
    return (await lstat(path.join(place, '.git')).then(() => true, () => false)) || (above !== place && hasOne(above));
  };
  return hasOne(await realpath(folder).catch(() => folder));
}

/** The paths that Git tracks, from the top of the working tree; empty where its index cannot be read. See gitformat-index(5). */
export async function trackedPaths({ own }: GitFolder): Promise<readonly string[]> {
  const index = await read(path.join(own, 'index'));
  if (index.length < 12 || index.toString('latin1', 0, 4) !== 'DIRC') return [];
  const version = index.readUInt32BE(4);
  if (version < 2 || version > 4) return [];
  const paths: string[] = [];
  let at = 12;
  let name = Buffer.alloc(0);
  for (let left = index.readUInt32BE(8); left > 0 && at + ENTRY <= index.length; left--) {
    let start = at + ENTRY + (index.readUInt16BE(at + ENTRY - 2) & EXTENDED ? 2 : 0);
    let kept = 0;
    if (version === 4) [kept, start] = keptOf(index, start, name.length);
    const end = index.indexOf(0, start);
    if (end < 0) return [];
    name = Buffer.concat([name.subarray(0, kept), index.subarray(start, end)]);
    paths.push(name.toString('utf8'));
    at = version === 4 ? end + 1 : at + ((end - at + 8) & ~7);
  }
  return paths;
}

/** Bytes of an entry in front of its name, with a SHA-1. */
const ENTRY = 62;
const EXTENDED = 0x4000;

// Version 4 says how many bytes of the name before are not shared, seven bits to a byte.
function keptOf(index: Buffer, start: number, length: number): [kept: number, start: number] {
  let at = start;
  let byte = index[at++] ?? 0;
  let cut = byte & 127;
  while (byte & 128 && at < index.length) {
    byte = index[at++]!;
    cut = (cut + 1) * 128 + (byte & 127);
  }
  return [Math.max(0, length - cut), at];
}

function excludesFileIn(config: string): string | undefined {
  let found: string | undefined;
  let section = '';
  for (const line of config.split(/\r?\n/)) {
    section = /^\s*\[([^\]]*)\]/.exec(line)?.[1]?.trim().toLowerCase() ?? section;
    const value = section === 'core' ? /^\s*(?:\[[^\]]*\]\s*)?excludesfile\s*=\s*("[^"]*"|[^#;]*)/i.exec(line)?.[1]?.trim().replace(/^"|"$/g, '') : undefined;
    if (value) found = value.startsWith('~/') ? path.join(homedir(), value.slice(2)) : path.resolve(homedir(), value);
  }
  return found;
}

// Empty where it is no file, such as a pipe that would never end.
async function read(file: string): Promise<Buffer> {
  const info = await stat(file).catch(() => undefined);
  return info?.isFile() && info.size <= MOST ? readFile(file).catch(() => Buffer.alloc(0)) : Buffer.alloc(0);
}
