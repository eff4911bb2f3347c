import { fileReason } from '../core/file-reasons.ts';
import { say, type Language, type MessageData, type Text } from '../core/language.ts';
import { printable } from './display.ts';
import type { Io } from './io.ts';

/** Why a command could not run: exit code 2 and these lines on standard error, without a stack. */
export class Failure extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines[0] ?? '');
    this.lines = lines;
  }
}

/** A failure of one line, which says who speaks. */
export function failure(text: Text, language: Language, data: MessageData = {}): Failure {
  return new Failure([`docket: ${say(text, language, data)}`]);
}

/** Says one line on standard error, made safe for a terminal. */
export function complain(io: Pick<Io, 'err'>, line: string): void {
  io.err(`${printable(line)}\n`);
}

/** The code of a system error, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** What went wrong with a file, in words; the code itself where there are none. */
export function fileProblem(error: unknown, language: Language): string {
  const code = errorCode(error) ?? String(error);
  return say(fileReason(code), language);
}
