import { titleIn } from '../matching.ts';
import { isComment } from '../template/optional.ts';
import { standsInFree } from '../template/sections.ts';
import { rule } from './rule.ts';
import { UNFINISHED } from './severities.ts';

export default rule<'empty' | 'optional'>({
  id: 'empty-section',
  meta: {
    title: { en: 'A section of the template has content', ko: '템플릿의 섹션에는 내용이 있다' },
    severity: UNFINISHED,
    fixable: false,
    messages: {
      empty: {
        en: 'The section "{section}" is empty; write what belongs there, or "N/A" with the reason.',
        ko: '"{section}" 섹션이 비어 있습니다. 내용을 쓰거나, 해당 사항이 없으면 "없음"과 그 이유를 쓰세요.',
      },
      optional: {
        en: 'The section "{section}" is empty; write what belongs there, or leave the section out.',
        ko: '"{section}" 섹션이 비어 있습니다. 내용을 쓰거나, 꼭 있어야 하는 섹션이 아니니 지우세요.',
      },
    },
  },
  check({ document, structure, type, report }) {
    const seen = structure();
    if (!seen) return;
    // What a team leaves out by habit is still asked for by its template.
    const asked = new Set(type?.type.templates.flatMap(({ sections }) => sections.flatMap(({ required, keys }) => (required ? [keys[0]] : []))));
    const withSections = new Set(document.sections.map((section) => section.parent));
    for (const match of seen.matching.matches) {
      const { wanted, found } = match;
      if (standsInFree(wanted) || withSections.has(found) || !seen.contentsOf(found).isEmpty) continue;
      // A form of the template that is to stay as it is.
      if (wanted.keep && found.nodes.some((node) => !isComment(node))) continue;
      report({ message: wanted.required || asked.has(wanted.keys[0]) ? 'empty' : 'optional', range: found.heading, data: { section: titleIn(match) } });
    }
  },
});
