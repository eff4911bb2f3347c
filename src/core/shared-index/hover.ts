import type { Document } from '../document.ts';
import type { Entry } from '../entry.ts';
import { say, type Language, type Text } from '../language.ts';
import type { Range } from '../lines.ts';
import { asText } from '../report/escape.ts';
import { NO_STATUS, STATUS_WORDS } from '../trees/status-words.ts';
import { elsewhereOf, recordAt } from './elsewhere.ts';
import type { SharedIndex } from './read.ts';

/** What is known of the other repository's record that a link leads to, as Markdown, and where the link stands. */
export interface HoverText {
  readonly markdown: string;
  readonly range: Range;
}

const TEXTS = {
  of: { en: 'Record of {repository}', ko: '{repository}의 기록' },
  superseded: { en: 'Superseded by {document}', ko: '{document}(으)로 대체됨' },
  gone: { en: '{repository} has no such document by its index.', ko: '{repository}의 인덱스에 이 문서가 없습니다.' },
} satisfies Record<string, Text>;

/** Undefined where no link into another repository stands at `offset`. */
export function hoverOf({ links }: Document, offset: number, indexes: readonly SharedIndex[], language: Language): HoverText | undefined {
  const link = indexes.length ? links.find(({ range }) => range.start <= offset && offset <= range.end) : undefined;
  const elsewhere = link && elsewhereOf(link.target, indexes);
  if (!elsewhere) return undefined;
  const { index, entry, isGone } = elsewhere;
  const repository = asText(index.name);
  if (isGone) return { markdown: say(TEXTS.gone, language, { repository }), range: link.range };
  if (!entry) return undefined;
  const status = say(entry.status ? STATUS_WORDS[entry.status].label : NO_STATUS.label, language);
  const successors = entry.supersededBy.flatMap((address) => recordAt(address, index) ?? []);
  const lines = [
    `**${nameOf(entry)}**`,
    [say(TEXTS.of, language, { repository }), status, ...(entry.date === null ? [] : [entry.date])].join(' · '),
    ...successors.map((one) => say(TEXTS.superseded, language, { document: `[${nameOf(one)}](<${encodeURI(one.path).replace(/[<>]/g, '')}>)` })),
  ];
  return { markdown: lines.join('\n\n'), range: link.range };
}

const nameOf = ({ id, title }: Entry): string => asText(id === null || title.startsWith(id) ? title : `${id} ${title}`);
