import type { Document } from '../document.ts';
import { setStatus } from '../edits/set-status.ts';
import { wordsFor } from '../edits/status-word.ts';
import { isRefusal } from '../edits/refusal.ts';
import type { Entry } from '../entry.ts';
import type { Text } from '../language.ts';
import { shownAt, statusWord } from '../shown-at.ts';
import { isStep, stepsFrom, type Step } from '../status-steps.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import type { Report } from './rule.ts';
import { rule } from './rule.ts';
import { always } from './severities.ts';

type Choices = NonNullable<Report['choices']>;

export default rule<'step' | 'end'>({
  id: 'status-step',
  meta: {
    title: { en: 'A status is followed by one that may follow it', ko: '상태는 정해진 순서로 바뀐다' },
    severity: always('warning'),
    fixable: true,
    messages: {
      step: {
        en: 'The status goes from "{from}" to "{to}", which does not follow it; after "{from}" it can be {allowed}.',
        ko: '상태가 "{from}"에서 "{to}"(으)로 바뀌었는데 바로 이어질 수 있는 상태가 아닙니다. "{from}" 다음에는 {allowed}만 올 수 있습니다.',
      },
      end: {
        en: 'The status goes from "{from}" to "{to}", but nothing follows "{from}"; set it back, and write a new document for what is new.',
        ko: '상태가 "{from}"에서 "{to}"(으)로 바뀌었는데 "{from}" 다음에 올 수 있는 상태는 없습니다. 되돌리고, 새로운 내용은 새 문서에 쓰세요.',
      },
    },
  },
  needs: ({ entry }) => (entry?.status && entry.evidence.status?.path === undefined ? { committed: true } : {}),
  check({ document, entry, type, surroundings: { committed }, vocabulary, language, report }) {
    const before = committed?.facts;
    if (!entry?.status || !committed || !before?.status || before.status === entry.status || entry.evidence.status?.path !== undefined) return;
    // Of two statuses that contradict each other nobody knows which one was meant.
    if (entry.contradicted?.status || before.contradicted.status) return;
    const from = { status: before.status, text: statusWord(before, committed.document) };
    const to = { status: entry.status, text: statusWord(entry, document) };
    const steps = stepsFrom(from, entry.kind, type);
    if (!steps || isStep(to, from, steps, vocabulary)) return;
    const words = steps.map((step) => wordOf(step, from.text, entry));
    const allowed = new Intl.ListFormat(language, { type: 'disjunction' }).format(words.map((word) => `"${word}"`));
    report({
      message: steps.length ? 'step' : 'end', range: shownAt('status', entry, document), data: { from: from.text, to: to.text, ...(steps.length && { allowed }) }, expected: [from.text, ...words],
      choices: choicesOf(from.text, steps, words, { document, entry, vocabulary }),
    });
  },
});

const BACK: Text = { en: 'Set the status back to "{status}"', ko: '상태를 "{status}"(으)로 되돌리기' };
const ON: Text = { en: 'Set the status to "{status}"', ko: '상태를 "{status}"(으)로 바꾸기' };
const SUPERSEDE: Text = { en: 'Supersede the document by a new one', ko: '새 문서로 대체하기' };

// What supersedes a document has to be named, too.
function choicesOf(from: string, steps: readonly Step[], words: readonly string[], { document, entry, vocabulary }: { document: Document; entry: Entry; vocabulary: Vocabulary }): Choices {
  const set = (title: Text, status: string): Choices => {
    const edits = setStatus(document, entry.evidence.status, status, { vocabulary });
    return isRefusal(edits) || !edits.length ? [] : [{ title: { en: title.en.replace('{status}', () => status), ko: title.ko.replace('{status}', () => status) }, edits }];
  };
  return [...set(BACK, from), ...steps.flatMap(({ means }, at): Choices => (means === 'superseded' ? [{ title: SUPERSEDE, edits: [], command: 'supersede' }] : set(ON, words[at]!)))];
}

// As the document would write it: `Implemented` behind `Accepted`, `구현됨` behind `승인됨`.
function wordOf({ name, means }: Step, like: string, entry: Entry): string {
  return name ?? wordsFor(means!, like, entry.evidence.status?.dialect ?? '', [])[0] ?? means!;
}
