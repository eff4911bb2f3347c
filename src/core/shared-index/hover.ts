import type { Document } from '../document.ts';
import type { Entry } from '../entry.ts';
import { say, type Language, type Text } from '../language.ts';
import type { Range } from '../lines.ts';
import { asText } from '../report/escape.ts';
import { NO_STATUS, STATUS_WORDS } from '../trees/status-words.ts';
import type { RelationProperty } from '../relations-settle.ts';
import { webPageOf } from './pages.ts';
import { RELATIONS } from './related.ts';
import { namedAt } from './named-records.ts';
import type { Elsewhere, Repositories } from './repositories.ts';

/** What is known of the other repository's record that a document names, as Markdown, and where it does. */
export interface HoverText {
  readonly markdown: string;
  readonly range: Range;
}

/** Where what is said of a record is looked up: its own repository's and others' records, and those that lie here. */
export interface HoverOptions {
  readonly repositories: Repositories;
  readonly entryAt: (path: string) => Entry | undefined;
  /** The records here that say how they stand to the one at an address. */
  readonly related: (address: string) => readonly (readonly [RelationProperty, Entry])[];
  readonly language: Language;
}

const TEXTS = {
  of: { en: 'Record of {repository}', ko: '{repository}의 기록' },
  here: { en: '{document} (here)', ko: '{document}(이 저장소)' },
  gone: { en: '{repository} has no such document by its index.', ko: '{repository}의 인덱스에 이 문서가 없습니다.' },
  noRecord: { en: '{repository} has no such record by its index.', ko: '{repository}의 인덱스에 이 기록이 없습니다.' },
} satisfies Record<string, Text>;

const SAID = {
  supersededBy: { en: 'Superseded by {document}', ko: '{document}(으)로 대체됨' },
  supersedes: { en: 'Supersedes {document}', ko: '{document}을(를) 대체함' },
  amendedBy: { en: 'Amended by {document}', ko: '{document}(으)로 보완됨' },
  amends: { en: 'Amends {document}', ko: '{document}을(를) 보완함' },
  requires: { en: 'Requires {document}', ko: '{document}이(가) 필요함' },
  requiredBy: { en: 'Required by {document}', ko: '{document}에 필요함' },
} satisfies Record<RelationProperty, Text>;

/** A longer list is not read in passing. */
const MOST = 10;

/** Undefined where nothing of another repository is named at `offset`. */
export function hoverOf(document: Document, offset: number, options: HoverOptions): HoverText | undefined {
  const found = namedAt(document, offset, options.repositories);
  const markdown = found && textOf(found.elsewhere, found.isByNumber, options);
  return markdown === undefined ? undefined : { markdown, range: found!.range };
}

function textOf({ index, entry, isGone }: Elsewhere, isByNumber: boolean, { repositories, entryAt, related, language }: HoverOptions): string | undefined {
  const repository = asText(index.name);
  if (isGone) return say(isByNumber ? TEXTS.noRecord : TEXTS.gone, language, { repository });
  if (!entry) return undefined;
  const status = say(entry.status ? STATUS_WORDS[entry.status].label : NO_STATUS.label, language);
  const named = (address: string): string | undefined => {
    const other = repositories.at(address);
    const own = other ? undefined : entryAt(address);
    if (own) return say(TEXTS.here, language, { document: nameOf(own) });
    if (!other) return undefined;
    const name = other.index === index ? nameOf(other.entry) : `${asText(other.index.name)}: ${nameOf(other.entry)}`;
    const page = webPageOf(other.entry, other.index);
    return page === undefined ? name : `[${name}](<${page}>)`;
  };
  const page = webPageOf(entry, index);
  const theirs = RELATIONS.flatMap((relation) => entry[relation].map((address) => [relation, named(address)] as const));
  const ours = related(entry.path).map(([relation, own]) => [relation, say(TEXTS.here, language, { document: nameOf(own) })] as const);
  const relations = [...theirs, ...ours].flatMap(([relation, document]) => (document === undefined ? [] : [say(SAID[relation], language, { document })]));
  return [
    isByNumber && page !== undefined ? `**[${nameOf(entry)}](<${page}>)**` : `**${nameOf(entry)}**`,
    [say(TEXTS.of, language, { repository }), status, ...(entry.date === null ? [] : [entry.date])].join(' · '),
    ...[...new Set(relations)].slice(0, MOST),
  ].join('\n\n');
}

const nameOf = ({ id, title }: Entry): string => asText(id === null || title.startsWith(id) ? title : `${id} ${title}`);
