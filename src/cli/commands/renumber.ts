import { isRefusal, REFUSALS } from '../../core/edits.ts';
import { say, type Text } from '../../core/language.ts';
import { renumberIn } from '../../core/renumber/in-workspace.ts';
import { carryOut } from '../carry-out.ts';
import { complain, failure } from '../failure.ts';
import { openFile } from '../open-file.ts';
import type { Command } from './command.ts';

const TEXTS = {
  refused: { en: '"{path}" was left as it is: {reason}', ko: '"{path}"을(를) 그대로 두었습니다. {reason}' },
  undecided: { en: '{path}:{line}: "{text}" may mean another document with the same number; it was left as it is', ko: '{path}:{line}: "{text}"은(는) 번호가 같은 다른 문서를 뜻할 수 있어 그대로 두었습니다' },
} satisfies Record<string, Text>;

/** `docket renumber`: another number for a document, also where it is cited. */
export const renumber: Command = {
  name: 'renumber',
  summary: { en: 'give a document another number, also where it is cited', ko: '문서의 번호를 인용한 곳까지 모두 바꿉니다' },
  operands: [
    { flags: '<file>', text: { en: 'the document', ko: '문서' } },
    { flags: '[number]', text: { en: 'the number (default: the next that is free here and on other branches)', ko: '번호(기본값: 여기와 다른 브랜치에서 비어 있는 다음 번호)' } },
  ],
  options: [{ flags: '--print', text: { en: 'print what would change as a diff and write nothing', ko: '아무것도 쓰지 않고 바뀔 내용을 diff로 출력합니다' } }],
  more: (language) => say({
    en: 'The name of the file, the heading, the metadata and every link that leads to the document are changed together.\nMentions that could mean another document are listed and left as they are.\n\nExample:\n  docket renumber docs/decisions/0012-use-queues.md --print',
    ko: '파일 이름, 제목, 메타데이터와 그 문서를 가리키는 모든 링크를 함께 바꿉니다.\n다른 문서를 뜻할 수 있는 언급은 알려 주기만 하고 그대로 둡니다.\n\n예:\n  docket renumber docs/decisions/0012-use-queues.md --print',
  }, language),
  async run(args, io) {
    const [given = '', wanted] = args.operands;
    const { workspace, file, language } = await openFile(given, args, io);
    const refused = (reason: string): Error => failure(TEXTS.refused, language, { path: given, reason });
    if (wanted !== undefined && !/^\d{1,8}$/.test(wanted)) throw refused(say(REFUSALS['bad-number'], language, { number: wanted }));
    const made = await renumberIn(workspace, { path: file, ...(wanted === undefined ? {} : { number: Number(wanted) }) });
    if (isRefusal(made)) throw refused(say(REFUSALS[made.refused], language, made.data));
    await carryOut(made, workspace, language, args, io);
    for (const { path, line, text } of made.undecided) complain(io, say(TEXTS.undecided, language, { path, line, text }));
    return 0;
  },
};
