import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** What a process has taken: seconds on the clock, seconds of all processors, and MB of memory at its peak with all its threads; the last two are NaN where GNU time is not installed. */
export interface Run {
  readonly wall: number;
  readonly processor: number;
  readonly memory: number;
}

/** A program with its arguments, and the folder that it runs in. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

const TIME = '/usr/bin/time';
/** More than anything here may take, in milliseconds. */
const LIMIT = 1_800_000;

/** Runs a command to its end, without its output; rejects where it ends with more than 1, which stands for findings. `note` is a file that may be written. */
export async function measured(command: Command, note: string): Promise<Run> {
  if (!existsSync(TIME)) return { wall: await timed(command), processor: NaN, memory: NaN };
  const { program, args, cwd } = command;
  const wall = await timed({ program: TIME, args: ['-f', 'TIME %U %S %M', '-o', note, program, ...args], cwd });
  const [user = NaN, system = NaN, kilobytes = NaN] = (/TIME (.*)/.exec(await readFile(note, 'utf8'))?.[1] ?? '').split(' ').map(Number);
  return { wall, processor: user + system, memory: kilobytes * 1.024 / 1000 };
}

/** The same for programs so short that another one around them would count: seconds on the clock. */
export function timed({ program, args, cwd }: Command): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'], timeout: LIMIT });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => { if (errors.length < 2000) errors += text; });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const wall = Number(process.hrtime.bigint() - start) / 1e9;
      if (code === 0 || code === 1) resolve(wall);
      else reject(new Error(`${path.basename(program)} ${args.join(' ')} ended with ${code ?? signal}: ${errors}`));
    });
  });
}
