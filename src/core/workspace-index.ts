import type { DateOrder } from './dates.ts';
import type { Claim } from './dialects/dialect.ts';
import { nameOf } from './dialects/file-name.ts';
import { evidenceOf, isOpen, weigh, type Weighed } from './dialects/weigh.ts';
import type { Entry, Evidence, Kind, Property } from './entry.ts';
import { settleKinds } from './kinds/settle.ts';
import type { Reading } from './reading.ts';
import { NameTable, type Named } from './relations-names.ts';
import { folderOf } from './titles.ts';

export { isSidecarPath, readSidecar } from './reading.ts';

/**
 * All documents of a workspace, settled: what one document leaves open, its neighbours, its side-car
 * and the rest of its repository decide. Settling is lazy, and an edit settles again only what it can have changed.
 */
export class WorkspaceIndex {
  readonly #documents = new Map<string, Member>();
  readonly #sidecars = new Map<string, Reading>();
  readonly #groups = new Map<string, Set<string>>();
  readonly #staleGroups = new Set<string>();
  #sorted: readonly Entry[] | undefined;
  #byPath = new Map<string, Entry>();
  #orders = new Map<string, DateOrder | undefined>();

  /** Takes in what was read of a document or a side-car, in place of what was known of that path. */
  set(reading: Reading): void {
    this.#sorted = undefined;
    if (!reading.features) {
      this.#sidecars.set(reading.path, reading);
      this.#forgetWeighing(ownersOf(reading.path));
      return;
    }
    const known = this.#documents.get(reading.path);
    if (known) this.#leave(known);
    this.#documents.set(reading.path, new Member(reading));
    const { group } = reading.features;
    const members = this.#groups.get(group);
    if (members) members.add(reading.path);
    else this.#groups.set(group, new Set([reading.path]));
    this.#staleGroups.add(group);
  }

  /** Forgets a document or a side-car; a path that is not known is no mistake. */
  remove(path: string): void {
    const known = this.#documents.get(path);
    if (known) {
      this.#sorted = undefined;
      this.#documents.delete(path);
      this.#leave(known);
    }
    if (this.#sidecars.delete(path)) {
      this.#sorted = undefined;
      this.#forgetWeighing(ownersOf(path));
    }
  }

  /** Every document, sorted by path; the same array until something changes, and the same entry where nothing of it did. */
  entries(): readonly Entry[] {
    return (this.#sorted ??= this.#settle());
  }

  entry(path: string): Entry | undefined {
    this.entries();
    return this.#byPath.get(path);
  }

  #leave(member: Member): void {
    const { group } = member.reading.features!;
    const members = this.#groups.get(group);
    members?.delete(member.reading.path);
    if (members?.size === 0) this.#groups.delete(group);
    this.#staleGroups.add(group);
  }

  #forgetWeighing(paths: readonly string[]): void {
    for (const path of paths) this.#documents.get(path)?.forget();
  }

  #settle(): readonly Entry[] {
    const members = [...this.#documents.values()].sort((a, b) => (a.reading.path < b.reading.path ? -1 : 1));
    this.#settleGroups();
    this.#settleProjects(members);
    for (const member of members) member.weigh(this.#sidecarOf(member.reading.path), this.#orders.get(member.project));
    const relations = relationsOf(members);
    const entries = members.map((member) => member.entry(relations.get(member.reading.path) ?? NO_RELATIONS));
    this.#byPath = new Map(entries.map((entry) => [entry.path, entry]));
    return entries;
  }

  #settleGroups(): void {
    for (const group of this.#staleGroups) {
      const members = [...(this.#groups.get(group) ?? [])].sort().map((path) => this.#documents.get(path)!);
      settleKinds(members.map((member) => member.reading.features!)).forEach((kind, index) => {
        members[index]!.kind = kind;
      });
    }
    this.#staleGroups.clear();
  }

  // A workspace with files at its top is one project; otherwise each of its folders is one.
  #settleProjects(members: readonly Member[]): void {
    const rooted = members.some((member) => !member.reading.path.includes('/'));
    const votes = new Map<string, Record<DateOrder, number>>();
    for (const member of members) {
      member.project = rooted ? '' : member.reading.path.slice(0, member.reading.path.indexOf('/'));
      if (!member.orders.length) continue;
      const vote = votes.get(member.project) ?? { 'day-first': 0, 'month-first': 0 };
      votes.set(member.project, vote);
      for (const order of member.orders) vote[order]++;
    }
    this.#orders = new Map([...votes].map(([project, vote]) => [project, vote['day-first'] === vote['month-first'] ? undefined : vote['day-first'] > vote['month-first'] ? 'day-first' : 'month-first']));
  }

  #sidecarOf(path: string): Reading | undefined {
    if (this.#sidecars.size === 0 || !FRONT_PAGE.test(path)) return undefined;
    const folder = folderOf(path);
    for (const [sidecar, reading] of this.#sidecars) if (folderOf(sidecar) === folder) return reading;
    return undefined;
  }
}

const FRONT_PAGE = /(?:^|\/)(?:readme|index)\.md$/i;

function ownersOf(sidecar: string): string[] {
  const folder = folderOf(sidecar);
  return ['README.md', 'readme.md', 'Readme.md', 'index.md'].map((name) => (folder === '' ? name : `${folder}/${name}`));
}

type RelationProperty = 'supersededBy' | 'supersedes' | 'amends' | 'requires';
interface Relations {
  readonly paths: Readonly<Record<RelationProperty, readonly string[]>>;
  readonly evidence: Readonly<Partial<Record<Property, Evidence>>>;
}
const NO_RELATIONS: Relations = { paths: { supersededBy: [], supersedes: [], amends: [], requires: [] }, evidence: {} };

// One document with what has been settled of it so far.
class Member {
  kind: Kind = 'other';
  project = '';
  readonly orders: readonly DateOrder[];
  #weighed: { of: Weighed; claims: readonly Claim[]; order: DateOrder | undefined; sidecar: Reading | undefined } | undefined;
  #entry: { of: Entry; kind: Kind; weighed: Weighed; relations: string } | undefined;

  constructor(readonly reading: Reading) {
    this.orders = reading.claims.flatMap((claim) => (claim.order ? [claim.order] : []));
  }

  forget(): void {
    this.#weighed = undefined;
  }

  weigh(sidecar: Reading | undefined, order: DateOrder | undefined): void {
    if (this.#weighed && this.#weighed.order === order && this.#weighed.sidecar === sidecar) return;
    const claims = sidecar ? [...sidecar.claims, ...this.reading.claims] : this.reading.claims;
    this.#weighed = { of: weigh(claims, order), claims, order, sidecar };
  }

  get claims(): readonly Claim[] {
    return this.#weighed?.claims ?? [];
  }

  get named(): Named {
    const { id, number } = this.#weighed!.of;
    const { path, features } = this.reading;
    return { path, group: features!.group, project: this.project, id, number, name: nameOf(path).name };
  }

  entry(relations: Relations): Entry {
    const weighed = this.#weighed!.of;
    const key = relations === NO_RELATIONS ? '' : JSON.stringify(relations);
    if (this.#entry && this.#entry.kind === this.kind && this.#entry.weighed === weighed && this.#entry.relations === key) return this.#entry.of;
    const { evidence, contradicted, ...values } = weighed;
    const of: Entry = {
      path: this.reading.path,
      kind: this.kind,
      ...values,
      title: values.title || this.reading.path,
      open: isOpen(values.status),
      ...relations.paths,
      actions: this.reading.actions,
      evidence: { ...evidence, ...relations.evidence },
      ...(Object.keys(contradicted).length > 0 && { contradicted }),
    };
    this.#entry = { of, kind: this.kind, weighed, relations: key };
    return of;
  }
}

const INVERSE = { supersededBy: 'supersedes', supersedes: 'supersededBy', amendedBy: 'amends' } as const;
const OWN: Readonly<Record<string, RelationProperty | undefined>> = { supersededBy: 'supersededBy', supersedes: 'supersedes', amends: 'amends', requires: 'requires' };

// Relations by path, each said by one side or the other; what names no known document stays in its own words.
function relationsOf(members: readonly Member[]): Map<string, Relations> {
  const stating = members.filter((member) => member.claims.some((claim) => claim.property in OWN || claim.property === 'amendedBy'));
  if (!stating.length) return new Map();
  const names = new NameTable(members.map((member) => member.named));
  const found = new Map<string, { paths: Record<RelationProperty, string[]>; evidence: Partial<Record<Property, Evidence>> }>();
  const add = (path: string, property: RelationProperty, target: string, evidence: Evidence) => {
    const known = found.get(path) ?? { paths: { supersededBy: [], supersedes: [], amends: [], requires: [] }, evidence: {} };
    found.set(path, known);
    if (!known.paths[property].includes(target)) known.paths[property].push(target);
    known.evidence[property] ??= evidence;
  };
  const stated = stating.flatMap((member) => {
    const from = member.named;
    return member.claims.flatMap((claim) => {
      if (!(claim.property in OWN) && claim.property !== 'amendedBy') return [];
      const target = names.resolve(claim.value, from) ?? names.resolve(claim.text, from);
      return target === from.path ? [] : [{ from: from.path, claim, target }];
    });
  });
  for (const { from, claim, target } of stated) {
    const own = OWN[claim.property];
    if (own) add(from, own, target ?? claim.text, evidenceOf(claim));
  }
  for (const { from, claim, target } of stated) {
    const inverse = INVERSE[claim.property as keyof typeof INVERSE];
    if (inverse && target !== undefined) add(target, inverse, from, { ...evidenceOf(claim), path: claim.path ?? from });
  }
  return found;
}
