import { explain as reasonsOf } from '../../../core/explain.ts';
import { RECORD_KINDS } from '../../../core/entry.ts';
import { questionsAlone } from '../../../core/questions/alone.ts';
import { say, type Text } from '../../../core/language.ts';
import { paintFor, printable } from '../../display.ts';
import type { ListReport } from '../reporter.ts';

const NOTHING: Text = { en: 'nothing is said of it', ko: '적혀 있는 것이 없습니다' };
const ACTION: Text = { en: 'Action item on line {line} ({dialect}): {text}', ko: '{line}번째 줄의 할 일({dialect}): {text}' };
const UNREADABLE: Text = { en: 'cannot be read in full', ko: '다 읽을 수 없음' };
const QUESTION: Text = { en: 'Open question on line {line} ({dialect}): {text}', ko: '{line}번째 줄의 미해결 질문({dialect}): {text}' };

/** Answers "why?" for each document: the line and the dialect that every value comes from. */
export function explain({ documents, language, color }: ListReport): string {
  const paint = paintFor(color);
  // What another repository publishes says nothing of where it was read.
  return documents.filter(({ repository }) => repository === undefined).map(({ entry, pathFromCwd }) => {
    const isRecord = RECORD_KINDS.includes(entry.kind);
    const lines = [
      ...reasonsOf(entry, language),
      ...(isRecord ? entry.actions : []).map((action) => say(ACTION, language, { line: action.line, dialect: action.dialect, text: action.text }) + (action.flaws.length ? ` — ${say(UNREADABLE, language)}` : '')),
      ...(isRecord ? questionsAlone(entry) : []).map((question) => say(QUESTION, language, { line: question.line, dialect: question.dialect, text: question.text })),
    ];
    const shown = lines.length ? lines : [say(NOTHING, language)];
    return `${paint(printable(pathFromCwd), 'bold')} (${entry.kind})\n${shown.map((line) => `  ${printable(line)}\n`).join('')}`;
  }).join('\n');
}
