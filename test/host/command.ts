import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Where and how a command runs; `onOutput` gets what it prints. */
export interface CommandOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  onOutput?: (text: string) => void;
}

/** Runs a command to its end and returns its exit code; a signal that ends us waits until the command has ended too. */
export async function exitCodeOf(command: string, args: readonly string[], options: CommandOptions = {}): Promise<number> {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && !path.isAbsolute(command),
  });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => options.onOutput?.(text));
  let received: NodeJS.Signals | undefined;
  const forget = onSignals((signal) => {
    received = signal;
    child.kill('SIGTERM');
  });
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code ?? 1));
    });
  } finally {
    forget();
    if (received) process.kill(process.pid, received);
  }
}

/** Runs a command that has to succeed and returns what it printed, which the error holds when it fails. */
export async function runCommand(command: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  let output = '';
  const code = await exitCodeOf(command, args, { ...options, onOutput: (text) => { output += text; } });
  if (code !== 0) throw new Error(`${path.basename(command)} ${args.join(' ')} ended with ${code}\n${output.slice(-4000)}`);
  return output;
}

/** Runs npm quietly, with the settings of the user and none of the script that started us. */
export function npm(args: readonly string[], cwd: string): Promise<string> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_THE_SCRIPT.test(name)));
  return runCommand('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd, env });
}

const OF_THE_SCRIPT = /^npm_(?!config_)|^npm_config_(local_prefix|global_prefix|prefix)$|^INIT_CWD$/i;

/** Calls `react` when a signal asks us to end, or when who started us has ended; the function that comes back takes that back. */
export function onSignals(react: (signal: NodeJS.Signals) => void): () => void {
  for (const signal of SIGNALS) process.on(signal, react);
  const started = parents();
  const watch = setInterval(() => {
    if (parents() === started) return;
    clearInterval(watch);
    react('SIGHUP');
  }, 500).unref();
  return () => {
    clearInterval(watch);
    for (const signal of SIGNALS) process.off(signal, react);
  };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The ids of our parent and, where it can be read, of its parent: npm has a shell between us, and ends without a word to us. */
function parents(): string {
  try {
    return `${process.ppid} ${/^PPid:.*$/m.exec(readFileSync(`/proc/${process.ppid}/status`, 'utf8'))?.[0] ?? ''}`;
  } catch {
    return String(process.ppid);
  }
}

/** Ends a process that leads its own group, and all that it started; resolves when it is gone. */
export async function endGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    killGroup(child, 'SIGTERM');
    const late = setTimeout(() => killGroup(child, 'SIGKILL'), 3000);
    await gone;
    clearTimeout(late);
  }
  killGroup(child, 'SIGKILL');
}

/** Sends a signal to a process that leads its own group and to all that it started. */
export function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-child.pid, signal);
  } catch {
    // It is gone already.
  }
}
