import { blockKey } from '../blocks.ts';
import type { Prompts } from './prompts.ts';

/** What a template asks for, taken down for a build: the words are taken from the template's text, which is in the build anyway. */
export interface PreparedPrompts {
  /** How far each stretch of the text begins behind the beginning of the one before, and how long it is: two numbers each. */
  readonly stretches: readonly number[];
  /** Words that do not stand in the text like that. */
  readonly others: readonly string[];
  /** What each of `SETS` has, by its place among the stretches and then the others. */
  readonly sets: readonly (readonly number[])[];
  /** What stands under each heading, in the same way. */
  readonly sections: readonly number[];
}

/** Places are taken as they are written, everything else as a key. */
const SETS = ['blocks', 'sentences', 'cells', 'comments', 'forms', 'places', 'titles', 'texts'] as const satisfies readonly (keyof Prompts)[];

/** Takes down what a template asks for: its prompts, and what stands under each of its headings. */
export function preparePrompts(prompts: Prompts, sections: readonly string[], text: string): PreparedPrompts {
  // Of the same length as the text.
  const plain = text.replace(/\s/g, ' ').toLowerCase();
  const asWritten = (words: string): Stretch | string => stretchOf(words, text.indexOf(words)) ?? words;
  const asKey = (key: string): Stretch | string => {
    const found = stretchOf(key, plain.indexOf(key));
    return found && blockKey(text.slice(found.start, found.end)) === key ? found : key;
  };
  const named = SETS.map((kind) => [...prompts[kind]].map(kind === 'places' ? asWritten : asKey));
  const inSections = sections.map(asWritten);
  const all = [...named, inSections].flat();
  const stretches = [...new Map(all.flatMap((one) => (typeof one === 'string' ? [] : [[nameOf(one), one] as const]))).values()].sort((one, other) => one.start - other.start || one.end - other.end);
  const others = [...new Set(all.filter((one) => typeof one === 'string'))];
  const places = new Map([...stretches, ...others].map(nameOf).map((name, at) => [name, at]));
  const placeOf = (one: Stretch | string): number => places.get(nameOf(one))!;
  return {
    stretches: stretches.flatMap(({ start, end }, at) => [start - (stretches[at - 1]?.start ?? 0), end - start]),
    others, sets: named.map((set) => set.map(placeOf)), sections: inSections.map(placeOf),
  };
}

/** What `preparePrompts` took down of a template with this text. */
export function promptsOfPrepared({ sets, ...prepared }: PreparedPrompts, text: string): Prompts {
  const words = wordsOf(prepared, text);
  const keys = words.map(blockKey);
  const read = SETS.map((kind, at) => [kind, new Set(sets[at]!.map((place) => (kind === 'places' ? words : keys)[place]!))]);
  return Object.fromEntries(read) as unknown as Prompts;
}

/** What stands under each heading of a template with this text. */
export function sectionPromptsOf({ sections, ...prepared }: PreparedPrompts, text: string): string[] {
  const words = wordsOf(prepared, text);
  return sections.map((place) => words[place]!);
}

function wordsOf({ stretches, others }: Pick<PreparedPrompts, 'stretches' | 'others'>, text: string): readonly string[] {
  const words: string[] = [];
  for (let at = 0, start = 0; at < stretches.length; at += 2) {
    start += stretches[at]!;
    words.push(text.slice(start, start + stretches[at + 1]!));
  }
  return [...words, ...others];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const stretchOf = (words: string, start: number): Stretch | undefined => (start < 0 ? undefined : { start, end: start + words.length });

const nameOf = (one: Stretch | string): string => (typeof one === 'string' ? `"${one}` : `${one.start}-${one.end}`);
