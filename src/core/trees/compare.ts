/** Orders days, paths and what else needs no language; far faster than `localeCompare`. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
