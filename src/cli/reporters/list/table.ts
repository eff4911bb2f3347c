import { daysBetween, duration } from '../../../core/calendar.ts';
import { RECORD_KINDS, type Action, type Entry, type Kind } from '../../../core/entry.ts';
import { say, type Language, type Text } from '../../../core/language.ts';
import { folderOf } from '../../../core/paths.ts';
import { questionsAlone } from '../../../core/questions/alone.ts';
import { STATUS_WORDS } from '../../../core/trees/status-words.ts';
import { layOut, type Cell, type Column } from '../../columns.ts';
import { paintFor, printable, type Paint, type Style } from '../../display.ts';
import { nothingLine, type ListReport } from '../reporter.ts';

const TEXTS = {
  noRecords: { en: 'None of the Markdown files here ({count}) is a design doc, a decision record, a postmortem or minutes of a meeting.', ko: '여기 Markdown 파일 {count}개 중에는 설계 문서나 결정 기록, 포스트모템, 회의록이 없습니다.' },
  open: { en: 'Open', ko: '열려 있음' },
  taken: { en: 'Decisions and design docs', ko: '결정과 설계 문서' },
  others: { en: 'Postmortems and meetings', ko: '포스트모템과 회의' },
  actions: { en: 'Action items', ko: '할 일' },
  questions: { en: 'Open questions', ko: '미해결 질문' },
  openActions: { en: '{count} to do', ko: '할 일 {count}개' },
  overdue: { en: '{age} overdue', ko: '{age} 지남' },
  documents: { en: '{count} documents, {open} open', ko: '문서 {count}개, 열린 것 {open}개' },
  document: { en: '1 document, {open} open', ko: '문서 1개, 열린 것 {open}개' },
  tasks: { en: '{count} action items to do, {late} overdue', ko: '할 일 {count}개, 기한이 지난 것 {late}개' },
  task: { en: '1 action item to do, {late} overdue', ko: '할 일 1개, 기한이 지난 것 {late}개' },
} satisfies Record<string, Text>;

const KINDS: Readonly<Partial<Record<Kind, Text>>> = {
  decision: { en: 'Decision', ko: '결정' },
  design: { en: 'Design', ko: '설계' },
  postmortem: { en: 'Postmortem', ko: '포스트모템' },
  meeting: { en: 'Meeting', ko: '회의' },
};

type Document = ListReport['documents'][number];

const DOCUMENT_COLUMNS: readonly Column[] = [
  {}, { drop: 2 }, { least: 8, drop: 3 }, { least: 24, share: 3.5 }, { drop: 4 }, { least: 10, drop: 1 }, { drop: 5 }, { least: 20, share: 2, cutAt: 'start', drop: 6 },
];
const QUESTION_COLUMNS: readonly Column[] = [{ least: 24, share: 3 }, { least: 20, share: 2, cutAt: 'start', drop: 1 }];
const ACTION_COLUMNS: readonly Column[] = [{}, { drop: 1 }, { least: 10, drop: 2 }, { least: 24, share: 3 }, { least: 20, share: 2, cutAt: 'start', drop: 3 }];

/** The team's documents for people, open ones first, then what is to do; as wide as the terminal. */
export function table(report: ListReport): string {
  const { documents, language, columns, color, today, nothing } = report;
  if (nothing) return nothingLine(nothing, language);
  const records = documents.filter(({ entry }) => RECORD_KINDS.includes(entry.kind));
  if (!records.length) return `${say(TEXTS.noRecords, language, { count: documents.length })}\n`;
  const paint = paintFor(color);

  const isDecision = ({ entry }: Document): boolean => entry.kind === 'decision' || entry.kind === 'design';
  const open = records.filter(({ entry }) => entry.open).sort(byDate);
  const groups = [
    { title: TEXTS.open, own: open },
    { title: TEXTS.taken, own: records.filter((one) => !one.entry.open && isDecision(one)).sort(byFolderAndNumber) },
    { title: TEXTS.others, own: records.filter((one) => !one.entry.open && !isDecision(one)).sort((a, b) => byDate(b, a)) },
  ];
  const rows = layOut(DOCUMENT_COLUMNS, groups.flatMap(({ own }) => own.map((one) => documentRow(one, language))), columns, paint);
  const blocks = groups.map(({ title, own }) => block(say(title, language), own.length, rows.splice(0, own.length), paint));

  const todo = records.flatMap((document) => document.entry.actions.filter((action) => action.done === false).map((action) => ({ document, action })));
  todo.sort((a, b) => (a.action.due ?? '9999').localeCompare(b.action.due ?? '9999'));
  blocks.push(block(say(TEXTS.actions, language), todo.length, layOut(ACTION_COLUMNS, todo.map((one) => actionRow(one, today, language)), columns, paint), paint));

  const questions = records.filter(({ entry }) => entry.open !== false).flatMap((document) => questionsAlone(document.entry).map((question): Cell[] => [
    { text: `? ${printable(question.text)}` },
    { text: `${printable(document.pathFromCwd)}:${question.line}`, styles: ['dim'] },
  ]));
  blocks.push(block(say(TEXTS.questions, language), questions.length, layOut(QUESTION_COLUMNS, questions, columns, paint), paint));

  const late = todo.filter(({ action }) => isLate(action, today)).length;
  const summary = [
    say(records.length === 1 ? TEXTS.document : TEXTS.documents, language, { count: records.length, open: open.length }),
    ...(todo.length ? [say(todo.length === 1 ? TEXTS.task : TEXTS.tasks, language, { count: todo.length, late })] : []),
  ];
  return `${[...blocks.filter(Boolean), summary.join(' · ')].join('\n\n')}\n`;
}

function block(title: string, count: number, lines: readonly string[], paint: Paint): string {
  return count ? [`${paint(title, 'bold')} ${paint(String(count), 'dim')}`, ...lines].join('\n') : '';
}

function documentRow({ entry, pathFromCwd, repository }: Document, language: Language): Cell[] {
  const todo = entry.actions.filter((action) => action.done === false).length;
  return [
    statusCell(entry, language),
    { text: say(KINDS[entry.kind]!, language), styles: ['dim'] },
    { text: printable(repository === undefined ? (entry.id ?? '') : `${repository}/${entry.id ?? ''}`) },
    { text: printable(entry.title), ...(entry.open ? { styles: ['bold'] } : {}) },
    { text: entry.date ?? '', styles: ['dim'] },
    { text: printable(entry.owners.join(', ')) },
    { text: todo ? say(TEXTS.openActions, language, { count: todo }) : '', styles: ['yellow'] },
    { text: printable(pathFromCwd), styles: ['dim'] },
  ];
}

function statusCell(entry: Entry, language: Language): Cell {
  if (!entry.status) return { text: '·', styles: ['dim'] };
  const { label, color } = STATUS_WORDS[entry.status];
  const style = color?.startsWith('charts.') ? (color.slice('charts.'.length) as Style) : 'dim';
  return { text: `${entry.open ? '○' : '●'} ${say(label, language)}`, styles: [style] };
}

function actionRow({ action, document }: { action: Action; document: Document }, today: string, language: Language): Cell[] {
  const late = isLate(action, today);
  const days = late ? daysBetween(action.due!, today)! : 0;
  return [
    { text: `${late ? '!' : '○'} ${action.due ?? ''}`.trimEnd(), styles: [late ? 'red' : 'blue'] },
    { text: late ? say(TEXTS.overdue, language, { age: duration(days, language) }) : '', styles: ['red'] },
    { text: printable(action.owners.map((owner) => `@${owner.replace(/^@/, '')}`).join(' ')) },
    { text: printable(action.text) },
    { text: `${printable(document.pathFromCwd)}:${action.line}`, styles: ['dim'] },
  ];
}

const isLate = ({ due }: Action, today: string): boolean => due !== null && due < today;

// The oldest first: it has waited longest.
function byDate(a: Document, b: Document): number {
  return (a.entry.date ?? '9999').localeCompare(b.entry.date ?? '9999') || a.pathFromCwd.localeCompare(b.pathFromCwd);
}

function byFolderAndNumber(a: Document, b: Document): number {
  return folderOf(a.pathFromCwd).localeCompare(folderOf(b.pathFromCwd)) || (b.entry.number ?? -1) - (a.entry.number ?? -1) || a.pathFromCwd.localeCompare(b.pathFromCwd);
}
