import { successionCommand } from '../succession.ts';
import type { Command } from './command.ts';

/** `docket supersede`: a new document that takes the place of another. */
export const supersede: Command = successionCommand('supersede', {
  summary: { en: 'write a document that replaces another one', ko: '다른 문서를 대체하는 새 문서를 만듭니다' },
  file: { en: 'the document that is superseded', ko: '대체되는 문서' },
  more: {
    en: 'Each of the two names the other. The new document has the form of the old one and the next number of its folder. The old one is marked as superseded\nin its own words; where it has no place for that, nothing is written.\n\nExamples:\n  docket supersede docs/decisions/0007-use-ftp.md "Use queues"\n  docket supersede docs/decisions/0007-use-ftp.md "Use queues" --print',
    ko: '두 문서가 서로를 가리킵니다. 새 문서는 이전 문서의 형식을 따르고 그 폴더의 다음 번호를 받습니다. 이전 문서에는 그 문서의 표기법대로 대체되었다고\n적으며, 적을 자리가 없으면 아무것도 쓰지 않습니다.\n\n예:\n  docket supersede docs/decisions/0007-use-ftp.md "큐 사용"\n  docket supersede docs/decisions/0007-use-ftp.md "큐 사용" --print',
  },
});
