import type { DocType } from './doc-type.ts';
import { RECORD_KINDS } from './entry.ts';
import { globsFor } from './globs-for.ts';
import { isBelow } from './paths.ts';
import type { Workspace } from './workspace.ts';

/** A template that lies in the workspace, with what it would mean to name it in `.docket.yaml`. */
export interface Adoptable {
  readonly type: DocType;
  /** Of the template. */
  readonly path: string;
  /** The documents that follow it, at least in part; sorted. */
  readonly documents: readonly string[];
  /** Those that have all it asks for. */
  readonly conforming: readonly string[];
  /** The documents of its folder that follow another template, or none. */
  readonly others: readonly string[];
  /** Globs for `documents`, or for those to come where there are none; relative to the workspace's folder. */
  readonly files: readonly string[];
}

/** The templates that no configuration names, those with most documents first. Rejects when aborted. */
export async function adoptableTemplates(workspace: Workspace, signal?: AbortSignal): Promise<Adoptable[]> {
  const types = (await workspace.types('')).filter((type) => type.adopted);
  const entries = workspace.entries().filter(({ kind }) => kind !== 'template' && kind !== 'index');
  const paths = entries.map(({ path }) => path);
  const records = entries.filter(({ kind }) => RECORD_KINDS.includes(kind)).map(({ path }) => path);
  const typeOf = new Map(await Promise.all(paths.map(async (path) => [path, (await workspace.typeOf(path))?.type] as const)));
  const found = await Promise.all(types.map(async (type) => {
    const { path, scope } = type.adopted!;
    const documents = paths.filter((one) => typeOf.get(one)?.id === type.id && typeOf.get(one)?.adopted);
    const conforming: string[] = [];
    for (const one of documents) {
      signal?.throwIfAborted();
      if (await workspace.hasAll(one, type)) conforming.push(one);
    }
    const others = records.filter((one) => isBelow(scope, one) && !typeOf.get(one)?.adopted);
    return { type, path, documents, conforming, others, files: globsFor(documents.length || scope === '' ? documents : [`${scope}/0001-x.md`], scope) };
  }));
  return found.sort((a, b) => b.documents.length - a.documents.length || a.path.localeCompare(b.path));
}
