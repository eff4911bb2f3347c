import { stringify } from 'csv-stringify/sync';
import { say, type Language, type Text } from '../../../core/language.ts';
import { STATUS_WORDS } from '../../../core/trees/status-words.ts';
import { nameOf } from '../../../core/summary/counted.ts';
import { WORDS } from '../../../core/summary/words.ts';
import { printable } from '../../display.ts';
import type { SummaryReport } from '../reporter.ts';

const TEXTS = {
  kind: { en: 'Kind', ko: '종류' },
  what: { en: 'What', ko: '내용' },
  since: { en: 'Since', ko: '시작일' },
  daysOpen: { en: 'Days open', ko: '열린 일수' },
  daysLate: { en: 'Days late', ko: '지난 일수' },
  priority: { en: 'Priority', ko: '우선순위' },
  carried: { en: 'Carried', ko: '이월 횟수' },
  path: { en: 'File', ko: '파일' },
  line: { en: 'Line', ko: '행' },
} satisfies Record<string, Text>;

const HEADER: readonly Text[] = [TEXTS.kind, TEXTS.what, WORDS.status, WORDS.owners, WORDS.due, TEXTS.daysLate, TEXTS.since, TEXTS.daysOpen, TEXTS.priority, TEXTS.carried, TEXTS.path, TEXTS.line];

/** A row for each open decision and action, as RFC 4180 has it; it begins with a byte-order mark, without which spreadsheets take Korean for something else. */
export function csv({ summary, language }: SummaryReport): string {
  const decision = say(WORDS.decision, language);
  const action = say(WORDS.action, language);
  const rows = [
    ...summary.decisions.map((one) => [decision, nameOf(one), say(STATUS_WORDS[one.status].label, language), one.owners.join('; '), one.decideBy, one.late, one.date, one.age, null, null, one.at, one.line]),
    ...summary.actions.map((one) => [action, one.text, say(WORDS.open, language), one.owners.join('; '), one.due, one.late, one.since, one.age, one.priority, one.carried, one.at, one.line]),
  ].map((cells) => cells.map((cell) => (typeof cell === 'string' ? printable(cell) : cell)));
  // What begins like a formula would be one when the file is opened.
  return stringify([headerOf(language), ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true });
}

/** The titles of the columns. */
export function headerOf(language: Language): string[] {
  return HEADER.map((title) => say(title, language));
}
