import type { Change } from './change.ts';
import { parseDocument, type Document } from './document.ts';
import { applyEdits, type Edit } from './edit.ts';
import { editPieces, editsOf, piecesOf, type Pieces } from './edits/compose.ts';
import type { Finding, Fix } from './finding.ts';
import { lostWords } from './words.ts';
import type { Workspace } from './workspace.ts';

/** Which fixes are made. */
export interface FixAllOptions {
  /** The findings that are to be settled; left out: warnings and errors. What only informs waits for a person. */
  readonly settles?: (finding: Finding) => boolean;
  /** Those of a document's findings that nobody has accepted for now; left out: what the configuration's baseline does not hold. */
  readonly unaccepted?: (path: string, findings: readonly Finding[]) => readonly Finding[];
  /** Are fixes left out that also change other documents than those that are named? */
  readonly onlyHere?: boolean;
}

/** What came of fixing. */
export interface Fixed {
  /** How many fixes were made. */
  readonly count: number;
  /** The edits of each document as it was before. */
  readonly changes: readonly Extract<Change, { kind: 'edit' }>[];
  /** The text of each of these documents after them. */
  readonly texts: ReadonlyMap<string, string>;
  /** The findings that each document that was named still has. */
  readonly left: ReadonlyMap<string, readonly Finding[]>;
}

/**
 * Makes the automatic fixes of some documents, round by round on what the round before made of them, until none is left.
 * No two fixes of a round touch; a fix that would lose a word, leave a document unreadable or undo an earlier one is left out.
 * Nothing is written: the documents of the workspace stay as they are.
 */
export async function fixAll(workspace: Workspace, paths: readonly string[], { settles = isSerious, unaccepted, onlyHere = false }: FixAllOptions = {}): Promise<Fixed> {
  const work = new Work(workspace);
  const left = new Map<string, readonly Finding[]>();
  const named: ReadonlySet<string> = new Set(paths);
  const isWanted = (offer: Offer): boolean => !work.refuses(offer) && [...offer.edits.keys()].every((path) => named.has(path) || (!onlyHere && workspace.has(path)));
  const look = async (some: Iterable<string>): Promise<Offer[]> => {
    const folder = workspace.supposing(work.changed());
    const offers: Offer[] = [];
    for (const path of some) {
      const findings = unaccepted ? unaccepted(path, await folder.lintFully(path)) : await folder.lint(path);
      left.set(path, findings);
      offers.push(...offersOf(path, findings.filter(settles)).filter(isWanted));
    }
    return offers;
  };
  let count = 0;
  let pending = named;
  let isSeenWhole = true;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const wanted = await look(pending);
    const made = await work.make(apart(wanted));
    count += made.length;
    if (made.length) {
      isSeenWhole = false;
      pending = new Set([...made.flatMap(({ edits }) => [...edits.keys()]), ...wanted.map(({ path }) => path)].filter((path) => named.has(path)));
    } else if (!wanted.length) {
      if (isSeenWhole) break;
      // What was done to one document may have changed what is found in another.
      isSeenWhole = true;
      pending = named;
    }
  }
  if (!isSeenWhole) await look(named);
  return { count, changes: work.changes(), texts: work.texts(), left };
}

const MOST_ROUNDS = 50;

const isSerious = ({ severity }: Finding): boolean => severity === 'warning' || severity === 'error';

// One automatic fix with its edits by document; `path` has the finding.
interface Offer {
  readonly path: string;
  readonly finding: Finding;
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  /** What it is known again by in a later round. */
  readonly key: string;
}

/** Does a finding have a fix that is made without asking, where it is settled with all others? */
export const isMended = (finding: Finding): boolean => isSerious(finding) && automaticOf(finding) !== undefined;

const automaticOf = ({ fixes }: Finding): Fix | undefined => fixes.find(({ isAutomatic, command }) => isAutomatic && !command);

function offersOf(path: string, findings: readonly Finding[]): Offer[] {
  return findings.flatMap((finding) => {
    const fix = automaticOf(finding);
    return fix ? [{ path, finding, edits: editsByPath(path, fix), key: JSON.stringify([path, finding.ruleId, finding.messageId, fix.title]) }] : [];
  });
}

/** The edits of a fix, document by document. */
export function editsByPath(path: string, { edits, elsewhere = [] }: Pick<Fix, 'edits' | 'elsewhere'>): ReadonlyMap<string, readonly Edit[]> {
  const byPath = new Map<string, readonly Edit[]>();
  for (const one of [{ path, edits }, ...elsewhere]) if (one.edits.length) byPath.set(one.path, [...(byPath.get(one.path) ?? []), ...one.edits]);
  return byPath;
}

// As many as fit beside each other, in the order of the text, in whichever order they were found.
function apart(offers: readonly Offer[]): Offer[] {
  const sorted = [...offers].sort((a, b) => compare(a.path, b.path) || a.finding.range.start - b.finding.range.start || compare(a.finding.ruleId, b.finding.ruleId));
  const taken = new Map<string, Taken[]>();
  return sorted.filter(({ edits, finding: { ruleId } }) => {
    const own = [...edits].flatMap(([path, some]) => some.map(({ range }) => ({ path, ...range, ruleId })));
    if (!own.every((one) => isFree(one, taken.get(one.path) ?? []))) return false;
    for (const one of own) {
      const others = taken.get(one.path) ?? [];
      others.splice(placeOf(one.start, others), 0, one);
      taken.set(one.path, others);
    }
    return true;
  });
}

// What a fix of the round changes; kept in the order of the text.
interface Taken {
  readonly start: number;
  readonly end: number;
  readonly ruleId: string;
}

/** What is moved up to the last line break and what is put in behind it touch; UTF-16 units. */
const LINE_BREAK = 2;

// Several sections that one rule puts in at one place stand there in the rule's order.
function isFree(one: Taken, others: readonly Taken[]): boolean {
  const at = placeOf(one.start, others);
  return [others[at - 1], others[at]].every((other) => !other || one.end + LINE_BREAK < other.start || one.start > other.end + LINE_BREAK || (one.ruleId === other.ruleId && one.start === one.end && other.start === one.start && other.end === one.start));
}

// Behind all that begin there.
function placeOf(start: number, others: readonly Taken[]): number {
  let low = 0;
  let high = others.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (others[middle]!.start <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

// One document as the rounds so far have left it.
interface Worked {
  readonly before: Document;
  readonly document: Document;
  readonly pieces: Pieces;
  readonly seen: ReadonlySet<string>;
}

class Work {
  readonly #workspace: Workspace;
  readonly #done = new Map<string, Worked>();
  readonly #refused = new Set<string>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  changed(): Document[] {
    return [...this.#done.values()].map(({ document }) => document);
  }

  changes(): Fixed['changes'] {
    return [...this.#done].map(([path, { before, pieces }]) => ({ kind: 'edit' as const, path, edits: editsOf(pieces, before.text) })).filter(({ edits }) => edits.length);
  }

  texts(): Fixed['texts'] {
    return new Map([...this.#done].map(([path, { document }]) => [path, document.text]));
  }

  refuses({ key }: Offer): boolean {
    return this.#refused.has(key);
  }

  // Where a document would be spoilt, half of its fixes wait, until the one that spoils it stands alone and is refused.
  async make(offers: readonly Offer[]): Promise<readonly Offer[]> {
    for (let some = offers; some.length; ) {
      const made = await this.#tryOut(some);
      const spoilt = [...made].flatMap(([path, one]) => (one ? [] : [path]));
      if (!spoilt.length) {
        for (const [path, one] of made) this.#done.set(path, one!);
        return some;
      }
      const waiting = new Set<Offer>();
      for (const path of spoilt) {
        const own = some.filter(({ edits }) => edits.has(path));
        if (own.length === 1) this.#refused.add(own[0]!.key);
        for (const offer of own.slice(Math.floor(own.length / 2))) waiting.add(offer);
      }
      some = some.filter((offer) => !waiting.has(offer));
    }
    return [];
  }

  // The documents with the fixes made; undefined for one that they would spoil.
  async #tryOut(offers: readonly Offer[]): Promise<Map<string, Worked | undefined>> {
    const edits = new Map<string, Edit[]>();
    for (const offer of offers) for (const [path, some] of offer.edits) (edits.get(path) ?? edits.set(path, []).get(path)!).push(...some);
    return new Map(await Promise.all([...edits].map(async ([path, some]) => [path, workedOn(this.#done.get(path) ?? (await this.#start(path)), some)] as const)));
  }

  async #start(path: string): Promise<Worked> {
    const before = await this.#workspace.document(path);
    return { before, document: before, pieces: piecesOf(before.text), seen: new Set([before.text]) };
  }
}

function workedOn(worked: Worked, edits: readonly Edit[]): Worked | undefined {
  const { document, pieces, seen } = worked;
  const text = applied(document.text, edits);
  if (text === undefined || seen.has(text)) return undefined;
  const after = parseDocument(document.path, text);
  const known = new Set(document.problems.map(({ id }) => id));
  if (after.problems.some(({ id }) => !known.has(id)) || lostWords(document, after, edits).length) return undefined;
  return { ...worked, document: after, pieces: editPieces(pieces, edits), seen: new Set([...seen, text]) };
}

function applied(text: string, edits: readonly Edit[]): string | undefined {
  try {
    return applyEdits(text, edits);
  } catch {
    return undefined;
  }
}
