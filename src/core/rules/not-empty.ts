import { rule } from './rule.ts';
import { always } from './severities.ts';

export default rule<'empty'>({
  id: 'not-empty',
  meta: {
    title: { en: 'A document has text', ko: '문서에 내용이 있다' },
    severity: always('info'),
    certain: true,
    fixable: false,
    messages: {
      empty: { en: 'The file is empty; write the document, or delete the file.', ko: '파일이 비어 있습니다. 내용을 쓰거나 파일을 삭제하세요.' },
    },
  },
  check({ document, report }) {
    if (document.text.trim() === '' && !document.problems.length) report({ message: 'empty', range: { start: 0, end: 0 } });
  },
});
