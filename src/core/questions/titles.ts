import { remembering } from '../remembering.ts';

/** Words in a heading that say that questions follow which nobody has answered, by language. */
const OPEN = new RegExp(
  [
    String.raw`\b(?:open|unresolved|outstanding|unanswered|remaining|pending)[ -](?:design )?(?:questions?|decisions?|topics?)\b`,
    String.raw`^(?:open|unresolved|outstanding|known open|remaining) (?:issues?|points?|items?|problems?)(?:$|[^\p{L}]*(?:and|or)\b)`,
    String.raw`(?:questions?|discussion) and (?:open|unresolved|outstanding) (?:issues?|points?)`,
    String.raw`^(?:unresolved|to be (?:decided|discussed|determined|resolved)|tbd|undecided|questions to (?:answer|resolve|discuss)|decisions? (?:needed|required|to be made))$`,
    '미해결 ?(?:질문|이슈|문제|사항|과제)|열린 (?:질문|이슈)|남은 (?:질문|이슈)|미결 ?(?:사항|정)|오픈 ?(?:이슈|질문)|(?:의사)?결정 ?필요|논의 ?(?:가 )?필요|확인 ?(?:이 )?필요한? ?(?:사항|질문)',
    '未解決(?:の)?(?:質問|問題|事項|課題)|未決(?:事項|問題)|オープンクエスチョン|未決定|要検討|残課題',
    '(?:未决|未解决|待解决|开放|遗留|待确认)(?:的)?问题|待(?:定|讨论|确认)(?:事项)?$|未決問題',
    String.raw`\b(?:offene|ungeklärte|ungelöste) (?:fragen?|punkte|themen|entscheidungen)\b|^(?:noch )?zu klären`,
    String.raw`\b(?:preguntas|cuestiones|temas|puntos) (?:abiert[ao]s|pendientes|sin resolver)\b|^por resolver`,
    String.raw`\b(?:questions?|points?|sujets?) (?:ouvert[e]?s?|en suspens|non résolues?)(?!\p{L})|^à clarifier`,
    String.raw`(?:questões|perguntas|pontos|dúvidas) (?:em aberto|abert[ao]s|pendentes|não resolvidas)`,
    String.raw`\b(?:domande|questioni|punti) (?:aperte|aperti|irrisolte)\b|\bopen vragen\b`,
  ].join('|'),
  'u',
);
const ANSWERED = /(?<!un)resolved|answered(?! )|\bclosed\b|\bdecided\b|해결됨|해결된|답변 완료|解決済|已解决|(?:^|\s)(?:geklärte|resueltas|résolues|resolvidas)/u;
const NO_ANSWER = /unresolved|unanswered|undecided|to be decided/;

/** Does the heading say that open questions follow? */
export function isQuestionTitle(title: string): boolean {
  return meantBy(title).isOpen;
}

/** Does a part of them say that its questions are answered? */
export function isAnsweredTitle(title: string): boolean {
  return meantBy(title).isAnswered;
}

const meantBy = remembering((title) => {
  const name = bare(title);
  return { isOpen: OPEN.test(name), isAnswered: ANSWERED.test(name) && !NO_ANSWER.test(name) };
});

function bare(title: string): string {
  return title.slice(0, 120).normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N} -]+/gu, ' ').replace(/\s+/g, ' ').replace(/^[^\p{L}]+/u, '').trim();
}
