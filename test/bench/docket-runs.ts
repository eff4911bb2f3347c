import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { measured, timed, type Command, type Run } from './run-process.ts';
import type { Sets } from './sets.ts';
import type { Probe } from './subject.ts';

/** The runs of the command line that more than one subject looks at. */
export interface DocketRuns {
  /** All documents without a cache, on all processors. */
  readonly cold: Probe<Run>;
  /** The same while an empty cache is filled. */
  readonly filling: Probe<Run>;
  /** The same with a cache that knows all of them. */
  readonly warm: Probe<Run>;
  /** Without a cache on one processor; undefined where a process cannot be bound to one. */
  readonly oneProcessor: Probe<Run> | undefined;
  /** Without a cache on two; the same as `cold` where there are no more. */
  readonly twoProcessors: Probe<Run> | undefined;
  /** A probe of `docket lint` in any folder. */
  readonly lint: (name: string, folder: string, options: LintOptions) => Probe<Run>;
  /** A probe of Node with these arguments: seconds on the clock. */
  readonly node: (name: string, args: readonly string[], cwd: string) => Probe<number>;
}

/** How a folder is checked: with which cache (`filled` is one that the first run fills), and on which processors of the machine. */
export interface LintOptions {
  readonly cache: 'none' | 'empty' | 'filled';
  readonly processors?: readonly number[];
  readonly warmsUp?: boolean;
}

const TASKSET = '/usr/bin/taskset';

/** The probes of the command line, as it lies in a release, on these documents. */
export function docketRuns(release: string, sets: Sets, work: string): DocketRuns {
  const note = path.join(work, 'time.txt');
  const lint: DocketRuns['lint'] = (name, folder, { cache, processors, warmsUp = true }) => {
    const place = path.join(work, `cache-${path.basename(folder)}-${cache}`);
    const command = on(processors, { program: process.execPath, args: [path.join(release, 'cli.js'), 'lint', ...(cache === 'none' ? ['--no-cache'] : ['--cache-dir', place])], cwd: folder });
    return {
      name, warmsUp,
      run: async () => {
        if (cache === 'empty') await rm(place, { recursive: true, force: true });
        return measured(command, note);
      },
    };
  };
  const cold = lint('cold, no cache', sets.many, { cache: 'none' });
  const canBind = existsSync(TASKSET);
  return {
    cold,
    filling: lint('cold, filling the cache', sets.many, { cache: 'empty' }),
    warm: lint('warm', sets.many, { cache: 'filled' }),
    oneProcessor: canBind ? lint('cold on one processor', sets.many, { cache: 'none', processors: [0] }) : undefined,
    twoProcessors: availableParallelism() === 2 ? cold : canBind && availableParallelism() > 2 ? lint('cold on two processors', sets.many, { cache: 'none', processors: [0, 1] }) : undefined,
    lint,
    node: (name, args, cwd) => ({ name, warmsUp: true, run: () => timed({ program: process.execPath, args, cwd }) }),
  };
}

function on(processors: readonly number[] | undefined, command: Command): Command {
  return processors ? { ...command, program: TASKSET, args: ['-c', processors.join(','), command.program, ...command.args] } : command;
}
