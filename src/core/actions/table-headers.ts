import type { Cell, Table } from '../document.ts';
import { remembering } from '../remembering.ts';

/** What a column of an action table holds. */
export type Column = 'action' | 'owner' | 'due' | 'state' | 'type' | 'priority' | 'tracker' | 'doneMark';

/** The columns of a table by what they hold; the first of a kind counts. */
export type Columns = ReadonlyMap<Column, number>;

const ITEM = 'action item|action items|actions items|ai|ais|follow-up item|follow-up items|follow-up action|follow-up actions|corrective action|corrective actions|preventive action|next action|remediation item|todo|to do|to-do|액션 아이템|액션아이템|조치 항목|조치 사항|조치사항|후속 조치|할 일|할일|アクションアイテム|アクション項目|再発防止策|行动项|行动事项|行動項目|待办事项|待办|改进措施|maßnahme|massnahme|maßnahmen|aktionspunkt|elemento de acción|item de ação|itens de ação|actiepunt|actiepunten';
const TASK = 'task|tasks|task name|follow-up|follow-ups|followup|작업|과제|업무|タスク|対応内容|任务|任務|aufgabe|aufgaben|tarea|tareas|tâche|tâches|tarefa|tarefas|taak|attività';
const ACTION = 'action|actions|measure|measures|next step|next steps|액션|조치|조치 내용|대책|개선 사항|アクション|対応|対策|行动|措施|改善措施|acción|acciones|medida|ação|ações|azione|actie|mesure';
const VAGUE = 'item|what|step|recommendation|description|details|summary|내용|항목|내역|項目|内容|事项|描述|was|beschreibung|descripción|recommandation|descrição|wat';
const WORDS: readonly (readonly [Column, string])[] = [
  ['owner', 'owner|owners|owner(s)|action owner|assignee|assignees|assigned|assigned to|who|responsible|responsible person|person|dri|lead|poc|담당|담당자|책임자|소유자|オーナー|担当|担当者|责任人|負責人|负责人|执行人|verantwortlich|verantwortliche|verantwortlicher|verantwortliche person|zuständig|wer|responsable|responsables|encargado|quién|qui|responsável|responsáveis|quem|responsabile|eigenaar|wie'],
  ['due', 'due|due date|due by|due on|deadline|by|by when|when|target|target date|target completion|eta|due / trigger|due/trigger|date due|completion date|timeline|기한|마감|마감일|목표일|완료 예정일|예정일|완료일|일정|期限|期日|締切|締め切り|完了予定日|截止日期|截止时间|完成时间|到期日|fällig|fällig am|fälligkeit|frist|termin|bis|bis wann|fecha límite|fecha limite|fecha|plazo|cuándo|échéance|date limite|quand|prazo|quando|data limite|scadenza|deadline datum'],
  ['state', 'status|state|progress|action status|current status|상태|진행 상태|진행상태|진행 상황|진행상황|진행|状态|狀態|状態|ステータス|進捗|進捗状況|进度|stand|zustand|estado|statut|état|etat|situação|stato'],
  ['doneMark', 'done|done?|complete|complete?|completed|completed?|closed?|✓|✔|✅|완료|완료 여부|완료여부|完了|完成|是否完成|erledigt|erledigt?|fertig|hecho|fait|feito|fatto|klaar'],
  ['type', 'type|category|kind|class|유형|분류|종류|种类|種類|类型|類型|分類|typ|art|kategorie|tipo|categoría|catégorie|categoria'],
  ['priority', 'priority|prio|pri|p|severity|importance|urgency|우선순위|중요도|优先级|優先度|優先順位|重要度|priorität|prioridad|priorité|prioridade|priorità|prioriteit'],
  ['tracker', 'bug|bugs|bug #|bug id|issue|issues|issue #|ticket|tickets|ticket #|ticket id|tracking|tracking bug|tracking issue|tracker|tracking ticket|jira|jira ticket|jira link|github issue|pr|link|bug/ticket|issue/pr|이슈|이슈 번호|티켓|버그|추적|추적 번호|추적 이슈|イシュー|チケット|課題|工单|缺陷|链接|问题|verweis|vorgang|incidencia|incidente|lien'],
];
const COLUMN_OF: ReadonlyMap<string, Column> = new Map(WORDS.flatMap(([column, words]) => words.split('|').map((word) => [word, column] as const)));
const STRENGTH: ReadonlyMap<string, Strength> = new Map(
  ([['item', ITEM], ['task', TASK], ['action', ACTION], ['vague', VAGUE]] as const).flatMap(([strength, words]) => words.split('|').map((word) => [word, strength] as const)),
);

/** What a column with this name holds; undefined where the name says nothing of it. */
export function columnCalled(name: string): Column | undefined {
  return COLUMN_OF.get(bareName(name));
}

/** The columns of a table of action items; undefined for any other table. `statesAreRead` tells whether what stands in a column are states. */
export function columnsOf(table: Table, isListed: boolean, statesAreRead: (column: number) => boolean): Columns | undefined {
  const columns = new Map<Column, number>();
  let strength: Strength | undefined;
  table.header.forEach((cell, index) => {
    const name = bare(cell);
    const found = STRENGTH.get(name);
    if (found && (!strength || rank(found) > rank(strength))) {
      strength = found;
      columns.set('action', index);
      return;
    }
    const column = found ? undefined : COLUMN_OF.get(name);
    if (column && !columns.has(column)) columns.set(column, index);
  });
  if (!strength && isListed && (columns.has('owner') || columns.has('due') || columns.has('state'))) {
    const taken = new Set(columns.values());
    const action = table.header.findIndex((cell, index) => !taken.has(index) && /\p{L}{2}/u.test(cell.text) && !/^(?:id|no|nr|번호)\.?$/i.test(cell.text.trim()));
    if (action < 0) return undefined;
    columns.set('action', action);
    return columns;
  }
  return strength && isActionTable(strength, columns, isListed, statesAreRead) ? columns : undefined;
}

/** How surely the word for the action's column speaks of actions. */
type Strength = 'item' | 'task' | 'action' | 'vague';

function rank(strength: Strength): number {
  return ['vague', 'action', 'task', 'item'].indexOf(strength);
}

// The weaker the word for the action is, the more the other columns have to say that somebody is to do it.
function isActionTable(strength: Strength, columns: Columns, isListed: boolean, statesAreRead: (column: number) => boolean): boolean {
  const has = (...kinds: Column[]): boolean => kinds.some((kind) => columns.has(kind));
  const stateColumn = columns.get('state') ?? columns.get('doneMark');
  const hasState = stateColumn !== undefined && statesAreRead(stateColumn);
  if (strength === 'item') return has('owner', 'due', 'type', 'priority', 'tracker') || hasState;
  if (strength === 'task') return has('owner') || hasState || (isListed && has('due', 'tracker'));
  if (strength === 'vague') return (has('owner') && (has('due') || hasState)) || (isListed && (has('owner', 'due') || hasState));
  return (has('owner') && (has('due', 'tracker', 'type', 'priority') || hasState || isListed)) || (isListed && (hasState || has('due')));
}

const bare = (cell: Cell): string => bareName(cell.text);

const bareName = remembering((name) =>
  name
    .slice(0, 60)
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s*\([^()]*(?:\/|,)[^()]*\)\s*$/, '')
    .replace(/[*_`~:：]/g, '')
    .replace(/\s+/g, ' ')
    .trim(),
);
