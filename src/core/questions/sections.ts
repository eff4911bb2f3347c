import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import { textWithout } from '../actions/plain.ts';
import type { Source } from '../actions/source.ts';
import { plainText, rangeOf, type Section } from '../document.ts';
import type { Question } from '../entry.ts';
import type { Range } from '../lines.ts';
import { tableAt } from '../table-at.ts';
import type { QuestionSyntax } from './syntax.ts';
import { isAnsweredTitle, isQuestionTitle } from './titles.ts';

/** List items, paragraphs, table rows and parts under a heading such as "Open questions". */
export const sections: QuestionSyntax = {
  id: 'sections',
  read(source) {
    const questions: Question[] = [];
    if (!source.document.sections.some(({ title }) => isQuestionTitle(title))) return questions;
    // Sections come outer before inner: what a section of questions holds is known when its parts are met.
    const open = new Set<Section>();
    const closed = new Set<Section>();
    for (const section of source.document.sections) {
      const parent = section.parent;
      if (isAnsweredTitle(section.title) || (parent && closed.has(parent))) closed.add(section);
      else if (isQuestionTitle(section.title)) {
        open.add(section);
        questions.push(...questionsIn(section.nodes, source));
      } else if (parent && open.has(parent)) {
        const isGroup = !/[?？]\s*$/.test(section.title) && section.nodes.some((node) => node.type === 'list');
        questions.push(...(isGroup ? questionsIn(section.nodes, source) : ofPart(section, source)));
      }
    }
    return questions;
  },
};

function ofPart(section: Section, source: Source): Question[] {
  return saysNothing(section.title) ? [] : [question(section.title, section.heading, source)];
}

function questionsIn(nodes: readonly RootContent[], source: Source): Question[] {
  const hasList = nodes.some((node) => node.type === 'list' || node.type === 'table');
  return nodes.flatMap((node) => {
    if (node.type === 'list') return ofList(node, source);
    if (node.type === 'paragraph') return ofParagraph(node, source, hasList);
    if (node.type === 'blockquote') return questionsIn(node.children.filter((child) => child.type !== 'heading'), source);
    if (node.type === 'table') return ofTable(rangeOf(node).start, source);
    return [];
  });
}

// Beside a list, a paragraph leads to it unless it asks.
function ofParagraph(node: Paragraph, source: Source, hasList: boolean): Question[] {
  const range = rangeOf(node);
  const text = textWithout(source.document.text, node, [], range);
  if (saysNothing(text) || /[:：]\s*$/.test(plainText(node)) || isStruck(node)) return [];
  return hasList && !/[?？]["”)]?$/.test(text) ? [] : [question(text, range, source)];
}

function ofList(list: List, source: Source): Question[] {
  return list.children.flatMap((item) => ofItem(item, source));
}

const ANSWER = /^(?:a|answer|answered|resolution|resolved|decision|decided|conclusion|답|답변|해결|결정|回答|決定|答|antwort|entscheidung|respuesta|réponse|resposta)\s?[:：]/i;
const SAYS_ANSWERED = /^[[(]?(?:resolved|answered|decided|closed|해결됨|해결|답변 완료|解決済み?|已解决|geklärt|erledigt|resuelto|résolu|resolvido)(?:[\])]|\s?[:：])|[[(](?:resolved|answered|decided|closed|해결됨|해결|解決済み?|已解决|geklärt|erledigt)[\])]\.?$|^(?:✅|✔|☑)/iu;

function ofItem(item: ListItem, source: Source): Question[] {
  const paragraph = item.children[0];
  if (paragraph?.type !== 'paragraph' || item.checked === true) return [];
  const { start, end } = rangeOf(paragraph);
  const box = typeof item.checked === 'boolean' ? 0 : (/^\[[^\]\r\n]\][ \t]/u.exec(source.document.text.slice(start, start + 5))?.[0].length ?? 0);
  const text = textWithout(source.document.text, paragraph, [], { start: start + box, end });
  const lists = item.children.filter((child) => child.type === 'list');
  if (lists.length && /[:：]\s*$/.test(plainText(paragraph)) && !/[?？]/.test(text)) return lists.flatMap((list) => ofList(list, source));
  if (saysNothing(text) || SAYS_ANSWERED.test(text) || isStruck(paragraph) || isAnswered(item)) return [];
  return [question(text, { start: rangeOf(item).start, end }, source)];
}

function isAnswered(item: ListItem): boolean {
  const below = item.children.slice(1).flatMap((child) => (child.type === 'list' ? child.children.map((each) => each.children[0]) : [child]));
  return below.some((node) => node?.type === 'paragraph' && ANSWER.test(plainText(node).slice(0, 40)));
}

function isStruck(node: Paragraph): boolean {
  const parts = node.children.filter((child) => !(child.type === 'text' && child.value.trim() === ''));
  return parts.length > 0 && parts[0]!.type === 'delete' && parts.slice(1).every((part) => part.type === 'delete' || part.type === 'text' || part.type === 'link' || part.type === 'html');
}

// The widest first words of a row: the number of a question is not the question.
function ofTable(start: number, source: Source): Question[] {
  const table = tableAt(source.document.tables, start);
  if (!table) return [];
  const named = table.header.findIndex((cell) => /question|issue|topic|질문|이슈|질의|質問|问题|frage|pregunta|questão|pergunta/i.test(cell.text));
  const column = named >= 0 ? named : table.header.findIndex((_, index) => table.rows.some((row) => (row[index]?.text.length ?? 0) > 8));
  return table.rows.flatMap((row) => {
    const cell = row[column];
    if (!cell || saysNothing(cell.text) || row.some((each) => each !== cell && SETTLED.test(each.text))) return [];
    return [question(cell.text, { start: row[0]!.range.start, end: row.at(-1)!.range.end }, source)];
  });
}

const SETTLED = /^(?:✅\s*)?(?:resolved|answered|closed|decided|done|해결|해결됨|완료|결정됨|解決済み?|已解决|geklärt|erledigt|resuelto|résolu|resolvido)\b/iu;

const NOTHING = /^(?:none|n\/?a|nil|nothing|not applicable|no (?:open |unresolved |outstanding |known |remaining )?(?:questions?|issues?)|there (?:are|is) (?:no|none|currently no)|tbd|tba|to be (?:determined|decided|added|defined)|todo|없음|없습니다|해당 ?(?:사항 )?없음|현재 없음|미정|추후|なし|特になし|未定|无|無|暂无|keine?|ningun[ao]s?|aucune?s?|nenhum[ao]?|nessun[ao]?|geen|…|\.{3}|[-–—])(?![\p{L}\p{N}])/iu;

/** What the template of many RFCs asks for, left as it was. */
const PROMPT = /^what (?:parts of the design do you expect|related issues do you consider out of scope)/i;

function saysNothing(text: string): boolean {
  return PROMPT.test(text) || !/[\p{L}\p{N}]/u.test(text) || (text.length <= 80 && !/[?？]/.test(text) && NOTHING.test(text));
}

function question(text: string, range: Range, source: Source): Question {
  return { text, dialect: sections.id, line: source.document.lines.lineNumberAt(range.start), range };
}
