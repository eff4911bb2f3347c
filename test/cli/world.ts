import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { runCli } from '../../src/cli/run.ts';

/** What a command did: its exit code and what it wrote. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const made: string[] = [];

afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A folder with these files, gone after the test. It is the top of a repository, so nothing above it counts. */
export async function folderOf(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'docket-cli-'));
  made.push(folder);
  await mkdir(path.join(folder, '.git'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  return folder;
}

/** Runs `docket` without a process, on 22 November 2026. */
export async function docket(cwd: string, args: readonly string[], io: Partial<Io> = {}): Promise<Outcome> {
  let out = '';
  let err = '';
  const code = await runCli(args, {
    cwd, env: {}, columns: undefined, color: false, showsProgress: false, thread: undefined, cacheFolder: undefined, engine: 'test', release: 'test',
    out: (text) => { out += text; },
    err: (text) => { err += text; },
    stdin: async () => new Uint8Array(),
    now: () => new Date(2026, 10, 22, 12),
    author: async () => undefined,
    rulePage: (id) => `rules/${id}.md`,
    rulePageText: (id) => readFile(new URL(`../../src/core/rules/${id}.md`, import.meta.url), 'utf8'),
    ...io,
  });
  return { code, out, err };
}

/** A decision record with all its sections. */
export function decision({ title = 'Keep events for 30 days', status = 'proposed', more = '' } = {}): string {
  return `---\nstatus: ${status}\ndate: 2026-11-02\n---\n# ${title}\n\n## Context and Problem Statement\n\nThe disk is full.\n\n## Considered Options\n\n* 30 days\n* 90 days\n\n## Decision Outcome\n\nChosen option: "30 days".\n\n### Consequences\n\n* Good, because it is cheap.\n${more}`;
}
