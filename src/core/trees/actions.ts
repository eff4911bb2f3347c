import { daysBetween, duration } from '../calendar.ts';
import { RECORD_KINDS, type Action, type Entry } from '../entry.ts';
import { say, type Text } from '../language.ts';
import type { Tree, TreeContext, TreeNode } from './tree.ts';

/** Action items that are not done, by when they are due. */
export const actions: Tree = {
  id: 'actions',
  title: { en: 'Action Items', ko: '할 일' },
  build(context) {
    const items = context.entries
      .filter((entry) => RECORD_KINDS.includes(entry.kind))
      .flatMap((entry) => withIds(entry).filter(({ action }) => action.done !== true));
    return GROUPS.flatMap((group) => {
      const own = items.filter(({ action }) => groupOf(action, context.today) === group.id);
      if (!own.length) return [];
      const label = say(group.label, context.language);
      return [{
        id: `due:${group.id}`,
        label,
        description: String(own.length),
        spoken: say(COUNT, context.language, { label, count: own.length }),
        expanded: true,
        children: own.sort((a, b) => (a.action.due ?? '').localeCompare(b.action.due ?? '')).map((item) => nodeOf(item, context)),
      }];
    });
  },
};

interface Item {
  readonly id: string;
  readonly entry: Entry;
  readonly action: Action;
}

// By its text and not its line, so that it stays the same while lines above it come and go.
function withIds(entry: Entry): Item[] {
  const seen = new Map<string, number>();
  return entry.actions.map((action) => {
    const before = seen.get(action.text) ?? 0;
    seen.set(action.text, before + 1);
    return { id: `action:${entry.path}#${action.text}${before ? `#${before}` : ''}`, entry, action };
  });
}

type GroupId = 'overdue' | 'week' | 'later' | 'none';

const GROUPS: readonly { readonly id: GroupId; readonly label: Text }[] = [
  { id: 'overdue', label: { en: 'Overdue', ko: '기한 지남' } },
  { id: 'week', label: { en: 'Due in 7 Days', ko: '7일 안' } },
  { id: 'later', label: { en: 'Later', ko: '나중' } },
  { id: 'none', label: { en: 'No Due Date', ko: '기한 없음' } },
];

const COUNT: Text = { en: '{label}, {count} action items', ko: '{label}, 할 일 {count}개' };
const LATE: Text = { en: '{age} overdue', ko: '{age} 지남' };
const DUE: Text = { en: 'due {date}', ko: '기한 {date}' };
const NOBODY: Text = { en: 'nobody', ko: '담당자 없음' };
const PLACE: Text = { en: '{path}, line {line}', ko: '{path}, {line}번째 줄' };

function groupOf(action: Action, today: string): GroupId {
  const days = action.due === null ? undefined : daysBetween(today, action.due);
  return days === undefined ? 'none' : days < 0 ? 'overdue' : days <= 7 ? 'week' : 'later';
}

function nodeOf({ id, entry, action }: Item, { language, today }: TreeContext): TreeNode {
  const days = action.due === null ? undefined : daysBetween(today, action.due);
  const late = days !== undefined && days < 0;
  const details = [
    action.owners.length ? action.owners.map((owner) => `@${owner.replace(/^@/, '')}`).join(' ') : say(NOBODY, language),
    ...(action.due === null ? [] : [late ? say(LATE, language, { age: duration(days, language) }) : say(DUE, language, { date: action.due })]),
    entry.id ?? entry.title,
  ];
  const where = say(PLACE, language, { path: entry.path, line: action.line });
  return {
    id,
    label: action.text,
    description: details.join(' · '),
    tooltip: [action.text, details.join(' · '), where],
    spoken: [action.text, ...details].join(', '),
    icon: late ? { name: 'warning', color: 'list.warningForeground' } : { name: 'circle-large-outline' },
    place: { path: entry.path, line: action.line, range: action.range },
  };
}
