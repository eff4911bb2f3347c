import type { Configurations } from '../configurations.ts';
import type { Configuration } from '../configuration.ts';
import type { Entry, Evidence } from '../entry.ts';
import type { Beyond, Said } from '../relations-settle.ts';
import { recordName } from './record-name.ts';
import { recordsNamedInText } from './named-records.ts';
import { RELATIONS, TURNED } from './related.ts';
import type { SharedIndex } from './read.ts';
import type { Repositories } from './repositories.ts';

/** The dialect of what an index of another repository says. */
export const INDEX_DIALECT = 'shared-index';

/** What the configurations of a folder know of records beyond it; undefined where none names an index. `above` is the way from the top of the repository down to the folder. */
export function beyondIn(configurations: Pick<Configurations, 'all' | 'lookup'>, above: string): Beyond | undefined {
  const naming = configurations.all().filter(({ repositories }) => repositories !== undefined);
  if (!naming.length) return undefined;
  const configurationOf = configurations.lookup();
  return {
    resolve(words, from) {
      const { repositories } = configurationOf(from);
      return repositories && meant(words.trim(), repositories);
    },
    said: saidOfUs(naming, above),
  };
}

function meant(words: string, repositories: Repositories): string | null | undefined {
  const linked = repositories.linked(words);
  if (linked) return linked.entry?.path ?? null;
  const [named] = recordsNamedInText(words, repositories);
  if (!named || named.words !== words) return undefined;
  return named.elsewhere.entry?.path ?? null;
}

// Each relation of their records to a page of this repository, turned round.
function saidOfUs(naming: readonly Configuration[], above: string): ReadonlyMap<string, readonly Said[]> {
  const said = new Map<string, Said[]>();
  for (const { config: { repository }, repositories } of naming) {
    if (repository?.url === undefined || !repositories) continue;
    const top = above === '' ? repository.url : `${repository.url}${above.split('/').map(encodeURIComponent).join('/')}/`;
    for (const [index, record] of recordsIn(repositories)) {
      for (const theirs of RELATIONS) {
        for (const address of record[theirs]) {
          if (!address.startsWith(top)) continue;
          const path = decoded(address.slice(top.length));
          const known = said.get(path) ?? [];
          said.set(path, known);
          known.push({ property: TURNED[theirs], target: record.path, evidence: evidenceOf(record, index) });
        }
      }
    }
  }
  return said;
}

const recordsIn = ({ indexes }: Repositories): (readonly [SharedIndex, Entry])[] => indexes.flatMap((index) => [...index.records.values()].map((record) => [index, record] as const));

function evidenceOf(record: Entry, index: SharedIndex): Evidence {
  return { text: recordName(record, index) ?? record.title, range: { start: 0, end: 0 }, line: 0, dialect: INDEX_DIALECT, path: record.path };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
