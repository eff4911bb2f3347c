import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { cacheDir } from './cache.ts';
import { onPath } from './chromium.ts';
import { endGroup, onSignals } from './command.ts';
import { installVscode } from './install.ts';
import { root } from './root.ts';
import { startServer, windowUrl } from './server.ts';
import { step } from './progress.mjs';

/** What `npm start` opens; `browser` passes over a desktop editor, and `newest` takes the newest VS Code for the browser. */
export interface OpenOptions {
  folder: string;
  browser: boolean;
  newest: boolean;
}

/** Opens an editor with Docket on a folder, waits until it is closed or a signal comes, and returns the exit code. */
export async function openEditor(options: OpenOptions): Promise<number> {
  const stop = new AbortController();
  // From before anything is started, so that nothing is left behind.
  const forget = onSignals(() => stop.abort());
  try {
    const desktop = options.browser || options.newest ? undefined : desktopEditor();
    return await (desktop ? openDesktop(desktop, options, stop.signal) : openInBrowser(options, stop.signal));
  } catch (error) {
    // What was under way when the signal came has failed because of it.
    if (stop.signal.aborted) return 0;
    throw error;
  } finally {
    forget();
  }
}

/** The command of a desktop VS Code; one that only talks to a window elsewhere cannot develop an extension of this machine. */
function desktopEditor(): string | undefined {
  if (process.env['VSCODE_IPC_HOOK_CLI'] || process.env['WSL_DISTRO_NAME']) return undefined;
  return ['code', 'code-insiders', 'codium'].map(onPath).find(Boolean);
}

async function openDesktop(command: string, { folder }: OpenOptions, signal: AbortSignal): Promise<number> {
  const own = path.join(cacheDir(), 'desktop-data');
  const windows = process.platform === 'win32';
  const args = [
    // Without it the command starts the editor and leaves it behind.
    '--verbose',
    '--new-window', `--user-data-dir=${path.join(own, 'data')}`, `--extensions-dir=${path.join(own, 'extensions')}`,
    ...process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    `--extensionDevelopmentPath=${root}`, folder,
  ];
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_)/.test(name)));
  const child = windows
    ? spawn(`"${command}"`, args.map((arg) => `"${arg}"`), { env, stdio: 'ignore', shell: true })
    : spawn(command, args, { env, stdio: 'ignore', detached: true });
  console.log(`Docket runs in ${path.basename(command)} on ${folder}\nPress Ctrl+C to end it.`);
  const code = await unlessStopped(once(child, 'exit').then(([exit]) => exit as number | null ?? 1), signal);
  await endGroup(child);
  if (code !== 0) console.error(`${command} ended with ${code}`);
  return code;
}

async function openInBrowser({ folder, newest }: OpenOptions, signal: AbortSignal): Promise<number> {
  const vscode = await installVscode(newest ? 'newest' : 'default');
  const server = await step('Starting VS Code', () => startServer({
    vscode,
    dataDir: path.join(cacheDir(), `data-${vscode.release.vscode}`),
    settings: { 'workbench.colorTheme': 'Default Dark Modern' },
    testDriver: newest,
    signal,
  }));
  console.log(`Docket runs on ${folder}\n\n  ${windowUrl(server, { folder, extension: root })}\n\nOpen this address in a browser on this machine. Press Ctrl+C to end it.`);
  const code = await unlessStopped(server.ended.then(() => 1), signal);
  await server.stop();
  if (code !== 0) console.error('The VS Code server ended.');
  return code;
}

/** Resolves with an exit code, which is 0 when the signal comes first. */
function unlessStopped(ended: Promise<number>, signal: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) resolve(0);
    signal.addEventListener('abort', () => resolve(0));
    ended.then(resolve, reject);
  });
}
