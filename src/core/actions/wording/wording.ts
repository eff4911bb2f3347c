/** What the words of an action item give away, in one language. */
export interface Wording {
  readonly language: string;
  /** Is the text of this language, as far as its letters tell? */
  isOf(text: string): boolean;
  /** `no-end` for work that nobody can call finished, `no-verb` for a matter without anything that is done about it. */
  vagueness(text: string): Vagueness | undefined;
  /** Does it ask people to do better, where the system could be changed? */
  fixesPeople(text: string): boolean;
}

export type Vagueness = 'no-end' | 'no-verb';
