import type { Claim } from '../dialects/dialect.ts';
import type { Document } from '../document.ts';
import { claimsOf } from '../edits/metadata.ts';
import type { Entry } from '../entry.ts';
import { folderOf, resolvePath } from '../paths.ts';
import { fieldRoles, type Relation, type Vocabulary } from '../vocabulary/index.ts';
import { namedLike, type Named } from './naming.ts';

/** How a neighbour says that it stands to another document. */
export interface RelationExample {
  readonly dialect: string;
  /** The key of the field that says it; undefined where a sentence or the status does. */
  readonly key: string | undefined;
  /** What stands in front of the name, with capitals as written: `Superseded by `. */
  readonly before: string;
  readonly isLink: boolean;
  /** The name that it gives the other document, made for another one. */
  name(other: Named): string | undefined;
}

/** What the neighbours show, the most usual way first; `documents` are those of them that state a relation. */
export function relationExamples(documents: readonly Document[], relation: Relation, entries: readonly Entry[], vocabulary: Vocabulary): RelationExample[] {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const found = documents.flatMap((document) =>
    claimsOf(document, vocabulary).filter((claim) => claim.property === relation && claim.line > 0).slice(0, 2).flatMap((claim) => exampleOf(document, claim, relation, byPath, vocabulary)),
  );
  const wayOf = (one: RelationExample): string => JSON.stringify([one.dialect, one.key, one.before, one.isLink]);
  const counts = new Map<string, number>();
  for (const one of found) counts.set(wayOf(one), (counts.get(wayOf(one)) ?? 0) + 1);
  return found.sort((a, b) => counts.get(wayOf(b))! - counts.get(wayOf(a))!);
}

function exampleOf(document: Document, claim: Claim, relation: Relation, byPath: ReadonlyMap<string, Entry>, vocabulary: Vocabulary): RelationExample[] {
  const known = targetOf(document, claim, byPath);
  if (!known) return [];
  const { text, lines } = document;
  const start = lines.startOf(claim.line - 1);
  const before = text.slice(start, claim.range.start).replace(/^[\s>]*(?:[-*+]|\d+[.)])?[ \t]*/, '');
  const key = /^[*_`]{0,3}([^:：\n]{1,40}?)[*_`]{0,3}[ \t]*[:：]/.exec(before)?.[1];
  const written = text.slice(claim.range.start, claim.range.end);
  const isLink = /^\[[^\]]*\]\(/.test(written);
  return [{
    dialect: claim.dialect,
    key: key !== undefined && fieldRoles(key, vocabulary).includes(relation) ? key : undefined,
    before: before.length <= LONGEST_PHRASE ? before : '',
    isLink,
    name: (other) => namedLike(claim.text, known, other),
  }];
}

const LONGEST_PHRASE = 60;

function targetOf({ path }: Document, claim: Claim, byPath: ReadonlyMap<string, Entry>): Entry | undefined {
  const target = claim.value.replace(/[?#].*$/s, '');
  const direct = byPath.get(resolvePath(folderOf(path), target));
  if (direct) return direct;
  const number = /(\d+)$/.exec(claim.text.replace(/\.md$/i, '').split(/[-_ ](?=\D)/)[0] ?? '')?.[1];
  const same = number === undefined ? [] : [...byPath.values()].filter((entry) => entry.number === Number(number) && entry.path !== path && entry.kind !== 'other');
  return same.length === 1 ? same[0] : undefined;
}
