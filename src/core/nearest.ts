import leven from 'leven';

/** The known word closest to `word`, where it is close enough to be a slip. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const scored = known.map((one) => ({ one, distance: leven(word.toLowerCase(), one.toLowerCase()) }));
  const best = scored.sort((a, b) => a.distance - b.distance)[0];
  return best && best.distance <= Math.max(1, Math.floor(word.length / 3)) ? best.one : undefined;
}

/** The known word that `word` is surely a slip of: one slip away, in a long word two, and nearer than every other. "Unresolved" is no slip of "resolved". */
export function slipOf(word: string, known: readonly string[]): string | undefined {
  const own = word.toLowerCase();
  if (own.length < SHORTEST || own.length > LONGEST) return undefined;
  const most = own.length < LONG ? 1 : 2;
  const near = [...new Set(known)].map((one) => ({ one, slips: slipsBetween(own, one.toLowerCase()) })).filter(({ slips }) => slips <= most).sort((a, b) => a.slips - b.slips);
  const [best, next] = near;
  if (!best || best.slips === 0 || next?.slips === best.slips) return undefined;
  const other = best.one.toLowerCase();
  return own.endsWith(other) || other.endsWith(own) ? undefined : best.one;
}

const SHORTEST = 4;
const LONG = 9;
const LONGEST = 40;

// Two letters that changed places are one slip.
function slipsBetween(a: string, b: string): number {
  if (a.length === b.length) {
    const at = [...a].findIndex((letter, index) => letter !== b[index]);
    if (at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at]) return 1 + leven(a.slice(at + 2), b.slice(at + 2));
  }
  return leven(a, b);
}
