import { openActionItems } from '../actions/accountable.ts';
import { apart } from '../actions/apart.ts';
import { shownAction } from '../actions/shown.ts';
import { sourceOf, type Source } from '../actions/source.ts';
import { innermost } from '../actions/titles.ts';
import { columnsOf, componentTables } from '../components.ts';
import type { Document, Section } from '../document.ts';
import type { Action, Entry, Question } from '../entry.ts';
import type { Range } from '../lines.ts';
import { questionsAlone } from '../questions/alone.ts';
import { statusGroupOf } from '../status-group.ts';
import type { Structure } from '../structure.ts';
import { statusWord } from '../shown-at.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

export default rule<'marker' | 'question' | 'questions'>({
  id: 'accepted-unfinished',
  meta: {
    title: { en: 'What is accepted leaves nothing to be settled', ko: '승인된 문서에는 정하지 않은 것이 남아 있지 않다' },
    severity: ADVICE,
    fixable: false,
    kinds: ['decision', 'design'],
    messages: {
      marker: {
        en: 'The status is "{status}", but the text still says "{marker}"; write what belongs there, or remove it.',
        ko: '상태가 "{status}"인데 본문에 아직 "{marker}"이(가) 남아 있습니다. 내용을 쓰거나 지우세요.',
      },
      question: {
        en: 'The status is "{status}", but the question "{question}" is still open; write the answer, or where it is followed up.',
        ko: '상태가 "{status}"인데 질문 "{question}"이(가) 아직 열려 있습니다. 답을 쓰거나, 어디에서 이어서 다루는지 쓰세요.',
      },
      questions: {
        en: 'The status is "{status}", but {count} questions are still open, the first of them "{question}"; write the answers, or where they are followed up.',
        ko: '상태가 "{status}"인데 질문 {count}개가 아직 열려 있습니다. 첫 질문은 "{question}"입니다. 답을 쓰거나, 어디에서 이어서 다루는지 쓰세요.',
      },
    },
  },
  check({ document, entry, structure, vocabulary, report }) {
    if (!entry?.status || statusGroupOf(entry.status) !== 'accepted') return;
    const status = statusWord(entry, document);
    if (UNDER_WAY.test(entry.statusText ?? '')) return;
    const told = new Set<Section | undefined>();
    const sectionAt = ({ start }: Range): Section | undefined => innermost(document.sections, start);
    const questions = questionsAlone(entry).filter((one) => one.dialect === 'unresolved' || (one.dialect === 'sections' && isUnanswered(one, document)));
    const [first] = questions;
    if (first) {
      for (const { range } of questions) told.add(sectionAt(range));
      report({ message: questions.length > 1 ? 'questions' : 'question', range: first.range, data: { status, count: questions.length, question: shownAction(first) } });
    }
    const markers = markersIn(sourceOf(document, vocabulary));
    if (!markers.length) return;
    const seen = structure();
    const others = [...promptsOf(document, seen), ...cellsOfActions(document, entry, vocabulary), ...cellsOfComponents(document, seen)];
    for (const { range } of apart(markers, others)) {
      const section = sectionAt(range);
      if (told.has(section)) continue;
      told.add(section);
      report({ message: 'marker', range, data: { status, marker: document.text.slice(range.start, range.end) } });
    }
  },
});

// Accepted in so far as somebody works on it; what is still to be settled is what they work on.
const UNDER_WAY = /progress|ongoing|under ?way|진행|進行中|in arbeit|en curso/iu;

const PUT_OFF = /out of scope|future (?:work|rfcs?|proposals?)|later (?:rfcs?|proposals?)|deferred|follow[- ]?up|범위 (?:밖|외)|후속/iu;

// It ends by asking, and what follows is something else: whatever is written below a question may be its answer.
function isUnanswered({ text, range }: Question, document: Document): boolean {
  return /[?？]["”)]?$/.test(text) && !PUT_OFF.test(text) && /^[^\r\n]*(?:$|(?:\r\n|\r|\n)\s*?(?:$|(?<![^\r\n])(?:#|[-*+]\s|\d{1,9}[.)]\s|<!--|\[[^\]\r\n]+\]:|\|)))/.test(document.text.slice(range.end, range.end + 200));
}

/** The label of what is still to be settled: "추후 결정: 캐시 크기", but not of nothing. */
const LABEL = /(?<=^[ \t>]{0,20}(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,4})?[*_]{0,2})(?:to be (?:decided|determined|defined|discussed)|미정|미확정|추후 ?(?:결정|작성|정의|정리|논의)(?: ?사항)?|작성 ?예정|논의 ?필요|결정 ?필요)(?=[*_]{0,2}[ \t]?[:：](?![*_ \t]{0,5}(?:none|nothing|n\/a|없|해당)))/imuy;

/** What marks words that are still to come, and with what around them they do: looked at only where the words are, for what stands before them would be looked for at every character. */
const MARKERS: readonly (readonly [words: RegExp, marked: readonly RegExp[]])[] = [
  [/TODO|TBD|TBA|FIXME/g, [/(?<![\p{L}\p{N}_\-/.@#$"'“‘])(?:TODO|TBD|TBA|FIXME)(?![\p{L}\p{N}_\-/"'”’]|[ ](?:list|item|comment|app|file)s?\b)/uy]],
  [/\?{3,}/g, [/(?<![^\s|(:])\?{3,}(?![^\s|).,])/uy]],
  [/to be d/gi, [/(?<=(?:[|(:*_>-]|\b(?:is|are|still|yet))[ \t]{0,3}|(?:\r\n|\r|\n){2})to be (?:decided|determined|discussed)(?=[*_]{0,2}(?:[.)\]|;]|\s*(?:\||$|(?:\r\n|\r|\n)\s*(?:\r|\n|$))))/iuy, LABEL]],
  [/미정|미확정|추후|작성|논의|결정/g, [/(?<!\p{L})(?:미정|미확정|추후 ?(?:결정|작성|정의|정리|논의)|작성 ?예정|논의 ?필요|결정 ?필요)(?=[*_]{0,2}(?:[.)\]|;]|입니다|\s*(?:\||$|\r|\n)))/uy, LABEL]],
];

function markersIn(source: Source): { readonly range: Range }[] {
  const { document } = source;
  const markers = MARKERS.filter(([words]) => document.text.search(words) >= 0);
  if (!markers.length) return [];
  const { visible } = source;
  const found = markers.flatMap(([words, marked]) => [...visible.matchAll(words)].flatMap(({ index }) => marked.flatMap((one): Range[] => {
    one.lastIndex = index;
    const word = one.exec(visible)?.[0];
    return word === undefined ? [] : [{ start: index, end: index + word.length }];
  })));
  return found.flatMap((range) => (IN_CONTENTS.test(document.text.slice(range.end, range.end + 200)) ? [] : [{ range }]));
}

// A table of contents repeats what a heading says.
const IN_CONTENTS = /^[^\r\n\]]*\]\(#/;

// The state of an action item says that it is open, not that the document is; who does it and until when are told as what it lacks.
function cellsOfActions(document: Document, entry: Entry, vocabulary: Vocabulary): readonly { readonly range: Range }[] {
  const isTable = ({ dialect }: Action): boolean => dialect === 'tables';
  const states = entry.actions.filter(isTable).map(({ tokens: { state } }) => state);
  const lacking = openActionItems(document, entry, vocabulary).filter(isTable).flatMap(({ tokens: { owners, due } }) => [owners?.whole, due?.whole]);
  return [...states, ...lacking].flatMap((range) => (range ? [{ range }] : []));
}

// Told as components without an owner or a site.
function cellsOfComponents(document: Document, seen: Structure | undefined): readonly { readonly range: Range }[] {
  if (!seen) return [];
  return componentTables(document, seen).flatMap(({ table: { header, rows } }) => {
    const { owner, site } = columnsOf(header.map(({ text }) => text));
    return rows.flatMap((cells) => [cells[owner], cells[site]].flatMap((cell) => (cell ? [cell] : [])));
  });
}

function promptsOf({ sections }: Document, seen: Structure | undefined): readonly { readonly range: Range }[] {
  return seen ? sections.flatMap((section) => seen.contentsOf(section).prompts) : [];
}
