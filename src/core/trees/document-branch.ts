import { daysBetween, duration } from '../calendar.ts';
import type { Entry, Property } from '../entry.ts';
import { explain } from '../explain.ts';
import { say, type Text } from '../language.ts';
import { webPageOf } from '../shared-index/pages.ts';
import type { SharedIndex } from '../shared-index/read.ts';
import { NO_STATUS, STATUS_WORDS } from './status-words.ts';
import type { Branch, TreeContext, TreeNode } from './tree.ts';
import { nameOfDocument, openFor } from './words.ts';

const DECIDE_BY: Text = { en: 'decide by {date}', ko: '결정 기한 {date}' };
const DECISION_LATE: Text = { en: 'decision {age} late', ko: '결정 기한 {age} 지남' };
const DECIDE_TODAY: Text = { en: 'decide today', ko: '오늘까지 결정' };
const SUPERSEDED_BY: Text = { en: 'Superseded by {document}', ko: '{document}(으)로 대체됨' };
const WHY: readonly Property[] = ['status', 'date', 'owners', 'decideBy', 'supersededBy', 'supersedes', 'amends', 'amendedBy', 'requires', 'requiredBy'];

/** A document with those that it replaces, each beneath the one that replaced it. */
export interface Replacing {
  readonly entry: Entry;
  readonly replaced: readonly Replacing[];
  /** Of a record of another repository: its index. */
  readonly index?: SharedIndex;
}

/** The row of a document, or of another repository's record, which is opened on the web and can only be looked at; what it replaced is in it. */
export function replacingBranch(one: Replacing, context: TreeContext, grouping: string): Branch {
  const { entry, index, replaced } = one;
  if (!index) return documentBranch(one, context, grouping);
  const id = `record:${entry.path}`;
  const url = webPageOf(entry, index);
  const label = nameOfDocument(entry);
  const facts = [statusOf(entry, context), ...detailsOf(entry, context)];
  return {
    id,
    node: () => ({
      id, kind: 'record', label,
      description: [...(grouping === 'status' ? facts.slice(1) : facts), ...(grouping === 'repository' ? [] : [index.name])].join(' · '),
      spoken: [label, index.name, ...facts, ...replacements(entry, context)].join(', '),
      icon: iconOf(entry, context),
      can: ['copy'],
      ...(url === undefined ? {} : { url }),
      ...(replaced.length ? { holds: 'closed' as const } : {}),
    }),
    tooltip: () => [label, [index.name, ...facts].join(' · '), url ?? entry.path, ...replacements(entry, context)],
    ...(replaced.length ? { children: () => replaced.map((below) => replacingBranch(below, context, grouping === 'repository' ? grouping : 'none')) } : {}),
  };
}

/** The row of a document; what it replaced is in it. */
export function documentBranch({ entry, replaced }: Replacing, context: TreeContext, grouping: string): Branch {
  return {
    id: `document:${entry.path}`,
    node: () => documentNode(entry, context, grouping, replaced.length > 0),
    tooltip: () => [nameOfDocument(entry), [statusOf(entry, context), ...detailsOf(entry, context)].join(' · '), entry.path, ...replacements(entry, context), ...explain(entry, context.language, WHY, false)],
    ...(replaced.length ? { children: () => replaced.map((one) => replacingBranch(one, context, 'none')) } : {}),
  };
}

function documentNode(entry: Entry, context: TreeContext, grouping: string, holds: boolean): TreeNode {
  const label = nameOfDocument(entry);
  const status = statusOf(entry, context);
  const details = detailsOf(entry, context);
  return {
    id: `document:${entry.path}`, kind: 'document', label,
    description: [...(grouping === 'status' ? [] : [status]), ...details].join(' · '),
    spoken: [label, status, ...details, ...replacements(entry, context)].join(', '),
    icon: iconOf(entry, context),
    place: { path: entry.path, line: 1, range: { start: 0, end: 0 } },
    can: ['status', ...(entry.open === false ? [] : ['decideBy' as const]), 'succeed', 'copy'],
    subject: { path: entry.path },
    ...(holds ? { holds: 'closed' as const } : {}),
  };
}

function iconOf(entry: Entry, { today }: TreeContext): NonNullable<TreeNode['icon']> {
  if (isLate(entry, today)) return { name: 'warning', color: 'list.warningForeground' };
  const words = entry.status ? STATUS_WORDS[entry.status] : NO_STATUS;
  return { name: words.icon, ...('color' in words ? { color: words.color } : {}) };
}

const statusOf = ({ status }: Entry, { language }: TreeContext): string => say(status ? STATUS_WORDS[status].label : NO_STATUS.label, language);

/** Has the day passed by which it was to be decided? */
export function isLate({ open, decideBy }: Entry, today: string): boolean {
  return open === true && decideBy !== null && decideBy < today;
}

/** Until when, since when, and whom it waits for. */
function detailsOf(entry: Entry, { today, language }: TreeContext): string[] {
  const { open, decideBy, owners, date } = entry;
  const late = isLate(entry, today);
  const age = open ? openFor(date, today, language) : undefined;
  return [
    ...(open && decideBy ? [late ? say(DECISION_LATE, language, { age: duration(daysBetween(decideBy, today) ?? 0, language) }) : decideBy === today ? say(DECIDE_TODAY, language) : say(DECIDE_BY, language, { date: decideBy })] : []),
    ...(age ? [age] : date === null ? [] : [date]),
    ...(owners.length ? [owners.join(', ')] : []),
  ];
}

function replacements({ supersededBy }: Entry, { language, entryAt, others }: TreeContext): string[] {
  return supersededBy.map((path) => {
    const own = entryAt(path);
    const other = own ? undefined : others?.at(path);
    return say(SUPERSEDED_BY, language, { document: own ? nameOfDocument(own) : other ? `${other.index.name}/${nameOfDocument(other.entry)}` : path });
  });
}
