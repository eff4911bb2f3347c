import type { Leftover } from '../contents.ts';
import { contentsOfBlocks } from '../contents.ts';
import { blocksOf } from '../blocks.ts';
import type { Document } from '../document.ts';
import { removeComment } from '../edits/remove-comment.ts';
import type { Text } from '../language.ts';
import type { Range } from '../lines.ts';
import { titleIn } from '../matching.ts';
import { isTitle, type Structure } from '../structure.ts';
import { fieldPrompt } from '../template/fields.ts';
import { rule } from './rule.ts';
import { UNFINISHED } from './severities.ts';

const FIXES = {
  section: { en: "Remove the template's comment from \"{section}\"", ko: '"{section}" 섹션에서 템플릿의 주석 지우기' },
  start: { en: "Remove the template's comment", ko: '템플릿의 주석 지우기' },
} satisfies Record<string, Text>;

export default rule<'section' | 'later' | 'start' | 'field'>({
  id: 'placeholder-text',
  meta: {
    title: { en: "Nothing is left of the template's prompts", ko: '템플릿의 안내 문구가 남아 있지 않다' },
    severity: UNFINISHED,
    fixable: true,
    messages: {
      section: {
        en: 'The section "{section}" still holds what the template asks for ("{prompt}"); replace it with the answer.',
        ko: '"{section}" 섹션에 템플릿의 안내 문구("{prompt}")가 남아 있습니다. 내용으로 바꾸세요.',
      },
      later: {
        en: 'The section "{section}" still says "{prompt}"; write what belongs there.',
        ko: '"{section}" 섹션에 아직 "{prompt}"(이)라고 적혀 있습니다. 내용을 쓰세요.',
      },
      start: {
        en: 'The beginning of the document still holds what the template asks for ("{prompt}"); replace it with the answer.',
        ko: '문서 앞부분에 템플릿의 안내 문구("{prompt}")가 남아 있습니다. 내용으로 바꾸세요.',
      },
      field: {
        en: 'The field "{field}" still holds what the template asks for ("{prompt}"); replace it with a value, or remove the field.',
        ko: '"{field}" 필드에 템플릿의 안내 문구("{prompt}")가 남아 있습니다. 값으로 바꾸거나 필드를 지우세요.',
      },
    },
    fixes: FIXES,
  },
  check({ document, type, structure, report }) {
    const seen = structure();
    if (!seen) return;
    for (const { key, range } of fieldsLeft(document, seen)) report({ message: 'field', range, data: { field: key, prompt: excerpt(document.text, range) } });
    for (const { name, left, isAnswered } of groupsOf(document, seen, type?.isGuess === true)) {
      const { range } = left[0]!;
      const message = name === undefined ? 'start' : left[0]!.saysLater ? 'later' : 'section';
      const data = { section: name ?? '', prompt: excerpt(document.text, range) };
      const edits = left.every((one) => one.isComment) ? left.map((one) => removeComment(document.text, one.range)) : undefined;
      // Where nobody has answered yet, the comment is all that says what belongs there.
      report({ message, range, data, ...(!edits ? {} : isAnswered ? { fix: edits } : { choices: [{ title: FIXES[name === undefined ? 'start' : 'section'], edits }] }) });
    }
  },
});

/** One group for each section of the template, and one for what stands before the first. Nobody has asked a team that only has a template lying there to take its comments away from beside the answers. */
function groupsOf(document: Document, seen: Structure, isGuess: boolean): { readonly name: string | undefined; readonly left: readonly Leftover[]; readonly isAnswered: boolean }[] {
  const groups = new Map<unknown, { name: string | undefined; left: Leftover[]; isAnswered: boolean }>();
  const add = (key: unknown, name: string | undefined, left: readonly Leftover[], isAnswered: boolean): void => {
    if (!left.length) return;
    const group = groups.get(key) ?? { name, left: [], isAnswered: true };
    group.left.push(...left);
    group.isAnswered &&= isAnswered;
    groups.set(key, group);
  };
  const withSections = new Set(document.sections.map((section) => section.parent));
  const toTell = (left: readonly Leftover[], isAnswered: boolean): readonly Leftover[] => (isGuess && isAnswered ? left.filter(({ range }) => !document.text.startsWith('<!--', range.start)) : left);
  add(undefined, undefined, toTell(contentsOfBlocks(blocksOf(document.preamble, document.text), document.text, seen.template.prompts).prompts, true), true);
  for (const section of document.sections) {
    const match = seen.matchOf(section);
    const heading = seen.leftInHeading(section);
    const { prompts, hasOwn } = seen.contentsOf(section);
    const isAnswered = hasOwn || withSections.has(section);
    const left = [...(heading ? [heading] : []), ...toTell(prompts, isAnswered)];
    if (match?.wanted.keep) continue;
    if (match) add(match, titleIn(match), left, isAnswered);
    else if (isTitle(section, document)) add(undefined, undefined, left, true);
    else add(section, section.title, left, isAnswered);
  }
  return [...groups.values()];
}

function fieldsLeft({ text, fields }: Document, { template }: Structure): { key: string; range: Range }[] {
  const prompts = new Map(template.fields.map((field) => [field.key, field.prompt]));
  return fields.flatMap(({ key, valueRange }) => {
    const prompt = prompts.get(key);
    return valueRange && prompt !== undefined && fieldPrompt(text.slice(valueRange.start, valueRange.end)) === prompt ? [{ key, range: valueRange }] : [];
  });
}

const LONGEST = 60;

function excerpt(text: string, { start, end }: Range): string {
  const words = text.slice(start, Math.min(end, start + 4 * LONGEST)).replace(/^<!--|-->$/g, '').replace(/\s+/g, ' ').trim();
  return words.length > LONGEST ? `${[...words].slice(0, LONGEST).join('')}…` : words;
}
