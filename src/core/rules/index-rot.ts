import type { Edit } from '../edit.ts';
import { claimsOf } from '../edits/metadata.ts';
import { nameOf } from '../paths.ts';
import { isListing, linkedPaths, markedIn } from '../record-index/find.ts';
import { updateIndex, type IndexUpdate } from '../record-index/update.ts';
import { rule, type LintInput } from './rule.ts';
import { always } from './severities.ts';

export default rule<'missing' | 'several-missing' | 'stale'>({
  id: 'index-rot',
  meta: {
    title: { en: 'A list of records is up to date', ko: '기록 목록은 최신이다' },
    severity: always('warning'),
    certain: true,
    kinds: ['index', 'other'],
    fixable: true,
    messages: {
      missing: {
        en: 'The record "{record}" is missing in this list; add it, or run docket update-index.',
        ko: '이 목록에 "{record}" 기록이 빠졌습니다. 추가하거나 docket update-index를 실행하세요.',
      },
      'several-missing': {
        en: '{count} records are missing in this list, such as "{record}"; add them, or run docket update-index.',
        ko: '이 목록에 "{record}" 등 기록 {count}개가 빠졌습니다. 추가하거나 docket update-index를 실행하세요.',
      },
      stale: {
        en: 'The list says "{from}" of "{record}", the record itself says "{to}".',
        ko: '목록에는 "{record}"이(가) "{from}"(으)로 되어 있지만 기록에는 "{to}"(으)로 되어 있습니다.',
      },
    },
    fixes: {
      missing: { en: 'Add "{record}"', ko: '"{record}" 추가하기' },
      'several-missing': { en: 'Add the {count} records that are missing', ko: '빠진 기록 {count}개 추가하기' },
      stale: { en: 'Write "{to}"', ko: '"{to}" 쓰기' },
    },
  },
  needs(input) {
    // A record may call itself one thing in its heading and another in its metadata.
    const doubtful = updateOf(input, undefined)?.changed.flatMap(({ what, path }) => (what === 'title' ? [path] : [])) ?? [];
    return doubtful.length ? { others: [...new Set(doubtful)].slice(0, MOST_DOUBTFUL) } : {};
  },
  check(input) {
    const { surroundings, vocabulary, report } = input;
    const titles = new Map([...(surroundings.others ?? [])].map(([path, other]) => [path, claimsOf(other, vocabulary).flatMap((claim) => (claim.property === 'title' && claim.line > 0 ? [claim.text, claim.value] : []))] as const));
    const update = updateOf(input, titles);
    if (!update) return;
    for (const { path, from, to, range } of update.changed) {
      if (from === '') continue;
      const fix = update.edits.filter((edit) => edit.range.start >= range.start && edit.range.end <= range.end && edit.range.end > edit.range.start);
      report({ message: 'stale', range, data: { record: nameOf(path), from, to }, ...(fix.length && { fix }) });
    }
    const missing = [...update.added, ...update.unplaced];
    if (!missing.length || (!update.isMarked && missing.length * MOST_MISSING > update.listed)) return;
    const rows = update.unplaced.length ? [] : update.edits.filter(({ range }) => !update.changed.some((one) => one.range.start <= range.start && range.end <= one.range.end));
    report({
      message: missing.length === 1 ? 'missing' : 'several-missing',
      range: placeOf(input, rows[0]),
      data: { record: nameOf(missing[0]!.path), count: missing.length },
      ...(rows.length && { fix: rows }),
    });
  },
});

/** Where more than one in so many is missing, somebody may have chosen which to list. */
const MOST_MISSING = 4;
const MOST_DOUBTFUL = 50;

function updateOf({ document, entry, records, vocabulary }: LintInput, titles: ReadonlyMap<string, readonly string[]> | undefined): IndexUpdate | undefined {
  if (!entry || !isListing(entry)) return undefined;
  const isMarked = markedIn(document).length > 0;
  if (!isMarked && linkedPaths(document).filter((path) => records.at(path)).length < 2) return undefined;
  return updateIndex(document, records, { vocabulary, ...(titles && { titles }) });
}

// The row behind which the first of them belongs.
function placeOf({ document }: LintInput, row: Edit | undefined): { start: number; end: number } {
  const line = document.lines.lineNumberAt(row ? row.range.start : (document.sections[0]?.heading.start ?? 0)) - 1;
  const start = document.lines.startOf(line);
  return { start, end: start + document.text.slice(start, document.lines.startOf(line + 1)).trimEnd().length };
}
