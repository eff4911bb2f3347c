import { isNamedDone } from '../actions/over.ts';
import { daysBefore } from '../calendar.ts';
import { plainText, type Document } from '../document.ts';
import type { Entry } from '../entry.ts';
import { say, type Language } from '../language.ts';
import { folderOf, relativePath, resolvePath } from '../paths.ts';
import { sectionsOf } from '../section-roles.ts';
import { lengthOf } from '../timeline/durations.ts';
import { stampOf } from '../timeline/stamps.ts';
import { statedDurations } from '../timeline/stated.ts';
import type { Drawn } from './drawn.ts';
import { inline, link, shortened } from './inline.ts';
import type { Meeting } from './prior.ts';
import { keyOf } from './prints.ts';
import { WORDS } from './texts.ts';

/** A postmortem that is older than this before the last minutes is no news, whether or not minutes have named it. */
const NEWS = 60;

/** The postmortems since the last minutes, and those shortly before that no minutes have named; `minutes` are the earlier ones. */
export function newOutages(entries: readonly Entry[], minutes: readonly Document[], last: string | undefined, meeting: Meeting): Entry[] {
  const named = new Set(minutes.flatMap(({ path, links }) => links.map(({ target }) => resolvePath(folderOf(path), decoded(target.replace(/[?#].*$/s, ''))))));
  const since = daysBefore(last ?? meeting.date, last === undefined ? NEWS / 2 : NEWS);
  return entries
    .filter(({ kind, date, path }) => kind === 'postmortem' && date !== null && date <= meeting.date && date > since && !named.has(path))
    .sort((one, other) => one.date!.localeCompare(other.date!) || one.path.localeCompare(other.path));
}

/** The outages as lines: when, how long and how grave, what it meant for users, and what is still open of it. */
export function drawOutages(outages: readonly { readonly entry: Entry; readonly document: Document }[], { path, date, language, last }: Meeting & { readonly language: Language; readonly last: string | undefined }): Drawn[] {
  const lines = outages.flatMap(({ entry, document }): Drawn[] => {
    const key = keyOf(`outage\u0000${entry.path}`);
    const severity = fieldIn(document, /^(?:severity|sev|심각도|등급)$/i);
    const head = [dayOfIncident(document) ?? entry.date!, durationOf(document, language), severity === undefined ? undefined : inline(severity), entry.status === 'draft' ? say(WORDS.draft, language) : undefined].filter((one) => one !== undefined);
    const impact = impactOf(document);
    const open = entry.actions.filter((action) => !isNamedDone(action));
    const overdue = open.filter(({ due }) => due !== null && due < date).length;
    const all = entry.actions.length;
    const left = say(open.length === 0 ? WORDS.settled : overdue ? WORDS.overdue : WORDS.open, language, { open: open.length, all, overdue });
    return [
      { key, kind: 'item', text: `- ${link(entry.title, relativePath(folderOf(path), entry.path))} (${head.join(', ')})`, name: entry.title },
      ...(impact === undefined ? [] : [note('impact', LABELLED.test(impact) ? inline(impact) : say(WORDS.impact, language, { impact: inline(impact) }), key, entry.title)]),
      ...(all ? [note('left', left, key, entry.title)] : []),
    ];
  });
  const nothing = say(last === undefined ? WORDS.noneAtAll : WORDS.noOutages, language, { date: last ?? '' });
  return lines.length ? lines : [{ key: keyOf('nothing\u0000outages'), kind: 'nothing', text: `- ${nothing}`, name: '' }];
}

// `Users: about 61,000 people …` says itself what it is.
const LABELLED = /^[^:：.]{2,30}[:：]\s/u;

const START = /^(?:incident[-_ ]?(?:start|date|began)|start(?:ed)?(?:[-_ ]?time)?|장애 ?(?:시작|일자|일시))$/i;
const END = /^(?:incident[-_ ]?end|end(?:ed)?(?:[-_ ]?time)?|장애 ?종료)$/i;

function dayOfIncident(document: Document): string | undefined {
  const day = stampOf(fieldIn(document, START) ?? '')?.day;
  return day === undefined ? undefined : new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function note(what: string, text: string, under: string, name: string): Drawn {
  return { key: keyOf(`${what}\u0000${under}`), kind: 'note', text: `- ${text}`, under, name };
}

function durationOf(document: Document, language: Language): string | undefined {
  const stated = statedDurations(document, undefined);
  const found = stated.find(({ isOfAll }) => isOfAll) ?? stated[0];
  if (found) return lengthOf(found.minutes, language) || undefined;
  const [start, end] = [START, END].map((key) => stampOf(fieldIn(document, key) ?? ''));
  if (start?.day === undefined || end?.day === undefined || start.minutes === undefined || end.minutes === undefined) return undefined;
  const minutes = (end.day - start.day) * 1440 + end.minutes - start.minutes;
  return minutes > 0 ? lengthOf(minutes, language) : undefined;
}

function fieldIn({ fields, text }: Document, key: RegExp): string | undefined {
  const range = fields.find((field) => key.test(field.key))?.valueRange;
  const value = range && text.slice(range.start, range.end).trim().replace(/^["']|["']$/g, '');
  return value === undefined || value === '' || value.includes('{') || value.length > 60 ? undefined : value;
}

// The first thing that the section on it says, as far as one line goes.
function impactOf(document: Document): string | undefined {
  for (const role of ['impact', 'summary'] as const) {
    for (const { section, inside } of sectionsOf(role, document, undefined)) {
      const node = [section, ...inside].flatMap(({ nodes }) => nodes).find(({ type }) => type === 'paragraph' || type === 'list');
      const text = node && plainText(node.type === 'list' ? node.children[0]?.children[0] : node);
      if (text && !text.includes('{')) return shortened(text);
    }
  }
  return undefined;
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
