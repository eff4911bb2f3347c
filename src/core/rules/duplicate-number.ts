import { documentName } from '../dialects/file-name.ts';
import { digitsOf } from '../succession/naming.ts';
import { numberPlace } from '../number-place.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

export default rule<'taken'>({
  id: 'duplicate-number',
  meta: {
    title: { en: 'A number belongs to one document', ko: '번호 하나는 문서 하나의 것이다' },
    severity: { ...ADVICE, draft: 'warning' },
    certain: true,
    kinds: ['decision', 'design'],
    fixable: false,
    messages: {
      taken: {
        en: 'The number {number} is also that of "{other}", so nobody knows which of the two is meant; give one of them the next free number (docket renumber).',
        ko: '{number}번은 "{other}"의 번호이기도 해서 어느 문서를 말하는지 알 수 없습니다. 둘 중 하나에 비어 있는 다음 번호를 주세요(docket renumber).',
      },
    },
  },
  check({ document, entry, records, report }) {
    const twin = entry && records.twinOf(entry);
    if (!twin) return;
    report({
      message: 'taken',
      range: numberPlace(document, entry),
      data: { number: digitsOf(entry), other: documentName(twin.path).isFolder ? twin.path : twin.path.slice(twin.path.lastIndexOf('/') + 1) },
      choices: [{ title: { en: 'Give this document another number…', ko: '이 문서에 다른 번호 주기…' }, edits: [], command: 'renumber' }],
    });
  },
});
