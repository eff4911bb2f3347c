/** What a sentence does that a blameless postmortem does not. */
export type Blame = 'hindsight' | 'judgement';

/** The ways in which one language blames people. */
export interface BlameWords {
  readonly language: string;
  /** Each finds one way; global and with the flag `u`, without anything that backtracks. */
  readonly patterns: readonly { readonly blame: Blame; readonly pattern: RegExp }[];
  /** What stands right before or behind a phrase and turns it around: "not human error". */
  readonly denialBefore: RegExp;
  readonly denialBehind: RegExp;
}

/** A phrase where it is written; offsets into the text that was asked about. */
export interface BlameFound {
  readonly blame: Blame;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** The phrases of a text that blame people, in its order; where two overlap, the first. */
export function blameIn(text: string, languages: readonly BlameWords[]): BlameFound[] {
  const found = languages.flatMap(({ patterns, denialBefore, denialBehind }) =>
    patterns.flatMap(({ blame, pattern }) =>
      [...text.matchAll(pattern)].flatMap((match): BlameFound[] => {
        const start = match.index;
        const end = start + match[0].length;
        const isDenied = denialBefore.test(text.slice(Math.max(0, start - 40), start)) || denialBehind.test(text.slice(end, end + 20));
        return isDenied ? [] : [{ blame, words: match[0].replace(/\s+/g, ' ').trim(), start, end }];
      }),
    ),
  );
  found.sort((one, other) => one.start - other.start);
  return found.filter(({ start }, index) => index === 0 || start >= found[index - 1]!.end);
}
