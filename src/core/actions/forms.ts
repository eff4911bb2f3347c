import type { Nodes, Parents } from 'mdast';
import { plainText, rangeOf, type Document } from '../document.ts';
import type { Action } from '../entry.ts';
import type { Range } from '../lines.ts';
import { eachBlock } from '../markdown/each-node.ts';
import { isWithin } from './accountable.ts';
import { innermost, isActionTitle, isUnder } from './titles.ts';

/** The actions with those marked on that are boxes of a form: under a question, where they are answers to choose, or under criteria and signatures, which are met and not done. What somebody owns, or has a date, is none. */
export function withForms(actions: readonly Action[], document: Document): Action[] {
  const boxes = actions.filter(({ dialect, owners, due }) => dialect === 'task-boxes' && !owners.length && due === null);
  if (!boxes.length) return [...actions];
  const answers = answersIn(document);
  const forms = new Set(boxes.filter(({ range: { start } }) => {
    const title = innermost(document.sections, start)?.title ?? '';
    return isWithin(start, answers) || (isQuestion(title) && !TO_DO.test(title)) || (isUnder(document, start, (one) => CRITERIA.test(one)) && !isUnder(document, start, isActionTitle));
  }));
  return actions.map((action) => (forms.has(action) ? { ...action, form: true } : action));
}

const isQuestion = (text: string): boolean => /[?？][\s*_)]*$/u.test(text);

/** A question that asks for what is to be done has it under it. */
const TO_DO = /(?<!\p{L})(?:to do|left|next|remain\p{L}*|follow|missing|who)(?!\p{L})|할 ?일|남은|다음|누가/iu;

const CRITERIA = /(?<!\p{L})(?:graduation|criteria|criterion|sign-?offs?(?: check ?list)?|definition of (?:done|ready))(?!\p{L})|(?:acceptance|verification|review) check ?list|(?:성공|완료|승급|졸업|인수|수용|합격) ?(?:기준|조건)|(?:검증|인수|승인|리뷰) ?(?:체크 ?리스트|점검표)/iu;

// `- **How can it be switched off?**` with the answers in a list under it.
function answersIn(document: Document): Range[] {
  const found: Range[] = [];
  const look = (parent: Parents): void => {
    let before: Nodes | undefined;
    for (const node of parent.children) {
      if (node.type === 'list' && before?.type === 'paragraph' && isAsked(plainText(before))) found.push(rangeOf(node));
      before = node;
    }
  };
  look(document.tree);
  eachBlock(document.tree, (node) => void ((node.type === 'listItem' || node.type === 'blockquote') && look(node)));
  let end = 0;
  return found.sort((one, other) => one.start - other.start).filter((range) => {
    const isApart = range.start >= end;
    if (isApart) end = range.end;
    return isApart;
  });
}

// What the question means may stand behind it.
const isAsked = (text: string): boolean => text.length < 600 && (isQuestion(text) || /^[^.!?。？]{3,300}[?？](?:\s|$)/u.test(text)) && !TO_DO.test(text);
