import type { Heading, Paragraph } from 'mdast';
import { tidy, textWithout } from '../actions/plain.ts';
import type { Source } from '../actions/source.ts';
import { innermost, isActionTitle, isUnder } from '../actions/titles.ts';
import { rangeOf } from '../document.ts';
import type { Question } from '../entry.ts';
import type { QuestionSyntax } from './syntax.ts';
import { isQuestionTitle } from './titles.ts';

const TO_DO = /^[\s*_]*(?:TBD|TBA|TODO|FIXME|To be (?:decided|determined|defined|discussed)|Open question)(?![\p{L}\p{N}_(]|\s?\()/u;
const LABEL = /^[\s*_]*(?:TBD|TBA|TODO|FIXME|OPEN(?: QUESTION)?|Open question|To be (?:decided|determined|defined|discussed)|미정|논의 필요|결정 필요|未定|待定|Offene Frage|Pregunta abierta|Question ouverte|Questão em aberto)[*_]{0,2}[ \t]?(?:[:：–—-]|\.(?=\s))[*_]{0,2}[ \t]?/u;
const ALONE = /^[\s*_]*(?:TBD|TBA|TODO|FIXME|to be (?:decided|determined|defined|discussed)|미정|추후 (?:결정|작성)|논의 필요|未定|待定)[\s*_.…!]*$/iu;

/** The first letters of any of these; most paragraphs begin with others, so that what is hidden in them need not be known. */
const BEGINNING = /[\s*_]*(?:TB|TODO|To be|FIXME|OPEN|Off|Pre|Que|[미추논결未待])/iuy;

const NONE: readonly Question[] = [];

/** A paragraph that is `TBD`, or begins with `TODO:` or `Open question:`; one that stands alone asks what its heading says. */
export const labels: QuestionSyntax = {
  id: 'labels',
  read: (source) => source.paragraphs.flatMap(({ node, item }) => (node.type === 'paragraph' && typeof item?.checked !== 'boolean' ? (questionOf(node, item !== undefined, source) ?? NONE) : NONE)),
};

function questionOf(node: Paragraph | Heading, isItem: boolean, source: Source): Question | undefined {
  const { document } = source;
  const range = rangeOf(node);
  BEGINNING.lastIndex = range.start;
  if (!BEGINNING.test(document.text)) return undefined;
  const end = Math.min(range.end, range.start + 200);
  const written = source.visible.slice(range.start, end);
  const isAlone = range.end - range.start < 60 && ALONE.test(written);
  const label = isAlone ? undefined : LABEL.exec(written)?.[0];
  // `- TODO text` without a colon is a task of Logseq; under a list of actions it is one of them.
  if (!isAlone && !label && (isItem || !TO_DO.test(written))) return undefined;
  if (isUnder(document, range.start, isActionTitle) || (isAlone && isUnder(document, range.start, isQuestionTitle))) return undefined;
  const text = isAlone ? (innermost(document.sections, range.start)?.title ?? tidy(written)) : textWithout(document.text, node, [], { start: range.start + (label?.length ?? 0), end: range.end });
  return text === '' ? undefined : { text, dialect: labels.id, line: document.lines.lineNumberAt(range.start), range };
}
