import { matchSections } from '../doc-type.ts';
import type { Document, Section } from '../document.ts';
import { lineEndingOf, type Edit } from '../edit.ts';
import type { Range } from '../lines.ts';
import type { Template, TemplateSection } from '../template.ts';
import { rule } from './rule.ts';

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
  check({ document, type, report }) {
    if (!type || document.problems.length && !document.tree.children.length) return;
    const { template } = type;
    const matches = matchSections(document, template);
    for (const wanted of template.sections) {
      if (!wanted.required || matches.has(wanted)) continue;
      if (wanted.parent && !matches.has(wanted.parent)) continue;
      const place = placeOf(wanted, template, matches, document);
      report({
        message: 'missing',
        range: place.shownAt,
        data: { section: wanted.title, type: template.label },
        expected: [wanted.title],
        fix: [insertion(wanted, place, template, matches, document)],
      });
    }
  },
});

interface Place {
  /** The heading behind whose section the missing one belongs. */
  readonly shownAt: Range;
  readonly offset: number;
  readonly depth: number;
}

function placeOf(wanted: TemplateSection, template: Template, matches: ReadonlyMap<TemplateSection, Section>, document: Document): Place {
  const siblings = template.sections.filter((section) => section.parent === wanted.parent);
  const at = siblings.indexOf(wanted);
  const parent = wanted.parent && matches.get(wanted.parent);
  const before = siblings.slice(0, at).reverse().map((section) => matches.get(section)).find((section) => section !== undefined);
  const after = siblings.slice(at + 1).map((section) => matches.get(section)).find((section) => section !== undefined);
  const depth = (before ?? after)?.depth ?? (parent ? parent.depth + 1 : wanted.depth);
  if (before) return { shownAt: before.heading, offset: before.extent.end, depth };
  if (parent) return { shownAt: parent.heading, offset: after?.heading.start ?? parent.extent.end, depth };
  const title = document.sections.find((section) => section.depth < depth);
  const shownAt = title?.heading ?? firstLine(document.text);
  return { shownAt, offset: after?.heading.start ?? document.text.length, depth };
}

function insertion(wanted: TemplateSection, place: Place, template: Template, matches: ReadonlyMap<TemplateSection, Section>, document: Document): Edit {
  const newline = lineEndingOf(document.text);
  const before = document.text.slice(0, place.offset);
  const missing = template.sections.filter((section) => section === wanted || (section.required && !matches.has(section) && isInside(section, wanted)));
  const text = missing
    .flatMap(({ title, depth, prompt }) => [`${'#'.repeat(Math.min(6, place.depth + depth - wanted.depth))} ${title}`, ...(prompt ? [prompt.replace(/\r\n?|\n/g, newline)] : [])])
    .join(newline + newline);
  const gap = before === '' || /(?:\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(before) ? '' : /[\n\r]$/.test(before) ? newline : newline + newline;
  const isAtEnd = place.offset >= document.text.length;
  const end = !isAtEnd ? newline + newline : before === '' || /[\n\r]$/.test(before) ? newline : '';
  return { range: { start: place.offset, end: place.offset }, newText: gap + text + end };
}

function isInside(section: TemplateSection, outer: TemplateSection): boolean {
  return section.parent !== undefined && (section.parent === outer || (section.parent.required && isInside(section.parent, outer)));
}

function firstLine(text: string): Range {
  const end = text.search(/[\r\n]|$/);
  return { start: 0, end };
}
