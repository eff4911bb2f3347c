import type { Edit } from '../edit.ts';
import type { MessageData, Text } from '../language.ts';

/** Why nothing is edited, in words for the user; the keys are the ids of a refusal. */
export const REFUSALS = {
  changed: {
    en: 'The document has changed since it was read; try again.',
    ko: '문서가 읽은 뒤에 바뀌었습니다. 다시 시도하세요.',
  },
  'no-state': {
    en: 'This action is written without a box or a state, so there is nothing to tick; write it as "- [ ] text".',
    ko: '이 액션에는 체크 상자나 상태가 없어서 표시할 곳이 없습니다. "- [ ] 내용"으로 쓰세요.',
  },
  'no-owner': {
    en: 'This way of writing an action has no place for an owner.',
    ko: '이 액션 형식에는 담당자를 적을 곳이 없습니다.',
  },
  'several-owners': {
    en: 'The owners of this action stand in several places; change them in the text.',
    ko: '이 액션의 담당자가 여러 곳에 적혀 있습니다. 본문에서 직접 바꾸세요.',
  },
  'bad-name': {
    en: '"{name}" cannot be written as an owner here; use a short name without brackets, bars and line breaks.',
    ko: '"{name}"은(는) 담당자로 적을 수 없습니다. 괄호, 막대, 줄바꿈이 없는 짧은 이름을 쓰세요.',
  },
  'bad-date': {
    en: '"{date}" is not a day of the calendar; write it as YYYY-MM-DD.',
    ko: '"{date}"은(는) 달력에 없는 날짜입니다. YYYY-MM-DD로 쓰세요.',
  },
  'no-status': {
    en: 'The document has no place for a status; add one, such as "Status: proposed" under the title.',
    ko: '문서에 상태를 적을 자리가 없습니다. 제목 아래에 "상태: 제안됨"처럼 한 줄을 적으세요.',
  },
  'no-date': {
    en: 'The document has no place for a date; add one, such as "Date: 2026-01-31" under the title.',
    ko: '문서에 날짜를 적을 자리가 없습니다. 제목 아래에 "날짜: 2026-01-31"처럼 한 줄을 적으세요.',
  },
  'no-decide-by': {
    en: 'The document has no place for a date to decide by; add one, such as "Decide by: 2026-01-31" under the title.',
    ko: '문서에 결정 기한을 적을 자리가 없습니다. 제목 아래에 "결정 기한: 2026-01-31"처럼 한 줄을 적으세요.',
  },
  'not-in-text': {
    en: 'It is read from the name of the file or of its folder ("{text}"); rename or move the file instead.',
    ko: '파일이나 폴더의 이름("{text}")에서 읽은 값입니다. 파일의 이름을 바꾸거나 옮기세요.',
  },
  'other-file': {
    en: 'It is read from {path}; change it there.',
    ko: '{path}에서 읽은 값입니다. 그 파일에서 바꾸세요.',
  },
  'not-read-back': {
    en: 'What Docket would write here would not be read as what was asked for, so nothing is changed; edit the text itself.',
    ko: '이 자리에 쓸 내용을 요청한 값으로 다시 읽을 수 없어서 아무것도 바꾸지 않았습니다. 본문을 직접 고치세요.',
  },
  'not-set-back': {
    en: 'Another status written over "{text}" would be read together with the words around it and could not be set back; edit the text itself.',
    ko: '"{text}" 자리에 다른 상태를 쓰면 주변 글과 함께 읽혀서 되돌릴 수 없습니다. 본문을 직접 고치세요.',
  },
  'status-in-prose': {
    en: 'The status is read from the middle of a sentence ("{text}"); write it on a line of its own first.',
    ko: '문장 가운데에서 읽은 상태("{text}")입니다. 먼저 한 줄에 따로 적으세요.',
  },
  'not-a-record': {
    en: '"{path}" is neither a decision record nor a design doc, so no other document can take its place or amend it.',
    ko: '"{path}"은(는) 결정 기록도 설계 문서도 아니어서 다른 문서로 대체하거나 보완할 수 없습니다.',
  },
  'already-superseded': {
    en: 'It is superseded by "{path}" already; supersede that one instead.',
    ko: '이미 "{path}"(으)로 대체된 문서입니다. 그 문서를 대체하세요.',
  },
  'no-number': {
    en: '"{path}" is no record with a number.',
    ko: '"{path}"은(는) 번호가 있는 기록이 아닙니다.',
  },
  'bad-number': {
    en: '"{number}" is no number for a document; write digits, such as 12.',
    ko: '"{number}"은(는) 문서 번호로 쓸 수 없습니다. 12처럼 숫자로 쓰세요.',
  },
  'number-taken': {
    en: 'The number {number} is that of "{path}".',
    ko: '{number}번은 "{path}"의 번호입니다.',
  },
  gone: {
    en: 'The action item "{action}" is not in {path} any more; the view shows what is there now.',
    ko: '"{action}" 할 일이 {path}에 더 이상 없습니다. 보기에는 지금 있는 것이 표시됩니다.',
  },
  'no-step': {
    en: 'A document that is "{from}" cannot become "{to}" in one step; allowed are {steps}.',
    ko: '"{from}" 상태의 문서를 바로 "{to}"(으)로 바꿀 수 없습니다. 바꿀 수 있는 상태는 {steps}입니다.',
  },
  'unknown-document': {
    en: 'Docket does not know the document "{path}"; it may be excluded, or ignored by Git.',
    ko: '"{path}" 문서를 찾지 못했습니다. 제외되었거나 Git이 무시하는 파일일 수 있습니다.',
  },
  exists: {
    en: '"{path}" exists already; nothing was written.',
    ko: '"{path}" 파일이 이미 있어 아무것도 쓰지 않았습니다.',
  },
  'not-minutes': {
    en: '"{path}" is not read as minutes, so there is no agenda to draw; give it "type: meeting" in its front matter.',
    ko: '"{path}"은(는) 회의록으로 읽히지 않아 안건을 넣을 수 없습니다. 머리말에 "type: meeting"을 적으세요.',
  },
  'not-closed': {
    en: 'The code block that begins in line {line} is not closed, so an agenda behind it would be code; close it first.',
    ko: '{line}번째 줄에서 시작한 코드 블록이 닫히지 않아 그 뒤의 안건이 코드가 됩니다. 먼저 블록을 닫으세요.',
  },
  'meeting-over': {
    en: 'The meeting of {date} is over, and its minutes stay as they are; write another date into them if it is still to come.',
    ko: '{date} 회의는 이미 끝나서 회의록을 그대로 두었습니다. 아직 열리지 않았다면 날짜를 고쳐 적으세요.',
  },
  'no-meeting-type': {
    en: 'There is no document type for meetings here; adopt a template of minutes in .docket.yaml.',
    ko: '여기에는 회의 문서 형식이 없습니다. .docket.yaml에서 회의록 템플릿을 채택하세요.',
  },
  outside: {
    en: 'The folder "{folder}" lies outside of the workspace; choose one in it.',
    ko: '"{folder}" 폴더가 작업 영역 밖에 있습니다. 안에 있는 폴더를 고르세요.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type RefusalId = keyof typeof REFUSALS;

/** Nothing is edited, and why. */
export interface Refusal {
  readonly refused: RefusalId;
  readonly data?: MessageData;
}

/** The smallest edits that do what was asked for, none where it is so already; or why not. */
export type EditResult = readonly Edit[] | Refusal;

/** Tells a refusal from what was made instead. */
export function isRefusal(result: object): result is Refusal {
  return 'refused' in result;
}

export function refuse(refused: RefusalId, data?: MessageData): Refusal {
  return data ? { refused, data } : { refused };
}
