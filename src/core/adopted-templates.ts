import { adoptedTypes, isAdoptable, readNamed, type FoundTemplate } from './adoption.ts';
import type { DocType } from './doc-type.ts';
import { RECORD_KINDS, type Entry } from './entry.ts';
import type { Outline } from './outline.ts';
import { isBelow } from './paths.ts';
import { practiceOf, type Practice } from './practice.ts';
import type { Template } from './template.ts';

/** Where the templates and the documents beside them come from. */
export interface AdoptedSource {
  readonly textOf: (path: string) => Promise<string>;
  readonly outlineOf: (path: string) => Outline | undefined;
  /** Does a configuration name the template? Then nobody has to find it. */
  readonly isConfigured: (path: string) => boolean;
}

type Practices = Map<Template, { readonly documents: number; readonly practice: Practice }>;

/** The types of the templates that no configuration names, as the documents beside them follow them; reads again only what changed. */
export class AdoptedTemplates {
  readonly #source: AdoptedSource;
  #known: { readonly entries: readonly Entry[]; readonly wanted: readonly Entry[]; readonly types: readonly DocType[] } | undefined;
  #read = new Map<string, Template>();
  #practices: Practices = new Map();

  constructor(source: AdoptedSource) {
    this.#source = source;
  }

  /** The same array for the same entries, and for those of which none has come, gone or become of another kind, and no template is another one. */
  async types(entries: readonly Entry[]): Promise<readonly DocType[]> {
    const known = this.#known;
    if (known?.entries === entries) return known.types;
    const wanted = entries.filter((entry) => isAdoptable(entry) && !this.#source.isConfigured(entry.path));
    if (known && areSame(known.wanted, wanted) && areOfSameKinds(known.entries, entries)) {
      this.#known = { ...known, entries };
      return known.types;
    }
    const found = await this.#found(wanted);
    const read = this.#read;
    const practices = this.#practices;
    this.#read = new Map();
    this.#practices = new Map();
    const types = adoptedTypes(found, entries, this.#reader(read)).map((type) => this.#practised(type, entries, practices));
    this.#known = { entries, wanted, types };
    return types;
  }

  /**
   * The types as they are expected as long as not all documents are read: of those templates, whose documents are of the kind of
   * those that `entries` has of them, each followed in all that it says.
   */
  async expected(templates: readonly string[], entries: readonly Entry[]): Promise<readonly DocType[]> {
    const found = await this.#found(templates.filter((path) => !this.#source.isConfigured(path)).map((path) => ({ path })));
    return adoptedTypes(found, entries, this.#reader(this.#read)).map((type) => ({ ...type, adopted: { ...type.adopted!, template: { ...type.templates[0]! }, keepsOrder: true } }));
  }

  #found(templates: readonly Pick<Entry, 'path'>[]): Promise<FoundTemplate[]> {
    return Promise.all(templates.map(async ({ path }) => ({ path, text: await this.#source.textOf(path) })));
  }

  // The same template for the same text, where it was read before.
  #reader(before: ReadonlyMap<string, Template>): typeof readNamed {
    return (id, text, base) => {
      const key = JSON.stringify([id, base, text]);
      const template = before.get(key) ?? readNamed(id, text, base);
      this.#read.set(key, template);
      return template;
    };
  }

  // What a team does shows in many documents: one that changes does not change it, one more or less may.
  #practised(type: DocType, entries: readonly Entry[], known: Practices): DocType {
    const { path, scope } = type.adopted!;
    const template = type.templates[0]!;
    const beside = entries.filter((entry) => RECORD_KINDS.includes(entry.kind) && isBelow(scope, entry.path));
    const before = known.get(template);
    const practice = before?.documents === beside.length ? before.practice : practiceOf(template, beside.map((entry) => this.#source.outlineOf(entry.path) ?? []));
    this.#practices.set(template, { documents: beside.length, practice });
    return { ...type, adopted: { path, scope, ...practice } };
  }
}

const areSame = (before: readonly Entry[], now: readonly Entry[]): boolean => before.length === now.length && now.every((entry, place) => entry === before[place]);

const areOfSameKinds = (before: readonly Entry[], now: readonly Entry[]): boolean =>
  before.length === now.length && now.every((entry, place) => entry === before[place] || (entry.path === before[place]!.path && entry.kind === before[place]!.kind));
