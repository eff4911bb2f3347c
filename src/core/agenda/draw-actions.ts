import { duration } from '../calendar.ts';
import type { AgendaGroup } from '../config/schema.ts';
import { say, type Language } from '../language.ts';
import { folderOf, relativePath } from '../paths.ts';
import { WHOLE } from '../trees/packages.ts';
import type { Drawn } from './drawn.ts';
import { inline, link } from './inline.ts';
import { byOwner, byService, type ItemGroup, type PriorItem } from './prior.ts';
import { keyOf } from './prints.ts';
import { WORDS } from './texts.ts';

export interface ActionsDrawing {
  /** Of the minutes. */
  readonly path: string;
  readonly language: Language;
  readonly group: AgendaGroup;
  /** Those who come, by the names that minutes give them. */
  readonly people: readonly string[];
  /** Without `#`; empty where the document itself is meant. */
  readonly anchorOf: (item: PriorItem) => string;
}

/** The prior action items as lines: under each owner or service those that wait for them, each linked to where it was agreed. */
export function drawActions(items: readonly PriorItem[], { path, language, group, people, anchorOf }: ActionsDrawing): Drawn[] {
  const groups = group === 'service' ? byService(items) : byOwner(items, people);
  const lines = groups.flatMap((one): Drawn[] => {
    const label = keyOf(`${group}\u0000${one.name?.toLowerCase() ?? ''}`);
    const name = group === 'service' ? serviceName(one) : ownerName(one);
    return [{ key: label, kind: 'label', text: `**${name}**`, name }, ...one.items.flatMap((item) => itemLines(item, label))];
  });
  return lines.length ? lines : [{ key: keyOf('nothing\u0000actions'), kind: 'nothing', text: `- ${say(WORDS.noActions, language)}`, name: '' }];

  function ownerName({ name }: ItemGroup): string {
    return name === undefined ? say(WORDS.nobody, language) : inline(/^[a-z\d._-]+$/.test(name) ? `@${name}` : name);
  }

  function serviceName({ name }: ItemGroup): string {
    return name === undefined ? say(WHOLE, language) : inline(name);
  }

  function itemLines(item: PriorItem, under: string): Drawn[] {
    const { action, entry, key, late, carried, isDone } = item;
    const trackers = action.trackers.filter((one) => /^[A-Z][A-Z\d]{1,9}-\d{1,9}$/.test(one) && !action.text.includes(one));
    const words = [
      link(action.text.replace(/(?<=\S)[.。]$/u, ''), relativePath(folderOf(path), entry.path), anchorOf(item)),
      ...action.owners.map((owner) => (/^@?[\p{L}\p{N}](?:[\p{L}\p{N}._/-]{0,60}[\p{L}\p{N}])?$/u.test(owner) ? `@${owner.replace(/^@/, '')}` : say(WORDS.owner, language, { name: inline(owner) }))),
      ...(action.due === null ? [] : [say(WORDS.due, language, { date: action.due })]),
      ...trackers,
    ];
    const facts = [
      ...(isOld(item) ? [say(WORDS.since, language, { date: entry.date! })] : []),
      ...(late > 0 ? [say(WORDS.late, language, { age: duration(late, language) })] : []),
      ...(carried > 0 ? [say(carried === 1 ? WORDS.once : WORDS.carried, language, { count: carried })] : []),
    ];
    return [
      { key, kind: 'item', text: `- [${isDone ? 'x' : ' '}] ${words.join(' ')}`, under, name: action.text, isDone },
      ...(facts.length && !isDone ? [{ key: keyOf(`facts\u0000${key}`), kind: 'note', text: `- ${facts.join(', ')}`, under: key, name: action.text } as const] : []),
    ];
  }
}

/** Days after which an item without a date is said to be old. */
const OLD = 28;

const isOld = ({ action, age }: PriorItem): boolean => action.due === null && age !== undefined && age >= OLD;
