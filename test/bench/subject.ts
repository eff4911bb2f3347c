import type { Asked } from './asked.ts';
import type { DocketRuns } from './docket-runs.ts';
import type { Figure } from './figure.ts';
import type { Sets } from './sets.ts';

/** Something that each round measures once. */
export interface Probe<Sample> {
  readonly name: string;
  /** Milliseconds, bytes and whatever else one run has shown. */
  readonly run: () => Promise<Sample>;
  /** Is the first run thrown away, because it warms up what the system keeps of files? */
  readonly warmsUp: boolean;
  /** How often it runs in a round; once unless it is given. */
  readonly times?: number;
}

/** What subjects are measured on. */
export interface Bench {
  readonly asked: Asked;
  readonly sets: Sets;
  readonly docket: DocketRuns;
  /** The folder `dist` of a release made of the sources as they are. */
  readonly release: string;
  /** An empty folder for whatever is written on the way. */
  readonly work: string;
}

/** Gives all samples of a probe, in the order of the runs. */
export type Samples = <Sample>(probe: Probe<Sample>) => readonly Sample[];

/** What a subject needs, and the lines of the table that it makes of it; a probe that several subjects name runs once a round. */
export interface Measured {
  readonly probes: readonly Probe<unknown>[];
  readonly figures: (samples: Samples) => readonly Figure[];
}

/** A part of the table. */
export interface Subject {
  readonly id: string;
  /** The option without which it is left out: it takes long, or needs more than the project. */
  readonly option?: 'large' | 'peers' | 'editor';
  readonly measure: (bench: Bench) => Promise<Measured>;
}
