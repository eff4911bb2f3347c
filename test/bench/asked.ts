import path from 'node:path';
import { parseArgs } from 'node:util';

/** How the command is called. */
export const USAGE = `usage: npm run bench [-- OPTIONS]

  --folder FOLDER   check copies of the Markdown files below it, each of them another one; can be repeated (default: documents that are made)
  --count N         how many documents a large folder has (default: 10000)
  --rounds N        how often everything is measured, in turn (default: 3)
  --large           also ten times as many documents, small ones
  --peers           also rumdl, markdownlint-cli2 and remark-cli, which npm installs into a folder of their own
  --editor          also a real VS Code
  --only SUBJECT    this part of the table alone; can be repeated
  --out FILE.svg    write a chart, too
  --work DIR        keep the documents there for another time`;

/** What `npm run bench` is asked for. */
export interface Asked {
  readonly help: boolean;
  /** Absolute folders of documents whose copies are checked; without one, documents are made. */
  readonly folders: readonly string[];
  /** How many documents a large folder has. */
  readonly count: number;
  readonly rounds: number;
  /** The subjects that are measured; all without one. */
  readonly only: readonly string[];
  readonly large: boolean;
  readonly peers: boolean;
  readonly editor: boolean;
  /** The file that the chart is written to. */
  readonly out: string | undefined;
  /** The folder that keeps the documents for another time. */
  readonly work: string | undefined;
}

/** Reads the arguments of the command line; throws where one cannot be understood. */
export function readAsked(args: readonly string[]): Asked {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', default: false },
      folder: { type: 'string', multiple: true, default: [] }, count: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '3' }, only: { type: 'string', multiple: true, default: [] },
      large: { type: 'boolean', default: false }, peers: { type: 'boolean', default: false }, editor: { type: 'boolean', default: false }, out: { type: 'string' }, work: { type: 'string' },
    },
  });
  const { folder, count, rounds, out, work, ...rest } = values;
  return { ...rest, folders: folder.map((one) => path.resolve(one)), count: atLeastOne('count', count), rounds: atLeastOne('rounds', rounds), out: out && path.resolve(out), work: work && path.resolve(work) };
}

function atLeastOne(name: string, value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new Error(`--${name} ${value} is no number.`);
  return Number(value);
}
