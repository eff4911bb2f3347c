import { openActionItems } from '../actions/accountable.ts';
import { standingAlone } from '../actions/parts.ts';
import { shownAction, shownRange } from '../actions/shown.ts';
import { namesFor, ownerEdit } from '../actions/suggest-owner.ts';
import type { Action } from '../entry.ts';
import type { Text } from '../language.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

export default rule<'nobody' | 'nowhere' | 'everybody' | 'several'>({
  id: 'action-owner',
  meta: {
    title: { en: 'One person answers for each action item', ko: '조치 항목마다 책임지는 사람이 한 명 있다' },
    severity: ADVICE,
    kinds: ['decision', 'design', 'postmortem', 'meeting'],
    fixable: true,
    messages: {
      nobody: {
        en: 'Nobody is named for "{action}"; name the one person who answers for it.',
        ko: '"{action}"에 담당자가 없습니다. 책임질 사람 한 명을 적으세요.',
      },
      nowhere: {
        en: 'Nobody is named for any of the {count} action items here, from "{action}" on; name the one person who answers for each.',
        ko: '"{action}"부터 조치 항목 {count}개 모두에 담당자가 없습니다. 항목마다 책임질 사람 한 명을 적으세요.',
      },
      everybody: {
        en: '"{owner}" is nobody in particular, so "{action}" belongs to nobody; name the one person who answers for it.',
        ko: '"{owner}"는 특정한 사람이 아니어서 "{action}"에 책임지는 사람이 없습니다. 책임질 사람 한 명을 적으세요.',
      },
      several: {
        en: '"{action}" has {count} owners ({names}); keep the one who answers for it, and say in the text who helps.',
        ko: '"{action}"의 담당자가 {count}명({names})입니다. 책임질 한 명만 담당자로 두고 돕는 사람은 본문에 적으세요.',
      },
    },
  },
  check({ document, entry, vocabulary, report }) {
    if (!entry) return;
    const items = standingAlone(openActionItems(document, entry, vocabulary), document);
    const unowned = items.filter((action) => !action.owners.length && !isSettled(action));
    // Where items have no owners by habit, saying it once is enough.
    if (unowned.length > FEW && !entry.actions.some(({ owners, tokens }) => owners.length > 0 || tokens.owners)) {
      const action = unowned[0]!;
      report({ message: 'nowhere', range: shownRange(action, document), data: { action: shownAction(action), count: unowned.length } });
      return;
    }
    let known: readonly string[] | undefined;
    for (const action of items) {
      const range = shownRange(action, document);
      const data = { action: shownAction(action) };
      if (action.owners.length > 1) {
        if (!action.owners.every((owner) => AREA.test(owner))) report({ message: 'several', range: action.tokens.owners?.value ?? range, data: { ...data, count: action.owners.length, names: action.owners.join(', ') } });
        continue;
      }
      const owner = action.owners[0];
      if (owner !== undefined && !EVERYBODY.test(owner)) continue;
      if (owner === undefined && isSettled(action)) continue;
      known ??= namesFor(document, entry);
      const choices = known.flatMap((name) => {
        const edit = ownerEdit(document, action, name);
        return edit ? [{ title: titleFor(name), edits: [edit] }] : [];
      });
      report(owner === undefined ? { message: 'nobody', range, data, choices } : { message: 'everybody', range: action.tokens.owners?.value ?? range, data: { ...data, owner }, choices });
    }
  },
});

/** So many items without an owner are told each at its place. */
const FEW = 2;

/** `area: name`: each answers for a part of its own. */
const AREA = /^[^:：]{1,40}[:：]\s*\S/;

const EVERYBODY = /^(?:all|all of us|everyone|everybody|anyone|the team|whole team|the whole team|team|모두|전원|다 같이|팀 전체|전체|모든 팀원|팀원 전체|담당자 전원|아무나)$/i;

// Who does it is said in the tracker, or by the sentence itself: "the storage team will …".
function isSettled({ trackers, tokens, dialect, text }: Action): boolean {
  const hasPlace = tokens.owners !== null || dialect === 'tables';
  return !hasPlace && (trackers.length > 0 || NAMED.test(text));
}

const NAMED = new RegExp(
  [
    String.raw`^@`,
    String.raw`^(?:each|every|any|all)(?: |$)`,
    String.raw`(?<![\p{L}])(?:owners?|owned|who|담당|책임)(?![\p{L}])`,
    String.raw`^(?:the )?(?!(?:need|needs|try|continue|want|plan|remember|have|has|decide|agree|ask|start|propose|we|it|this|that|someone|somebody|they|you)\s)(?:[\p{L}\d._-]{1,30} ){0,3}(?:team|group|sig|wg|squad|members|folks|maintainers|volunteers) (?:to|will|shall|should) `,
    String.raw`^(?!(?:need|needs|try|continue|want|wants|plan|remember|have|has|decide|agree|ask|start|propose|used|going|due|how|what|when|where|ways?|steps?|someone|somebody|everyone|we|it|this|that|they|you)\s)[\p{L}._-]{2,30} (?:to|will) \p{L}`,
    String.raw`^\p{L}{2,20} (?:and|&) \p{L}{2,20} (?:to|will) `,
    String.raw`^[\p{L}]{2,20}(?: \p{L}{1,20})?\s?[:：–—]`,
    String.raw`^[가-힣]{2,4}님`,
    String.raw`\[[\p{L}][\p{L} .,/&-]{1,60}\]`,
    String.raw`\((?!optional|required|later|draft|maybe)@?[\p{L}][\p{L}\p{N}._-]{1,30}\)$`,
  ].join('|'),
  'iu',
);

function titleFor(name: string): Text {
  return { en: `Set the owner to ${name}`, ko: `담당자를 ${name}(으)로 정하기` };
}
