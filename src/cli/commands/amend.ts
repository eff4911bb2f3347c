import { successionCommand } from '../succession.ts';
import type { Command } from './command.ts';

/** `docket amend`: a new document that changes a part of another, which stays in force. */
export const amend: Command = successionCommand('amend', {
  summary: { en: 'write a document that amends another one', ko: '다른 문서를 보완하는 새 문서를 만듭니다' },
  file: { en: 'the document that is amended', ko: '보완되는 문서' },
  more: {
    en: 'The old document keeps its status; each of the two names the other.\n\nExample:\n  docket amend docs/decisions/0007-use-queues.md "Retry three times"',
    ko: '이전 문서의 상태는 그대로이고, 두 문서가 서로를 가리킵니다.\n\n예:\n  docket amend docs/decisions/0007-use-queues.md "세 번까지 재시도"',
  },
});
