import { RECORD_KINDS, type Kind, type RecordKind } from '../entry.ts';
import { folderOf } from '../paths.ts';
import type { KindFeatures } from './features.ts';
import { TEMPLATE_ENOUGH } from './template.ts';
import { ENOUGH } from './weights.ts';

/** A document on its way to its kind. */
export interface Candidate {
  readonly features: KindFeatures;
  /** What it is by itself: see `kindAlone`. */
  readonly alone: Kind;
}

/** The kinds of all documents: each by what it shows, the undecided by what their neighbours of the same naming are. */
export function settleKinds(candidates: readonly Candidate[]): Kind[] {
  const series = new Map<string, Series>();
  for (const { features, alone } of candidates) {
    for (const place of [features.group, `${folderOf(features.group)}/*`]) {
      const known = series.get(place) ?? { decision: 0, design: 0, kinds: new Map(), all: new Map() };
      series.set(place, known);
      if (alone === 'decision' || alone === 'design') {
        known.decision += features.scores.decision;
        known.design += features.scores.design;
      }
      if (!features.isFrontPage && !features.isCommunity && alone !== 'template') known.all.set(features.pattern, (known.all.get(features.pattern) ?? 0) + 1);
      if (!isRecord(alone)) continue;
      const counts = known.kinds.get(features.pattern) ?? new Map<RecordKind, number>();
      known.kinds.set(features.pattern, counts.set(alone, (counts.get(alone) ?? 0) + 1));
    }
  }
  return candidates.map(({ features, alone }) => {
    const own = series.get(features.group)!;
    if (alone === 'decision' || alone === 'design') return usual(own);
    if (alone !== 'other' || features.isCommunity || features.isFrontPage) return alone;
    // Beside it, in the folders beside its own, and in the folder around them.
    for (const place of [own, series.get(`${folderOf(features.group)}/*`), series.get(folderOf(features.group))]) {
      const kind = place && kindAmong(place, features);
      if (place && kind) return kind === 'decision' || kind === 'design' ? usual(place) : kind;
    }
    return alone;
  });
}

/** The kind of a document for all that it shows by itself; records that show too little are `other`. */
export function kindAlone(features: KindFeatures): Kind {
  if (features.template >= TEMPLATE_ENOUGH) return 'template';
  const [kind, score] = best(features);
  if (features.isFrontPage) {
    const enough = features.group === '' || !features.group.includes('/') ? ENOUGH + 3 : ENOUGH + 1;
    if (features.own < enough || features.links >= 5) return features.links >= 2 ? 'index' : 'other';
    return kind;
  }
  if (features.isCommunity && features.own < ENOUGH + 3) return 'other';
  return score >= ENOUGH && features.own >= leastOwn(features) ? kind : 'other';
}

interface Series {
  decision: number;
  design: number;
  /** How many there are of each kind by themselves, for each way of naming. */
  readonly kinds: Map<string, Map<RecordKind, number>>;
  /** How many there are for each way of naming, records or not. */
  readonly all: Map<string, number>;
}

function usual({ decision, design }: Series): Kind {
  return decision >= design ? 'decision' : 'design';
}

// Among many records the few others that are named alike need less to be one, too.
function isMost({ kinds, all }: Series, pattern: string): boolean {
  let records = 0;
  for (const count of kinds.get(pattern)?.values() ?? []) records += count;
  return records >= 8 && records >= 0.66 * (all.get(pattern) ?? 0);
}

function kindAmong(series: Series, { pattern, scores }: KindFeatures): RecordKind | undefined {
  let found: [RecordKind, number] | undefined;
  for (const [kind, count] of series.kinds.get(pattern) ?? []) if (!found || count > found[1]) found = [kind, count];
  if (!found || found[1] < 2) return undefined;
  const isPlain = pattern === 'plain' || pattern === 'plain/';
  return scores[found[0]] + (isPlain ? (isMost(series, pattern) ? 3 : 2) : 4) >= ENOUGH ? found[0] : undefined;
}

// A name that is formed like a record's is enough in a folder of records; a plain one wants words that speak for it.
function leastOwn(features: KindFeatures): number {
  return features.pattern.startsWith('plain') ? 1.5 : 0;
}

function best({ scores }: KindFeatures): [RecordKind, number] {
  let found: [RecordKind, number] = ['decision', scores.decision];
  for (const kind of RECORD_KINDS) if (scores[kind] > found[1]) found = [kind, scores[kind]];
  return found;
}

function isRecord(kind: Kind): kind is RecordKind {
  return RECORD_KINDS.includes(kind);
}
