import { plainText, rangeOf, type Document } from '../document.ts';
import { headingKey } from '../headings.ts';
import type { Range } from '../lines.ts';
import { namesAnyRole } from '../roles.ts';
import { namesIn } from './owners.ts';

const WORDS = 'attendance|attendees?|attending|participants?|present|참석자?(?: ?(?:명단|현황|인원))?|참가자|출석|参加者|出席者|参会人员|与会者|出席|teilnehmer|teilnehmende|teilnehmer:innen|anwesende?|asistentes|participantes|présents|presentes|partecipanti|aanwezig';
const TITLE = new RegExp(`^(?:${WORDS}|in attendance|people present|who was (?:t?here)|roll call)$`, 'i');
const LABEL = new RegExp(`^[ \\t]*(?:[-*+][ \\t]+)?[*_]{0,2}(?:${WORDS})[*_]{0,2}[ \\t]?[:：][*_]{0,2}[ \\t]*([^\\r\\n]{0,600})`, 'gim');
const MOST = 200;

/** Does a heading say that those who took part stand under it? */
export function isAttendanceTitle(title: string): boolean {
  return TITLE.test(headingKey(title));
}

/** The line or the list that names those who took part without a heading of its own, from its label on; undefined where there is none. */
export function attendanceLineIn({ text, preamble, sections }: Document): Range | undefined {
  for (const nodes of [preamble, ...sections.slice(0, 2).map((section) => section.nodes)]) {
    for (const [index, node] of nodes.slice(0, 20).entries()) {
      const { start, end } = rangeOf(node);
      const label = node.type === 'paragraph' || node.type === 'list' ? [...text.slice(start, Math.min(end, start + 2000)).matchAll(LABEL)][0] : undefined;
      if (!label) continue;
      const next = nodes[index + 1];
      const at = start + label.index;
      return { start: at, end: label[1]!.trim() !== '' ? at + label[0].length : next?.type === 'list' && node.type === 'paragraph' ? rangeOf(next).end : end };
    }
  }
  return undefined;
}

/** Who took part in what a document is about, as it is written there. */
export function attendeesIn(document: Document): string[] {
  const written: string[] = [];
  for (const label of document.text.slice(0, 20_000).matchAll(LABEL)) written.push(label[1]!);
  const line = attendanceLineIn(document);
  if (line) written.push(...document.text.slice(line.start, Math.min(line.end, line.start + 4000)).split(/\r\n|\n|\r/).slice(1, MOST).flatMap((one) => (/[:：]/.test(one) ? [] : one.replace(/^[ \t]*[-*+][ \t]+/, ''))));
  for (const section of document.sections) {
    if (!isAttendanceTitle(section.title)) continue;
    for (const node of section.nodes.slice(0, 20)) {
      if (node.type === 'list') written.push(...node.children.slice(0, MOST).map((item) => plainText(item.children[0] ?? item)));
      else if (node.type === 'paragraph') written.push(...document.text.slice(rangeOf(node).start, rangeOf(node).end).slice(0, 2000).split(/\r\n|\n|\r/));
    }
  }
  return written.flatMap((line) => namesIn(withoutRole(line).replace(/\([^()]{0,80}\)|<[^<>]{0,80}>|^\[[ xX]\]/g, ' '))).filter((name) => name.length <= 40);
}

// `Reliability (must be there): Mina`, `Mina: SRE`.
function withoutRole(line: string): string {
  const parts = /^([^:：]{1,60})[:：]\s?(.*)$/su.exec(line);
  return !parts ? line : namesAnyRole(parts[1]!) ? parts[2]! : namesAnyRole(parts[2]!) ? parts[1]! : line;
}

/** The same in small letters: full names, first names and handles. */
export function peopleIn(document: Document): ReadonlySet<string> {
  const people = new Set<string>();
  for (const name of attendeesIn(document)) {
    if (people.size > 2 * MOST) continue;
    for (const part of [name, ...name.split(/\s+@|@/)]) people.add(part.trim().toLowerCase());
    const [first, second] = name.split(' ');
    if (second !== undefined && first!.length > 2) people.add(first!.toLowerCase());
  }
  people.delete('');
  return people;
}
