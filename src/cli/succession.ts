import { dayOf } from '../core/calendar.ts';
import { isRefusal, REFUSALS } from '../core/edits.ts';
import { say, type Text } from '../core/language.ts';
import { succeedIn } from '../core/succession/in-workspace.ts';
import type { Succession } from '../core/succession/succeed.ts';
import type { Command } from './commands/command.ts';
import { carryOut } from './carry-out.ts';
import { failure } from './failure.ts';
import { openFile } from './open-file.ts';

const TEXTS = {
  noTitle: { en: 'the title is empty; write docket {command} {path} "What it is about"', ko: '제목이 비어 있습니다. docket {command} {path} "무엇에 관한 문서인지"처럼 쓰세요' },
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
      const { workspace, file, language } = await openFile(given, args, io);
      if (title.trim() === '') throw failure(TEXTS.noTitle, language, { command: how, path: given });
      const author = await io.author();
      const made = await succeedIn(workspace, { how, path: file, title, today: dayOf(io.now()), ...(author ? { author } : {}) });
      if (isRefusal(made)) throw failure(TEXTS.refused, language, { path: given, reason: say(REFUSALS[made.refused], language, made.data) });
      await carryOut(made, workspace, language, args, io);
      return 0;
    },
  };
}
