import { namesIn } from '../actions/owners.ts';
import { attendanceLineIn } from '../actions/people.ts';
import { plainText, rangeOf, type Document, type Section } from '../document.ts';
import type { Edit } from '../edit.ts';
import { headingKey } from '../headings.ts';
import { sectionOn } from '../meeting/topics.ts';
import { isSamePerson } from '../people.ts';
import type { Structure } from '../structure.ts';

/** Who was there, by what stands in front of the colon; empty where there is none. */
interface AttendanceLine {
  readonly label: string;
  /** As it is written behind the label. */
  readonly names: string;
  readonly isAbsent: boolean;
}

const OTHERS = /^(?:others?|guests?|그 밖|기타|그 외)/iu;
const ABSENT = /^(?:absent|absences|apologies|regrets|excused|not present|missing|불참|결석)/iu;
const AWAY = /[(（](?:absent|away|excused|regrets|불참|결석|휴가)[)）]/iu;
const MUST = /\s?[(（][^()（）]*[)）]/gu;

/** The lines of the section on who was there, or of the line that says it without one. */
export function attendanceIn(document: Document, seen: Structure | undefined): readonly AttendanceLine[] {
  const section = sectionOn('attendance', document, seen);
  if (section) return linesIn(section, document);
  const line = attendanceLineIn(document);
  return line ? inText(document.text.slice(line.start, line.end)) : [];
}

// `Attendees: Mina, Oskar`, or a list under that.
function inText(text: string): AttendanceLine[] {
  const [first = '', ...others] = text.slice(0, 20_000).split(/\r\n|\n|\r/);
  return [first.replace(/^[^:：]*[:：]/u, ''), ...others].flatMap((one) => {
    const written = one.replace(/^[ \t]*[-+*][ \t]+|[*_]{2}/g, '');
    const label = /^([^:：@[\]]{1,60})[:：]\s*/u.exec(written);
    const names = written.slice(label?.[0].length ?? 0).split(/[,，、]/u).map((name) => name.trim()).filter((name) => name !== '' && !AWAY.test(name)).join(', ');
    return names === '' ? [] : [{ label: keyOf(label?.[1] ?? ''), names, isAbsent: ABSENT.test(written) }];
  });
}

function linesIn({ nodes }: Section, document: Document): AttendanceLine[] {
  return nodes.flatMap((node) => (node.type === 'list' ? node.children.map((item) => item.children[0]).filter((one) => one !== undefined) : node.type === 'paragraph' ? [node] : [])).map((node) => {
    const written = document.text.slice(rangeOf(node).start, rangeOf(node).end).replace(/\s+/g, ' ');
    const label = /^([^:：@[\]]{1,60})[:：]\s*/u.exec(written);
    return { label: keyOf(label?.[1] ?? ''), names: written.slice(label?.[0].length ?? 0).trim(), isAbsent: ABSENT.test(plainText(node)) };
  });
}

const keyOf = (label: string): string => headingKey(label.replace(MUST, ''));

/** The people of the lines but for those who were away, in their order. */
export function presentIn(lines: readonly AttendanceLine[]): string[] {
  return peopleOf(lines.filter(({ isAbsent }) => !isAbsent));
}

/** All people of the lines, in their order. */
export function peopleOf(lines: readonly AttendanceLine[]): string[] {
  return [...new Set(lines.filter(({ names }) => !names.includes('{')).flatMap(({ names }) => namesIn(names.replace(MUST, ''))).filter((name) => name.length <= 40 && !/\b(?:from|who)\b/.test(name)))];
}

/** The edits that fill the template's prompts with who was there the last time, each role with its own people. */
export function fillAttendance(document: Document, last: readonly AttendanceLine[], seen: Structure | undefined): Edit[] {
  const section = sectionOn('attendance', document, seen);
  if (!section) return [];
  const known = new Map(last.filter(({ isAbsent, names, label }) => label !== '' && !isAbsent && names !== '' && !names.includes('{')).map(({ label, names }) => [label, names]));
  const unlabelled = last.filter(({ label, names }) => label === '' && names !== '' && !names.includes('{')).map(({ names }) => names);
  return section.nodes.flatMap((node) => (node.type === 'list' ? node.children : [])).flatMap((item): Edit[] => {
    const { start, end } = rangeOf(item);
    const source = document.text.slice(start, end);
    const prompt = /\{[^{}]*\}/.exec(source);
    const label = keyOf(/^[-*+\s]*([^:：{]{1,60})[:：]/u.exec(source)?.[1] ?? '');
    const names = label === '' || (OTHERS.test(label) && !known.has(label)) ? unlabelled.splice(0).join(', ') : known.get(label);
    if (!prompt || !names) return [];
    return [{ range: { start: start + prompt.index, end: start + prompt.index + prompt[0].length }, newText: names }];
  });
}

const CHAIR = /^(?:chair(?:ed[ _-]?by|person|man|woman)?|facilitator|facilitated[ _-]?by|moderator|host|meeting[ _-]?lead|진행|진행자|의장|사회|사회자)$/iu;
const CHAIR_LINE = /^[ \t>|*_+-]*(?:chair(?:ed by|person|man|woman)?|facilitator|facilitated by|moderator|host|meeting lead|진행|진행자|회의 ?진행|의장|사회|사회자)[*_ \t]*[:：|][*_ \t|]*([^\r\n|]{1,80})/imu;

/** Who chaired a meeting, by its field or a line; undefined where nothing says so. */
export function chairIn(document: Document): string | undefined {
  const range = document.fields.find(({ key }) => CHAIR.test(key))?.valueRange;
  const written = range ? document.text.slice(range.start, range.end) : CHAIR_LINE.exec(document.text.slice(0, 4000))?.[1];
  const [name] = written === undefined || written.includes('{') ? [] : namesIn(written.replace(/["']/g, '').replace(MUST, ''));
  return name;
}

/** Who chairs next: of those who come, one who never has or whose turn is longest ago, and not whoever had the last; undefined where there is nobody else. `chairs` begin with the last one. */
export function nextChair(people: readonly string[], chairs: readonly string[]): string | undefined {
  const turn = (name: string): number => {
    const at = chairs.findIndex((one) => isSamePerson(one, name));
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  };
  const candidates = people.length ? people : [...new Set(chairs)];
  return candidates.filter((name) => turn(name) > 0).reduce<string | undefined>((best, name) => (best === undefined || turn(name) > turn(best) ? name : best), undefined);
}

/** The edit that puts a name where the document asks who chairs. */
export function fillChair({ text, fields }: Document, name: string): Edit[] {
  const range = fields.find(({ key }) => CHAIR.test(key))?.valueRange;
  const line = range ? undefined : CHAIR_LINE.exec(text.slice(0, 4000));
  const from = range?.start ?? (line ? line.index + line[0].length - line[1]!.length : -1);
  const prompt = from < 0 ? null : /\{[^{}\r\n]*\}/.exec(text.slice(from, range?.end ?? from + line![1]!.length));
  if (!prompt) return [];
  const start = from + prompt.index;
  return [{ range: { start, end: start + prompt[0].length }, newText: /^[\p{L}\p{N}][\p{L}\p{N} ._'’-]*$/u.test(name) ? name : JSON.stringify(name) }];
}
