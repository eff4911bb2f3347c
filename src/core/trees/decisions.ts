import { daysBetween, duration } from '../calendar.ts';
import type { Entry, Property, Status } from '../entry.ts';
import { explain } from '../explain.ts';
import { say, type Language, type Text } from '../language.ts';
import { NO_STATUS, STATUS_WORDS } from './status-words.ts';
import type { Tree, TreeContext, TreeNode } from './tree.ts';

/** Decision records and design docs by status, those that are still open first. */
export const decisions: Tree = {
  id: 'decisions',
  title: { en: 'Decisions', ko: '결정' },
  build(context) {
    const byPath = new Map(context.entries.map((entry) => [entry.path, entry]));
    const shown = context.entries.filter((entry) => entry.kind === 'decision' || entry.kind === 'design');
    return ORDER.flatMap((status) => {
      const own = shown.filter((entry) => entry.status === status);
      if (!own.length) return [];
      const words = status ? STATUS_WORDS[status] : NO_STATUS;
      const label = say(words.label, context.language);
      return [{
        id: `status:${status ?? 'none'}`,
        label,
        description: String(own.length),
        spoken: say(COUNT, context.language, { label, count: own.length }),
        expanded: own.some((entry) => entry.open) || own.length === shown.length || status === 'accepted',
        children: own.sort(byOpenThenNumber).map((entry) => nodeOf(entry, context, byPath)),
      }];
    });
  },
};

const ORDER: readonly (Status | null)[] = ['proposed', 'draft', 'deferred', 'accepted', 'implemented', null, 'superseded', 'deprecated', 'rejected', 'withdrawn'];

const COUNT: Text = { en: '{label}, {count} documents', ko: '{label}, 문서 {count}개' };
const OPEN_FOR: Text = { en: 'open for {age}', ko: '{age}째 열려 있음' };
const DECIDE_BY: Text = { en: 'decide by {date}', ko: '결정 기한 {date}' };
const DECISION_LATE: Text = { en: 'decision {age} late', ko: '결정 기한 {age} 지남' };
const SUPERSEDED_BY: Text = { en: 'Superseded by {document}', ko: '{document}(으)로 대체됨' };
const WHY: readonly Property[] = ['title', 'status', 'date', 'owners', 'decideBy', 'supersededBy', 'supersedes', 'amends', 'amendedBy', 'requires', 'requiredBy'];

// Open ones: the oldest first, for it has waited longest. Others: the newest number first.
function byOpenThenNumber(a: Entry, b: Entry): number {
  if (a.open && b.open && a.date !== b.date) return (a.date ?? '9999') < (b.date ?? '9999') ? -1 : 1;
  return (b.number ?? -1) - (a.number ?? -1) || a.path.localeCompare(b.path);
}

function nodeOf(entry: Entry, { language, today }: TreeContext, byPath: ReadonlyMap<string, Entry>): TreeNode {
  const words = entry.status ? STATUS_WORDS[entry.status] : NO_STATUS;
  const label = entry.id ? `${entry.id} ${entry.title}` : entry.title;
  const late = entry.open === true && entry.decideBy !== null && entry.decideBy < today;
  const status = say(words.label, language);
  const details = [
    ...(entry.open && entry.decideBy ? [late ? say(DECISION_LATE, language, { age: duration(daysBetween(entry.decideBy, today) ?? 0, language) }) : say(DECIDE_BY, language, { date: entry.decideBy })] : []),
    ...ageOf(entry, today, language),
    ...(entry.owners.length ? [entry.owners.join(', ')] : []),
  ];
  const replacements = entry.supersededBy.map((path) => {
    const other = byPath.get(path);
    return say(SUPERSEDED_BY, language, { document: other ? [other.id, other.title].filter(Boolean).join(' ') : path });
  });
  return {
    id: `document:${entry.path}`,
    label,
    description: details.join(' · '),
    tooltip: [label, [status, ...details].join(' · '), entry.path, ...replacements, ...explain(entry, language, WHY)],
    spoken: [label, status, ...details, ...replacements].join(', '),
    icon: late ? { name: 'warning', color: 'list.warningForeground' } : { name: words.icon, ...('color' in words ? { color: words.color } : {}) },
    place: { path: entry.path, line: 1, range: { start: 0, end: 0 } },
  };
}

function ageOf(entry: Entry, today: string, language: Language): string[] {
  const days = entry.date === null ? undefined : daysBetween(entry.date, today);
  if (entry.date === null || days === undefined || days < 0) return entry.date === null ? [] : [entry.date];
  return [entry.open ? say(OPEN_FOR, language, { age: duration(days, language) }) : entry.date];
}
