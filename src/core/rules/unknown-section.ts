import type { Section } from '../document.ts';
import type { Edit } from '../edit.ts';
import type { Text } from '../language.ts';
import { nearest } from '../nearest.ts';
import { headingKey } from '../headings.ts';
import type { SectionMatch } from '../matching.ts';
import type { TemplateSection } from '../template.ts';
import { rule } from './rule.ts';
import { always } from './severities.ts';

const RENAME: Text = { en: 'Call it "{similar}"', ko: '"{similar}"(으)로 바꾸기' };

export default rule<'unknown' | 'similar'>({
  id: 'unknown-section',
  meta: {
    title: { en: 'A document has only the sections of its template', ko: '문서에는 템플릿에 있는 섹션만 있다' },
    severity: always('off'),
    fixable: true,
    messages: {
      unknown: {
        en: 'The {type} template has no section "{section}" here.',
        ko: '{type} 템플릿의 이 자리에는 "{section}" 섹션이 없습니다.',
      },
      similar: {
        en: 'The {type} template has no section "{section}" here; did you mean "{similar}"?',
        ko: '{type} 템플릿의 이 자리에는 "{section}" 섹션이 없습니다. "{similar}"을(를) 쓰려고 했나요?',
      },
    },
  },
  check({ document, structure, report }) {
    const seen = structure();
    if (!seen) return;
    const { template, matching } = seen;
    const taken = new Map(matching.matches.flatMap((match) => [match.found, ...match.twins].map((found) => [found, match] as const)));
    const inside = new Map<TemplateSection | undefined, TemplateSection[]>();
    for (const section of template.sections) inside.set(section.parent, inside.get(section.parent) ?? []).get(section.parent)!.push(section);
    const missing = new Map<SectionMatch | undefined, string[]>();
    for (const { wanted, within } of matching.gaps) missing.set(within, missing.get(within) ?? []).get(within)!.push(wanted.title);
    for (const section of document.sections) {
      if (taken.has(section) || (section.depth === 1 && section === document.sections[0])) continue;
      const within = outerOf(section, taken);
      const wanted = within === 'unknown' ? undefined : inside.get(within?.wanted);
      // Where the template has no sections, or the author's own, there is none that is unknown.
      if (within === 'unknown' || !wanted || within?.wanted.free || wanted.some(({ repeated }) => repeated)) continue;
      const similar = nearest(headingKey(section.title).slice(0, LONGEST), missing.get(within) ?? []);
      const edits = similar === undefined ? undefined : renamed(section, similar, document.text);
      const data = { section: section.title, type: template.label, ...(similar !== undefined && { similar }) };
      report({ message: similar === undefined ? 'unknown' : 'similar', range: section.heading, data, ...(similar !== undefined && { expected: [similar] }), ...(edits && { choices: [{ title: RENAME, edits }] }) });
    }
  },
});

/** UTF-16 units of a heading that are compared. */
const LONGEST = 100;

// The match that a section stands directly in; undefined at the top, and what stands in an unknown section is not told again.
function outerOf({ parent }: Section, taken: ReadonlyMap<Section, SectionMatch>): SectionMatch | undefined | 'unknown' {
  if (!parent || (parent.depth === 1 && !taken.has(parent))) return undefined;
  return taken.get(parent) ?? 'unknown';
}

// The words of the heading; its marks, its number and what is set apart stay, and one with markup is left alone.
function renamed({ heading, title }: Section, name: string, text: string): readonly Edit[] | undefined {
  const words = title.replace(/^(?:\d+(?:\.\d+)*[.)]?|[ivx]+[.)])\s+/iu, '');
  const at = text.slice(heading.start, heading.end).indexOf(words);
  return words === '' || at < 0 ? undefined : [{ range: { start: heading.start + at, end: heading.start + at + words.length }, newText: name }];
}
