import type { Kind } from '../entry.ts';
import type { KindFeatures } from './features.ts';
import { TEMPLATE_ENOUGH } from './template.ts';
import { ENOUGH, type RecordKind } from './weights.ts';

/** The kinds of documents that lie together: each by what it shows, the undecided by what their neighbours are. */
export function settleKinds(members: readonly KindFeatures[]): Kind[] {
  const alone = members.map(kindAlone);
  const series = alone.flatMap((kind, index) => (kind === 'decision' || kind === 'design' ? [members[index]!.scores] : []));
  const decision = series.reduce((sum, scores) => sum + scores.decision, 0);
  const design = series.reduce((sum, scores) => sum + scores.design, 0);
  const usual: Kind = decision >= design ? 'decision' : 'design';

  const strong = new Map<string, Map<RecordKind, number>>();
  alone.forEach((kind, index) => {
    if (!isRecord(kind)) return;
    const { pattern } = members[index]!;
    const counts = strong.get(pattern) ?? new Map<RecordKind, number>();
    strong.set(pattern, counts.set(kind, (counts.get(kind) ?? 0) + 1));
  });
  return members.map((member, index) => {
    const kind = alone[index]!;
    if (kind === 'decision' || kind === 'design') return usual;
    if (kind !== 'other' || member.isCommunity || member.isFrontPage) return kind;
    const neighbours = [...(strong.get(member.pattern) ?? [])].sort((a, b) => b[1] - a[1])[0];
    if (!neighbours || neighbours[1] < 2) return kind;
    const bonus = member.pattern === 'plain' || member.pattern === 'plain/' ? 2 : 4;
    if (member.scores[neighbours[0]] + bonus < ENOUGH) return kind;
    return neighbours[0] === 'decision' || neighbours[0] === 'design' ? usual : neighbours[0];
  });
}

function kindAlone(features: KindFeatures): Kind {
  if (features.template >= TEMPLATE_ENOUGH) return 'template';
  const [kind, score] = best(features);
  if (features.isFrontPage) {
    if (features.own < ENOUGH + 3 || features.links >= 5) return features.links >= 2 ? 'index' : 'other';
    return kind;
  }
  if (features.isCommunity && features.own < ENOUGH + 3) return 'other';
  return score >= ENOUGH && features.own >= LEAST_OWN(features) ? kind : 'other';
}

// A name that is formed like a record's is enough in a folder of records; a plain one wants words that speak for it.
const LEAST_OWN = (features: KindFeatures): number => (features.pattern.startsWith('plain') ? 1.5 : 0);

function best({ scores }: KindFeatures): [RecordKind, number] {
  let found: [RecordKind, number] = ['decision', scores.decision];
  for (const kind of ['design', 'postmortem', 'meeting'] as const) if (scores[kind] > found[1]) found = [kind, scores[kind]];
  return found;
}

function isRecord(kind: Kind): kind is RecordKind {
  return kind === 'decision' || kind === 'design' || kind === 'postmortem' || kind === 'meeting';
}
