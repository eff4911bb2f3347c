import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { MOST_BYTES } from '../core/files.ts';
import { isInRepository } from './git-folder.ts';
import { PATIENCE, startGit } from './git-process.ts';

/** What Git has under a name. */
export interface GitObject {
  readonly id: string;
  readonly type: string;
  /** Undefined for what is too large to be read as a document. */
  readonly content: Buffer | undefined;
}

/** Milliseconds after the last answer in which the process waits for another question. */
const IDLE = 1000;
/** Milliseconds for which a repository that cannot be asked is not asked again. */
const SILENCE = 10_000;

/**
 * Asks one process of Git for one object after the other, so that ten thousand documents need one; it ends by itself
 * when nothing more is asked, and keeps no program alive that is done. See the formats in git-cat-file(1).
 */
export class GitObjects {
  readonly #root: string;
  readonly #waiting: ((found: GitObject | undefined) => void)[] = [];
  #child: ChildProcessWithoutNullStreams | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #answer = new Answer();
  #silentUntil = 0;

  constructor(root: string) {
    this.#root = root;
  }

  /** What `name` stands for, such as `HEAD:./docs/a.md`; undefined where there is none, or nobody to ask. Never rejects. */
  async find(name: string): Promise<GitObject | undefined> {
    if (/[\r\n\0]/.test(name) || Date.now() < this.#silentUntil) return undefined;
    // To look for a repository takes less than to start a program that finds none.
    if (!this.#child && !(await isInRepository(this.#root))) {
      this.#silentUntil = Date.now() + SILENCE;
      return undefined;
    }
    return new Promise((resolve) => {
      const child = (this.#child ??= this.#start());
      this.#waiting.push(resolve);
      // A process that has ended before its pipes are closed keeps no program alive: this does, until there is an answer.
      this.#wait(PATIENCE);
      child.ref();
      child.stdin.write(`${name}\n`);
    });
  }

  #start(): ChildProcessWithoutNullStreams {
    const child = startGit(this.#root, ['cat-file', '--batch']);
    this.#answer = new Answer();
    const end = (): void => {
      if (this.#child === child) this.#end();
    };
    child.on('error', end);
    child.on('close', end);
    child.stdout.on('data', (chunk: Buffer) => {
      if (this.#child !== child) return;
      for (const found of this.#answer.take(chunk)) this.#waiting.shift()?.(found ?? undefined);
      if (this.#waiting.length) return;
      this.#wait(IDLE).unref?.();
      child.unref();
    });
    // Its pipes alone keep no program alive either.
    for (const pipe of [child.stdin, child.stdout, child.stderr]) (pipe as { unref?: () => void }).unref?.();
    return child;
  }

  #wait(milliseconds: number): ReturnType<typeof setTimeout> {
    clearTimeout(this.#idle);
    return (this.#idle = setTimeout(() => this.#end(), milliseconds));
  }

  // A process that ends while it is asked has failed.
  #end(): void {
    const child = this.#child;
    this.#child = undefined;
    clearTimeout(this.#idle);
    if (this.#waiting.length) this.#silentUntil = Date.now() + SILENCE;
    child?.stdin.end();
    child?.kill();
    for (const resolve of this.#waiting.splice(0)) resolve(undefined);
  }
}

/** Puts the pieces of what the process prints together. */
class Answer {
  #head = '';
  #open: { readonly id: string; readonly type: string; readonly keeps: boolean; readonly chunks: Buffer[]; left: number } | undefined;

  /** The objects that are complete with this piece; null for what Git does not have. */
  take(chunk: Buffer): (GitObject | null)[] {
    const found: (GitObject | null)[] = [];
    for (let at = 0; at < chunk.length; ) {
      if (this.#open) {
        const part = chunk.subarray(at, at + this.#open.left);
        at += part.length;
        this.#open.left -= part.length;
        if (this.#open.keeps) this.#open.chunks.push(part);
        if (this.#open.left > 0) continue;
        const { id, type, keeps, chunks } = this.#open;
        this.#open = undefined;
        // The line end behind it is no part of it.
        found.push({ id, type, content: keeps ? Buffer.concat(chunks).subarray(0, -1) : undefined });
        continue;
      }
      const end = chunk.indexOf('\n', at);
      this.#head += chunk.toString('utf8', at, end < 0 ? chunk.length : end);
      at = end < 0 ? chunk.length : end + 1;
      if (end < 0) continue;
      const [, id, type, size] = /^([0-9a-f]+) (\w+) (\d+)$/.exec(this.#head) ?? [];
      this.#head = '';
      if (id && type) this.#open = { id, type, keeps: Number(size) <= MOST_BYTES, chunks: [], left: Number(size) + 1 };
      else found.push(null);
    }
    return found;
  }
}
