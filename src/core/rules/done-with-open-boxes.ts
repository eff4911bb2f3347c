import { shownAction, shownRange } from '../actions/shown.ts';
import { innermost } from '../actions/titles.ts';
import type { Document, Section } from '../document.ts';
import { markOf } from '../edits/tick.ts';
import type { Action } from '../entry.ts';
import type { Text } from '../language.ts';
import { statusWord } from '../shown-at.ts';
import type { Template } from '../template.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

export default rule<'box' | 'boxes'>({
  id: 'done-with-open-boxes',
  meta: {
    title: { en: 'What is implemented has no open boxes', ko: '구현된 문서에는 빈 체크 상자가 없다' },
    severity: ADVICE,
    kinds: ['decision', 'design'],
    fixable: true,
    messages: {
      box: {
        en: 'The status is "{status}", but the box of "{text}" is open; tick it, or say what became of it.',
        ko: '상태가 "{status}"인데 "{text}" 체크 상자가 비어 있습니다. 표시하거나, 어떻게 되었는지 쓰세요.',
      },
      boxes: {
        en: 'The status is "{status}", but {count} boxes are open, the first of them "{text}"; tick them, or say what became of them.',
        ko: '상태가 "{status}"인데 체크 상자 {count}개가 비어 있습니다. 첫 상자는 "{text}"입니다. 표시하거나, 어떻게 되었는지 쓰세요.',
      },
    },
  },
  check({ document, entry, type, report }) {
    if (entry?.status !== 'implemented') return;
    const open = ownBoxes(entry.actions, document, type?.template).filter(({ done }) => done === false);
    const [first] = open;
    if (!first) return;
    const mark = markOf(document);
    report({
      message: open.length > 1 ? 'boxes' : 'box', range: shownRange(first, document), data: { status: statusWord(entry, document), count: open.length, text: shownAction(first) },
      choices: [{ title: open.length > 1 ? TICK_ALL : TICK, edits: open.flatMap(({ tokens: { state } }) => (state ? [{ range: state, newText: mark }] : [])) }],
    });
  },
});

const TICK: Text = { en: 'Tick the box', ko: '체크 상자 표시하기' };
const TICK_ALL: Text = { en: 'Tick these boxes', ko: '이 체크 상자 모두 표시하기' };

// A box that is one of several answers is no work, nor is one that the template has; a check list of the process counts once somebody ticks it.
function ownBoxes(actions: readonly Action[], document: Document, template: Template | undefined): readonly Action[] {
  const sections = new Map<Section | undefined, Action[]>();
  for (const action of actions) {
    if (action.dialect !== 'task-boxes') continue;
    const section = innermost(document.sections, action.range.start);
    const boxes = sections.get(section);
    if (boxes) boxes.push(action);
    else sections.set(section, [action]);
  }
  return [...sections].flatMap(([section, boxes]) => {
    const isChoice = boxes.some(({ text }) => OTHER.test(text));
    const isProcess = PROCESS.test(section?.title ?? '');
    if (isChoice || (isProcess && !boxes.some(({ done }) => done))) return [];
    const isTemplates = ({ tokens: { text } }: Action): boolean => !isProcess && template !== undefined && template.text.includes(document.text.slice(text.start, text.end));
    return boxes.filter((box) => !OPTIONAL.test(box.text) && !isTemplates(box));
  });
}

const OTHER = /^(?:other|others|none|none of (?:these|the above)|n\/a|기타|없음|해당 없음|その他|なし|其他|无|sonstiges|keine|otro|otros|ninguno|autre|aucun|outro|nenhum)(?![\p{L}\p{N}])/iu;
const OPTIONAL = /[([](?:optional|선택(?: 사항)?|任意|可选|opcional|facultatif|optionnel)[)\]]|^optional\b/iu;
const PROCESS = /check ?list|sign-?off|체크 ?리스트|점검표|チェックリスト|检查清单|checkliste|lista de (?:verificación|comprobación|verificação)|liste de contrôle/iu;
