import type { DateOrder } from './dates.ts';
import type { Claim } from './dialects/dialect.ts';
import { documentName } from './dialects/file-name.ts';
import { isOpen, weigh, type Weighed } from './dialects/weigh.ts';
import type { Entry, Kind } from './entry.ts';
import { featuresWithSidecar, type KindFeatures } from './kinds/features.ts';
import { kindAlone, settleKinds } from './kinds/settle.ts';
import { packReading, unpackReading, type PackedReading, type Reading } from './reading.ts';
import type { Named } from './relations-names.ts';
import { isRelation, NO_RELATIONS, settleRelations, type Relations } from './relations-settle.ts';
import { folderOf } from './paths.ts';

export { isSidecarPath, readSidecar } from './reading.ts';

/**
 * All documents of a workspace, settled: what one document leaves open, its neighbours, its side-car
 * and the rest of its repository decide. Settling is lazy, and an edit settles again only what it can have changed.
 */
export class WorkspaceIndex {
  readonly #documents = new Map<string, Member>();
  /** By folder, then by path. */
  readonly #sidecars = new Map<string, Map<string, Reading>>();
  #members: readonly Member[] | undefined;
  #entries: readonly Entry[] | undefined;
  #byPath: ReadonlyMap<string, Entry> = new Map();
  #orders: ReadonlyMap<string, DateOrder | undefined> = new Map();

  /** Takes in what was read of a document or a side-car, in place of what was known of that path. */
  set(given: Reading | PackedReading): void {
    this.#entries = undefined;
    if (!('packed' in given) && !given.features) {
      const folder = folderOf(given.path);
      const beside = this.#sidecars.get(folder) ?? new Map<string, Reading>();
      this.#sidecars.set(folder, beside.set(given.path, given));
      return;
    }
    const reading = 'packed' in given ? given : packReading(given);
    const known = this.#documents.get(reading.path);
    if (known) known.take(reading);
    else {
      this.#documents.set(reading.path, new Member(reading));
      this.#members = undefined;
    }
  }

  /** Forgets a document or a side-car; a path that is not known is no mistake. */
  remove(path: string): void {
    if (this.#documents.delete(path)) this.#members = this.#entries = undefined;
    else if (this.#sidecars.get(folderOf(path))?.delete(path)) this.#entries = undefined;
  }

  /** What was read of every document, in any order. */
  readings(): readonly PackedReading[] {
    return [...this.#documents.values()].map(({ reading }) => reading);
  }

  /** What was read of the document at `path`. */
  reading(path: string): PackedReading | undefined {
    return this.#documents.get(path)?.reading;
  }

  /** The entries as they would be with these readings in place of what was read of their paths; nothing is taken in. */
  supposing(readings: readonly Reading[]): readonly Entry[] {
    const held = { entries: this.entries(), byPath: this.#byPath, orders: this.#orders };
    const known = readings.flatMap(({ path }) => this.#documents.get(path) ?? []).map((member) => member.reading);
    try {
      for (const reading of readings) if (this.#documents.has(reading.path)) this.set(reading);
      return this.entries();
    } finally {
      for (const reading of known) this.set(reading);
      this.#entries = held.entries;
      this.#byPath = held.byPath;
      this.#orders = held.orders;
    }
  }

  /** Every document, sorted by path; the same array until something changes, and the same entry where nothing of it did. */
  entries(): readonly Entry[] {
    return (this.#entries ??= this.#settle());
  }

  /** The document at `path`; undefined where none is known. */
  entry(path: string): Entry | undefined {
    this.entries();
    return this.#byPath.get(path);
  }

  #settle(): readonly Entry[] {
    const members = (this.#members ??= [...this.#documents.values()].sort((a, b) => (a.path < b.path ? -1 : 1)));
    for (const member of members) member.sidecar = this.#sidecarOf(member.path);
    settleKinds(members).forEach((kind, index) => {
      members[index]!.kind = kind;
    });
    this.#settleProjects(members);
    const byYear = groupsByYear(members);
    for (const member of members) member.weigh(this.#orders.get(member.project), byYear.has(member.features.group));
    const relations = settleRelations(members);
    const entries = members.map((member) => member.entry(relations.get(member.path) ?? NO_RELATIONS));
    this.#byPath = new Map(entries.map((entry) => [entry.path, entry]));
    return entries;
  }

  #sidecarOf(path: string): Reading | undefined {
    if (this.#sidecars.size === 0 || !FRONT_PAGE.test(path)) return undefined;
    const beside = [...(this.#sidecars.get(folderOf(path))?.values() ?? [])];
    return beside.sort((a, b) => (a.path < b.path ? -1 : 1))[0];
  }

  // A workspace with files at its top, or that is a part of a repository, is one project; otherwise each of its folders is one.
  #settleProjects(members: readonly Member[]): void {
    const rooted = members.some((member) => !member.path.includes('/') || member.own.isBelowTop);
    const votes = new Map<string, Record<DateOrder, number>>();
    for (const member of members) {
      member.project = rooted ? '' : member.path.slice(0, member.path.indexOf('/'));
      const { orders } = member.own;
      if (!orders.length) continue;
      const vote = votes.get(member.project) ?? { 'day-first': 0, 'month-first': 0 };
      votes.set(member.project, vote);
      for (const order of orders) vote[order]++;
    }
    this.#orders = new Map([...votes].map(([project, vote]) => [project, vote['day-first'] === vote['month-first'] ? undefined : vote['day-first'] > vote['month-first'] ? 'day-first' : 'month-first']));
  }
}

// Where neighbours share "numbers" such as 2024, their names begin with a year.
function groupsByYear(members: readonly Member[]): ReadonlySet<string> {
  const groups = new Map<string, { count: number; readonly years: Set<string> }>();
  for (const { own: { year }, features } of members) {
    if (year === undefined) continue;
    const known = groups.get(features.group) ?? { count: 0, years: new Set<string>() };
    groups.set(features.group, known);
    known.count++;
    known.years.add(year);
  }
  return new Set([...groups].filter(([, { count, years }]) => count >= 3 && years.size <= count * 0.7).map(([group]) => group));
}

/** What is kept of a Reading to settle it among others. */
interface Own {
  readonly features: KindFeatures;
  /** What its name begins with, if that is a number that could be a year. */
  readonly year: string | undefined;
  readonly isBelowTop: boolean;
  /** What its dates give away about the order of day and month. */
  readonly orders: readonly DateOrder[];
  readonly name: string;
}

/** What is kept of a Reading once its claims are weighed. */
interface Found extends Pick<Reading, 'actions' | 'questions' | 'reviews'> {
  readonly relations: readonly Claim[];
}

function ownOf({ path, placed, claims, features }: Reading): Own {
  const number = claims.find((claim) => claim.dialect === 'file-name' && claim.property === 'number')?.value;
  return {
    features: features!,
    year: number !== undefined && /^(?:199|20[0-4])\d$/.test(number) ? number : undefined,
    isBelowTop: placed !== undefined,
    orders: claims.flatMap((claim) => (claim.order ? [claim.order] : [])),
    name: documentName(placed ?? path).name,
  };
}

const FRONT_PAGE = /(?:^|\/)(?:readme|index)\.md$/i;

// One document with what has been settled of it so far.
class Member {
  kind: Kind = 'other';
  project = '';
  readonly path: string;
  #reading: PackedReading;
  #sidecar: Reading | undefined;
  #own: Own | undefined;
  #features: KindFeatures | undefined;
  #alone: Kind | undefined;
  #weighed: (Found & { of: Weighed; order: DateOrder | undefined; sidecar: Reading | undefined; byYear: boolean }) | undefined;
  #entry: { of: Entry; kind: Kind; weighed: Weighed; relations: string } | undefined;

  constructor(reading: PackedReading) {
    this.#reading = reading;
    this.path = reading.path;
  }

  get reading(): PackedReading {
    return this.#reading;
  }

  take(reading: PackedReading): void {
    this.#reading = reading;
    this.#own = this.#features = this.#weighed = this.#alone = undefined;
  }

  get features(): KindFeatures {
    return (this.#features ??= this.#sidecar ? featuresWithSidecar(this.own.features, this.#sidecar.claims) : this.own.features);
  }

  /** The file of metadata that belongs to it. */
  set sidecar(sidecar: Reading | undefined) {
    if (this.#sidecar === sidecar) return;
    this.#sidecar = sidecar;
    this.#features = this.#alone = undefined;
  }

  /** What its Reading says of it by itself. */
  get own(): Own {
    return (this.#own ??= ownOf(unpackReading(this.#reading)));
  }

  get alone(): Kind {
    return (this.#alone ??= kindAlone(this.features));
  }

  weigh(order: DateOrder | undefined, byYear: boolean): void {
    const sidecar = this.#sidecar;
    if (this.#weighed && this.#weighed.order === order && this.#weighed.sidecar === sidecar && this.#weighed.byYear === byYear) return;
    const { claims: own, actions, questions, reviews } = unpackReading(this.#reading);
    const all = sidecar ? [...sidecar.claims, ...own] : own;
    const claims = byYear ? all.filter((claim) => claim.dialect !== 'file-name' || (claim.property !== 'number' && claim.property !== 'id')) : all;
    this.#weighed = { of: weigh(claims, order), relations: claims.filter(isRelation), actions, questions, reviews, order, sidecar, byYear };
  }

  /** The claims that concern other documents. */
  get relations(): readonly Claim[] {
    return this.#weighed!.relations;
  }

  get named(): Named {
    const { id, number } = this.#weighed!.of;
    return { path: this.path, group: this.features.group, project: this.project, id, number, name: this.own.name };
  }

  entry(relations: Relations): Entry {
    const { of: weighed, actions, questions, reviews } = this.#weighed!;
    const key = relations === NO_RELATIONS ? '' : JSON.stringify(relations);
    if (this.#entry && this.#entry.kind === this.kind && this.#entry.weighed === weighed && this.#entry.relations === key) return this.#entry.of;
    const { evidence, contradicted, ...values } = weighed;
    const of: Entry = {
      path: this.path,
      kind: this.kind,
      ...values,
      title: values.title || this.path,
      open: isOpen(values.status),
      ...relations.paths,
      actions,
      questions,
      reviews,
      evidence: { ...evidence, ...relations.evidence },
      ...(Object.keys(relations.further).length > 0 && { further: relations.further }),
      ...(Object.keys(contradicted).length > 0 && { contradicted }),
    };
    this.#entry = { of, kind: this.kind, weighed, relations: key };
    return of;
  }
}
