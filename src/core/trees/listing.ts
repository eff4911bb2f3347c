import type { Kind } from '../entry.ts';
import { RECORD_KINDS } from '../entry.ts';
import { say, type Text } from '../language.ts';
import { among } from './mine.ts';
import type { Branch, Choice, Emptiness, Filter, Taken, Tree, TreeContext, TreeNode } from './tree.ts';

/** A group that a thing belongs to. Groups stand in the order of their rank, and those of one rank in that of their names. */
export interface Heading {
  readonly key: string;
  readonly label: string;
  readonly rank: number;
  readonly description?: string;
  readonly icon?: TreeNode['icon'];
  readonly takes?: Taken;
  readonly place?: TreeNode['place'];
  readonly isClosed?: boolean;
}

export interface Grouping<Item> extends Choice {
  headingsOf(item: Item, context: TreeContext): readonly Heading[];
}

export interface Ordering<Item> extends Choice {
  compare(one: Item, other: Item, context: TreeContext): number;
}

/** What is the same of everything that a view lists. */
export interface Listed {
  /** As people would look for it. */
  readonly words: readonly string[];
  readonly owners: readonly string[];
  readonly kind: Kind;
  readonly isOverdue: boolean;
}

/** What a view lists, and how. */
export interface Listing<Item> {
  readonly id: string;
  readonly title: Text;
  readonly groups: readonly Grouping<Item>[];
  readonly orders: readonly Ordering<Item>[];
  items(context: TreeContext): readonly Item[];
  listed(item: Item, context: TreeContext): Listed;
  branchOf(item: Item, context: TreeContext, grouping: string): Branch;
  /** `count` things, in words. */
  readonly count: Text;
  /** What a group says beside its name; how many there are where nothing else is said. */
  readonly needsMe?: boolean;
  /** Changes what is listed once it is filtered, as where one stands beneath another. */
  arranged?(items: readonly Item[], context: TreeContext): readonly Item[];
}

/** So many rows are shown at once; further groups are opened by hand. One that stands alone is opened unless it is longer than anybody reads. */
const MANY = 300;
const MOST = 3000;

/** The view of a listing. */
export function listing<Item>(of: Listing<Item>): Tree {
  return {
    id: of.id, title: of.title, groups: of.groups, orders: of.orders,
    kinds(context) {
      const listed = new Set(of.items(context).map((item) => of.listed(item, context).kind));
      return RECORD_KINDS.filter((kind) => listed.has(kind));
    },
    grow(context) {
      const { choices = {} } = context;
      const grouping = of.groups.find(({ id }) => id === choices.group) ?? of.groups[0]!;
      const ordering = of.orders.find(({ id }) => id === choices.order) ?? of.orders[0]!;
      const items = of.items(context);
      const passes = filterOf(choices.filter, context);
      const shown = items.filter((item) => passes(of.listed(item, context)));
      const arranged = (of.arranged?.(shown, context) ?? shown).toSorted((one, other) => ordering.compare(one, other, context));
      const empty = shown.length ? undefined : emptinessOf(of, items.length, context);
      return { branches: groupsOf(of, arranged, grouping, context), count: shown.length, ...(empty ? { empty } : {}) };
    },
  };
}

function emptinessOf<Item>(of: Listing<Item>, all: number, { entries, me = [] }: TreeContext): Emptiness {
  if (all) return 'filter';
  if (of.needsMe && !me.length) return 'nobody';
  return entries.some(({ kind }) => RECORD_KINDS.includes(kind)) ? 'nothing' : 'documents';
}

function filterOf(filter: Filter | undefined, { me = [] }: TreeContext): (listed: Listed) => boolean {
  if (!filter) return () => true;
  const { mine, kind, owner, overdue } = filter;
  const isMe = among(me);
  const isOwner = among(owner === undefined ? [] : [owner]);
  const wanted = (filter.text ?? '').normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean);
  return (listed) => {
    if (overdue && !listed.isOverdue) return false;
    if (kind !== undefined && listed.kind !== kind) return false;
    if (mine && !listed.owners.some(isMe)) return false;
    if (owner !== undefined && !listed.owners.some(isOwner)) return false;
    if (!wanted.length) return true;
    const all = [...listed.words, ...listed.owners].join('\n').normalize('NFC').toLowerCase();
    return wanted.every((word) => all.includes(word));
  };
}

function groupsOf<Item>(of: Listing<Item>, items: readonly Item[], grouping: Grouping<Item>, context: TreeContext): Branch[] {
  const groups = new Map<string, { readonly heading: Heading; readonly members: Branch[] }>();
  for (const item of items) {
    const branch = of.branchOf(item, context, grouping.id);
    grouping.headingsOf(item, context).forEach((heading, index) => {
      const group = groups.get(heading.key) ?? { heading, members: [] };
      groups.set(heading.key, group);
      // In a second group the same thing is another row.
      group.members.push(taking(heading.takes, index === 0 ? branch : within(heading.key, branch)));
    });
  }
  const sorted = [...groups.values()].sort(({ heading: a }, { heading: b }) => a.rank - b.rank || a.label.localeCompare(b.label, context.language));
  const limit = sorted.length > 1 ? MANY : MOST;
  let shown = 0;
  return sorted.map(({ heading, members }) => {
    const isOpen = !heading.isClosed && shown + members.length <= limit;
    if (isOpen) shown += members.length;
    return groupBranch(of, grouping.id, heading, members, isOpen, context);
  });
}

// What is dropped on a row of a group is dropped on the group.
function taking(takes: Taken | undefined, branch: Branch): Branch {
  return takes ? { ...branch, node: () => ({ ...branch.node(), takes }) } : branch;
}

function within(key: string, branch: Branch): Branch {
  const id = `${key}>${branch.id}`;
  return { ...branch, id, node: () => ({ ...branch.node(), id }), ...(branch.children ? { children: () => branch.children!().map((child) => within(key, child)) } : {}) };
}

function groupBranch<Item>(of: Listing<Item>, grouping: string, heading: Heading, members: readonly Branch[], isOpen: boolean, { language }: TreeContext): Branch {
  const { key, label, icon, takes, place, description } = heading;
  const id = `by-${grouping}:${key}`;
  const count = String(members.length);
  const parts = [count, ...(description ? [description] : [])];
  return {
    id,
    node: () => ({
      id, kind: 'group', label, can: ['copy'],
      description: parts.join(' · '),
      spoken: [label, say(of.count, language, { count }), ...parts.slice(1)].join(', '),
      holds: isOpen ? 'open' : 'closed',
      ...(icon ? { icon } : {}), ...(takes ? { takes } : {}), ...(place ? { place } : {}),
    }),
    tooltip: () => [label, say(of.count, language, { count }), ...parts.slice(1)],
    children: () => members,
  };
}
