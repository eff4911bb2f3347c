import { createHash } from 'node:crypto';
import type { Files, FileText } from '../../core/files.ts';

/** What was asked of the files, and a digest of each answer; the same answers give the same findings. */
export type Answers = Map<string, string>;

/** Stands for an answer that was not the same each time. */
const UNSTEADY = '';

/** The question what a file holds. */
export const readKey = (path: string): string => JSON.stringify(['read', path]);

/** The paths of which a question asks whether Git ignores them; undefined where it asks something else. */
export function ignoredPaths(key: string): readonly string[] | undefined {
  return key.startsWith('["ignored",') ? (JSON.parse(key) as [string, string[]])[1] : undefined;
}

/** The one question for all that Git says of commits and branches. */
export const GIT_KEY = JSON.stringify(['git']);

/** The same files, which write down what they are asked and what they answer. */
export function recordedFiles(files: Files): { readonly files: Files; readonly answers: Answers } {
  const answers: Answers = new Map();
  const keep = <T>(question: readonly unknown[], answer: T): T => {
    addAnswer(answers, JSON.stringify(question), digestOf(answer));
    return answer;
  };
  const git = <T>(answer: Promise<T>): Promise<T> => {
    answers.set(GIT_KEY, GIT_KEY);
    return answer;
  };
  return {
    answers,
    files: {
      isVirtual: files.isVirtual,
      async list(wanted, signal, below = '', closed = () => {}) {
        const shut: unknown[] = [];
        const paths = await files.list(wanted, signal, below, (folder, problem) => {
          shut.push([folder, problem]);
          closed(folder, problem);
        });
        keep(['list', below], [paths, shut]);
        return paths;
      },
      names: async (folder) => keep(['names', folder], await files.names(folder)),
      ignored: async (paths) => keep(['ignored', paths], await files.ignored(paths)),
      read: async (path) => {
        const read = await files.read(path);
        addAnswer(answers, readKey(path), digestOfText(read));
        return read;
      },
      outer: async (name) => keep(['outer', name], await files.outer(name)),
      above: async () => keep(['above'], await files.above()),
      onBranches: (folder) => git(files.onBranches(folder)),
      committed: (path) => git(files.committed(path)),
      changedSince: (day) => git(files.changedSince(day)),
      committers: (since) => git(files.committers(since)),
      get past() {
        return files.past;
      },
    },
  };
}

/** Adds what others were answered; where they were answered something else, nothing is known. */
export function addAnswer(answers: Answers, key: string, digest: string): void {
  const known = answers.get(key);
  answers.set(key, known === undefined || known === digest ? digest : UNSTEADY);
}

/** What a question is answered now; undefined for one that is not known. */
export async function answerNow(files: Files, key: string, wanted: (path: string) => boolean): Promise<string | undefined> {
  const again = recordedFiles(files);
  const [kind, argument] = JSON.parse(key) as [string, never];
  if (kind === 'list') await again.files.list(wanted, undefined, argument);
  else if (kind === 'names') await again.files.names(argument);
  else if (kind === 'read') await again.files.read(argument);
  else if (kind === 'outer') await again.files.outer(argument);
  else if (kind === 'above') await again.files.above();
  return again.answers.get(key);
}

/** A digest of what was read of a file. */
export function digestOfText(read: FileText): string {
  return 'text' in read ? sha256(read.hasByteOrderMark ? `\uFEFF${read.text}` : read.text) : digestOf(read);
}

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** A digest of plain data, or of a set of it. */
export const digestOf = (answer: unknown): string => sha256(JSON.stringify(answer instanceof Set ? [...answer] : (answer ?? null)));
