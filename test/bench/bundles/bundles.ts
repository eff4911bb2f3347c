/** A bundle of a release: how it is called, which files of dist it is made of, the bytes that it is to have at most, and those that it must not exceed. */
export interface Bundle {
  readonly name: string;
  readonly files: RegExp;
  readonly goal: number;
  readonly most: number;
}

/** The bundles that are held to a size. */
export const bundles: readonly Bundle[] = [
  { name: 'extension, Node', files: /^extension\.node\.cjs$/, goal: 250_000, most: 250_000 },
  { name: 'extension, browser', files: /^extension\.browser\.js$/, goal: 250_000, most: 250_000 },
  { name: 'server, Node, at its start', files: /^server(?:\.node|\/program)\.cjs$/, goal: 1_000_000, most: 1_080_000 },
  { name: 'server, browser, at its start', files: /^server\.browser\.js$/, goal: 1_000_000, most: 1_080_000 },
  { name: 'server, Node, all of it', files: /^server(?:\.node|\/program(?:\.later)?)\.cjs$/, goal: 1_000_000, most: 1_400_000 },
  { name: 'server, browser, all of it', files: /^server\.browser\.(?:later\.)?js$/, goal: 1_000_000, most: 1_400_000 },
  { name: 'command line', files: /^cli(?:\.js|\/.*\.cjs)$/, goal: 1_200_000, most: 1_500_000 },
];

/** The bytes that the command line loads at most to check one file. */
export const loadedGoal = 1_200_000;
