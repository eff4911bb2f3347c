import { isNamedDone } from '../actions/over.ts';
import { unreadDate } from '../actions/unread-date.ts';
import type { Document } from '../document.ts';
import type { Edit } from '../edit.ts';
import type { ActionFlaw } from '../entry.ts';
import type { Text } from '../language.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

type MessageId = 'no-day' | 'two-days' | 'no-year' | 'relative' | 'no-space' | 'no-mark' | 'unknown-mark' | 'unknown-state';

export default rule<MessageId>({
  id: 'action-unreadable',
  meta: {
    title: { en: 'Date and state of an action item can be read', ko: '조치 항목의 기한과 상태를 읽을 수 있다' },
    severity: { ...ADVICE, draft: 'info' },
    certain: true,
    kinds: ['decision', 'design', 'postmortem', 'meeting'],
    fixable: true,
    messages: {
      'no-day': {
        en: 'The calendar has no {date}, so the item counts as undated; write the day as YYYY-MM-DD.',
        ko: '{date}은(는) 달력에 없는 날이어서 기한이 없는 것으로 봅니다. YYYY-MM-DD로 적으세요.',
      },
      'two-days': {
        en: '{date} can be {first} or {second}, so the item counts as undated; write the day as YYYY-MM-DD.',
        ko: '{date}은(는) {first}일 수도 {second}일 수도 있어 기한이 없는 것으로 봅니다. YYYY-MM-DD로 적으세요.',
      },
      'no-year': {
        en: '{date} has no year, so the item counts as undated; write the day as YYYY-MM-DD.',
        ko: '{date}에 연도가 없어 기한이 없는 것으로 봅니다. YYYY-MM-DD로 적으세요.',
      },
      relative: {
        en: '"{date}" is another day for everyone who reads it later; write the day as YYYY-MM-DD.',
        ko: '"{date}"은(는) 읽는 때에 따라 다른 날이 됩니다. YYYY-MM-DD로 적으세요.',
      },
      'no-space': {
        en: 'Markdown takes this for text, as there is no space behind the box; put one there.',
        ko: '체크박스 뒤에 공백이 없어 Markdown에서는 글로 보입니다. 공백을 넣으세요.',
      },
      'no-mark': {
        en: 'Markdown takes this for text, as the box has no space in it; write "[ ]".',
        ko: '체크박스 안에 공백이 없어 Markdown에서는 글로 보입니다. "[ ]"로 적으세요.',
      },
      'unknown-mark': {
        en: 'The mark "{mark}" in the box says neither open nor done, so the item counts as open; write "[ ]" or "[x]".',
        ko: '체크박스의 "{mark}" 표시로는 끝났는지 알 수 없어 끝나지 않은 것으로 봅니다. "[ ]" 또는 "[x]"로 적으세요.',
      },
      'unknown-state': {
        en: '"{state}" says neither open nor done, so the item counts as open; use a word that does, such as "Open", "In progress" or "Done".',
        ko: '"{state}"로는 끝났는지 알 수 없어 끝나지 않은 것으로 봅니다. "예정", "진행 중", "완료"처럼 상태를 나타내는 말로 적으세요.',
      },
    },
    fixes: {
      'no-space': { en: 'Put a space behind the box', ko: '체크박스 뒤에 공백 넣기' },
      'no-mark': { en: 'Make it a box', ko: '체크박스로 만들기' },
    },
  },
  check({ document, entry, report }) {
    if (!entry) return;
    const { text } = document;
    const hasBoxes = entry.actions.some(({ dialect, done }) => dialect === 'task-boxes' && done !== null);
    for (const action of entry.actions) {
      for (const { id, range: flawed } of action.flaws) {
        const range = { start: flawed.start, end: flawed.end + (/^next$/i.test(text.slice(flawed.start, flawed.end)) ? (/^ \p{L}+/u.exec(text.slice(flawed.end, flawed.end + 20))?.[0].length ?? 0) : 0) };
        const written = text.slice(range.start, range.end).trim();
        if (id === 'unreadable-date') {
          const found = isNamedDone(action) ? undefined : unreadDate(written, entry.date);
          const [first, second] = found?.days ?? [];
          if (found) report({ message: found.why, range, data: { date: shown(written), first: first ?? '', second: second ?? '' }, choices: found.days.map((day) => ({ title: { en: `Write ${day}`, ko: `${day}로 쓰기` }, edits: [{ range: dayIn(document, range), newText: day }] })) });
        } else if (action.dialect === 'half-boxes') {
          if (text[range.start - 1] === '[') report(halfBox({ id, range }));
        } else if (action.dialect === 'task-boxes') {
          if (hasBoxes) report({ message: 'unknown-mark', range, data: { mark: written }, choices: [mark(range, 'x', DONE), mark(range, ' ', OPEN)] });
        } else if (written.length <= LONGEST && KNOWN_LETTERS.test(written)) report({ message: 'unknown-state', range, data: { state: shown(written) } });
      }
    }
  },
});

const DONE: Text = { en: 'Mark as done', ko: '완료로 표시' };
const OPEN: Text = { en: 'Mark as open', ko: '미완료로 표시' };
/** A longer cell tells a story, which has its state in it somewhere. */
const LONGEST = 40;

/** Words in other letters can be a state that Docket does not know. */
const KNOWN_LETTERS = /^[\p{Script=Latin}\p{Script=Hangul}\p{Script=Common}\p{Script=Inherited}]*$/u;

const mark = (range: ActionFlaw['range'], newText: string, title: Text) => ({ title, edits: [{ range, newText }] });

const shown = (written: string): string => written.replace(/\s+/g, ' ').slice(0, LONGEST);

function halfBox({ range }: ActionFlaw): { message: 'no-space' | 'no-mark'; range: ActionFlaw['range']; fix: Edit[] } {
  const box = { start: range.start - 1, end: range.end + 1 };
  if (range.end === range.start) return { message: 'no-mark', range: box, fix: [{ range, newText: ' ' }] };
  return { message: 'no-space', range: box, fix: [{ range: { start: box.end, end: box.end }, newText: ' ' }] };
}

// Of a cell, the part without what stands around the day.
function dayIn({ text }: Document, range: ActionFlaw['range']): ActionFlaw['range'] {
  const written = text.slice(range.start, range.end);
  const lead = /^[\s~(\[<]*/.exec(written)![0].length;
  const tail = /[\s)\]>.]*$/.exec(written.slice(lead))![0].length;
  return { start: range.start + lead, end: range.end - tail };
}
