import leven from 'leven';

/** The known word closest to `word`, where it is close enough to be a slip. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const scored = known.map((one) => ({ one, distance: leven(word.toLowerCase(), one.toLowerCase()) }));
  const best = scored.sort((a, b) => a.distance - b.distance)[0];
  return best && best.distance <= Math.max(1, Math.floor(word.length / 3)) ? best.one : undefined;
}
