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
  const words = FILE_PROBLEMS[code];
  return words ? say(words, language) : code;
}

const FILE_PROBLEMS: Readonly<Record<string, Text>> = {
  ENOENT: { en: 'there is no such file or folder', ko: '그런 파일이나 폴더가 없습니다' },
  ENOTDIR: { en: 'a part of the path is not a folder', ko: '경로의 한 부분이 폴더가 아닙니다' },
  EACCES: { en: 'permission denied', ko: '권한이 없습니다' },
  EPERM: { en: 'permission denied', ko: '권한이 없습니다' },
  EROFS: { en: 'the file system is read-only', ko: '읽기 전용 파일 시스템입니다' },
  ENOSPC: { en: 'the disk is full', ko: '디스크에 남은 공간이 없습니다' },
  ELOOP: { en: 'it is a symbolic link that leads to itself', ko: '자기 자신을 가리키는 심볼릭 링크입니다' },
  ENAMETOOLONG: { en: 'the name is too long', ko: '이름이 너무 깁니다' },
};
