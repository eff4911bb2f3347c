import { isAdoptable } from './adoption.ts';
import { isSaidAlike, saidBy, type Said } from './basis.ts';
import type { Checks } from './checks.ts';
import type { DocType } from './doc-type.ts';
import { packFindings, type Finding } from './finding.ts';
import type { Holdings } from './holdings.ts';
import type { Intake } from './intake.ts';
import { inHeap, type Keeping, type KeptText } from './keeping.ts';
import { nameScore } from './kinds/template.ts';
import { folderOf, isMarkdownPath } from './paths.ts';
import type { AskedPractice } from './practice.ts';
import { isSidecarPath } from './reading.ts';
import type { Typing } from './typing.ts';
import { builtInVocabulary } from './vocabulary/index.ts';
import { notedRecords } from './watching.ts';

/** A document and how large it is, in UTF-16 units or bytes. */
export interface Sized {
  readonly path: string;
  readonly size: number;
}

/** Documents are checked together from so many units on where the next one lies in another folder … */
const ENOUGH = 200_000;

/** … and from so many on wherever it lies: the tree of a text takes some twelve times its space. */
const MOST = 1_500_000;

/** Are documents of this size together, the last of them at `last`, to be checked before the one at `next` is read? */
export function isEnough(size: number, last: string, next: string, most = MOST): boolean {
  return size >= Math.min(most, MOST) || (size >= ENOUGH && folderOf(last) !== folderOf(next));
}

/** From this score on a path alone says that a template is there, which documents beside it may follow. */
const TEMPLATE = 2;

export interface EarlyOptions {
  readonly holdings: Holdings;
  readonly intake: Intake;
  readonly typing: Typing;
  readonly checks: Checks;
  readonly keeping: Keeping;
  /** Are the findings of the document asked for when all are read? */
  readonly isAsked: (path: string) => boolean;
}

/** What was found in a document before all others were known, as `packFindings` has it, and what that went by. */
export interface Found {
  readonly findings: KeptText;
  /** A `Basis` as JSON. */
  readonly basis: KeptText;
}

interface Basis {
  /** What the document's entry went by beside what was read of it. */
  readonly stamp: string | undefined;
  readonly typeName: string | undefined;
  readonly said: readonly Said[];
  /** What stands for the types that templates in the folder were expected to stand for. */
  readonly types: string;
  /** The template of that one of them that the document has. */
  readonly template: string | undefined;
  /** Which of the findings go by how the team follows that template. */
  readonly practised: readonly Practised[];
}

/** A finding, by its place among all of a document, that goes by a team's practice: by which sections it requires, by their place in the template, or by the order. */
interface Practised {
  readonly at: number;
  readonly by: readonly number[] | 'order';
}

/**
 * Checks documents while they are still parsed, a few neighbours together as if there were no others, and says when all are
 * read what of it holds: the findings of those of which all documents together say what their neighbours have said.
 */
export class Early {
  readonly #options: EarlyOptions;
  readonly #found = new Map<string, Found>();
  /** Those that were read since others were checked. */
  #read: string[] = [];
  #held: { readonly path: string; readonly typeName: string | undefined }[] = [];
  #size = 0;
  #templates: readonly string[] | undefined;
  #sidecars: readonly string[] | undefined;

  constructor(options: EarlyOptions) {
    this.#options = options;
  }

  /** Takes a document that was just read; those before it are checked where they are enough. */
  async take(path: string): Promise<void> {
    const { holdings, isAsked } = this.#options;
    // What others were told of it may be something else now.
    if (this.#found.has(path)) this.#found.clear();
    const last = this.#read.at(-1);
    if (last !== undefined && isEnough(this.#size, last, path)) await this.check();
    const size = holdings.sizeOf(path);
    if (size === undefined) return;
    this.#read.push(path);
    this.#size += size;
    if (!isAsked(path)) return;
    holdings.hold(path);
    this.#held.push({ path, typeName: holdings.typeNameOf(path) });
  }

  /** Checks those that were read since. */
  async check(): Promise<void> {
    const { holdings, intake, typing, checks, keeping } = this.#options;
    const [read, held] = [this.#read, this.#held];
    this.#read = [];
    this.#held = [];
    this.#size = 0;
    if (!held.length) return;
    await this.#readSidecars(new Set(read.map(folderOf)));
    const among = holdings.among(read);
    const types = await typing.expected((this.#templates ??= this.#templatePaths()), among.all);
    for (const { path, typeName } of held) {
      const { records, answered } = notedRecords(among, (other) => other !== path && (holdings.has(other) || intake.isComing(other)));
      const { findings, type, practised } = await checks.lintExpected(path, records, types);
      holdings.release(path);
      if (!practised) continue;
      const basis: Basis = { stamp: this.#stampOf(path), typeName, said: saidBy(answered, this.#stampOf), types: typing.concerning(path, typeName, types), template: type?.adopted!.path, practised: placesOf(findings, practised, type) };
      this.#found.set(path, { findings: keeping.text(packFindings(findings)), basis: keeping.text(JSON.stringify(basis)) });
    }
  }

  /** The findings of a document that has been checked, as `packFindings` has them, where they hold for all that is known now. */
  async findings(path: string): Promise<KeptText | undefined> {
    const { holdings, typing } = this.#options;
    const found = this.#found.get(path);
    if (!found) return undefined;
    const basis = JSON.parse(found.basis.text) as Basis;
    const records = holdings.records();
    const types = await typing.types(path);
    const isSame = basis.stamp === this.#stampOf(path) && basis.types === typing.concerning(path, basis.typeName, types) && basis.said.every((one) => isSaidAlike(records, one, this.#stampOf));
    return isSame ? asPractised(found.findings, basis, types) : undefined;
  }

  /** What was found since this was asked last, for another workspace of the same folder; here it is forgotten, with all that was settled for it. */
  handOver(): readonly (readonly [path: string, found: Found])[] {
    const found = [...this.#found];
    this.#found.clear();
    for (const [path] of found) this.#options.holdings.unsettle(path);
    return found;
  }

  /** Takes what another workspace has found in a document, of which both have the same reading. */
  takeOver(path: string, found: Found): void {
    this.#found.set(path, found);
  }

  readonly #stampOf = (path: string): string | undefined => this.#options.holdings.stampOf(path);

  async #readSidecars(folders: ReadonlySet<string>): Promise<void> {
    const { intake } = this.#options;
    const sidecars = (this.#sidecars ??= [...intake.listed()].filter(isSidecarPath));
    for (const path of sidecars) if (folders.has(folderOf(path)) && intake.isComing(path)) await intake.refresh(path);
  }

  #templatePaths(): readonly string[] {
    const { intake } = this.#options;
    return [...intake.listed()].filter((path) => isMarkdownPath(path) && isAdoptable({ path, kind: 'template' }) && nameScore(path, builtInVocabulary) >= TEMPLATE && !intake.configurations.of(path).excludes(path)).sort();
  }
}

// A template's sections are the same ones, in the same places, however it is followed.
function placesOf(findings: readonly Finding[], practised: ReadonlyMap<Finding, AskedPractice>, type: DocType | undefined): Practised[] {
  if (!type || !practised.size) return [];
  const { sections } = type.adopted!.template!;
  return findings.flatMap((finding, at) => {
    const asked = practised.get(finding);
    return asked ? [{ at, by: asked === 'order' ? asked : asked.map((section) => sections.indexOf(section)) }] : [];
  });
}

// Without the findings that ask for what the team does not do; undefined where a fix asks for some of it.
function asPractised(findings: KeptText, { template: path, practised }: Basis, types: readonly DocType[]): KeptText | undefined {
  if (path === undefined || !practised.length) return findings;
  const { template, keepsOrder } = types.find(({ adopted }) => adopted?.path === path)!.adopted!;
  const isDone = (place: number): boolean => template!.sections[place]!.required;
  const dropped = new Set(practised.flatMap(({ at, by }) => ((by === 'order' ? keepsOrder : isDone(by[0]!)) ? [] : [at])));
  if (practised.some(({ at, by }) => by !== 'order' && !dropped.has(at) && !by.every(isDone))) return undefined;
  return dropped.size ? inHeap.text(JSON.stringify((JSON.parse(findings.text) as unknown[]).filter((_, at) => !dropped.has(at)))) : findings;
}
