import { say, type Language, type Text } from '../core/language.ts';
import type { Progress } from '../core/workspace.ts';
import type { Io } from './io.ts';

const READING: Text = { en: 'Reading {done} of {total} documents…', ko: '문서 {total}개 중 {done}개 읽는 중…' };
const CHECKING: Text = { en: 'Checking {done} of {total} documents…', ko: '문서 {total}개 중 {done}개 검사하는 중…' };

/** Milliseconds before anything is shown: what is quicker needs no explanation. */
const PATIENCE = 1000;
const EVERY = 100;

/** One line on standard error that says how far a slow command has come, and is gone when it ends. */
export interface ProgressLine {
  reading(progress: Progress): void;
  checking(progress: Progress): void;
  end(): void;
}

export function progressLine(io: Io, language: Language): ProgressLine {
  let next = io.now().getTime() + PATIENCE;
  let shown = false;
  const show = (text: Text, { done, total }: Progress): void => {
    const now = io.now().getTime();
    if (!io.showsProgress || now < next) return;
    next = now + EVERY;
    shown = true;
    io.err(`\r\u001B[K${say(text, language, { done, total })}`);
  };
  return {
    reading: (progress) => show(READING, progress),
    checking: (progress) => show(CHECKING, progress),
    end() {
      if (shown) io.err('\r\u001B[K');
      shown = false;
    },
  };
}
