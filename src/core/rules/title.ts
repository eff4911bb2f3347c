import type { Document, Section } from '../document.ts';
import type { Field } from '../front-matter.ts';
import type { Range } from '../lines.ts';
import { titleParts } from '../template/title.ts';
import { idInTitle } from '../titles.ts';
import { fieldRoles, type Vocabulary } from '../vocabulary/index.ts';
import { sectionNames } from '../vocabulary/sections.ts';
import { termOf } from '../vocabulary/terms.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

export default rule<'missing' | 'empty' | 'placeholder' | 'second'>({
  id: 'title',
  meta: {
    title: { en: 'A document has one title, and it says what the document is about', ko: '문서에는 무엇에 관한 것인지 말해 주는 제목이 하나 있다' },
    severity: ADVICE,
    fixable: false,
    messages: {
      missing: {
        en: 'The document has no title; begin it with a heading of level 1 that says what it is about.',
        ko: '문서에 제목이 없습니다. 무엇에 관한 문서인지 말해 주는 1단계 제목으로 시작하세요.',
      },
      empty: {
        en: 'The title is empty; say what the document is about.',
        ko: '제목이 비어 있습니다. 무엇에 관한 문서인지 쓰세요.',
      },
      placeholder: {
        en: 'The title "{title}" says nothing of this document; say what it is about.',
        ko: '"{title}"만으로는 무엇에 관한 문서인지 알 수 없습니다. 문서의 내용을 말해 주는 제목을 쓰세요.',
      },
      second: {
        en: '"{title}" is a second title beside "{first}" in line {line}; make it a section with a heading of level 2.',
        ko: '"{title}"은(는) {line}행의 "{first}"에 이은 두 번째 제목입니다. 2단계 제목으로 바꿔 섹션으로 만드세요.',
      },
    },
  },
  check({ document, entry, vocabulary, structure, report }) {
    const seen = structure();
    if (!seen?.template.hasTitle) return;
    const titles = document.sections.filter(({ depth }) => depth === 1);
    const [first] = titles;
    const field = document.fields.find(({ key }) => fieldRoles(key, vocabulary).includes('title'));
    const isTold = first !== undefined && (seen.leftInHeading(first) !== undefined || seen.contentsOf(first).prompts.length > 0);
    if (!first && !wordsOf(field) && !(entry?.evidence.title && entry.evidence.title.line > 0)) report({ message: 'missing', range: beginningOf(document) });
    else if (first && !wordsOf(field) && !isTold) {
      const title = first.title.trim();
      if (title === '' && !document.text.slice(first.heading.start, first.heading.end).includes('![')) report({ message: 'empty', range: first.heading });
      else if (saysNothing(first, document, vocabulary)) report({ message: 'placeholder', range: first.heading, data: { title } });
    }
    const [, second] = titles;
    if (first && second && !wordsOf(field) && isSlip(titles, document, vocabulary)) report({ message: 'second', range: second.heading, data: { title: second.title, first: first.title, line: document.lines.positionAt(first.heading.start).line + 1 } });
  },
});

// Who writes all sections in level 1 has no second title, nor who begins with a section.
function isSlip(titles: readonly Section[], { sections }: Document, vocabulary: Vocabulary): boolean {
  const inside = sections.filter(({ depth }) => depth === 2).length;
  return titles.length <= MOST_TITLES && inside > titles.length && sections[0] === titles[0] && !sectionNames(titles[0]!.title, vocabulary);
}

const MOST_TITLES = 3;

const wordsOf = (field: Field | undefined): string => (typeof field?.value === 'string' ? field.value.trim() : '');

const beginningOf = ({ sections, text }: Document): Range => sections[0]?.heading ?? { start: 0, end: /^[^\r\n]*/.exec(text)![0].length };

const UNTITLED = /^(?:untitled|no title|new document|tbd|todo|tba|\?+|\.{3}|…|제목 ?없음|무제|새 문서|미정)$/u;

// Behind an id, too: `ADR-7: Title`.
function saysNothing({ title, heading }: Section, { text }: Document, { placeholderTitles }: Vocabulary): boolean {
  const last = titleParts(text.slice(heading.start, heading.end)).at(-1)?.key ?? '';
  return [last, (idInTitle(title)?.rest ?? title).toLowerCase().trim()].some((words) => placeholderTitles.has(termOf(words)) || UNTITLED.test(words));
}
