import { anchorsOf, type Anchors } from './anchors.ts';
import type { Document } from './document.ts';
import type { Files } from './files.ts';
import { targetOfLink, type LinkTarget } from './link-target.ts';
import type { Link } from './links.ts';
import { isFrontPage } from './dialects/file-name.ts';
import { folderOf, isMarkdownPath } from './paths.ts';
import { stemOf } from './titles.ts';
import { pagesOf, Places, type Place } from './places.ts';

/** What is known of the place that a link leads to. */
export interface Linked {
  readonly target: LinkTarget;
  readonly place: Place;
  /** Those of the document there; undefined where the link names none, or they are not known. */
  readonly anchors: Anchors | undefined;
}

interface AroundOptions {
  readonly files: Files;
  /** Reads a document. */
  readonly document: (path: string) => Promise<Document>;
  /** Is it certain that the document is there? */
  readonly has: (path: string) => boolean;
  /** The way from the top of the repository down to the folder. */
  readonly above: () => string;
}

/** What rules ask for of the files around a document. */
export type Surround = Pick<Around, 'namesBeside' | 'documentsAt' | 'linksOf'>;

/** Looks at what the links of documents lead to, and keeps it until it is told to forget. */
export class Around {
  readonly #options: AroundOptions;
  readonly #places: Places;
  #anchors = new Map<string, Promise<Anchors | undefined>>();

  constructor(options: AroundOptions) {
    this.#options = options;
    this.#places = new Places(options.files);
  }

  /** Something in the folder has changed. */
  forget(): void {
    this.#places.forget();
    this.#anchors = new Map();
  }

  /** A document has another text; which files there are has not changed. */
  forgetText(path: string): void {
    this.#anchors.delete(path);
  }

  /** The names of all that lies beside a document; of one that introduces its folder, beside that. */
  namesBeside(path: string): Promise<readonly string[]> {
    return this.#places.namesIn(isFrontPage(stemOf(path)) ? folderOf(folderOf(path)) : folderOf(path));
  }

  /** The documents at the paths that can be read. */
  async documentsAt(paths: readonly string[]): Promise<ReadonlyMap<string, Document>> {
    const found = new Map<string, Document>();
    for (const path of paths) {
      const document = await this.#options.document(path);
      if (!document.problems.some(({ id }) => id === 'unreadable' || id === 'outside')) found.set(path, document);
    }
    return found;
  }

  /** What lies around with these documents in place of those at their paths. */
  supposing(documents: ReadonlyMap<string, Document>): Surround {
    return {
      namesBeside: (path) => this.namesBeside(path),
      linksOf: (document) => this.linksOf(document),
      documentsAt: async (paths) => new Map([...(await this.documentsAt(paths))].map(([path, document]) => [path, documents.get(path) ?? document])),
    };
  }

  /** What the links of a document lead to; without those that lead out of the folder. */
  async linksOf(document: Document): Promise<ReadonlyMap<Link, Linked>> {
    const { has, above } = this.#options;
    const targets = document.links.flatMap((link) => {
      const target = targetOfLink(link.target, document.path, above());
      return target ? [{ link, target }] : [];
    });
    const here: Place = { is: 'there', path: document.path };
    const unsure = targets.flatMap(({ target: { path } }) => (path === '' || has(path) ? [] : [path, ...pagesOf(path), ...seenAsPage(document.path, path)]));
    const places = await this.#places.find(unsure);
    const found = new Map<Link, Linked>();
    const own: (Anchors | undefined)[] = [];
    const ownAnchors = (): Anchors | undefined => (own.length ? own[0] : (own[0] = anchorsIn(document)));
    for (const { link, target } of targets) {
      const { path, fragment } = target;
      const place = path === '' ? here : has(path) ? ({ is: 'there', path } as const) : placeAmong(places, [path, ...pagesOf(path), ...seenAsPage(document.path, path)]);
      const anchors = fragment && place.is === 'there' ? await (place === here ? ownAnchors() : this.#anchorsOf(place.path)) : undefined;
      found.set(link, { target, place, anchors });
    }
    return found;
  }

  #anchorsOf(path: string): Promise<Anchors | undefined> {
    if (!isMarkdownPath(path)) return Promise.resolve(undefined);
    const known = this.#anchors.get(path);
    if (known) return known;
    const made = this.#options.document(path).then(anchorsIn);
    this.#anchors.set(path, made);
    return made;
  }
}

// A document that could not be read, or that is put together from others, has anchors that nobody knows.
function anchorsIn(document: Document): Anchors | undefined {
  if (document.problems.some(({ id }) => id !== 'front-matter' && id !== 'front-matter-language' && id !== 'front-matter-too-long')) return undefined;
  return INCLUDES.test(document.text) ? undefined : anchorsOf(document);
}

const INCLUDES = /\{%-?\s|\{\{[<%]|^\s{0,3}(?:--8<--|!INCLUDE|import\s.{1,100}\sfrom\s)|<!--\s?include/im;

// Where each document is shown as a folder of its own, `../b` beside `a.md` is `b.md`.
function seenAsPage(from: string, path: string): string[] {
  const folders = from.split('/').slice(0, -1);
  const parts = path.split('/');
  const same = folders.findIndex((name, index) => name !== parts[index]);
  return same < 0 ? [] : pagesOf([...folders.slice(0, same + 1), ...parts.slice(same)].join('/'));
}

// The first of several places at which there is something; what is said of the first one otherwise.
function placeAmong(places: ReadonlyMap<string, Place>, paths: readonly string[]): Place {
  const first = places.get(paths[0]!)!;
  if (first.is !== 'gone') return first;
  return paths.slice(1).map((path) => places.get(path)!).find(({ is }) => is !== 'gone') ?? first;
}
