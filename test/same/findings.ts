interface Found {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
}

/** The paths of the documents that could not be read, of findings as JSON. */
export function unreadOf(json: string): Set<string> {
  return new Set(parsed(json).filter(({ rule }) => rule === 'readable').map(({ path }) => path));
}

/** The first finding that only one of two lists has, in words. */
export function firstDifference(found: string, expected: string): string {
  const [some, others] = [parsed(found), parsed(expected)];
  const at = others.findIndex((other, index) => JSON.stringify(other) !== JSON.stringify(some[index]));
  const index = at < 0 ? others.length : at;
  return `${some.length} findings, not ${others.length}; number ${index + 1} is ${inWords(some[index])}, not ${inWords(others[index])}`;
}

const parsed = (json: string): readonly Found[] => JSON.parse(json) as readonly Found[];

const inWords = (one: Found | undefined): string => (one ? `${one.path}:${one.line} ${one.rule} ${JSON.stringify(one)}` : 'nothing');
