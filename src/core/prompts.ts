/** Does the text of an action or a question only ask for one: `{question} @{owner} (due: {YYYY-MM-DD})`, `<what to do>`? */
export function isPrompt(text: string): boolean {
  const rest = text.slice(0, LONGEST).replace(/\{[^{}]*\}|<[^<>]*>/gu, '');
  return rest.length < Math.min(text.length, LONGEST) && !/[\p{L}\p{N}]/u.test(rest.replace(LABELS, ''));
}

const LONGEST = 1000;

const LABELS = /(?<![\p{L}\p{N}])(?:due|by|until|deadline|owner|기한|마감|까지|담당|담당자)(?![\p{L}\p{N}])/giu;
