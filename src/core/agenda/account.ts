import { REFUSALS } from '../edits.ts';
import { say, type Language, type Text } from '../language.ts';
import type { Part } from './drawn.ts';
import type { Closing, Left } from './close.ts';
import type { Redrawing } from './redraw.ts';
import { HEADINGS } from './texts.ts';

const TEXTS = {
  added: { en: 'added: {name}', ko: '추가: {name}' },
  changed: { en: 'renewed: {name}', ko: '갱신: {name}' },
  ticked: { en: 'ticked, as it is done: {name}', ko: '끝난 일이라 완료로 표시: {name}' },
  removed: { en: 'taken out, as the record has it no more: {name}', ko: '기록에 더 이상 없어 뺌: {name}' },
  kept: { en: 'left as you changed it or took it out: {name}', ko: '고치거나 뺀 그대로 둠: {name}' },
  unplaced: { en: 'not drawn, as the table for it is gone: {name}', ko: '넣을 표가 없어 넣지 못함: {name}' },
  missing: { en: 'not drawn, as its markers are gone: {part}', ko: '표식이 없어 넣지 못함: {part}' },
  boxed: { en: 'made an action item: {name}', ko: '조치 항목으로 바꿈: {name}' },
  home: { en: 'ticked in {path}, line {line}: {name}', ko: '{path} {line}행에서 완료로 표시: {name}' },
  left: { en: 'line {line} is left to you, "{name}": {reason}', ko: '{line}행 "{name}"은(는) 직접 처리하세요. {reason}' },
} satisfies Record<string, Text>;

/** What is said where nothing was on record that could fill the minutes. */
export const BARE: Text = {
  en: 'These are the first minutes here, and nothing was on record that could fill them; write down who was there and what was agreed, and the next agenda begins with that.',
  ko: '여기서 처음 만드는 회의록이라 채울 기록이 아직 없습니다. 참석자와 합의한 일을 적어 두면 다음 안건은 거기서 시작합니다.',
};

const REASONS: Readonly<Record<Exclude<Left['why'], keyof typeof REFUSALS>, Text>> = {
  'no-home': { en: 'nothing of the kind is open where its link leads; tick it where it was agreed.', ko: '링크가 가리키는 곳에 이런 항목이 열려 있지 않습니다. 합의한 문서에서 표시하세요.' },
  'outside-home': { en: 'the document that its link leads to lies outside of this folder; tick it there, or close the meeting from a folder above both.', ko: '링크가 가리키는 문서가 이 폴더 밖에 있습니다. 그 문서에서 표시하거나, 두 문서가 모두 있는 상위 폴더에서 회의를 마무리하세요.' },
  'several-homes': { en: 'several items in {home} could be meant; tick the right one there.', ko: '{home}에 해당할 만한 항목이 여럿입니다. 그 문서에서 맞는 것을 표시하세요.' },
  'no-item': { en: 'it cannot be written as an item with a box; write it as "- [ ] text @name".', ko: '체크 상자가 있는 항목으로 바꿀 수 없습니다. "- [ ] 내용 @이름"으로 쓰세요.' },
};

/** What drawing an agenda again did, line by line. */
export function accountOfRedrawing(made: Redrawing, language: Language): string[] {
  const kinds = ['added', 'changed', 'ticked', 'removed', 'kept', 'unplaced'] as const;
  return [
    ...kinds.flatMap((kind) => made[kind].map((name) => say(TEXTS[kind], language, { name }))),
    ...made.missing.map((part: Part) => say(TEXTS.missing, language, { part: say(HEADINGS[part], language) })),
  ];
}

/** What closing a meeting did, line by line. */
export function accountOfClosing({ boxed, ticked }: Closing, language: Language): string[] {
  return [...boxed.map((name) => say(TEXTS.boxed, language, { name })), ...ticked.map(({ path, line, text }) => say(TEXTS.home, language, { path, line, name: text }))];
}

/** What closing a meeting leaves to people, with the reason. */
export function leftOver({ left }: Closing, language: Language): string[] {
  return left.map(({ line, text, why, home }) => {
    const because = why in REFUSALS ? REFUSALS[why as keyof typeof REFUSALS] : REASONS[why as keyof typeof REASONS];
    return say(TEXTS.left, language, { line, name: text, reason: say(because, language, { home: home ?? '' }) });
  });
}
