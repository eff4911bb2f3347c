import type { Section } from '../document.ts';
import { headingKey } from '../headings.ts';
import { itemsIn } from '../items.ts';
import { titleIn } from '../matching.ts';
import type { TemplateSection } from '../template.ts';
import { rule } from './rule.ts';
import { UNFINISHED } from './severities.ts';

export default rule<'few'>({
  id: 'minimum-items',
  meta: {
    title: { en: 'A section has as many items as its template asks for', ko: '섹션에는 템플릿이 요구하는 수만큼 항목이 있다' },
    severity: UNFINISHED,
    fixable: false,
    messages: {
      few: {
        en: 'The section "{section}" has {count} of at least {minimum} items; add what is missing, or say why there is no other.',
        ko: '"{section}" 섹션에는 항목이 {minimum}개 이상 있어야 하는데 {count}개뿐입니다. 더 쓰거나, 다른 것이 없는 이유를 쓰세요.',
      },
    },
  },
  check({ document, entry, structure, report }) {
    const seen = structure();
    if (!seen) return;
    const inside = new Map<Section | undefined, Section[]>();
    for (const section of document.sections) inside.set(section.parent, inside.get(section.parent) ?? []).get(section.parent)!.push(section);
    for (const match of seen.matching.matches) {
      const { wanted, found } = match;
      const minimum = wanted.minimum ?? (entry?.kind === 'decision' && OPTIONS.test(wanted.keys[0] ?? '') ? 2 : undefined);
      if (minimum === undefined) continue;
      const items = itemsIn(found, inside.get(found) ?? []);
      const count = items && isBesideTheChoice(wanted, found) ? items + 1 : items;
      // What is written in sentences cannot be counted, and of an empty section that alone is told.
      if (count > 0 && count < minimum) report({ message: 'few', range: found.heading, data: { section: titleIn(match), count, minimum } });
    }
  },
});

// Where the template asks for options and the document has alternatives, what was chosen is one more.
function isBesideTheChoice({ keys }: TemplateSection, { title }: Section): boolean {
  return !ALTERNATIVES.test(keys[0] ?? '') && ALTERNATIVES.test(headingKey(title));
}

/** What a template calls the options of a decision, where it need not say that one is none. */
const OPTIONS = /^(?:considered options|options considered|(?:검토|고려)한 (?:선택지|대안|옵션|방안))$/u;

const ALTERNATIVES = /\balternatives?\b|대안/u;
