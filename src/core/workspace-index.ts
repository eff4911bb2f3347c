import type { DateOrder } from './dates.ts';
import type { Claim } from './dialects/dialect.ts';
import { documentName } from './dialects/file-name.ts';
import { isOpen, weigh, type Weighed } from './dialects/weigh.ts';
import type { Entry, Kind } from './entry.ts';
import { fingerprint } from './fingerprint.ts';
import { featuresWithSidecar, type KindFeatures } from './kinds/features.ts';
import { kindAlone, settleKinds } from './kinds/settle.ts';
import { packReading, unpackFacts, type Facts, type PackedReading, type Reading } from './reading.ts';
import type { Named } from './relations-names.ts';
import { isRelation, NO_RELATIONS, SettledRelations, type Beyond, type Relations } from './relations-settle.ts';
import { folderOf } from './paths.ts';
import { UNASKED } from './watching.ts';

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
  #settled: Settled | undefined;
  /** Those that were read again since everything was settled. */
  #changed = new Set<Member>();
  #beyond: Beyond | undefined;

  /** From now on relations to what lies in other repositories are settled by this. */
  lookBeyond(beyond: Beyond | undefined): void {
    if (beyond !== this.#beyond) this.#entries = this.#settled = undefined;
    this.#beyond = beyond;
  }

  /** Takes in what was read of a document or a side-car, in place of what was known of that path. */
  set(given: Reading | PackedReading): void {
    this.#entries = undefined;
    if (!('packed' in given) && !given.features) {
      const folder = folderOf(given.path);
      const beside = this.#sidecars.get(folder) ?? new Map<string, Reading>();
      this.#sidecars.set(folder, beside.set(given.path, given));
      this.#settled = undefined;
      return;
    }
    const reading = 'packed' in given ? given : packReading(given);
    const known = this.#documents.get(reading.path);
    if (known) {
      known.take(reading);
      this.#changed.add(known);
    } else {
      this.#documents.set(reading.path, new Member(reading));
      this.#members = this.#settled = undefined;
    }
  }

  /** Forgets a document or a side-car; a path that is not known is no mistake. */
  remove(path: string): void {
    if (this.#documents.delete(path)) this.#members = this.#entries = this.#settled = undefined;
    else if (this.#sidecars.get(folderOf(path))?.delete(path)) this.#entries = this.#settled = undefined;
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
    const held = this.entries();
    const known = readings.flatMap(({ path }) => this.#documents.get(path) ?? []).map((member) => member.reading);
    try {
      for (const reading of readings) if (this.#documents.has(reading.path)) this.set(reading);
      return this.entries();
    } finally {
      for (const reading of known) this.set(reading);
      this.#entries = held;
    }
  }

  /** Every document, sorted by path; the same array until something changes, and the same entry where nothing of it did. */
  entries(): readonly Entry[] {
    return (this.#entries ??= this.#settle());
  }

  /** Some of the documents as they would be if there were no others, sorted by path; for as long as not all of them are read. */
  among(paths: readonly string[]): readonly Entry[] {
    return this.#settled ? [] : this.#settleThese(paths.flatMap((path) => this.#documents.get(path) ?? []).sort(byPath)).entries;
  }

  /** What the entry at `path` goes by beside what was read of its document, as it was settled last: with the same one it says the same to rules. */
  stampOf(path: string): string | undefined {
    return this.#documents.get(path)?.stamp;
  }

  /** Forgets what was settled of a document for `among`. */
  unsettle(path: string): void {
    if (!this.#settled) this.#documents.get(path)?.unsettle();
  }

  /** The document at `path`; undefined where none is known. */
  entry(path: string): Entry | undefined {
    const entries = this.entries();
    const place = this.#settled?.places.get(path);
    return place === undefined ? undefined : entries[place];
  }

  // Where those that were read again look to all others as they did, they alone are settled, and those of whom they speak.
  #settle(): readonly Entry[] {
    const changed = [...this.#changed];
    this.#changed = new Set();
    const settled = this.#settled;
    const isAlike = settled && changed.filter((member) => !member.isSeenAsBefore(settled.orders, settled.byYear)).length === 0;
    for (const member of changed) member.settle();
    if (!isAlike) return this.#settleAll();
    const entries = [...settled.entries];
    for (const path of new Set(changed.flatMap((member) => settled.relations.restate(member)))) {
      const place = settled.places.get(path);
      if (place !== undefined) entries[place] = this.#documents.get(path)!.entry(settled.relations.of(path));
    }
    settled.entries = entries;
    return entries;
  }

  #settleAll(): readonly Entry[] {
    const members = (this.#members ??= [...this.#documents.values()].sort(byPath));
    this.#settled = { ...this.#settleThese(members), places: this.#settled?.places ?? new Map(members.map(({ path }, place) => [path, place])) };
    return this.#settled.entries;
  }

  #settleThese(members: readonly Member[]): Omit<Settled, 'places'> {
    for (const member of members) member.sidecar = this.#sidecarOf(member.path);
    settleKinds(members).forEach((kind, index) => {
      members[index]!.kind = kind;
    });
    const orders = settleProjects(members);
    const byYear = groupsByYear(members);
    for (const member of members) member.weigh(orders.get(member.project), byYear.has(member.features.group));
    const relations = new SettledRelations(members, this.#beyond);
    return { entries: members.map((member) => member.entry(relations.of(member.path))), relations, orders, byYear };
  }

  #sidecarOf(path: string): Reading | undefined {
    if (this.#sidecars.size === 0 || !FRONT_PAGE.test(path)) return undefined;
    const beside = [...(this.#sidecars.get(folderOf(path))?.values() ?? [])];
    return beside.sort((a, b) => (a.path < b.path ? -1 : 1))[0];
  }
}

const byPath = (one: Member, other: Member): number => (one.path < other.path ? -1 : 1);

/** What was settled last of all documents. */
interface Settled {
  entries: readonly Entry[];
  /** Where the entry of each path stands among them. */
  readonly places: ReadonlyMap<string, number>;
  readonly relations: SettledRelations;
  /** By project. */
  readonly orders: ReadonlyMap<string, DateOrder | undefined>;
  readonly byYear: ReadonlySet<string>;
}

// A workspace with files at its top, or that is a part of a repository, is one project; otherwise each of its folders is one.
function settleProjects(members: readonly Member[]): ReadonlyMap<string, DateOrder | undefined> {
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
  return new Map([...votes].map(([project, vote]) => [project, vote['day-first'] === vote['month-first'] ? undefined : vote['day-first'] > vote['month-first'] ? 'day-first' : 'month-first']));
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
interface Found extends Pick<Facts, 'actions' | 'questions' | 'reviews'> {
  readonly relations: readonly Claim[];
}

function ownOf({ path, placed, claims, features }: Facts): Own {
  const number = claims.find((claim) => claim.dialect === 'file-name' && claim.property === 'number')?.value;
  return {
    features: features!,
    year: number !== undefined && /^(?:199|20[0-4])\d$/.test(number) ? number : undefined,
    isBelowTop: placed !== undefined,
    orders: claims.flatMap((claim) => (claim.order ? [claim.order] : [])),
    name: documentName(placed ?? path).name,
  };
}

// Those relations that a rule asks for, as a text.
const othersIn = (relations: Relations): string => JSON.stringify(relations, (key, value: unknown) => (UNASKED.has(key) ? undefined : value));

const NO_OTHERS = othersIn(NO_RELATIONS);

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
  #weighed: (Found & { of: Weighed; order: DateOrder | undefined; hasAmbiguous: boolean; sidecar: Reading | undefined; byYear: boolean }) | undefined;
  /** What others went by of the reading that was settled last; undefined where this is that one. */
  #before: string | undefined;
  #unpacked: Facts | undefined;
  #entry: { of: Entry; kind: Kind; weighed: Weighed; relations: string } | undefined;

  constructor(reading: PackedReading) {
    this.#reading = reading;
    this.path = reading.path;
  }

  get reading(): PackedReading {
    return this.#reading;
  }

  take(reading: PackedReading): void {
    if (this.#weighed) this.#before ??= this.#seen();
    this.#reading = reading;
    this.unsettle();
  }

  /** Forgets what can be worked out again. */
  unsettle(): void {
    this.#own = this.#features = this.#weighed = this.#alone = this.#unpacked = this.#entry = undefined;
  }

  /** What its entry goes by beside its reading, without what it requires; undefined before there is one. */
  get stamp(): string | undefined {
    if (!this.#entry) return undefined;
    const { kind, relations } = this.#entry;
    const { hasAmbiguous, order, byYear, sidecar } = this.#weighed!;
    const others = relations === '' ? NO_OTHERS : othersIn(JSON.parse(relations) as Relations);
    return fingerprint([kind, hasAmbiguous ? order : '', byYear ? 'year' : '', sidecar?.path, others === NO_OTHERS ? '' : others].join(' '));
  }

  /** Has the new reading all that others go by as it was when everything was settled? It is weighed as it was then. */
  isSeenAsBefore(orders: Settled['orders'], byYear: Settled['byYear']): boolean {
    this.weigh(orders.get(this.project), byYear.has(this.features.group));
    this.#unpacked = undefined;
    return this.#before === this.#seen();
  }

  /** All is settled, and the next reading is compared with this one. */
  settle(): void {
    this.#before = undefined;
  }

  #seen(): string {
    return JSON.stringify([this.own, this.named]);
  }

  // Of one that comes in the place of another it is asked for more than once.
  #unpack(): Facts {
    if (this.#before === undefined) return unpackFacts(this.#reading);
    return (this.#unpacked ??= unpackFacts(this.#reading));
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
    if (this.#own) return this.#own;
    const reading = this.#unpack();
    this.#own = ownOf(reading);
    // For most documents neighbours change nothing of this, and unpacking one again takes longer.
    if (!this.#weighed) this.#weigh(reading, undefined, false);
    return this.#own;
  }

  get alone(): Kind {
    return (this.#alone ??= kindAlone(this.features));
  }

  weigh(order: DateOrder | undefined, byYear: boolean): void {
    const known = this.#weighed;
    if (!known || known.sidecar !== this.#sidecar || known.byYear !== byYear || (known.hasAmbiguous && known.order !== order)) this.#weigh(this.#unpack(), order, byYear);
  }

  #weigh({ claims: own, actions, questions, reviews }: Facts, order: DateOrder | undefined, byYear: boolean): void {
    const sidecar = this.#sidecar;
    const all = sidecar ? [...sidecar.claims, ...own] : own;
    const claims = byYear ? all.filter((claim) => claim.dialect !== 'file-name' || (claim.property !== 'number' && claim.property !== 'id')) : all;
    this.#weighed = { of: weigh(claims, order), relations: claims.filter(isRelation), actions, questions, reviews, order, hasAmbiguous: claims.some(({ dayFirst }) => dayFirst !== undefined), sidecar, byYear };
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
