import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Files } from '../../core/files.ts';
import { nameScore } from '../../core/kinds/template.ts';
import { folderOf, isMarkdownPath } from '../../core/paths.ts';
import { isSidecarPath } from '../../core/reading.ts';
import { builtInVocabulary } from '../../core/vocabulary/index.ts';

/** One of several machines that share the documents; `index` counts from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** A file of a folder, and its size in bytes. */
export interface Sized {
  readonly path: string;
  readonly size: number;
}

/** What a file costs beside its bytes, in bytes. */
const EACH = 1000;

/** From this score on a path alone says that a template is there, which documents on other machines may follow. */
const TEMPLATE = 2;

/**
 * The documents of one shard: all of them sorted by their paths and cut where the bytes are even, so that neighbours, which
 * have most to do with each other, stay together, and every machine cuts at the same places.
 */
export function shareOf(documents: readonly Sized[], { index, of }: Shard): Set<string> {
  const sorted = documents.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  const total = sorted.reduce((sum, { size }) => sum + size + EACH, 0);
  let before = 0;
  return new Set(sorted.flatMap((one) => {
    const middle = before + (one.size + EACH) / 2;
    before += one.size + EACH;
    return Math.floor((middle * of) / total) === index - 1 ? [one.path] : [];
  }));
}

/** All Markdown files of a folder with their sizes, also `named` ones that the list leaves out, as every machine lists them. */
export async function documentsIn(root: string, listed: readonly string[], named: Iterable<string>): Promise<Sized[]> {
  const paths = [...new Set([...listed, ...named])].filter(isMarkdownPath).sort();
  return Promise.all(paths.map(async (one) => ({ path: one, size: await stat(path.join(root, ...one.split('/'))).then(({ size }) => size, () => 0) })));
}

/** The files of which a shard sees its own documents, templates, and what is no document; what it asks for by name, it can read. */
export function filesOfShare(files: Files, own: ReadonlySet<string>): Files {
  const folders = new Set([...own].map(folderOf));
  const isSeen = (one: string): boolean => (isMarkdownPath(one) ? own.has(one) || isCommon(one) : !isSidecarPath(one) || folders.has(folderOf(one)));
  return {
    ...files,
    past: files.past,
    list: async (...args) => (await files.list(...args)).filter(isSeen),
  };
}

/** Is it read by every shard? */
export const isCommon = (one: string): boolean => nameScore(one, builtInVocabulary) >= TEMPLATE;
