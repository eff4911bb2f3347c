import path from 'node:path';
import { dayOf } from '../core/calendar.ts';
import { isRefusal, REFUSALS } from '../core/edits.ts';
import { say, type Text } from '../core/language.ts';
import { succeedIn } from '../core/succession/in-workspace.ts';
import type { Succession } from '../core/succession/succeed.ts';
import type { Command } from './commands/command.ts';
import { diffOf } from './diff.ts';
import { printable } from './display.ts';
import { failure } from './failure.ts';
import { leadsOut } from './inside.ts';
import { progressLine } from './progress.ts';
import { slashes, targetsOf } from './targets.ts';
import { openWorkspace } from './workspaces.ts';
import { writeChanges } from './write-changes.ts';

const TEXTS = {
  noTitle: { en: 'the title is empty; write docket {command} {path} "What it is about"', ko: '제목이 비어 있습니다. docket {command} {path} "무엇에 관한 문서인지"처럼 쓰세요' },
  outside: { en: '"{path}" lies outside of the current folder; go to the folder that holds it and its neighbours', ko: '"{path}"은(는) 현재 폴더 밖에 있습니다. 그 문서가 있는 폴더로 이동해서 실행하세요' },
  folder: { en: '"{path}" is a folder; name one document', ko: '"{path}"은(는) 폴더입니다. 문서 하나를 지정하세요' },
  refused: { en: '"{path}" was left as it is: {reason}', ko: '"{path}"을(를) 그대로 두었습니다. {reason}' },
} satisfies Record<string, Text>;

/** A command that writes a successor of a document. */
export function successionCommand(how: Succession, texts: { readonly summary: Text; readonly file: Text; readonly more: Text }): Command {
  return {
    name: how,
    summary: texts.summary,
    operands: [
      { flags: '<file>', text: texts.file },
      { flags: '<title>', text: { en: 'the title of the new document', ko: '새 문서의 제목' } },
    ],
    options: [{ flags: '--print', text: { en: 'print what would change as a diff and write nothing', ko: '아무것도 쓰지 않고 바뀔 내용을 diff로 출력합니다' } }],
    more: (language) => say(texts.more, language),
    async run(args, io) {
      const [given = '', title = ''] = args.operands;
      const userLanguage = args.lang ?? args.userLanguage;
      const file = slashes(path.relative(io.cwd, path.resolve(io.cwd, given)));
      if (leadsOut(file)) throw failure(TEXTS.outside, userLanguage, { path: given });
      const [target] = await targetsOf([given], io.cwd, userLanguage);
      if (!target?.only) throw failure(TEXTS.folder, userLanguage, { path: given });
      const progress = progressLine(io, userLanguage);
      const workspace = await openWorkspace({ root: io.cwd, only: undefined }, args, io, progress);
      progress.end();
      const language = args.lang ?? workspace.languageOf(file);
      if (title.trim() === '') throw failure(TEXTS.noTitle, language, { command: how, path: given });
      const author = await io.author();
      const made = await succeedIn(workspace, { how, path: file, title, today: dayOf(io.now()), ...(author ? { author } : {}) });
      if (isRefusal(made)) throw failure(TEXTS.refused, language, { path: given, reason: say(REFUSALS[made.refused], language, made.data) });
      const before = new Map<string, string>();
      for (const change of made.changes) if (change.kind === 'edit') before.set(change.path, (await workspace.document(change.path)).text);
      if (args.options['print']) io.out(diffOf(made.changes, before, io.color));
      else {
        await writeChanges(io.cwd, made.changes, before, language);
        io.out(`${printable(made.path)}\n`);
      }
      return 0;
    },
  };
}
