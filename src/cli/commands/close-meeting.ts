import { dayOf } from '../../core/calendar.ts';
import { isRefusal, REFUSALS } from '../../core/edits.ts';
import { say, type Text } from '../../core/language.ts';
import { carryOut } from '../carry-out.ts';
import { complain, failure } from '../failure.ts';
import { openFile } from '../open-file.ts';
import type { Command } from './command.ts';

const REFUSED: Text = { en: '"{path}" was left as it is: {reason}', ko: '"{path}"을(를) 그대로 두었습니다. {reason}' };

/** `docket close-meeting`: what was agreed and ticked in minutes goes where it belongs. */
export const closeMeeting: Command = {
  name: 'close-meeting',
  summary: { en: 'make action items of TODO lines, and tick what is done', ko: 'TODO 줄을 조치 항목으로 바꾸고 끝난 일을 완료로 표시합니다' },
  operands: [{ flags: '<file>', text: { en: 'the minutes', ko: '회의록' } }],
  options: [{ flags: '--dry-run', text: { en: 'print what would change as a diff and write nothing', ko: '아무것도 쓰지 않고 바뀔 내용을 diff로 출력합니다' } }],
  more: (language) => say({
    en: '"TODO(name): text (due: 2026-12-09)" becomes "- [ ] text @name (due: 2026-12-09)" under the new action items. A box that\nwas ticked under the prior action items is ticked in the document that its link leads to, or, where it has none, in the\none that has the same words. What could be meant in two ways is listed and left as it is.\n\nExample:\n  docket close-meeting docs/meetings/2026-12-02-production-meeting.md --dry-run',
    ko: '"TODO(이름): 내용 (기한: 2026-12-09)"는 새 조치 항목의 "- [ ] 내용 @이름 (기한: 2026-12-09)"가 됩니다. 지난 조치 항목에서\n표시한 상자는 링크가 가리키는 문서에서, 링크가 없으면 같은 내용이 있는 문서에서 표시됩니다. 두 가지로 읽을 수 있는 것은 알려 주기만 하고 그대로 둡니다.\n\n예:\n  docket close-meeting docs/meetings/2026-12-02-운영-회의.md --dry-run',
  }, language),
  async run(args, io) {
    const [given = ''] = args.operands;
    const { workspace, file, language } = await openFile(given, args, io);
    const { closeMeeting: closeIn } = await import('../../core/agenda/close.ts');
    const { accountOfClosing, leftOver } = await import('../../core/agenda/account.ts');
    const made = await closeIn(workspace, file, dayOf(io.now()));
    if (isRefusal(made)) throw failure(REFUSED, language, { path: given, reason: say(REFUSALS[made.refused], language, made.data) });
    await carryOut(made, workspace, language, { options: { print: args.options['dryRun'] } }, io);
    for (const line of [...accountOfClosing(made, language), ...leftOver(made, language)]) complain(io, line);
    return 0;
  },
};
