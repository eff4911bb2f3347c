import { packFindings, plainFinding } from '../../core/finding.ts';
import { inHeap } from '../../core/keeping.ts';
import type { Lintable } from '../../core/workspace.ts';
import { digestOfText, readKey, recordedFiles } from '../cache/answers.ts';
import type { Target } from '../targets.ts';
import { stateOf } from './folder-state.ts';
import type { PartDocument, PartFolder } from './part.ts';
import { filesOfShare, shareOf, type Shard } from './share.ts';
import type { SharedFolder, Sharing } from './sharing.ts';

/** Reads and checks the documents of one shard, and keeps what the others' machines are to know of it. */
export class ShardWriting implements Sharing {
  readonly #shard: Shard;
  readonly #folders: PartFolder[] = [];

  constructor(shard: Shard) {
    this.#shard = shard;
  }

  /** What was read and found, folder by folder. */
  folders(): readonly PartFolder[] {
    return this.#folders;
  }

  async of(target: Target, onDisk: Parameters<Sharing['of']>[1]): Promise<SharedFolder> {
    const { documents, ...state } = await stateOf(target, onDisk);
    const { files, answers } = recordedFiles(onDisk);
    const own = shareOf(documents, this.#shard);
    const all = new Set(documents.map((one) => one.path));
    return {
      files: filesOfShare(files, own),
      reads: (path) => own.has(path),
      lintMany: async (paths, workspace, receive) => {
        const asked = new Set(paths);
        const properties = new Map<string, Set<string>>();
        const read: PartDocument[] = [];
        for (const reading of workspace.readings()) {
          const { path } = reading;
          if (!own.has(path)) continue;
          const checked = asked.has(path) ? await checkedIn(workspace, path, all, properties) : null;
          if (asked.has(path)) receive(path, inHeap.text(packFindings([])));
          read.push({ path, digest: digestOfText(await onDisk.read(path)), reading, checked });
        }
        this.#folders.push({ ...state, ref: target.among?.ref ?? null, revision: target.revision ?? null, documents: read, others: othersIn(answers, all), properties: Object.fromEntries([...properties].map(([rule, seen]) => [rule, [...seen].sort()])) });
      },
    };
  }
}

function othersIn(answers: ReadonlyMap<string, string>, documents: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries([...answers].flatMap(([key, digest]) => {
    const [kind, path] = JSON.parse(key) as [string, string];
    return kind === 'read' && key === readKey(path) && !documents.has(path) ? [[path, digest] as const] : [];
  }));
}

async function checkedIn(workspace: Lintable, path: string, all: ReadonlySet<string>, properties: Map<string, Set<string>>): Promise<PartDocument['checked']> {
  const watched = await workspace.watch(path, (other) => all.has(other));
  for (const [rule, seen] of watched.properties) {
    const known = properties.get(rule) ?? new Set<string>();
    properties.set(rule, known);
    for (const one of seen) known.add(one);
  }
  return { findings: watched.findings.map(plainFinding), questions: [...watched.questions], isSilencing: watched.isSilencing };
}
