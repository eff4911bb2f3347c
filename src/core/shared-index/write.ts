import { RECORD_KINDS, type Entry } from '../entry.ts';
import { MOST_RELATED, type SharedIndexText } from './schema.ts';

/** How an index is written. */
export interface SharedIndexOptions {
  readonly name: string;
  readonly url: string | undefined;
  /** The way from the top of the repository down to the documents' folder. */
  readonly above: string;
  /** The page of a record of another repository, by the address that relations have for it; left out: none is known. */
  readonly pageOf?: (address: string) => string | undefined;
}

/** The index of a repository's documents as a text with one document on a line, so that a change of it can be read. */
export function sharedIndexText(entries: readonly Entry[], { name, url, above, pageOf = () => undefined }: SharedIndexOptions): string {
  const known = new Set(entries.map(({ path }) => path));
  const placed = (path: string): string => (above === '' ? path : `${above}/${path}`);
  const related = (paths: readonly string[]): string[] | undefined => {
    const found = paths.flatMap((path) => (known.has(path) ? placed(path) : (pageOf(path) ?? []))).slice(0, MOST_RELATED);
    return found.length ? found : undefined;
  };
  const documents = entries.map((entry): SharedIndexText['documents'][number] => {
    const { path, kind, id, number, title, status, date, decideBy } = entry;
    if (!RECORD_KINDS.includes(kind)) return { path: placed(path) };
    return {
      path: placed(path), kind, id: id ?? undefined, number: number ?? undefined, title: title.slice(0, 1000), status: status ?? undefined, date: date ?? undefined, decideBy: decideBy ?? undefined,
      supersededBy: related(entry.supersededBy), supersedes: related(entry.supersedes), amends: related(entry.amends), amendedBy: related(entry.amendedBy), requires: related(entry.requires), requiredBy: related(entry.requiredBy),
    };
  });
  const head = JSON.stringify({ docket: 'index', version: 1, name, url }).slice(0, -1);
  return `${head},"documents":[${documents.map((one) => `\n${JSON.stringify(one)}`).join(',')}\n]}\n`;
}
