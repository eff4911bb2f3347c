import type { Claim } from './dialects/dialect.ts';
import { evidenceOf } from './dialects/weigh.ts';
import type { Evidence, Property } from './entry.ts';
import { NameTable, type Named } from './relations-names.ts';

type RelationProperty = 'supersededBy' | 'supersedes' | 'amends' | 'amendedBy' | 'requires' | 'requiredBy';

/** How one document stands to others: their paths, or the words for what is not there. */
export interface Relations {
  readonly paths: Readonly<Record<RelationProperty, readonly string[]>>;
  readonly evidence: Readonly<Partial<Record<Property, Evidence>>>;
  /** Where more than one document is named: the evidence of all but the first. */
  readonly further: Readonly<Partial<Record<Property, readonly Evidence[]>>>;
}

/** What a document says of others. */
export interface Stating {
  readonly named: Named;
  /** Those of its claims for which `isRelation` holds. */
  readonly relations: readonly Claim[];
}

/** Stands for every document that has none. */
export const NO_RELATIONS: Relations = none();

/** Does the claim concern another document? */
export function isRelation({ property }: Claim): boolean {
  return OWN.has(property);
}

/** The relations of documents by path, each said by one side or the other; what names no known document stays in its own words. */
export function settleRelations(documents: readonly Stating[]): Map<string, Relations> {
  const stating = documents.filter((document) => document.relations.length > 0);
  if (!stating.length) return new Map();
  const names = new NameTable(documents.map((document) => document.named));
  const found = new Map<string, Gathered>();
  const add = (path: string, property: RelationProperty, target: string, evidence: Evidence) => {
    const known = found.get(path) ?? none();
    found.set(path, known);
    if (known.paths[property].includes(target)) return;
    known.paths[property].push(target);
    if (known.evidence[property]) (known.further[property] ??= []).push(evidence);
    else known.evidence[property] = evidence;
  };
  const stated = stating.flatMap(({ named: from, relations }) =>
    relations.flatMap((claim) => {
      const target = names.resolve(claim.value, from) ?? names.resolve(claim.text, from);
      return target === from.path ? [] : [{ from: from.path, claim, target }];
    }),
  );
  for (const { from, claim, target } of stated) {
    const own = OWN.get(claim.property);
    if (own) add(from, own, target ?? claim.text, evidenceOf(claim));
  }
  for (const { from, claim, target } of stated) {
    const inverse = INVERSE.get(claim.property);
    if (inverse && target !== undefined) add(target, inverse, from, { ...evidenceOf(claim), path: claim.path ?? from });
  }
  return found;
}

interface Gathered {
  readonly paths: Record<RelationProperty, string[]>;
  readonly evidence: Partial<Record<Property, Evidence>>;
  readonly further: Partial<Record<Property, Evidence[]>>;
}

function none(): Gathered {
  return { paths: { supersededBy: [], supersedes: [], amends: [], amendedBy: [], requires: [], requiredBy: [] }, evidence: {}, further: {} };
}

const OWN = new Map<Claim['property'], RelationProperty>([['supersededBy', 'supersededBy'], ['supersedes', 'supersedes'], ['amends', 'amends'], ['amendedBy', 'amendedBy'], ['requires', 'requires']]);
const INVERSE = new Map<Claim['property'], RelationProperty>([['supersededBy', 'supersedes'], ['supersedes', 'supersededBy'], ['amends', 'amendedBy'], ['amendedBy', 'amends'], ['requires', 'requiredBy']]);
