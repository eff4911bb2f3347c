/** What a sentence does that a blameless postmortem does not. */
export type Blame = 'hindsight' | 'judgement';

/** What stands right before and right behind a phrase; each is tried on the few words there. */
export interface Around {
  /** Ends with `$`. */
  readonly before?: RegExp;
  /** Begins with `^`. */
  readonly behind?: RegExp;
}

/** One way of blaming people. */
export interface BlamePattern {
  readonly blame: Blame;
  /** Global and with the flag `u`, without anything that backtracks. */
  readonly pattern: RegExp;
  /** Left out: the phrase alone is enough. All of it must be there. */
  readonly needs?: Around;
  /** Turns the phrase around, as in "not human error"; any of it is enough. */
  readonly unless?: Around;
}

/** The ways in which one language blames people, and speaks of them without blame. */
export interface BlameWords {
  readonly language: string;
  readonly patterns: readonly BlamePattern[];
  /** Around the name of who found or mended something. */
  readonly credit: Around;
  /** Behind the name of a person of whom only what is theirs is meant: "Ann's team". */
  readonly possession: RegExp;
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
  const found = languages.flatMap(({ patterns }) =>
    patterns.flatMap(({ blame, pattern, needs, unless }) =>
      [...text.matchAll(pattern)].flatMap((match): BlameFound[] => {
        const start = match.index;
        const end = start + match[0].length;
        const isBlame = (!needs || sidesOf(needs, text, start, end).every(Boolean)) && !(unless && sidesOf(unless, text, start, end).some(Boolean));
        if (!isBlame) return [];
        const whole = end + (blame === 'hindsight' ? REST_OF_WORD.exec(text.slice(end, end + FEW))![0].length : 0);
        return [{ blame, words: text.slice(start, whole).replace(/\s+/g, ' ').trim(), start, end: whole }];
      }),
    ),
  );
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  return found.filter(({ start }, index) => index === 0 || start >= found[index - 1]!.end);
}

/** For each side that `around` names: does what stands there fit? */
export function sidesOf({ before, behind }: Around, text: string, start: number, end: number): boolean[] {
  return [
    ...(before ? [before.test(text.slice(Math.max(0, start - FEW), start))] : []),
    ...(behind ? [behind.test(text.slice(end, end + FEW))] : []),
  ];
}

// A Korean verb is shown with its ending.
const REST_OF_WORD = /^[가-힣]{0,6}/u;

/** So many UTF-16 units are looked at on each side. */
const FEW = 80;
