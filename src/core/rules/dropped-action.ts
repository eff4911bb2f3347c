import { isNamedDone } from '../actions/over.ts';
import { blocksOf } from '../blocks.ts';
import type { Document } from '../document.ts';
import type { Action } from '../entry.ts';
import { carryOver, placeOfPrior, priorActionsIn } from '../meeting/carry-over.ts';
import { isLike, tellingWords } from '../meeting/likeness.ts';
import { nameOf } from '../paths.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

const CARRY = { en: 'Carry "{action}" over into these minutes', ko: '"{action}"을(를) 이 회의록으로 옮겨 적기' };

export default rule<'dropped'>({
  id: 'dropped-action',
  meta: {
    title: { en: 'No open action item of the last minutes falls off silently', ko: '지난 회의록의 열린 조치 항목이 말없이 사라지지 않는다' },
    severity: ADVICE,
    fixable: true,
    kinds: ['meeting'],
    messages: {
      dropped: {
        en: '"{action}" is still open in {minutes}, line {line}, and these minutes do not mention it; say what came of it, or carry it over.',
        ko: '{minutes} {line}행의 "{action}"이(가) 아직 열려 있는데 이 회의록에는 없습니다. 어떻게 되었는지 적거나 옮겨 적으세요.',
      },
    },
  },
  check({ document, entry, records, type, report }) {
    // Who never goes through the last actions in a meeting keeps them elsewhere.
    if ((!type || type.isGuess) && !priorActionsIn(document)) return;
    const before = entry && records.minutesBefore(entry);
    // Only the last minutes of a series can still be mended.
    if (!before || records.minutesAfter(entry)) return;
    const open = before.actions.filter((action) => (action.done === false || action.dialect === 'todo-name') && !isNamedDone(action)).slice(0, MOST);
    if (!open.length) return;
    const isMentioned = mentionsIn(document);
    for (const action of open) {
      // What is done elsewhere is done, and what a postmortem keeps has not fallen off.
      const isKept = records.copiesOf(action).some((copy) => copy.entry !== before && (copy.entry.kind !== 'meeting' || isNamedDone(copy.action)));
      if (isKept || isMentioned(action)) continue;
      const words = short(action.text.replace(/[.。]$/u, ''));
      const edits = carryOver(action, document);
      report({
        message: 'dropped',
        range: placeOfPrior(document)?.heading ?? { start: 0, end: 0 },
        data: { action: words, minutes: nameOf(before.path), line: action.line },
        ...(edits && { choices: [{ title: CARRY, edits }] }),
      });
    }
  },
});

const MOST = 30;

function mentionsIn({ tree, text }: Document): (action: Action) => boolean {
  const said = blocksOf(tree.children, text).slice(0, 5000).map(({ key }) => tellingWords(key));
  return (action) => {
    const words = tellingWords(action.text);
    // Words so few could be anybody's: then nothing is said.
    return words.size < 2 || action.trackers.some((tracker) => tracker.length > 2 && text.includes(tracker)) || said.some((one) => isLike(words, one));
  };
}

const short = (text: string): string => (text.length > 60 ? `${[...text].slice(0, 60).join('')}…` : text);
