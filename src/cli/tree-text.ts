import { say, type Language, type Text } from '../core/language.ts';
import type { Emptiness, WholeNode } from '../core/trees/tree.ts';
import { cut, paintFor, printable, printableJson, type Paint, type Style } from './display.ts';

/** A tree that is to be printed; its paths are those that a person at the prompt would write. */
export interface TreeReport {
  readonly nodes: readonly WholeNode[];
  readonly empty: Emptiness | undefined;
  readonly language: Language;
  readonly color: boolean;
  /** The width of the terminal; undefined: nothing is cut. */
  readonly columns: number | undefined;
}

const EMPTY: Readonly<Record<Emptiness, Text>> = {
  documents: { en: 'There is no design doc, decision record, postmortem or minutes of a meeting here.', ko: '여기에는 설계 문서나 결정 기록, 포스트모템, 회의록이 없습니다.' },
  nothing: { en: 'There is nothing to show.', ko: '보여 줄 것이 없습니다.' },
  filter: { en: 'Nothing fits what was asked for.', ko: '조건에 맞는 것이 없습니다.' },
  nobody: { en: 'Nobody knows who you are: name yourself with --me, or set user.name in Git.', ko: '누구인지 알 수 없습니다. --me로 이름을 적거나 Git의 user.name을 설정하세요.' },
};

/** The rows of a tree as the editor draws them, each with its place. */
export function treeText({ nodes, empty, language, color, columns }: TreeReport): string {
  if (empty) return `${say(EMPTY[empty], language)}\n`;
  const paint = paintFor(color);
  const lines: string[] = [];
  const add = (rows: readonly WholeNode[], depth: number): void => {
    for (const row of rows) {
      if (depth === 0 && lines.length) lines.push('');
      lines.push(lineOf(row, depth, paint, columns));
      add(row.children ?? [], depth + 1);
    }
  };
  add(nodes, 0);
  return `${lines.join('\n')}\n`;
}

function lineOf({ kind, label, description = '', icon, checked, place, url }: WholeNode, depth: number, paint: Paint, columns: number | undefined): string {
  const isGroup = kind === 'group';
  const sign = isGroup ? '' : `${icon?.name === 'warning' ? '!' : checked ? '☑' : checked === false ? '☐' : '·'} `;
  const begin = `${'  '.repeat(depth)}${sign}`;
  const name = printable(label);
  const behind = [printable(description), place && !isGroup ? `${printable(place.path)}:${place.line}` : printable(url ?? '')].filter(Boolean).join('  ');
  const room = columns === undefined ? undefined : columns - begin.length;
  const short = room === undefined ? name : cut(name, room);
  const rest = room === undefined ? behind : cut(behind, Math.max(0, room - short.length - 2));
  const style: Style | undefined = isGroup ? 'bold' : icon?.name === 'warning' ? 'yellow' : undefined;
  return `${begin}${style ? paint(short, style) : short}${rest ? `  ${paint(rest, 'dim')}` : ''}`;
}

/** One JSON object a line: each row, with the id of the one that it is in. */
export function treeLines({ nodes }: TreeReport): string {
  const lines = (rows: readonly WholeNode[], parent: string | null): string[] => rows.flatMap(({ id, kind, label, description, checked, place, url, children = [] }) => [
    printableJson({ type: 'row', id, parent, kind, label, description: description ?? '', ...(checked === undefined ? {} : { done: checked }), ...(place ? { path: place.path, line: place.line } : {}), ...(url === undefined ? {} : { url }) }),
    ...lines(children, id),
  ]);
  return lines(nodes, null).map((line) => `${line}\n`).join('');
}
