import type { Paragraph, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { plainText, rangeOf, type Document } from './document.ts';
import { headingKey } from './headings.ts';

/** Words that begin a line, as people write instead of a heading, are looked for this deep in lists. */
const DEEPEST = 4;

/** What stands for a section though it is no heading of its own wording. */
export interface StandIns {
  /** Is there a bold beginning of a line with one of the keys, a line that begins with one and a colon, a heading that joins one to another, or one that differs from the first in hyphens and slashes alone? */
  has(keys: readonly string[]): boolean;
  /** Does a heading or a bold beginning have all the words of the key, among others? */
  mentions(key: string): boolean;
}

/** Looks for them in the whole document. */
export function standInsOf(document: Pick<Document, 'tree' | 'sections' | 'text'>): StandIns {
  const headings = document.sections.map(({ title }) => ({ loose: looseKey(title), key: headingKey(title) }));
  const keysOf = new Map<string, Set<string>>();
  for (const { loose, key } of headings) keysOf.set(loose, (keysOf.get(loose) ?? new Set()).add(key));
  const bold: string[] = [];
  const labels = new Set(document.sections.filter((section) => section.depth > 1).flatMap(({ title }) => partsOf(headingKey(title))));
  const look = (nodes: readonly RootContent[], depth: number): void => {
    for (const node of nodes) {
      if (node.type === 'paragraph') {
        bold.push(...boldBeginning(node));
        if (MAY_LABEL.test(document.text.slice(rangeOf(node).start, rangeOf(node).end))) for (const label of labelsIn(node)) labels.add(label);
      }
      else if (depth < DEEPEST && (node.type === 'list' || node.type === 'listItem')) look(node.children, depth + 1);
    }
  };
  look(document.tree.children, 0);
  const beginnings = new Set(bold);
  const words = [...new Set([...keysOf.keys(), ...beginnings])].map((one) => new Set(one.split(' ')));
  return {
    has: (keys) => {
      const alike = keysOf.get(looseKey(keys[0] ?? ''));
      return keys.some((key) => beginnings.has(looseKey(key)) || labels.has(looseKey(key))) || (alike !== undefined && !alike.has(keys[0]!));
    },
    mentions: (key) => {
      const wanted = looseKey(key).split(' ').filter(Boolean);
      return wanted.length > 0 && words.some((there) => wanted.every((word) => there.has(word)));
    },
  };
}

function boldBeginning({ children }: Paragraph): string[] {
  const [first] = children;
  const key = first?.type === 'strong' ? looseKey(plainText(first)) : '';
  return key ? [key] : [];
}

// `Attendees: Mina, Jun`; a label with nothing behind it has no answer yet.
function labelsIn({ children }: Paragraph): string[] {
  const text = children.map((child) => (child.type === 'break' ? '\n' : toString(child, { includeHtml: false }))).join('');
  return text.split('\n').flatMap((line) => (line.includes(':') || line.includes('：') ? (LABEL.exec(line.trim())?.[1] ?? []) : [])).map(looseKey);
}

/** A colon, or an entity that may be one. */
const MAY_LABEL = /[:：&]/;

const LABEL = /^([^:：]{1,60})[:：]\s*[^\s{<]/u;

// `Goals and Non-Goals` is both.
function partsOf(key: string): string[] {
  const parts = key.split(JOINED);
  return parts.length > 1 ? parts.map(looseKey) : [];
}

const JOINED = / ?[&/,] ?| and |(?: 및|(?<=\p{Script=Hangul}{2})[와과]) /u;

const looseKey = (title: string): string => headingKey(title).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
