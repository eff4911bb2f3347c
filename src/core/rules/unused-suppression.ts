import type { Edit } from '../edit.ts';
import { removeComment } from '../edits/remove-comment.ts';
import { nearest } from '../nearest.ts';
import type { Silencer } from '../silence.ts';
import { SUPPRESSIONS, type Suppression } from '../suppressions.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

export default rule<'unused' | 'unused-all' | 'unused-name' | 'unknown' | 'similar' | 'word'>({
  id: 'unused-suppression',
  meta: {
    title: { en: 'A comment that silences a rule silences something', ko: '규칙을 끄는 주석은 실제로 발견 사항을 끈다' },
    severity: ADVICE,
    certain: true,
    fixable: true,
    last: true,
    messages: {
      unused: { en: 'The comment silences nothing of "{rule}"; remove it.', ko: '이 주석이 끄는 "{rule}" 발견 사항이 없습니다. 주석을 지우세요.' },
      'unused-all': { en: 'The comment silences nothing; remove it.', ko: '이 주석이 끄는 발견 사항이 없습니다. 주석을 지우세요.' },
      'unused-name': { en: 'The comment silences nothing of "{rule}"; take the name out of it.', ko: '이 주석이 끄는 "{rule}" 발견 사항이 없습니다. 주석에서 이름을 빼세요.' },
      unknown: { en: 'There is no rule "{rule}", so nothing of it is silenced; take it out of the comment.', ko: '"{rule}" 규칙이 없어 꺼지는 것이 없습니다. 주석에서 빼세요.' },
      similar: { en: 'There is no rule "{rule}", so nothing of it is silenced; did you mean "{similar}"?', ko: '"{rule}" 규칙이 없어 꺼지는 것이 없습니다. "{similar}"을(를) 뜻하셨나요?' },
      word: { en: 'There is no comment "{word}", so nothing is silenced; did you mean "{similar}"?', ko: '"{word}" 주석은 없어 꺼지는 것이 없습니다. "{similar}"을(를) 뜻하셨나요?' },
    },
    fixes: {
      unused: { en: 'Remove the comment', ko: '주석 지우기' },
      'unused-all': { en: 'Remove the comment', ko: '주석 지우기' },
      'unused-name': { en: 'Take "{rule}" out of the comment', ko: '주석에서 "{rule}" 빼기' },
      unknown: { en: 'Take "{rule}" out of the comment', ko: '주석에서 "{rule}" 빼기' },
      similar: { en: 'Change it to "{similar}"', ko: '"{similar}"(으)로 바꾸기' },
      word: { en: 'Change it to "{similar}"', ko: '"{similar}"(으)로 바꾸기' },
    },
  },
  check({ document: { text }, silenced: { silencers, ran, known }, report }) {
    const bySuppression = new Map<Suppression, Silencer[]>();
    for (const silencer of silencers) {
      const own = bySuppression.get(silencer.suppression);
      if (own) own.push(silencer);
      else bySuppression.set(silencer.suppression, [silencer]);
    }
    for (const [suppression, own] of bySuppression) {
      const { word, wordRange, range } = suppression;
      if (!Object.hasOwn(SUPPRESSIONS, word)) {
        const similar = nearest(word, Object.keys(SUPPRESSIONS));
        if (similar) report({ message: 'word', range: wordRange, data: { word, similar }, fix: [{ range: wordRange, newText: similar }] });
        continue;
      }
      // A rule that did not look at the document may have something to say when it does.
      const isIdle = ({ rule: name, isUsed }: Silencer): boolean => !isUsed && (name === undefined || (name.id !== 'unused-suppression' && (!known.includes(name.id) || ran.has(name.id))));
      const idle = own.filter(isIdle);
      const removed = [removeComment(text, range)];
      if (idle.length === own.length && idle.every(({ rule: name }) => name === undefined || known.includes(name.id))) {
        const names = new Set(idle.flatMap(({ rule: name }) => (name ? [name.id] : [])));
        report({ message: names.size ? 'unused' : 'unused-all', range, data: { rule: [...names].join('", "') }, fix: removed });
        continue;
      }
      for (const [at, silencer] of own.entries()) {
        const name = silencer.rule;
        if (!name || !isIdle(silencer)) continue;
        const similar = known.includes(name.id) ? undefined : nearest(name.id, known);
        const data = { rule: name.id, ...(similar && { similar }) };
        if (similar) report({ message: 'similar', range: name.range, data, expected: [similar], fix: [{ range: name.range, newText: similar }] });
        else report({ message: known.includes(name.id) ? 'unused-name' : 'unknown', range: name.range, data, fix: own.length === 1 ? removed : [withoutName(suppression, at)] });
      }
    }
  },
});

function withoutName({ rules, wordRange }: Suppression, at: number): Edit {
  const { range } = rules[at]!;
  const next = rules[at + 1];
  const isFirst = at === 0 && next !== undefined;
  return { range: isFirst ? { start: range.start, end: next.range.start } : { start: (rules[at - 1]?.range ?? wordRange).end, end: range.end }, newText: '' };
}
