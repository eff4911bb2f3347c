import { isOpen } from '../dialects/weigh.ts';
import type { Entry } from '../entry.ts';
import { readJson, type JsonMistake } from '../json-mistakes.ts';
import type { Text } from '../language.ts';
import { addressTop } from './repositories.ts';
import { isWebAddress, sharedIndexSchema, type SharedIndexText } from './schema.ts';

/** The index of another repository, as links into it are looked up. */
export interface SharedIndex {
  /** What people call the repository. */
  readonly name: string;
  /** Undefined where it does not say where its pages are. */
  readonly url: string | undefined;
  /** The folder, from the root, in which its file lies: where the repository itself is checked out there, its documents lie below. */
  readonly folder: string;
  /** The paths of all its documents. */
  readonly paths: ReadonlySet<string>;
  /** The names of the folders in which it has documents: only there it can tell that one is missing. */
  readonly folders: ReadonlySet<string>;
  /** Its records by path; the paths of the entries are the addresses of their pages. */
  readonly records: ReadonlyMap<string, Entry>;
}

const REASONS = {
  foreign: { en: 'it has to begin as docket index writes it: "docket": "index", "version": 1', ko: 'docket index가 쓰는 것처럼 "docket": "index", "version": 1로 시작해야 합니다' },
  url: { en: '"url" has to be the address of a page that ends with a slash, such as "https://example.org/docs/"', ko: '"url"은 "https://example.org/docs/"처럼 슬래시로 끝나는 웹 주소여야 합니다' },
  path: { en: 'a path has to lead down from the top of the repository', ko: '경로는 저장소의 최상위에서 아래로 이어져야 합니다' },
  shape: { en: 'this is not what docket index writes; publish the index again', ko: 'docket index가 쓰는 형식이 아닙니다. 인덱스를 다시 만드세요' },
} satisfies Record<string, Text>;

/** Reads the JSON of an index that lies in `folder`, or says where it is none. */
export function readSharedIndex(text: string, folder = ''): { readonly index: SharedIndex } | { readonly mistake: JsonMistake } {
  const read = readJson(text, sharedIndexSchema, reasonAt);
  return 'mistake' in read ? read : { index: indexOf(read.value, folder) };
}

function reasonAt(path: readonly (string | number)[]): Text {
  const key = path[0] === 'documents' && path[2] === 'path' ? 'path' : path[0];
  if (key === undefined || key === 'docket' || key === 'version') return REASONS.foreign;
  return key === 'url' || key === 'path' ? REASONS[key] : REASONS.shape;
}

function indexOf({ name, url, documents }: SharedIndexText, folder: string): SharedIndex {
  const top = addressTop({ name, url });
  return {
    name, url, folder,
    paths: new Set(documents.map(({ path }) => path)),
    folders: new Set(documents.map(({ path }) => path.slice(0, path.lastIndexOf('/') + 1))),
    records: new Map(documents.flatMap((one) => (one.kind === undefined ? [] : [[one.path, entryOf(one, top)] as const]))),
  };
}

const NONE: readonly never[] = [];

function entryOf({ path, kind, id, number, title, status, date, decideBy, supersededBy, supersedes, amends, amendedBy, requires, requiredBy }: SharedIndexText['documents'][number], top: string): Entry {
  const addresses = (paths: readonly string[] | undefined): readonly string[] => paths?.map((one) => (isWebAddress(one) ? one : top + one)) ?? NONE;
  return {
    path: top + path, kind: kind ?? 'other', id: id ?? null, number: number ?? null, title: title ?? path, status: status ?? null, statusText: status ?? null,
    open: isOpen(status ?? null), date: date ?? null, decideBy: decideBy ?? null, owners: NONE,
    supersededBy: addresses(supersededBy), supersedes: addresses(supersedes), amends: addresses(amends), amendedBy: addresses(amendedBy), requires: addresses(requires), requiredBy: addresses(requiredBy),
    actions: NONE, questions: NONE, reviews: NONE, evidence: {},
  };
}
