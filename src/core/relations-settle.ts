import type { Claim } from './dialects/dialect.ts';
import { evidenceOf } from './dialects/weigh.ts';
import type { Evidence, Property } from './entry.ts';
import { NameTable, type Named } from './relations-names.ts';

export type RelationProperty = 'supersededBy' | 'supersedes' | 'amends' | 'amendedBy' | 'requires' | 'requiredBy';

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

/** What is known of documents that lie in other repositories. */
export interface Beyond {
  /** The address of the record that these words mean in the document at `from`: null where they mean one that is not there, undefined where they mean none of these. */
  resolve(words: string, from: string): string | null | undefined;
  /** What other repositories say of the documents here, by their paths. */
  readonly said: ReadonlyMap<string, readonly Said[]>;
}

/** What a record of another repository says of a document here. */
export interface Said {
  readonly property: RelationProperty;
  /** The record's address. */
  readonly target: string;
  readonly evidence: Evidence;
}

/** Stands for every document that has none. */
export const NO_RELATIONS: Relations = none();

/** Does the claim concern another document? */
export function isRelation({ property }: Claim): boolean {
  return OWN.has(property);
}

/** A claim, and the path of the document that it means; what names no known document has none. */
interface Stated {
  readonly claim: Claim;
  readonly target: string | undefined;
}

/** The relations of documents, each said by one side or the other; what names no known document stays in its own words. */
export class SettledRelations {
  readonly #documents: readonly Stating[];
  readonly #stated = new Map<string, readonly Stated[]>();
  /** Who states anything of a document, by its path. */
  readonly #by = new Map<string, Set<string>>();
  readonly #beyond: Beyond | undefined;
  #names: NameTable | undefined;

  constructor(documents: readonly Stating[], beyond?: Beyond) {
    this.#documents = documents;
    this.#beyond = beyond;
    for (const document of documents) if (document.relations.length > 0) this.#state(document);
  }

  /** How the document at `path` stands to others. */
  of(path: string): Relations {
    const own = this.#stated.get(path) ?? [];
    const by = this.#by.get(path);
    const said = this.#beyond?.said.get(path) ?? [];
    if (!own.length && !by?.size && !said.length) return NO_RELATIONS;
    const found = none();
    const add = (property: RelationProperty, target: string, evidence: Evidence): void => {
      if (found.paths[property].includes(target)) return;
      found.paths[property].push(target);
      if (found.evidence[property]) (found.further[property] ??= []).push(evidence);
      else found.evidence[property] = evidence;
    };
    for (const { claim, target } of own) {
      const property = OWN.get(claim.property);
      if (property) add(property, target ?? claim.text, evidenceOf(claim));
    }
    for (const from of [...(by ?? [])].sort()) {
      for (const { claim, target } of this.#stated.get(from) ?? []) {
        const inverse = target === path ? INVERSE.get(claim.property) : undefined;
        if (inverse) add(inverse, from, { ...evidenceOf(claim), path: claim.path ?? from });
      }
    }
    for (const { property, target, evidence } of said) add(property, target, evidence);
    return found;
  }

  /** Takes what a document says now that is called as it was; returns the paths of those whose relations may be others. */
  restate(document: Stating): string[] {
    const { path } = document.named;
    const before = this.#forget(path);
    return [path, ...before, ...(document.relations.length > 0 ? this.#state(document) : [])];
  }

  #state({ named, relations }: Stating): string[] {
    const names = (this.#names ??= new NameTable(this.#documents.map((document) => document.named)));
    const stated = relations.flatMap((claim): Stated[] => {
      const elsewhere = this.#beyond && firstKnown([...(claim.address === undefined ? [] : [claim.address]), claim.value, claim.text], (words) => this.#beyond!.resolve(words, named.path));
      const target = elsewhere === undefined ? (names.resolve(claim.value, named) ?? names.resolve(claim.text, named)) : (elsewhere ?? undefined);
      return target === named.path ? [] : [{ claim, target }];
    });
    this.#stated.set(named.path, stated);
    const targets = targetsOf(stated);
    for (const target of targets) this.#by.set(target, (this.#by.get(target) ?? new Set()).add(named.path));
    return targets;
  }

  #forget(path: string): string[] {
    const targets = targetsOf(this.#stated.get(path) ?? []);
    this.#stated.delete(path);
    for (const target of targets) this.#by.get(target)?.delete(path);
    return targets;
  }
}

const targetsOf = (stated: readonly Stated[]): string[] => stated.flatMap(({ target }) => target ?? []);

function firstKnown<T>(all: readonly string[], of: (one: string) => T | undefined): T | undefined {
  for (const one of all) {
    const found = of(one);
    if (found !== undefined) return found;
  }
  return undefined;
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
