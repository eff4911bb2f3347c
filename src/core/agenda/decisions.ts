import { daysBetween, duration } from '../calendar.ts';
import type { Entry } from '../entry.ts';
import { say, type Language } from '../language.ts';
import { folderOf, relativePath } from '../paths.ts';
import { usualName } from '../succession/naming.ts';
import type { Drawn } from './drawn.ts';
import { inline, link } from './inline.ts';
import type { Meeting } from './prior.ts';
import { keyOf } from './prints.ts';
import { WORDS } from './texts.ts';

/** A meeting talks of so many; of the rest it is told how many there are. */
const MOST = 12;

/** Decisions that are still to be taken and designs that are up for review: what is past its date comes first, then what has waited longest. */
export function drawDecisions(entries: readonly Entry[], meeting: Meeting & { readonly language: Language }): Drawn[] {
  const { language } = meeting;
  const waiting = entries.filter(({ kind, open, status, decideBy }) => (kind === 'decision' || kind === 'design') && open === true && (status !== 'draft' || (decideBy !== null && decideBy <= meeting.date)));
  const lines = (['decision', 'design'] as const).flatMap((kind): Drawn[] => {
    const own = waiting.filter((entry) => entry.kind === kind).sort((one, other) => compare(one, other, meeting.date));
    if (!own.length) return [];
    const name = say(kind === 'decision' ? WORDS.toDecide : WORDS.toReview, language);
    const label = keyOf(`label\u0000${kind}`);
    const rest = own.length > MOST + 1 ? own.length - MOST : 0;
    return [
      { key: label, kind: 'label', text: `**${name}**`, name },
      ...own.slice(0, own.length - rest).map((entry) => lineOf(entry, label, meeting)),
      ...(rest > 0 ? [{ key: keyOf(`others\u0000${kind}`), kind: 'item', text: `- ${say(WORDS.others, language, { count: rest })}`, under: label, name } as const] : []),
    ];
  });
  return lines.length ? lines : [{ key: keyOf('nothing\u0000decisions'), kind: 'nothing', text: `- ${say(WORDS.noDecisions, language)}`, name: '' }];
}

function lineOf(entry: Entry, under: string, { path, date, language }: Meeting & { readonly language: Language }): Drawn {
  const { decideBy, owners, title } = entry;
  const late = decideBy === null ? 0 : (daysBetween(decideBy, date) ?? 0);
  const facts = [
    ...(entry.date === null ? [] : [say(WORDS.since, language, { date: entry.date })]),
    ...(decideBy === null ? [] : [say(entry.kind === 'decision' ? WORDS.decideBy : WORDS.reviewBy, language, { date: decideBy })]),
    ...(late > 0 ? [say(WORDS.late, language, { age: duration(late, language) })] : []),
  ];
  const id = usualName(entry, false);
  const name = id === title ? title : `${id} ${title}`;
  const people = owners.length ? ` (${owners.slice(0, 4).map(inline).join(', ')})` : '';
  return { key: keyOf(`waiting\u0000${entry.path}`), kind: 'item', text: `- ${link(name, relativePath(folderOf(path), entry.path))}${people}${facts.length ? `: ${facts.join(', ')}` : ''}`, under, name };
}

function compare(one: Entry, other: Entry, date: string): number {
  const rank = ({ decideBy }: Entry): string => (decideBy === null ? '2' : decideBy < date ? `0${decideBy}` : `1${decideBy}`);
  return rank(one).localeCompare(rank(other)) || (one.date ?? '9').localeCompare(other.date ?? '9') || one.path.localeCompare(other.path);
}
