import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { endGroup, killGroup, runCommand } from './command.ts';
import type { Vscode } from './install.ts';
import { QUIET_SETTINGS } from './settings.ts';

/** How a VS Code server runs; `dataDir` holds all that it writes. */
export interface ServerOptions {
  vscode: Vscode;
  dataDir: string;
  userDataDir?: string;
  extensionsDir?: string;
  settings?: Readonly<Record<string, unknown>>;
  /** Leaves a folder restricted until somebody calls its authors trusted. */
  asksForTrust?: boolean;
  /** Lets a page read the console and the exit code of a test run; newer releases develop an extension only with it. */
  testDriver: boolean;
  onOutput?: (text: string) => void;
  /** Ends a server that is still starting. */
  signal?: AbortSignal;
}

/** A running VS Code server, reached by this machine alone and only with its token. */
export interface Server {
  authority: string;
  token: string;
  /** Resolves when the server has ended by itself. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** Starts a VS Code server on a free port of the loopback interface; whoever starts it handles signals and stops it. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { vscode, dataDir } = options;
  const userDataDir = options.userDataDir ?? path.join(dataDir, 'data');
  const extensionsDir = options.extensionsDir ?? path.join(dataDir, 'extensions');
  await mkdir(extensionsDir, { recursive: true });
  await addSettings(path.join(userDataDir, 'User', 'settings.json'), { ...QUIET_SETTINGS, ...options.settings });
  const token = randomBytes(16).toString('hex');
  options.signal?.throwIfAborted();
  const child = spawn(vscode.node, [
    ...SERVER, '--host', '127.0.0.1', '--port', '0', '--connection-token', token, ...places({ dataDir, userDataDir, extensionsDir }),
    '--telemetry-level', 'off', '--log', 'info', ...options.asksForTrust ? [] : ['--disable-workspace-trust'], '--disable-getting-started-override', '--disable-update-check',
    '--disable-websocket-compression', ...options.testDriver ? ['--enable-smoke-test-driver'] : [],
  ], { cwd: vscode.dir, env: serverEnvironment(), stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' });
  const killNow = (): void => killGroup(child, 'SIGKILL');
  process.on('exit', killNow);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let output = '';
  const port = await new Promise<string>((resolve, reject) => {
    const fail = (why: string): void => { killGroup(child, 'SIGKILL'); reject(new Error(`The VS Code server ${why}.\n${output}`)); };
    const late = setTimeout(() => fail('did not start within a minute'), 60_000);
    const stop = (): void => { clearTimeout(late); fail('was stopped while it was starting'); };
    options.signal?.addEventListener('abort', stop);
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-10_000);
      options.onOutput?.(text);
      const listening = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (listening) { clearTimeout(late); options.signal?.removeEventListener('abort', stop); resolve(listening); }
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => { clearTimeout(late); fail(`ended with ${signal ?? code}`); });
  });
  return {
    authority: `127.0.0.1:${port}`,
    token,
    ended,
    stop: async () => {
      await endGroup(child);
      process.off('exit', killNow);
    },
  };
}

/** Installs a packaged extension into an extensions folder. */
export async function installExtension(vscode: Vscode, vsix: string, { dataDir, extensionsDir }: { dataDir: string; extensionsDir: string }): Promise<void> {
  const args = [...SERVER, '--install-extension', vsix, '--server-data-dir', dataDir, '--extensions-dir', extensionsDir];
  await runCommand(vscode.node, args, { cwd: vscode.dir, env: serverEnvironment() });
}

/** What a window shows: a folder, and the extension under development with its tests, if any. */
export interface WindowOptions {
  folder?: string;
  extension?: string;
  tests?: string;
}

/** The address, token included, that opens a window. */
export function windowUrl({ authority, token }: Server, { folder, extension, tests }: WindowOptions): string {
  const uri = (file: string): string => `vscode-remote://${authority}${toUriPath(file)}`;
  const payload = [['skipWelcome', 'true'], ['skipReleaseNotes', 'true']];
  if (extension) payload.push(['extensionDevelopmentPath', uri(extension)]);
  if (tests) payload.push(['extensionTestsPath', uri(tests)]);
  const url = new URL(`http://${authority}/`);
  url.searchParams.set('tkn', token);
  if (folder !== undefined) url.searchParams.set('folder', toUriPath(folder));
  else url.searchParams.set('ew', 'true');
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

const SERVER = ['out/server-main.js', '--accept-server-license-terms'];

function places(dirs: { dataDir: string; userDataDir: string; extensionsDir: string }): string[] {
  return ['--server-data-dir', dirs.dataDir, '--user-data-dir', dirs.userDataDir, '--extensions-dir', dirs.extensionsDir];
}

function toUriPath(file: string): string {
  const slashes = path.resolve(file).replaceAll('\\', '/');
  return slashes.startsWith('/') ? slashes : `/${slashes}`;
}

/** Our environment without what another VS Code or an inspector left in it, and without a gallery to ask. */
function serverEnvironment(): NodeJS.ProcessEnv {
  const ours = Object.entries(process.env).filter(([name]) => !/^(VSCODE_(?!TEST_)|ELECTRON_|CODE_SERVER_|NODE_OPTIONS$|npm_)/.test(name));
  return { ...Object.fromEntries(ours), EXTENSIONS_GALLERY: '{}' };
}

/** Adds settings to a settings file; those that stand in it already win. */
async function addSettings(file: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  let present = {};
  try {
    present = JSON.parse(await readFile(file, 'utf8')) as object;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return;
  }
  await writeFile(file, JSON.stringify({ ...settings, ...present }, null, 2));
}
