import { access, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { baselineText, beyondBaseline, type Baseline } from '../../core/baseline.ts';
import { readBaseline } from '../../core/config/read-baseline.ts';
import type { Finding } from '../../core/finding.ts';
import { say, type Language, type Text } from '../../core/language.ts';
import type { Asked } from '../asked.ts';
import { errorCode, failure, fileProblem } from '../failure.ts';
import { slashes } from '../targets.ts';

const TEXTS = {
  'no-baseline': { en: 'no "baseline" in .docket.yaml holds for "{path}"; name a file with "--baseline", or let docket init --baseline name one', ko: '"{path}"에 적용되는 .docket.yaml에 "baseline"이 없습니다. "--baseline"으로 파일을 지정하거나 docket init --baseline으로 만드세요' },
  unreadable: { en: 'cannot read the baseline "{path}": {reason}', ko: '베이스라인 "{path}"을(를) 읽을 수 없습니다. {reason}' },
  'not-a-baseline': { en: 'the baseline "{path}" cannot be used, for {reason} (line {line}, column {column}); mend it, or delete it and let "--update-baseline" write it again', ko: '베이스라인 "{path}"을(를) 쓸 수 없습니다. {line}행 {column}열: {reason}. 고치거나, 지우고 "--update-baseline"으로 다시 만드세요' },
  notWritten: { en: 'cannot write the baseline "{path}": {reason}', ko: '베이스라인 "{path}"을(를) 쓸 수 없습니다. {reason}' },
} satisfies Record<string, Text>;

/** The baselines of one run: that of `--baseline`, or those that the configurations name. */
export interface Baselines {
  /** Those of a document's findings that are not accepted for now. */
  beyond(asked: Asked, findings: readonly Finding[]): readonly Finding[];
  /** How many findings it held back from `beyond`, which counts a document once. */
  held(): number;
  /** Accepts all findings of a document, once `write` is called. */
  accept(asked: Asked): Promise<void>;
  /** Writes what was accepted, and returns how many findings that are. Documents that are gone leave the files. */
  write(): Promise<number>;
}

interface Held {
  readonly file: string;
  readonly documents: Baseline;
  readonly nameOf: (asked: Asked) => string;
  /** The folder from which its names count. */
  readonly folder: string;
}

/** Reads what `--baseline` names; with `isUpdate` it need not be there yet. Throws a Failure where it is no baseline. */
export async function baselinesOf(given: string | undefined, { cwd, isUpdate, language }: { readonly cwd: string; readonly isUpdate: boolean; readonly language: Language }): Promise<Baselines> {
  const named = given === undefined ? undefined : path.resolve(cwd, given);
  const documents = named === undefined ? {} : await read(named);
  const heldBack = new Map<string, number>();
  const accepted = new Map<string, { readonly held: Held; readonly findings: Map<string, readonly Finding[]> }>();

  async function read(file: string): Promise<Baseline> {
    const shown = { path: given! };
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      if (isUpdate && errorCode(error) === 'ENOENT') return undefined;
      throw failure(TEXTS.unreadable, language, { ...shown, reason: fileProblem(error, language) });
    });
    if (text === undefined) return {};
    const found = readBaseline(text);
    if ('documents' in found) return found.documents;
    const { reason, ...place } = found.mistake;
    throw failure(TEXTS['not-a-baseline'], language, { ...shown, ...place, reason: say(reason, language) });
  }

  // Where the file is also the one that the configuration names, its names count as they do there.
  function heldFor({ workspace, name, root }: Asked): Held | undefined {
    const { baseline } = workspace.configurationOf(name);
    const configured = baseline && path.join(root, ...baseline.file.split('/'));
    if (baseline && configured && (named === undefined || named === configured)) {
      const own = baseline.nameOf(name);
      return { file: configured, documents: baseline.documents, nameOf: (one) => baseline.nameOf(one.name), folder: folderBefore(path.join(root, ...name.split('/')), own) };
    }
    if (named === undefined) return undefined;
    const folder = path.dirname(named);
    return { file: named, documents, folder, nameOf: (one) => slashes(path.relative(folder, path.join(one.root, ...one.name.split('/')))) };
  }

  return {
    beyond(asked, findings) {
      const held = heldFor(asked);
      if (!held) return findings;
      const left = beyondBaseline(findings, held.documents, held.nameOf(asked));
      heldBack.set(path.join(asked.root, ...asked.name.split('/')), findings.length - left.length);
      return left;
    },

    held: () => [...heldBack.values()].reduce((sum, count) => sum + count, 0),

    async accept(asked) {
      const held = heldFor(asked);
      if (!held) throw failure(TEXTS['no-baseline'], language, { path: asked.pathFromCwd });
      const one = accepted.get(held.file) ?? { held, findings: new Map() };
      one.findings.set(held.nameOf(asked), await asked.workspace.lintFully(asked.name));
      accepted.set(held.file, one);
    },

    async write() {
      for (const [file, { held, findings }] of accepted) {
        const kept = await Promise.all(Object.entries(held.documents).map(async (entry) => ((await exists(path.join(held.folder, ...entry[0].split('/')))) ? [entry] : [])));
        await writeFile(file, baselineText(findings, Object.fromEntries(kept.flat()))).catch((error: unknown) => {
          throw failure(TEXTS.notWritten, language, { path: slashes(path.relative(cwd, file)), reason: fileProblem(error, language) });
        });
      }
      return [...accepted.values()].flatMap(({ findings }) => [...findings.values()].flat()).length;
    },
  };
}

// `a/b/docs/x.md` under the name `docs/x.md` counts from `a/b`; a name that does not fit counts from nowhere, and nothing is found there.
function folderBefore(absolute: string, name: string): string {
  return absolute.endsWith(path.normalize(name)) ? absolute.slice(0, absolute.length - path.normalize(name).length) : path.dirname(absolute);
}

const exists = (file: string): Promise<boolean> => access(file).then(() => true, () => false);
