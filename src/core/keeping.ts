import type { PackedReading } from './reading.ts';

/** A text that is seldom asked for and may lie elsewhere until it is. */
export interface KeptText {
  readonly text: string;
}

/** Where texts are kept of which there is one for each document, so that they need not lie in the heap. */
export interface Keeping {
  /** The same reading, whose text is kept. */
  reading(reading: PackedReading): PackedReading;
  text(text: string): KeptText;
}

/** They lie in the heap. */
export const inHeap: Keeping = { reading: (reading) => reading, text: (text) => ({ text }) };
