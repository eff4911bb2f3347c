import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { sha256 } from './cache/answers.ts';
import { userCacheFolder } from './cache/place.ts';
import { failure, fileProblem } from './failure.ts';
import type { Io } from './io.ts';
import type { Text } from '../core/language.ts';
import { languageFrom } from './run.ts';

const NOT_WRITTEN: Text = { en: 'cannot write what was found: {reason}', ko: '결과를 쓸 수 없습니다. {reason}' };

/** The world as this process sees it; `program` is the address of the bundle that runs. */
export function processIo(program: string): Io {
  const { stdout, stderr, env } = process;
  for (const stream of [stdout, stderr]) stream.on('error', endWithout);
  return {
    cwd: process.cwd(),
    env,
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    columns: stdout.isTTY ? stdout.columns : widthOf(env['COLUMNS']),
    color: hasColor(env, stdout.isTTY),
    showsProgress: stderr.isTTY === true && env['TERM'] !== 'dumb' && env['CI'] === undefined,
    stdin: bytesOfStdin,
    now: () => new Date(),
    author: gitUser,
    thread: new URL(program),
    cacheFolder: userCacheFolder(env, process.platform, homedir()),
    // Only the cache and shards ask for these, and the whole program is read for them.
    get engine() {
      // Another Node may compare letters in another way.
      return [process.env['DOCKET_VERSION'], digestOf(program), process.version, process.versions['icu']].join(' ');
    },
    get release() {
      return `${process.env['DOCKET_VERSION']} ${digestOf(program).slice(0, 16)}`;
    },
    rulePage: (id) => new URL(`rules/${id}.md`, program).href,
    rulePageText: (id) => readFile(new URL(`rules/${id}.md`, program), 'utf8'),
  };
}

// A bundle that was built again has the same version, and npm gives every file the same time; its text names its chunks by what they hold.
const digestOf = (program: string): string => sha256(readFileSync(new URL(program)));

// A reader that has seen enough, such as `head`, closes the pipe: the exit code still tells what was found.
// Anything else means that the output is not whole.
function endWithout(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  const language = languageFrom(process.env);
  for (const line of failure(NOT_WRITTEN, language, { reason: fileProblem(error, language) }).lines) process.stderr.write(`${line}\n`);
  process.exit(2);
}

async function bytesOfStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const widthOf = (columns: string | undefined): number | undefined => (columns && /^[1-9]\d*$/.test(columns) ? Number(columns) : undefined);

/** Are colours wanted? See no-color.org and force-color.org. */
export function hasColor(env: Io['env'], isTerminal: boolean): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0';
  return isTerminal && env['TERM'] !== 'dumb';
}

function gitUser(): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile('git', ['config', 'user.name'], { timeout: 2000 }, (error, stdout) => resolve(error ? undefined : stdout.trim() || undefined));
  });
}
