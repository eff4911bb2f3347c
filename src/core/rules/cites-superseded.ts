import { targetOfLink } from '../link-target.ts';
import { documentName } from '../dialects/file-name.ts';
import { rangeOf, type Document } from '../document.ts';
import type { Edit } from '../edit.ts';
import type { Entry } from '../entry.ts';
import type { Text } from '../language.ts';
import type { Range } from '../lines.ts';
import type { Link } from '../links.ts';
import { eachNode } from '../markdown/each-node.ts';
import { folderOf, linkTarget, nameOf, relativePath } from '../paths.ts';
import { remembering } from '../remembering.ts';
import { recordName } from '../shared-index/record-name.ts';
import { recordsNamedInText, type NamedRecord } from '../shared-index/named-records.ts';
import type { Repositories } from '../shared-index/repositories.ts';
import { statusGroupOf } from '../status-group.ts';
import { namedLike, usualName } from '../succession/naming.ts';
import { fieldRoles, type Vocabulary } from '../vocabulary/index.ts';
import { rule, type LintInput } from './rule.ts';

const INSTEAD: Text = { en: 'Cite "{successor}" instead', ko: '"{successor}"을(를) 대신 인용하기' };
const BOTH: Text = { en: 'Name "{successor}", too', ko: '"{successor}"도 함께 적기' };

export default rule<'superseded'>({
  id: 'cites-superseded',
  meta: {
    title: { en: 'What is still being decided rests on records that are in force', ko: '아직 정하는 중인 문서는 유효한 기록을 근거로 삼는다' },
    severity: { draft: 'hint', open: 'info', accepted: 'info', closed: 'off' },
    kinds: ['decision', 'design'],
    fixable: false,
    messages: {
      superseded: {
        en: '"{other}" is superseded by "{successor}"; cite that one, or say that it is history.',
        ko: '"{other}"은(는) "{successor}"(으)로 대체되었습니다. 새 문서를 인용하거나 지난 일이라고 밝히세요.',
      },
    },
  },
  check(input) {
    const { document, entry, records, report } = input;
    if (!entry) return;
    const told = new Set<string>();
    const citations = citationsIn(input, entry);
    if (!citations.length) return;
    const isLeftOut = leftOut(document, input.vocabulary);
    for (const citation of citations) {
      const { other, range } = citation;
      if (told.has(other.path) || isLeftOut(range)) continue;
      const successor = successorOf(other, (path) => records.at(path) ?? input.repositories?.at(path)?.entry);
      if (!successor || isRelated(entry, other, successor) || wasRight(entry, successor) || saysHistory(document, range, successor)) continue;
      told.add(other.path);
      const name = nameElsewhere(citation.reference, successor, input.repositories);
      const data = { other: citation.reference?.words ?? shownName(other), successor: name ?? shownName(successor) };
      const title = (text: Text): Text => ({ en: text.en.replace('{successor}', () => data.successor), ko: text.ko.replace('{successor}', () => data.successor) });
      const instead = name === undefined ? citedInstead(document, citation, successor) : [{ range, newText: name }];
      report({ message: 'superseded', range, data, choices: [...(instead ? [{ title: title(INSTEAD), edits: instead }] : []), { title: title(BOTH), edits: [named(document, range.end, successor, name)] }] });
    }
  },
});

interface Citation {
  readonly other: Entry;
  readonly range: Range;
  /** Undefined where the document is only named. */
  readonly link?: Link;
  /** Where another repository's record is named, and no link leads there. */
  readonly reference?: NamedRecord;
}

// Links to records, and ids such as `ADR-12` of the document's own series, in the order of the text.
function citationsIn({ document, records, repositories }: LintInput, entry: Entry): Citation[] {
  const links = document.links.flatMap((link): Citation[] => {
    const elsewhere = link.kind === 'link' ? repositories?.linked(link.target) : undefined;
    if (elsewhere) return elsewhere.entry?.status === 'superseded' ? [{ other: elsewhere.entry, range: link.range, link }] : [];
    const target = link.kind === 'link' ? targetOfLink(link.target, document.path, '') : undefined;
    const other = target && records.supersededAt(target.path);
    return other && other.path !== entry.path ? [{ other, range: link.range, link }] : [];
  });
  const elsewhere = (repositories ? recordsNamedInText(document.text, repositories) : []).flatMap((reference): Citation[] => {
    const other = reference.elsewhere.entry;
    return other?.status === 'superseded' ? [{ other, range: reference.range, reference }] : [];
  });
  const letters = /^\p{L}+/u.exec(entry.id ?? '')?.[0] ?? (entry.kind === 'decision' ? 'ADR' : undefined);
  if (letters === undefined || !withNumber(letters).test(document.text)) return inOrder([...links, ...elsewhere]);
  const names = [...document.text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}/_.-])${letters}[- _#]?(\\d{1,8})(?![\\p{L}\\p{N}_/]|[-.]\\d|-\\p{L})`, 'giu'))].flatMap((found): Citation[] => {
    const other = records.supersededNumbered(entry, Number(found[1]));
    const range = { start: found.index, end: found.index + found[0].length };
    return other && other.path !== entry.path ? [{ other, range }] : [];
  });
  return inOrder([...links, ...elsewhere, ...names]);
}

const withNumber = remembering((letters) => new RegExp(`${letters}[- _#]?\\d`, 'iu'));

const inOrder = (citations: readonly Citation[]): Citation[] => citations.toSorted((one, next) => one.range.start - next.range.start);

// Quotes, tables, headings, code and what people wrote down as history; an id inside of a link is the link's.
function leftOut(document: Document, vocabulary: Vocabulary): (range: Range) => boolean {
  const ranges: Range[] = document.sections.filter(({ title }) => fieldRoles(title, vocabulary).includes('changelog')).map(({ extent }) => extent);
  if (document.frontMatter) ranges.push(document.frontMatter.range);
  eachNode(document.tree, (node) => {
    if (LEFT_OUT.has(node.type) || (node.type === 'list' && isListOfRecords(node.children.length, document, rangeOf(node)))) ranges.push(rangeOf(node));
    if (node.type === 'link' || node.type === 'image' || node.type === 'linkReference') ranges.push({ start: rangeOf(node).start + 1, end: rangeOf(node).end });
  });
  ranges.sort((one, other) => one.start - other.start);
  const ends: number[] = [];
  for (const { end } of ranges) ends.push(Math.max(end, ends.at(-1) ?? 0));
  return ({ start }) => {
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranges[middle]!.start <= start) low = middle + 1;
      else high = middle;
    }
    return low > 0 && ends[low - 1]! > start;
  };
}

const LEFT_OUT: ReadonlySet<string> = new Set(['heading', 'blockquote', 'code', 'inlineCode', 'table', 'html', 'definition', 'yaml']);

// Items that each begin with a link: somebody lists what there is.
function isListOfRecords(items: number, { text }: Document, { start, end }: Range): boolean {
  return items > 2 && (text.slice(start, end).match(/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[/gm) ?? []).length * 2 > items;
}

// The one that is in force now; undefined where it is not known, or there is more than one.
function successorOf(other: Entry, recordOf: (path: string) => Entry | undefined): Entry | undefined {
  const seen = new Set([other.path]);
  for (let at: Entry | undefined = other; at; ) {
    if (at.supersededBy.length !== 1 || seen.size > 20) return undefined;
    at = recordOf(at.supersededBy[0]!);
    if (!at || seen.has(at.path)) return undefined;
    if (at.status === 'accepted' || at.status === 'implemented') return at;
    if (at.status !== 'superseded') return undefined;
    seen.add(at.path);
  }
  return undefined;
}

// Who takes the place of a record speaks of it, and so does who changes it or is the successor's successor.
function isRelated(entry: Entry, other: Entry, successor: Entry): boolean {
  return entry.path === successor.path || [other, successor].some(({ path }) => [entry.supersedes, entry.supersededBy, entry.amends, entry.amendedBy].some((paths) => paths.includes(path)));
}

// When the document was accepted, the other one was in force.
function wasRight({ status, date }: Entry, successor: Entry): boolean {
  return statusGroupOf(status) === 'accepted' && !(date !== null && successor.date !== null && date > successor.date);
}

// The successor stands beside it, or words that say that it is of the past.
function saysHistory({ text }: Document, { start, end }: Range, successor: Entry): boolean {
  const from = Math.max(0, start - 200);
  const around = text.slice(Math.max(from, text.lastIndexOf('\n\n', start)), start) + text.slice(start, end + 200).split(/\r?\n\r?\n/, 1)[0]!;
  const number = successor.number === null ? undefined : new RegExp(`(?<!\\d)0*${successor.number}(?!\\d)`);
  return around.includes(nameOf(successor.path)) || (number?.test(around) ?? false) || PAST.test(around);
}

const PAST = /supersed|replac|obsolet|deprecat|amend|revis|previous|former|earlier|original|histor|no longer|instead of|evol|used to|\bold\b|\bwas\b|\bwere\b|\bhad\b|대체|이전|과거|예전|폐기|기존|당시|변경|바꾸|바뀌|했[다던었]|였[다던]|었다/i;

function shownName({ path }: Entry): string {
  const { name, isFolder } = documentName(path);
  return isFolder ? name : nameOf(path);
}

const pathTo = ({ path }: Document, { path: other }: Entry): string => (/^https?:/.test(other) ? other : relativePath(folderOf(path), other));

// As the record that it replaces is named; undefined where a link leads to the successor, or it has no number.
function nameElsewhere(reference: NamedRecord | undefined, successor: Entry, repositories: Repositories | undefined): string | undefined {
  const found = repositories?.at(successor.path);
  if (!found || (!reference && found.index.url !== undefined)) return undefined;
  if (reference?.elsewhere.index !== found.index) return recordName(found.entry, found.index);
  const at = reference.words.lastIndexOf('/');
  return recordName(found.entry, { name: reference.words.slice(0, at) }, { id: reference.words.slice(at + 1), record: reference.elsewhere.entry! });
}

function citedInstead(document: Document, { link, range, other }: Citation, successor: Entry): readonly Edit[] | undefined {
  if (!link) return [{ range, newText: namedLike(document.text.slice(range.start, range.end), other, successor) ?? usualName(successor, false) }];
  if (!link.targetRange) return undefined;
  const target: Edit = { range: link.targetRange, newText: encodeURI(pathTo(document, successor)) };
  const name = namedLike(link.text, other, successor);
  const at = document.text.indexOf(link.text, range.start);
  return name === undefined || at < 0 || at + link.text.length > link.targetRange.start ? [target] : [{ range: { start: at, end: at + link.text.length }, newText: name.replace(/[[\]]/g, '\\$&') }, target];
}

function named(document: Document, at: number, successor: Entry, elsewhere: string | undefined): Edit {
  const name = usualName(successor, false).replace(/[[\]]/g, '\\$&');
  const link = elsewhere ?? `[${name}](${linkTarget(pathTo(document, successor))})`;
  return { range: { start: at, end: at }, newText: /[가-힣]/.test(document.text) ? ` (지금은 ${link})` : ` (superseded by ${link})` };
}
