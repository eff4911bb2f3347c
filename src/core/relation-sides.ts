import type { Document } from './document.ts';
import type { Entry, Evidence } from './entry.ts';
import { folderOf, nameOf, resolvePath } from './paths.ts';
import { isSidecarPath } from './reading.ts';
import { stemOf } from './titles.ts';

/** The relations that two documents can each state of the other. */
export type SidedRelation = 'supersedes' | 'supersededBy' | 'amends' | 'amendedBy';

export const INVERSE: Readonly<Record<SidedRelation, SidedRelation>> = { supersedes: 'supersededBy', supersededBy: 'supersedes', amends: 'amendedBy', amendedBy: 'amends' };

/** One document named in a relation. */
export interface Side {
  readonly relation: SidedRelation;
  /** A path, or the words that lead to no known document. */
  readonly target: string;
  readonly evidence: Evidence;
  /** Does the document itself say it, or only the other one? */
  readonly isOwn: boolean;
}

/** What is known of a document's relations, whoever says it. */
export function sidesOf(entry: Entry): Side[] {
  return (Object.keys(INVERSE) as SidedRelation[]).flatMap((relation) =>
    entry[relation].flatMap((target, index): Side[] => {
      const evidence = index === 0 ? entry.evidence[relation] : entry.further?.[relation]?.[index - 1];
      return evidence ? [{ relation, target, evidence, isOwn: isOwnFile(entry.path, evidence.path) }] : [];
    }),
  );
}

/** Does the other document state the relation back? */
export function isAnswered({ path }: Entry, { relation }: Side, other: Entry): boolean {
  const back = INVERSE[relation];
  const index = other[back].indexOf(path);
  const evidence = index <= 0 ? other.evidence[back] : other.further?.[back]?.[index - 1];
  return index >= 0 && isOwnFile(other.path, evidence?.path);
}

function isOwnFile(path: string, file: string | undefined): boolean {
  return file === undefined || file === path || (isSidecarPath(file) && folderOf(file) === folderOf(path));
}

/** Can the words mean nothing but this document? A number alone may be that of another series, of an issue or a pull request. */
export function isSurely(document: Document, { evidence }: Side, other: Entry): boolean {
  const link = evidence.path === undefined || evidence.path === document.path ? document.links.find(({ range }) => range.start < evidence.range.end && evidence.range.start < range.end) : undefined;
  const target = link?.target.replace(/[?#].*$/s, '');
  if (target !== undefined && /^[a-z][a-z+.-]*:/i.test(target)) return target.endsWith(`/${nameOf(other.path)}`) && stemOf(other.path).length > 6;
  if (target) return resolvePath(folderOf(document.path), target).replace(/\.md$/i, '') === other.path.replace(/(?:\/readme)?\.md$/i, '') || nameOf(target) === nameOf(other.path);
  const words = stemOf(nameOf(evidence.text.trim())).toLowerCase();
  if (words === stemOf(other.path).toLowerCase() || words === nameOf(folderOf(other.path)).toLowerCase()) return true;
  const id = /^(\p{L}*)[-_ ]?(\d{1,8})$/u.exec(evidence.text.trim());
  const letters = /^\p{L}+/u.exec(other.id ?? '')?.[0].toLowerCase();
  return id !== null && Number(id[2]) === other.number && (letters === undefined ? /^(?:adr|rfc|)$/i.test(id[1]!) : id[1] === '' || id[1]!.toLowerCase() === letters);
}

/** How many documents of one folder answer a relation that another one states, and how many do not. */
export interface Practice {
  readonly answered: number;
  readonly silent: number;
}

/** By folder and the relation that would be the answer. */
export function practicesOf(entries: readonly Entry[], at: (path: string) => Entry | undefined): ReadonlyMap<string, Practice> {
  const found = new Map<string, { answered: number; silent: number }>();
  for (const entry of entries) {
    for (const side of sidesOf(entry)) {
      const other = side.isOwn ? at(side.target) : undefined;
      if (!other) continue;
      const key = practiceKey(other, INVERSE[side.relation]);
      const known = found.get(key) ?? { answered: 0, silent: 0 };
      found.set(key, known);
      known[isAnswered(entry, side, other) ? 'answered' : 'silent']++;
    }
  }
  return found;
}

export function practiceKey({ path }: Entry, relation: SidedRelation): string {
  return `${folderOf(path)}\u0000${relation}`;
}
