import { daysBetween } from '../calendar.ts';
import type { Entry } from '../entry.ts';
import { say, type Text } from '../language.ts';
import { folderOf } from '../paths.ts';
import { calledIn } from './called.ts';
import type { Heading } from './listing.ts';
import { packageOf, WHOLE } from './packages.ts';
import type { TreeContext } from './tree.ts';
import { mention, nameOfDocument, openFor } from './words.ts';

const UNOWNED: Text = { en: 'Nobody', ko: '담당자 없음' };
const TOP: Text = { en: 'Top Folder', ko: '최상위 폴더' };

/** A group for each owner, in however many ways the name is written; what nobody owns comes first. Only what can be given to somebody is called by an account. */
export function ownerHeadings(owners: readonly string[], { entries, language }: TreeContext, canBeGiven: boolean): Heading[] {
  if (!owners.length) return [{ key: '', label: say(UNOWNED, language), rank: 0, icon: { name: 'question' }, ...(canBeGiven ? { takes: { act: 'owner', value: null } as const } : {}) }];
  const seen = new Set<string>();
  return owners.map(calledIn(entries)).flatMap((owner) => {
    const key = owner.normalize('NFC').toLowerCase();
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ key, label: canBeGiven ? mention(owner) : owner, rank: 1, icon: { name: 'person' }, ...(canBeGiven ? { takes: { act: 'owner', value: owner } as const } : {}) }];
  });
}

export function folderHeading({ path }: Entry, { language }: TreeContext): Heading {
  const folder = folderOf(path);
  // Of the icon `folder` VS Code may draw none, and then puts the rows of the group at its left edge.
  return { key: folder, label: folder || say(TOP, language), rank: 1, icon: { name: 'symbol-folder' } };
}

export function packageHeading({ path }: Entry, { language }: TreeContext): Heading {
  const own = packageOf(path);
  return { key: own, label: own || say(WHOLE, language), rank: own ? 0 : 1, icon: { name: 'package' } };
}

/** The document itself, which a click opens; `rank` says which comes first. */
export function documentHeading(entry: Entry, { today, language }: TreeContext, rank: number): Heading {
  const age = (entry.open === true ? openFor(entry.date, today, language) : undefined) ?? entry.date;
  return { key: entry.path, label: nameOfDocument(entry), rank, icon: { name: 'file' }, place: { path: entry.path, line: 1, range: { start: 0, end: 0 } }, ...(age ? { description: age } : {}) };
}

const AGES: readonly { readonly key: string; readonly most: number; readonly label: Text }[] = [
  { key: 'week', most: 7, label: { en: 'Up to a Week', ko: '1주 이내' } },
  { key: 'month', most: 31, label: { en: 'Up to a Month', ko: '1개월 이내' } },
  { key: 'quarter', most: 92, label: { en: 'Up to Three Months', ko: '3개월 이내' } },
  { key: 'year', most: 366, label: { en: 'Up to a Year', ko: '1년 이내' } },
  { key: 'older', most: Infinity, label: { en: 'Over a Year', ko: '1년 넘음' } },
];
const NO_DATE: Text = { en: 'No Date', ko: '날짜 없음' };

/** How old it is, the oldest first. */
export function ageHeading(date: string | null, { today, language }: TreeContext): Heading {
  const days = date === null ? undefined : daysBetween(date, today);
  const at = days === undefined ? -1 : AGES.findIndex(({ most }) => days <= most);
  const age = AGES[at];
  return age ? { key: age.key, label: say(age.label, language), rank: AGES.length - at, icon: { name: 'history' } } : { key: 'none', label: say(NO_DATE, language), rank: AGES.length + 1, icon: { name: 'circle-outline' } };
}

export type DueGroup = 'overdue' | 'week' | 'later' | 'none';

const DUES: Readonly<Record<DueGroup, { readonly rank: number; readonly label: Text; readonly icon: Heading['icon']; readonly takes?: Heading['takes'] }>> = {
  overdue: { rank: 0, label: { en: 'Overdue', ko: '기한 지남' }, icon: { name: 'warning', color: 'list.warningForeground' } },
  week: { rank: 1, label: { en: 'Due in 7 Days', ko: '7일 안' }, icon: { name: 'calendar' }, takes: { act: 'due', value: 'ask' } },
  later: { rank: 2, label: { en: 'Later', ko: '나중' }, icon: { name: 'calendar' }, takes: { act: 'due', value: 'ask' } },
  none: { rank: 3, label: { en: 'No Due Date', ko: '기한 없음' }, icon: { name: 'circle-outline' }, takes: { act: 'due', value: null } },
};

export function dueGroupOf(due: string | null, today: string): DueGroup {
  const days = due === null ? undefined : daysBetween(today, due);
  return days === undefined ? 'none' : days < 0 ? 'overdue' : days <= 7 ? 'week' : 'later';
}

export function dueHeading(due: string | null, { today, language }: TreeContext, canBeGiven: boolean): Heading {
  const key = dueGroupOf(due, today);
  const { rank, label, icon, takes } = DUES[key];
  return { key, label: say(label, language), rank, ...(icon ? { icon } : {}), ...(takes && canBeGiven ? { takes } : {}) };
}
