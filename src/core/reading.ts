import { readActions } from './actions/index.ts';
import { typeNameIn } from './doc-type.ts';
import type { Document } from './document.ts';
import { readClaims } from './dialects/index.ts';
import type { Claim } from './dialects/dialect.ts';
import { isSidecarPath, sidecarClaims } from './dialects/sidecar.ts';
import type { Action, Question, Review } from './entry.ts';
import { featuresOf, type KindFeatures } from './kinds/features.ts';
import { outlineOf, type Outline } from './outline.ts';
import type { Problem } from './problems.ts';
import { readQuestions } from './questions/index.ts';
import { reviewsIn } from './reviews.ts';
import { builtInVocabulary, type Vocabulary } from './vocabulary/index.ts';

export { isSidecarPath } from './dialects/sidecar.ts';

/** What one file says of itself and of others. */
export interface Facts {
  readonly path: string;
  readonly claims: readonly Claim[];
  /** The path from the top of the repository, where that is another one: the names of folders tell of what is in them. */
  readonly placed?: string;
  /** What the front matter says of the document's type; undefined where it says nothing. */
  readonly typeName?: string | undefined;
  /** Undefined for a side-car, which is no document. */
  readonly features: KindFeatures | undefined;
  readonly actions: readonly Action[];
  readonly questions: readonly Question[];
  readonly reviews: readonly Review[];
  /** What kept the document, or a part of it, from being read. */
  readonly problems: readonly Problem[];
}

/** What one file says: plain data, without its text or tree. */
export interface Reading extends Facts {
  readonly outline: Outline;
}

/** What is remembered of a document until it changes, small enough for a hundred thousand: its Reading as a text, and of it what every folder asks of every document. */
export interface PackedReading extends Pick<Reading, 'path' | 'typeName' | 'problems'> {
  /** The Reading as JSON, a third of what its objects take; its outline is a line by itself, for few ask for it. */
  readonly packed: string;
}

/** Nothing of what is packed keeps the document's text in memory. */
export function packReading(reading: Reading): PackedReading {
  const { outline, ...facts } = reading;
  const { path, typeName, problems } = facts;
  const own: Pick<Reading, 'typeName' | 'problems'> = typeName === undefined && !problems.length ? { problems: [] } : JSON.parse(JSON.stringify({ typeName, problems }));
  return { path, typeName: own.typeName, problems: own.problems, packed: `${JSON.stringify(facts)}\n${JSON.stringify(outline)}` };
}

export function unpackFacts({ packed }: Pick<PackedReading, 'packed'>): Facts {
  return JSON.parse(packed.slice(0, packed.indexOf('\n'))) as Facts;
}

export function unpackOutline({ packed }: Pick<PackedReading, 'packed'>): Outline {
  return JSON.parse(packed.slice(packed.indexOf('\n') + 1)) as Outline;
}

/** Asks every dialect what it reads in a document; `above` is the way from the top of the repository down to the folder from which its path counts. */
export function readDocumentFacts(document: Document, vocabulary: Vocabulary = builtInVocabulary, above = ''): Reading {
  const placed = above === '' ? document : { ...document, path: `${above}/${document.path}` };
  const claims = readClaims(placed, vocabulary);
  return { path: document.path, ...(above === '' ? {} : { placed: placed.path }), typeName: typeNameIn(document), claims, features: featuresOf(placed, claims, vocabulary), outline: outlineOf(document), actions: readActions(document, vocabulary), questions: readQuestions(document, vocabulary), reviews: reviewsIn(document), problems: document.problems };
}

/** Reads a file of metadata that belongs to the README beside it. */
export function readSidecar(path: string, text: string, vocabulary: Vocabulary = builtInVocabulary): Reading {
  return { path, claims: isSidecarPath(path) ? sidecarClaims(path, text, vocabulary) : [], features: undefined, outline: [], actions: [], questions: [], reviews: [], problems: [] };
}
