import * as v from 'valibot';
import { openActionItems } from '../actions/accountable.ts';
import { standingAlone } from '../actions/parts.ts';
import { shownAction, shownRange } from '../actions/shown.ts';
import type { Document } from '../document.ts';
import type { Action, Entry } from '../entry.ts';
import { globMistake, globTest } from '../globs.ts';
import type { Records } from '../records.ts';
import { rule } from './rule.ts';

const GLOB = v.pipe(v.string(), v.check((glob) => glob !== '' && globMistake(glob) === undefined, 'has to be a glob'));
const OPTIONS = v.strictObject({ pattern: v.optional(v.union([GLOB, v.array(GLOB)]), []) });

export default rule<'untracked' | 'team' | 'unmatched', v.InferOutput<typeof OPTIONS>>({
  id: 'action-untracked',
  meta: {
    title: { en: 'An action item leads to its ticket where the others do', ko: '다른 항목처럼 조치 항목에도 티켓이 있다' },
    severity: { draft: 'hint', open: 'info', accepted: 'info', closed: 'hint' },
    kinds: ['decision', 'design', 'postmortem', 'meeting'],
    fixable: false,
    options: OPTIONS,
    messages: {
      untracked: {
        en: 'Nothing leads from "{action}" to a ticket, as {tracked} of {all} items here do; add its id or link.',
        ko: '여기 {all}개 항목 중 {tracked}개에는 티켓이 있는데 "{action}"에는 없습니다. 번호나 링크를 적으세요.',
      },
      team: {
        en: 'Nothing leads from "{action}" to a ticket, as {tracked} of {all} items in documents of this kind do; add its id or link.',
        ko: '같은 종류의 문서에 있는 {all}개 항목 중 {tracked}개에는 티켓이 있는데 "{action}"에는 없습니다. 번호나 링크를 적으세요.',
      },
      unmatched: {
        en: 'Nothing in "{action}" looks like {pattern}; add the id or link of its ticket.',
        ko: '"{action}"에 {pattern} 형식의 티켓 번호나 링크가 없습니다. 적으세요.',
      },
    },
  },
  check({ document, entry, records, options, vocabulary, report }) {
    if (!entry) return;
    const items = standingAlone(openActionItems(document, entry, vocabulary), document);
    if (!items.length) return;
    const patterns = [options.pattern].flat();
    const practice = patterns.length ? undefined : practiceOf(entry, records);
    if (!patterns.length && !practice) return;
    const matches = globTest(patterns);
    for (const action of items) {
      if (patterns.length ? action.trackers.some(matches) || wordsOf(action, document).some(matches) : action.trackers.length) continue;
      const data = { action: shownAction(action) };
      const range = shownRange(action, document);
      if (practice) report({ message: practice.message, range, data: { ...data, tracked: practice.tracked, all: practice.all } });
      else report({ message: 'unmatched', range, data: { ...data, pattern: patterns.join(', ') } });
    }
  },
});

/** So many of an author's items show a habit. */
const ENOUGH = 4;

// Three of four items in the document have a ticket, or nearly all of the team's.
function practiceOf(entry: Entry, records: Records): { readonly message: 'untracked' | 'team'; readonly tracked: number; readonly all: number } | undefined {
  const tracked = entry.actions.filter(({ trackers }) => trackers.length > 0).length;
  const all = entry.actions.length;
  if (all >= ENOUGH && tracked * 4 >= all * 3) return { message: 'untracked', tracked, all };
  const team = records.trackedItems(entry.kind);
  return team && { message: 'team', ...team };
}

// The whole item with what was read as something else, such as the cells beside its text.
function wordsOf({ range }: Action, { text }: Document): string[] {
  return text.slice(range.start, Math.min(range.end, range.start + 4000)).split(/[\s()[\]<>|,;]+/).map((word) => word.replace(/^[*_`]+|[*_`.:]+$/g, ''));
}
