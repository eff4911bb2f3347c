import type { Document, Section } from '../document.ts';
import { remembering } from '../remembering.ts';
import { builtInVocabulary, sectionRoles, type Vocabulary } from '../vocabulary/index.ts';

/** What a team calls its list of action items, in any language; compared without case, numbers and punctuation. */
const TITLES: ReadonlySet<string> = new Set([
  'action items', 'action item', 'actions', 'action', 'actions items', 'actions to take', 'action plan', 'action list', 'new action items', 'open action items', 'open actions', 'new actions', 'actions and owners', 'remaining action items',
  'previous action items', 'prior action items', 'previous action item review', 'action item review', 'review of action items', 'pending action items', 'outstanding action items', 'ais',
  'follow up', 'follow ups', 'follow up actions', 'follow up items', 'follow up tasks', 'followup', 'followups', 'corrective actions', 'preventive actions', 'preventative actions', 'corrective and preventive actions', 'remediation', 'remediation items', 'remediations',
  'todo', 'todos', 'to do', 'to dos', 'to do list', 'todo list', 'tasks', 'task list', 'next actions', 'next steps',
  '액션 아이템', '액션아이템', '액션', '조치 항목', '새 조치 항목', '신규 조치 항목', '새 조치 사항', '새 액션 아이템', '새 할 일', '지난 조치 항목', '지난 조치 사항', '지난 액션 아이템', '지난 할 일', '이전 조치 항목', '이전 조치 사항', '기존 조치 항목', '조치사항', '조치 사항', '후속 조치', '후속조치', '후속 작업', '후속 조치 사항', '할 일', '할일', '할 일 목록', '실행 항목', '다음 단계', '재발 방지', '재발 방지 대책',
  'アクションアイテム', 'アクション項目', 'アクション', '対応事項', '再発防止策', 'フォローアップ', '宿題', 'やること', 'タスク', '次のステップ',
  '行动项', '行动事项', '行動項目', '待办', '待办事项', '後續行動', '后续行动', '后续措施', '改进措施', '下一步', '任务',
  'maßnahmen', 'massnahmen', 'aufgaben', 'aktionen', 'aktionspunkte', 'nächste schritte', 'offene aufgaben', 'folgemaßnahmen', 'zu erledigen',
  'acciones', 'tareas', 'próximos pasos', 'acciones a realizar', 'acciones correctivas', 'plan de acción', 'elementos de acción', 'seguimiento',
  'actions à mener', 'actions correctives', "plan d'action", 'prochaines étapes', 'tâches', 'à faire',
  'ações', 'tarefas', 'próximos passos', 'plano de ação', 'itens de ação', 'azioni', 'prossimi passi', 'attività', 'actiepunten', 'acties', 'volgende stappen', 'taken',
]);

/** Only a list of actions is called this; "next steps" and "tasks" are also names of prose and plans. */
const LOOSE: ReadonlySet<string> = new Set([
  'actions', 'action', 'follow up', 'follow ups', 'followup', 'followups', 'remediation', 'tasks', 'task list', 'next steps', 'next actions', 'todo', 'todos', 'to do', 'to dos',
  '액션', '후속 조치', '후속조치', '후속 작업', '다음 단계', '재발 방지', '재발 방지 대책', 'アクション', 'フォローアップ', 'タスク', '次のステップ', '再発防止策', '下一步', '任务', '改进措施',
  'aufgaben', 'aktionen', 'nächste schritte', 'acciones', 'tareas', 'próximos pasos', 'seguimiento', 'prochaines étapes', 'tâches', 'à faire', 'ações', 'tarefas', 'próximos passos', 'azioni', 'prossimi passi', 'attività', 'acties', 'volgende stappen', 'taken',
]);

/** Does the heading say that action items follow, in Docket's words or in the team's own? */
export function isActionTitle(title: string, vocabulary = builtInVocabulary): boolean {
  return meantBy(title).isAction || isOwn(title, vocabulary);
}

/** Does it say so beyond doubt, so that a plain list under it is one of actions? */
export function isSureActionTitle(title: string, vocabulary = builtInVocabulary): boolean {
  return meantBy(title).isSure || isOwn(title, vocabulary);
}

// What a team lists as a heading for action items is one beyond doubt.
function isOwn(title: string, vocabulary: Vocabulary): boolean {
  return vocabulary !== builtInVocabulary && sectionRoles(title, vocabulary).includes('actionItems') && !sectionRoles(title, builtInVocabulary).includes('actionItems');
}

/** Does a part of a list of actions say with its heading that it holds something else? */
export function isOtherTitle(title: string): boolean {
  return meantBy(title).isOther;
}

const OTHER = /^(?:what (?:went|happened|worked)|where we|lessons?|timeline|investigation|background|summary|impact|root causes?|discussion|notes?|decisions?|questions?|attendees|announcements|open questions|references?|appendix|glossary|resources|links)/;

/** Is the heading one that interfaces and rules have, too, so that the items must say who, when or where it is tracked? */
export function isDoubtfulActionTitle(title: string): boolean {
  return meantBy(title).isDoubtful;
}

const DOUBTFUL = /^(?:actions?|액션|アクション|行动|aktionen|acciones|ações|azioni|acties)$/;

// Every reader of actions asks it of every heading around.
const meantBy = remembering((title) => {
  const name = bare(title);
  const isAction = TITLES.has(name);
  return { isAction, isSure: isAction && !LOOSE.has(name), isOther: OTHER.test(name), isDoubtful: DOUBTFUL.test(name) };
});

/** Is `offset` in a section, or in a part of one, whose title passes `test`? */
export function isUnder(document: Document, offset: number, test: (title: string) => boolean): boolean {
  for (let section = innermost(document.sections, offset); section; section = section.parent) if (test(section.title)) return true;
  return false;
}

/** The section of `sections` that holds `offset`: the last that begins before it, as each reaches to the next heading. */
export function innermost(sections: readonly Section[], offset: number): Section | undefined {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sections[middle]!.heading.start <= offset) low = middle + 1;
    else high = middle;
  }
  return sections[low - 1];
}

function bare(title: string): string {
  return title
    .slice(0, 80)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\([^()]*\)|（[^（）]*）/g, ' ')
    .replace(/^[^\p{L}]*(?:[ivx]+[.)]\s)?/u, '')
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
}

/** Does the heading name the action items that earlier minutes have left open? */
export function isPriorTitle(title: string): boolean {
  return PRIOR.test(title) && isActionTitle(title);
}

const PRIOR = /prior|previous|open|review|pending|outstanding|지난|이전|기존/iu;
