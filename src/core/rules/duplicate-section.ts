import { headingKey } from '../headings.ts';
import { titleIn } from '../matching.ts';
import { rule } from './rule.ts';
import { UNFINISHED } from './severities.ts';

export default rule<'twice' | 'alias'>({
  id: 'duplicate-section',
  meta: {
    title: { en: 'A section of the template stands in a document once', ko: '템플릿의 섹션은 문서에 한 번만 나온다' },
    severity: UNFINISHED,
    fixable: false,
    messages: {
      twice: {
        en: 'The section "{section}" stands here for a second time, first in line {line}; put both together, or give this one a heading of its own.',
        ko: '"{section}" 섹션이 여기에 또 있습니다. 처음은 {line}행입니다. 하나로 합치거나 이 섹션에 다른 제목을 붙이세요.',
      },
      alias: {
        en: 'The section "{heading}" is the section "{section}" by another name, which stands in line {line}; put both together, or give this one a heading of its own.',
        ko: '"{heading}" 섹션은 {line}행에 있는 "{section}" 섹션의 다른 이름입니다. 하나로 합치거나 이 섹션에 다른 제목을 붙이세요.',
      },
    },
  },
  check({ document, structure, report }) {
    for (const match of structure()?.matching.matches ?? []) {
      const { found, twins } = match;
      const line = document.lines.positionAt(found.heading.start).line + 1;
      const key = headingKey(found.title);
      for (const twin of twins) {
        const message = headingKey(twin.title) === key ? 'twice' : 'alias';
        report({ message, range: twin.heading, data: { section: titleIn(match), line, ...(message === 'alias' && { heading: twin.title }) } });
      }
    }
  },
});
