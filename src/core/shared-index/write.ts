import { RECORD_KINDS, type Entry } from '../entry.ts';
import type { SharedIndexText } from './schema.ts';

/** The index of a repository's documents as a text with one document on a line, so that a change of it can be read; `above` is the way from its top down to their folder. */
export function sharedIndexText(entries: readonly Entry[], { name, url, above }: { readonly name: string; readonly url: string | undefined; readonly above: string }): string {
  const known = new Set(entries.map(({ path }) => path));
  const placed = (path: string): string => (above === '' ? path : `${above}/${path}`);
  const related = (paths: readonly string[]): string[] | undefined => {
    const found = paths.filter((path) => known.has(path)).map(placed);
    return found.length ? found : undefined;
  };
  const documents = entries.map((entry): SharedIndexText['documents'][number] => {
    const { path, kind, id, number, title, status, date } = entry;
    if (!RECORD_KINDS.includes(kind)) return { path: placed(path) };
    return {
      path: placed(path), kind, id: id ?? undefined, number: number ?? undefined, title: title.slice(0, 1000), status: status ?? undefined, date: date ?? undefined,
      supersededBy: related(entry.supersededBy), supersedes: related(entry.supersedes), amends: related(entry.amends), amendedBy: related(entry.amendedBy),
    };
  });
  const head = JSON.stringify({ docket: 'index', version: 1, name, url }).slice(0, -1);
  return `${head},"documents":[${documents.map((one) => `\n${JSON.stringify(one)}`).join(',')}\n]}\n`;
}
