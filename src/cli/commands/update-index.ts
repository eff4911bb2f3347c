import path from 'node:path';
import type { Change } from '../../core/change.ts';
import type { Document } from '../../core/document.ts';
import { isRefusal, REFUSALS } from '../../core/edits.ts';
import { say, type Language, type Text } from '../../core/language.ts';
import { indexesIn, updateIndexIn } from '../../core/record-index/in-workspace.ts';
import { isRotten, type IndexUpdate } from '../../core/record-index/update.ts';
import { printDiff } from '../diff.ts';
import { printable } from '../display.ts';
import { complain, failure } from '../failure.ts';
import { leadsOut } from '../inside.ts';
import { progressLine } from '../progress.ts';
import { pathFromCwd, slashes, targetsOf, type Target } from '../targets.ts';
import { languageOfOutput, openWorkspace } from '../workspaces.ts';
import { writeChanges } from '../write-changes.ts';
import { PATHS, type Command } from './command.ts';

const TEXTS = {
  none: { en: 'no list or table of records was found; put <!-- docket:index --> and <!-- /docket:index --> where one is to stand', ko: '기록의 목록이나 표를 찾지 못했습니다. 목록을 둘 자리에 <!-- docket:index -->와 <!-- /docket:index -->를 넣으세요' },
  noneIn: { en: '"{path}" has no list or table of records; put <!-- docket:index --> and <!-- /docket:index --> where one is to stand', ko: '"{path}"에는 기록의 목록이나 표가 없습니다. 목록을 둘 자리에 <!-- docket:index -->와 <!-- /docket:index -->를 넣으세요' },
  refused: { en: '"{path}" was left as it is: {reason}', ko: '"{path}"을(를) 그대로 두었습니다. {reason}' },
  added: { en: '{path}: {record} added', ko: '{path}: {record} 추가' },
  missing: { en: '{path}: {record} is missing', ko: '{path}: {record}이(가) 빠졌습니다' },
  changed: { en: '{path}:{line}: {from} → {to}', ko: '{path}:{line}: {from} → {to}' },
  filled: { en: '{path}:{line}: {to} filled in', ko: '{path}:{line}: 빈칸에 {to} 입력' },
  unplaced: { en: '{path}: {record} is missing, and no list there is clearly the one for it; add it by hand', ko: '{path}: {record}이(가) 빠졌지만 어느 목록에 넣을지 알 수 없습니다. 직접 넣으세요' },
  gone: { en: '{path}:{line}: {record} is gone, its row was kept; --remove-gone takes it out', ko: '{path}:{line}: {record}이(가) 없어졌지만 행은 그대로 두었습니다. --remove-gone으로 뺄 수 있습니다' },
  removed: { en: '{path}:{line}: {record} is gone, its row was taken out', ko: '{path}:{line}: {record}이(가) 없어져 행을 뺐습니다' },
} satisfies Record<string, Text>;

/** `docket update-index`: keeps the lists of records true to the records. */
export const updateIndex: Command = {
  name: 'update-index',
  summary: { en: 'bring lists of records up to date', ko: '기록 목록을 최신으로 고칩니다' },
  operands: [PATHS],
  options: [
    { flags: '--check', text: { en: 'write nothing, and end with 1 where a list is not up to date', ko: '아무것도 쓰지 않고, 목록이 최신이 아니면 1로 끝냅니다' } },
    { flags: '--print', text: { en: 'print what would change as a diff and write nothing', ko: '아무것도 쓰지 않고 바뀔 내용을 diff로 출력합니다' } },
    { flags: '--remove-gone', text: { en: 'take out the rows whose record is gone', ko: '없어진 기록의 행을 뺍니다' } },
  ],
  more: (language) => say({
    en: 'An index is a list or a table whose rows link to records, or what stands between <!-- docket:index --> and\n<!-- /docket:index --> (also <!-- adrlog --> and <!-- adrlogstop -->). What people wrote besides stays as it is.\n\nExamples:\n  docket update-index\n  docket update-index docs/decisions/README.md --print\n  docket update-index --check',
    ko: '행마다 기록으로 가는 링크가 있는 목록이나 표, 또는 <!-- docket:index -->와 <!-- /docket:index --> 사이\n(<!-- adrlog -->와 <!-- adrlogstop -->도)를 목록으로 봅니다. 사람이 적은 다른 내용은 그대로 둡니다.\n\n예:\n  docket update-index\n  docket update-index docs/decisions/README.md --print\n  docket update-index --check',
  }, language),
  async run(args, io) {
    const progress = progressLine(io, args.lang ?? args.userLanguage);
    let language: Language = args.lang ?? args.userLanguage;
    let found = 0;
    let rotten = false;
    for (const { target, asked } of await placesOf(args.operands, io.cwd, language)) {
      const workspace = await openWorkspace(target, args, io, progress);
      progress.end();
      language = languageOfOutput(workspace, args);
      for (const one of asked === undefined ? await indexesIn(workspace) : [asked]) {
        const shown = pathFromCwd(target, one, io.cwd);
        const update = await updateIndexIn(workspace, one, { isAsked: asked !== undefined, removesGone: args.options['removeGone'] === true });
        if (!update) throw failure(TEXTS.noneIn, language, { path: shown });
        if (isRefusal(update)) throw failure(TEXTS.refused, language, { path: shown, reason: say(REFUSALS[update.refused], language, update.data) });
        found++;
        rotten ||= isRotten(update);
        const document = await workspace.document(one);
        const before = new Map([[one, document.text]]);
        const changes: Change[] = update.edits.length ? [{ kind: 'edit', path: one, edits: update.edits }] : [];
        if (args.options['print']) await printDiff(changes, before, io, target.root);
        else if (!args.options['check']) await writeChanges(target.root, changes, before, language);
        const lines = linesFor(update, document, shown, language, { isDone: !args.options['check'], removes: args.options['removeGone'] === true });
        for (const line of lines) (args.options['print'] ? complain : tell)(io, line);
      }
    }
    if (!found) complain(io, `docket: ${say(TEXTS.none, language)}`);
    return args.options['check'] && rotten ? 1 : 0;
  },
};

function tell(io: { out(text: string): void }, line: string): void {
  io.out(`${printable(line)}\n`);
}

function linesFor(update: IndexUpdate, document: Document, path: string, language: Language, { isDone, removes }: { readonly isDone: boolean; readonly removes: boolean }): string[] {
  const line = (offset: number): number => document.lines.lineNumberAt(offset);
  return [
    ...update.added.map((record) => say(isDone ? TEXTS.added : TEXTS.missing, language, { path, record: record.path })),
    ...update.changed.map(({ range, from, to }) => say(from === '' ? TEXTS.filled : TEXTS.changed, language, { path, line: line(range.start), from, to })),
    ...update.unplaced.map((record) => say(TEXTS.unplaced, language, { path, record: record.path })),
    ...update.gone.map((record) => say(removes && isDone ? TEXTS.removed : TEXTS.gone, language, { path, line: line(record.range.start), record: record.path })),
  ];
}

interface IndexPlace {
  readonly target: Target;
  /** The document that was named; undefined: every index of the folder. */
  readonly asked: string | undefined;
}

// The records of an index may lie anywhere below the current folder: a file is read with all of it.
async function placesOf(operands: readonly string[], cwd: string, language: Language): Promise<IndexPlace[]> {
  const places: IndexPlace[] = [];
  for (const target of await targetsOf(operands, cwd, language)) {
    if (!target.only) {
      places.push({ target, asked: undefined });
      continue;
    }
    for (const name of target.only.keys()) {
      const file = slashes(path.relative(cwd, path.join(target.root, name)));
      places.push(leadsOut(file) ? { target, asked: name } : { target: { root: cwd, only: undefined }, asked: file });
    }
  }
  return places;
}
