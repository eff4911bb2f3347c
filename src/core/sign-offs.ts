import { isPlaceholder, plain } from './dialects/source.ts';
import { rangeOf, type Document, type Section, type Table } from './document.ts';
import { headingKey } from './headings.ts';
import type { Range } from './lines.ts';

/** What a document says of one person or role that has to agree. */
export interface SignOff {
  /** Who it is, with the role, as it is written. */
  readonly who: string;
  readonly range: Range;
  readonly state: 'signed' | 'open' | 'refused';
  /** The verdict as it is written; empty where there is none. */
  readonly verdict: string;
}

const PLACE = /^(?:sign[- ]?offs?|approvals?|approvers?|reviewers?|go\s?\/\s?no[- ]?go|verdict|승인|승인 현황|승인자|결재|서명|검토자|리뷰어)$/;
const LABEL = /^(?:[-*+>][ \t]+)?[*_]{0,2}(?:reviewers?|approvers?|reviewed[ -]by|approved[ -]by|sign(?:ed)?[ -]?offs?(?:[ -]by)?|검토자|리뷰어|승인자|서명)[*_]{0,2}[ \t]?[:：][*_]{0,2}[ \t]*(\S[^\r\n]{0,600})$/i;
/** What is in each of these labels. */
const NAMED = /review|approve|sign|검토자|리뷰어|승인자|서명/i;
/** How a line with one of them begins. */
const BEGINNING = /(?:[-*+>][ \t]+)?[*_]{0,2}(?:review|approve|sign|검토자|리뷰어|승인자|서명)/iy;
const FIELD = /^(?:reviewers?|approvers?|reviewed[ _-]by|approved[ _-]by|approvals?|sign[ _-]?offs?|검토자|리뷰어|승인자|서명)$/i;

/** Where a document says who agrees to it: in the fields of its head, in tables with a verdict, and in lists of a section for it. */
export function signOffsIn(document: Document): SignOff[] {
  return [...inFields(document), ...inHeadLines(document), ...inTables(document), ...inLists(document)];
}

/** The section that is there for it; undefined where there is none. */
export function signOffSection({ sections }: Document): Section | undefined {
  return sections.find(({ title }) => PLACE.test(headingKey(title)));
}

function inFields({ fields, text }: Document): SignOff[] {
  return fields.flatMap(({ key, valueRange }) => (valueRange && FIELD.test(key) ? peopleAt(text, valueRange) : []));
}

/** So far down a line of the head may stand; UTF-16 units. */
const HEAD = 4000;

function inHeadLines({ text, frontMatter, lines }: Document): SignOff[] {
  const found: SignOff[] = [];
  let start = frontMatter?.range.end ?? 0;
  const end = Math.min(text.length, start + HEAD);
  if (!NAMED.test(text.slice(start, end + 700))) return found;
  for (let line = lines.lineNumberAt(start); start < end; line++, start = lines.startOf(line - 1)) {
    BEGINNING.lastIndex = start;
    if (!BEGINNING.test(text)) continue;
    const source = /^[^\r\n]{0,700}/.exec(text.slice(start, start + 700))![0];
    const value = LABEL.exec(source)?.[1];
    if (value !== undefined) found.push(...peopleAt(text, { start: start + source.lastIndexOf(value), end: start + source.lastIndexOf(value) + value.length }));
  }
  return found;
}

// Whoever is named in the head of a document that is accepted has agreed, unless it says otherwise.
function peopleAt(text: string, { start, end }: Range): SignOff[] {
  const found: SignOff[] = [];
  for (const part of text.slice(start, end).matchAll(/(?:[^,;\r\n()[\]]|\([^()\r\n]*\))+/g)) {
    const who = plain(part[0]);
    if (isPlaceholder(who) || !/\p{L}/u.test(who)) continue;
    const at = start + part.index;
    found.push({ who, range: { start: at, end: at + part[0].length }, state: stateOf(/\(([^()]*)\)/.exec(who)?.[1] ?? '', 'signed'), verdict: '' });
    if (found.length >= MOST) break;
  }
  return found;
}

const MOST = 100;
const COLUMNS: Readonly<Record<'role' | 'who' | 'verdict' | 'date', RegExp>> = {
  role: /^(?:role|team|area|function|for|역할|팀|분야|부서|영역)$/,
  who: /^(?:who|name|person|reviewer|approver|signed by|approved by|이름|검토자|승인자|담당자|서명자|누가)$/,
  verdict: /^(?:verdict|decision|status|approved\??|approval|sign[- ]?off|signed\??|signature|result|go\s?\/\s?no[- ]?go|판정|승인|승인 여부|결과|상태|서명|의견)$/,
  date: /^(?:date|signed on|approved on|when|날짜|일자|승인일|서명일)$/,
};

function inTables(document: Document): SignOff[] {
  return document.tables.flatMap((table) => {
    const columns = columnsOf(table);
    const isPlace = isInPlace(document, table.range);
    if (columns.verdict < 0 && columns.date < 0 && !isPlace) return [];
    if (!isPlace && (columns.role < 0 || columns.who < 0 || columns.verdict < 0)) return [];
    return table.rows.slice(0, MOST).flatMap((cells): SignOff[] => {
      const words = (column: number): string => (column < 0 ? '' : (cells[column]?.text ?? '').trim());
      const names = [words(columns.role < 0 ? 0 : columns.role), words(columns.who)].filter(Boolean);
      const first = cells[columns.role < 0 ? 0 : columns.role];
      if (!first || !names.length) return [];
      const isNobody = columns.who >= 0 && isPlaceholder(words(columns.who));
      const verdict = words(columns.verdict);
      const given = columns.verdict >= 0 ? verdict : columns.date >= 0 ? words(columns.date) : 'yes';
      return [{ who: names.join(' '), range: first.range, state: isNobody ? 'open' : stateOf(given, 'open'), verdict }];
    });
  });
}

function columnsOf({ header }: Table): Record<keyof typeof COLUMNS, number> {
  const keys = header.map(({ text }) => headingKey(text));
  const at = (column: keyof typeof COLUMNS): number => keys.findIndex((key) => COLUMNS[column].test(key));
  return { role: at('role'), who: at('who'), verdict: at('verdict'), date: at('date') };
}

function isInPlace({ sections }: Document, { start }: Range): boolean {
  const section = sections.findLast(({ heading }) => heading.start <= start);
  return section !== undefined && PLACE.test(headingKey(section.title));
}

function inLists(document: Document): SignOff[] {
  const section = signOffSection(document);
  const items = (section?.nodes ?? []).flatMap((node) => (node.type === 'list' ? node.children : []));
  return items.slice(0, MOST).flatMap((item): SignOff[] => {
    const [paragraph] = item.children;
    if (paragraph?.type !== 'paragraph') return [];
    const range = rangeOf(paragraph);
    const who = plain(document.text.slice(range.start, range.end));
    const [, behind = ''] = /[:：](.*)$/s.exec(who) ?? [];
    const state = item.checked === false || (who.includes(':') && isPlaceholder(behind)) ? 'open' : stateOf(behind, 'signed');
    return [{ who, range, state, verdict: '' }];
  });
}

const REFUSED = /\bno[- ]?go\b|\bnot (?:approved|accepted|signed|ready|ok)\b|\b(?:rejected|declined|denied|refused|blocked|disapproved|veto(?:ed)?)\b|❌|✖|👎|반려|거절|불가|보류|반대/iu;
const OPEN = /^\s*(?:\[ \]|☐|⬜|no|n)\s*$|\b(?:pending|waiting|awaiting|tbd|todo|open|in review|not yet)\b|⏳|⌛|대기|미정|미승인|검토 ?중|예정/iu;

// `without`: the state where nothing is said of it.
function stateOf(verdict: string, without: SignOff['state']): SignOff['state'] {
  const words = verdict.slice(0, 300).trim();
  if (words === '' || isPlaceholder(words)) return without;
  return REFUSED.test(words) ? 'refused' : OPEN.test(words) ? 'open' : 'signed';
}
