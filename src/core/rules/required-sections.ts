import type { Edit } from '../edit.ts';
import { headingKey } from '../headings.ts';
import { insertionOf, placementsIn, siblingsOf, type Placement } from '../placement.ts';
import { isRequired } from '../required.ts';
import type { TemplateSection } from '../template.ts';
import { rule, type RuleContext } from './rule.ts';

export default rule<'missing'>({
  id: 'required-sections',
  meta: {
    title: { en: 'A document has the sections that its template requires', ko: '문서에는 템플릿이 요구하는 섹션이 있다' },
    severity: 'warning',
    fixable: true,
    byTemplate: true,
    messages: {
      missing: {
        en: 'The section "{section}" is missing; the {type} template requires it.',
        ko: '"{section}" 섹션이 없습니다. {type} 템플릿에 필요한 섹션입니다.',
      },
    },
    fixes: { missing: { en: 'Insert the section "{section}"', ko: '"{section}" 섹션 넣기' } },
  },
  check(context) {
    const { document, entry, report } = context;
    const seen = context.structure();
    if (!seen) return;
    const { template, matching } = seen;
    const siblings = siblingsOf(template.sections);
    const placeOf = placementsIn(siblings, matching, document);
    const headings = new Set(document.sections.map((section) => headingKey(section.title)));
    for (const gap of matching.gaps) {
      const { wanted, within } = gap;
      // Of a section that has nothing of the author's yet, that alone is told.
      if (!isRequired(wanted, template, entry) || (within && (within.wanted.free || seen.isUntouched(within)))) continue;
      const place = placeOf(gap);
      const fix = insertion(wanted, place, siblings, headings, context);
      report({ message: 'missing', range: place.shownAt, data: { section: wanted.title, type: template.label }, expected: [wanted.title], ...(fix && { fix: [fix] }) });
    }
  },
});

// The section with all that it has to hold, but for what stands elsewhere in the document.
function insertion(wanted: TemplateSection, place: Placement, siblings: ReturnType<typeof siblingsOf>, headings: ReadonlySet<string>, { document, entry, type }: RuleContext<'missing'>): Edit | undefined {
  const parts: string[] = [];
  const open = [wanted];
  for (let section = open.pop(); section; section = open.pop()) {
    parts.push(`${'#'.repeat(Math.min(6, Math.max(1, place.depth + section.depth - wanted.depth)))} ${section.heading}`, ...(section.prompt ? [section.prompt] : []));
    const inside = (siblings.get(section) ?? []).filter((one) => isRequired(one, type!.template, entry) && !one.keys.some((key) => headings.has(key)));
    open.push(...inside.reverse());
  }
  return insertionOf(parts.join('\n\n'), place.offset, document);
}
