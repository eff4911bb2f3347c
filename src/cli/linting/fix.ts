import type { Finding } from '../../core/finding.ts';
import { fixAll } from '../../core/fix-all.ts';
import { say, type Language, type Text } from '../../core/language.ts';
import type { Workspace } from '../../core/workspace.ts';
import type { Asked } from '../asked.ts';
import { printDiff } from '../diff.ts';
import { complain, failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { writeChanges } from '../write-changes.ts';
import type { Baselines } from './baselines.ts';

const TEXTS = {
  staged: { en: '"--fix" mends the files on disk, and "--staged" looks at the text that is staged; run "docket lint --fix" on the files and stage them again', ko: '"--fix"는 디스크의 파일을 고치는데 "--staged"는 스테이지된 내용을 검사합니다. 파일에 "docket lint --fix"를 실행한 뒤 다시 스테이지하세요' },
  stdin: { en: '"--fix" mends files, and the text that "--stdin" brings is in none; name the file in place of "--stdin", or leave "--fix" out', ko: '"--fix"는 파일을 고치는데 "--stdin"으로 읽은 글은 파일이 아닙니다. "--stdin" 대신 파일을 지정하거나 "--fix"를 빼세요' },
  'dry-alone': { en: '"--dry-run" shows what "--fix" would change; write both', ko: '"--dry-run"은 "--fix"가 바꿀 내용을 보여 줍니다. 둘 다 쓰세요' },
  fixed: { en: 'problems fixed: {count}, in files: {files}', ko: '고친 문제: {count}개, 파일: {files}개' },
  'would-fix': { en: 'problems that would be fixed: {count}, in files: {files}; that would be left: {left}', ko: '고칠 문제: {count}개, 파일: {files}개. 남을 문제: {left}개' },
} satisfies Record<string, Text>;

/** What `--fix` made of the documents that were asked for. */
export interface FixRun {
  /** How many fixes were made, or would be. */
  readonly count: number;
  /** What each document has afterwards, in the order in which they were asked for. */
  readonly left: readonly { readonly asked: Asked; readonly findings: readonly Finding[] }[];
}

/** Throws a Failure where `--dry-run` stands without `--fix`, and where there are no files to mend. */
export function checkFixOptions({ fix, dryRun, staged, stdin }: { readonly fix?: boolean; readonly dryRun?: boolean; readonly staged?: boolean; readonly stdin?: boolean }, language: Language): void {
  if (dryRun && !fix) throw failure(TEXTS['dry-alone'], language);
  if (fix && (staged || stdin)) throw failure(TEXTS[staged ? 'staged' : 'stdin'], language);
}

/** Makes the automatic fixes of what was found, beyond what is accepted for now, and says how many; when dry, prints them as a diff and writes nothing. */
export async function fixAsked(asked: readonly Asked[], { baselines, isDry, io, language }: { readonly baselines: Baselines; readonly isDry: boolean; readonly io: Io; readonly language: Language }): Promise<FixRun> {
  const byWorkspace = new Map<Workspace, Asked[]>();
  for (const one of asked) byWorkspace.set(one.workspace, [...(byWorkspace.get(one.workspace) ?? []), one]);
  const left: FixRun['left'][number][] = [];
  let count = 0;
  let files = 0;
  for (const [workspace, own] of byWorkspace) {
    const { root } = own[0]!;
    const named = new Map(own.map((one) => [one.name, one]));
    const fixed = await fixAll(workspace, [...named.keys()], { unaccepted: (name, findings) => baselines.beyond(named.get(name)!, findings) });
    const before = new Map(await Promise.all(fixed.changes.map(async (change) => [change.path, (await workspace.document(change.path)).text] as const)));
    if (isDry) await printDiff(fixed.changes, before, io, root);
    else {
      await writeChanges(root, fixed.changes, before, language);
      for (const change of fixed.changes) await workspace.refresh(change.path);
    }
    count += fixed.count;
    files += fixed.changes.length;
    for (const one of own) left.push({ asked: one, findings: fixed.left.get(one.name) ?? [] });
  }
  const data = { count, files, left: left.reduce((sum, { findings }) => sum + findings.length, 0) };
  if (isDry || count) complain(io, `docket: ${say(isDry ? TEXTS['would-fix'] : TEXTS.fixed, language, data)}`);
  return { count, left };
}
