import { serialize } from 'node:v8';
import type { DocType } from '../../core/doc-type.ts';
import { isBelow } from '../../core/paths.ts';
import { findingOfPlain, packFindings, type Finding } from '../../core/finding.ts';
import type { Files } from '../../core/files.ts';
import { inHeap } from '../../core/keeping.ts';
import { answerText, type Question } from '../../core/watching.ts';
import type { Lintable, Workspace } from '../../core/workspace.ts';
import type { Target } from '../targets.ts';
import type { PartDocument, PartFolder } from './part.ts';
import { filesOfShare, isCommon } from './share.ts';
import type { SharedFolder, Sharing } from './sharing.ts';

/** What one shard wrote of a folder. */
export interface FolderShare {
  readonly folder: PartFolder;
  /** Are its findings in the language and of the day of the others? */
  readonly isUsable: boolean;
}

/** Puts together what shards found: what holds with all documents in mind is taken, the rest is checked again. */
export class Merging implements Sharing {
  readonly #sharesOf: (target: Target) => readonly FolderShare[];
  readonly #rulePage: (id: string) => string;

  constructor(sharesOf: (target: Target) => readonly FolderShare[], rulePage: (id: string) => string) {
    this.#sharesOf = sharesOf;
    this.#rulePage = rulePage;
  }

  of(target: Target, onDisk: Files): Promise<SharedFolder> {
    const shares = this.#sharesOf(target);
    const documents = new Map(shares.flatMap(({ folder }) => folder.documents.map((one) => [one.path, one])));
    return Promise.resolve({
      files: onDisk,
      reads: () => true,
      recall: async (asked) => asked.flatMap(({ path }) => documents.get(path)?.reading ?? []),
      lintMany: async (paths, workspace, receive) => {
        const asked = new Set(paths);
        for (const { folder, isUsable } of shares) {
          if (!isUsable) continue;
          const judge = await judgeOf(folder, workspace, documents);
          for (const document of folder.documents) {
            if (!asked.has(document.path) || !document.checked) continue;
            const findings = await judge(document, document.checked);
            if (findings) receive(document.path, inHeap.text(packFindings(findings.map((one) => this.#here(one)))));
          }
        }
      },
    });
  }

  // Each machine has the pages of the rules elsewhere.
  #here(finding: Finding): Finding {
    finding.url = this.#rulePage(finding.ruleId);
    return finding;
  }
}

type Judge = (document: PartDocument, checked: NonNullable<PartDocument['checked']>) => Promise<readonly Finding[] | undefined>;

// What the shard knew is made again of what it read, and held against what all of them know.
async function judgeOf(folder: PartFolder, all: Lintable, documents: ReadonlyMap<string, PartDocument>): Promise<Judge> {
  const own = new Map(folder.documents.map((one) => [one.path, one.reading]));
  const shard: Workspace = all.like((files) => ({
    files: filesOfShare(files, new Set(own.keys())),
    recall: async (asked) => asked.flatMap(({ path }) => own.get(path) ?? (isCommon(path) ? (documents.get(path)?.reading ?? []) : [])),
  }));
  await shard.load();
  const [then, now] = [shard.records(), all.records()];
  const properties = new Map(Object.entries(folder.properties).map(([rule, seen]) => [rule, new Set(seen)]));
  const answers = new Map<string, boolean>();
  const isAnswered = (question: Question): boolean => {
    const key = JSON.stringify(question.slice(1));
    const known = answers.get(key) ?? answerText(then, question) === answerText(now, question);
    answers.set(key, known);
    return known;
  };
  const types = new TypesSeen(shard, all);

  return async ({ path, reading }, { findings, questions, isSilencing }) => {
    const [before, after] = [then.at(path), now.at(path)];
    if (!before || !after) return undefined;
    const changed = Object.keys({ ...before, ...after }).filter((key) => JSON.stringify(before[key as keyof typeof before]) !== JSON.stringify(after[key as keyof typeof after]));
    if (changed.includes('kind') || changed.includes('status') || !(await types.isSame(path, reading.typeName))) return undefined;
    const rules = new Set([
      ...[...properties].flatMap(([rule, seen]) => (changed.some((key) => seen.has(key)) ? [rule] : [])),
      ...questions.flatMap((question) => (isAnswered(question) ? [] : [question[0]])),
    ]);
    const found = findings.map(findingOfPlain);
    if (!rules.size) return found;
    if (isSilencing) return undefined;
    const kept = found.filter(({ ruleId }) => !rules.has(ruleId));
    return [...kept, ...(await all.lintBy(path, rules))].sort((a, b) => a.range.start - b.range.start || a.ruleId.localeCompare(b.ruleId));
  };
}

// Whether the types that a document can have are the same in the eyes of a shard and of all.
class TypesSeen {
  readonly #shard: Pick<Workspace, 'types'>;
  readonly #all: Pick<Workspace, 'types'>;
  readonly #texts = new WeakMap<DocType, string>();

  constructor(shard: Pick<Workspace, 'types'>, all: Pick<Workspace, 'types'>) {
    this.#shard = shard;
    this.#all = all;
  }

  async isSame(path: string, typeName: string | undefined): Promise<boolean> {
    // The configurations are the same; what is found beside the documents may not be.
    const adopted = async (of: Pick<Workspace, 'types'>): Promise<string> => (await of.types(path)).filter((type) => type.adopted && (typeName !== undefined || isBelow(type.adopted.scope, path))).map((type) => this.#textOf(type)).join('\n');
    return (await adopted(this.#shard)) === (await adopted(this.#all));
  }

  #textOf(type: DocType): string {
    const known = this.#texts.get(type) ?? serialize({ ...type, claims: undefined }).toString('latin1');
    this.#texts.set(type, known);
    return known;
  }
}
