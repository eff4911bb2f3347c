import type { ActionState } from '../entry.ts';

/** What a box says with the character in it; undefined for a character that is no mark of a task. */
export function stateOfMark(mark: string): ActionState | undefined {
  return MARKS.get(mark.toLowerCase());
}

const MARKS: ReadonlyMap<string, ActionState> = new Map([
  ...[' ', '\u00a0', '>', '<', '!', '?'].map((mark) => [mark, 'open'] as const),
  ...['/', '.', '◐'].map((mark) => [mark, 'doing'] as const),
  ...['x', 'v', '✓', '✔', '✅', '☑', '√'].map((mark) => [mark, 'done'] as const),
  ...['-', '~', '✗', '✘', '❌'].map((mark) => [mark, 'cancelled'] as const),
]);

/** The words of a state in tables and behind bullets, all languages together; the first of a state and language is the one Docket writes. */
const WORDS: Readonly<Record<ActionState, readonly string[]>> = {
  open: [
    'open', 'todo', 'to do', 'to-do', 'new', 'not started', 'not done', 'not yet', 'pending', 'planned', 'backlog', 'blocked', 'waiting', 'outstanding', 'assigned', 'unassigned', 'overdue', 'incomplete', 'unresolved', 'on hold', 'paused', 'scheduled', 'queued', 'deferred', 'postponed', 'later', 'to be done', 'tbd', 'reopened',
    '할 일', '할일', '예정', '대기', '대기 중', '대기중', '미완료', '미완', '미착수', '미해결', '미정', '시작 전', '보류', '계획', '신규', '열림',
    '未着手', '未対応', '未完了', '未解決', '予定', '保留', '待办', '未开始', '未完成', '待处理', '待定', '计划中', '未解决',
    'offen', 'geplant', 'ausstehend', 'nicht begonnen', 'nicht erledigt', 'neu', 'wartet', 'blockiert',
    'pendiente', 'abierto', 'abierta', 'por hacer', 'sin empezar', 'planificado', 'à faire', 'a faire', 'ouvert', 'ouverte', 'en attente', 'non commencé', 'prévu',
    'a fazer', 'aberto', 'aberta', 'pendente', 'não iniciado', 'planejado', 'da fare', 'aperto', 'in attesa', 'te doen', 'gepland',
  ],
  doing: [
    'in progress', 'in-progress', 'doing', 'wip', 'ongoing', 'on-going', 'started', 'underway', 'in review', 'in flight', 'active', 'now', 'working', 'partially done', 'partly done', 'partial', 'under review', 'in testing', 'testing', 'in development',
    '진행 중', '진행중', '진행', '작업 중', '작업중', '검토 중', '부분 완료', '対応中', '進行中', '作業中', '着手', '进行中', '处理中',
    'in arbeit', 'laufend', 'läuft', 'begonnen', 'in bearbeitung', 'en curso', 'en progreso', 'en cours', 'em andamento', 'em progresso', 'in corso', 'bezig',
  ],
  done: [
    'done', 'complete', 'completed', 'closed', 'finished', 'fixed', 'resolved', 'shipped', 'merged', 'implemented', 'verified', 'delivered', 'released', 'deployed',
    '완료', '완료됨', '완료함', '완료했음', '해결', '해결됨', '종료', '닫힘', '적용', '적용 완료', '조치 완료', '完了', '完了済み', '対応済み', '済', '済み', '解決済み', '完成', '已完成', '已解决', '已关闭', '关闭',
    'erledigt', 'abgeschlossen', 'fertig', 'geschlossen', 'umgesetzt', 'behoben', 'gelöst', 'hecho', 'hecha', 'completado', 'completada', 'terminado', 'cerrado', 'cerrada', 'resuelto',
    'fait', 'faite', 'terminé', 'terminée', 'fini', 'fermé', 'résolu', 'feito', 'concluído', 'concluída', 'fechado', 'resolvido', 'fatto', 'completato', 'chiuso', 'risolto', 'klaar', 'gereed', 'afgerond',
  ],
  cancelled: [
    'cancelled', 'canceled', "won't do", 'wont do', "won't fix", 'wontfix', 'not doing', 'dropped', 'abandoned', 'rejected', 'obsolete', 'duplicate', 'declined', 'deleted', 'invalid', 'superseded', 'skipped',
    '취소', '취소됨', '폐기', '중단', '中止', 'キャンセル', '取消', '已取消', '废弃', 'abgebrochen', 'verworfen', 'abgelehnt', 'entfällt', 'cancelado', 'cancelada', 'descartado', 'anulado', 'annulé', 'annulée', 'abandonné', 'annullato', 'geannuleerd', 'vervallen',
  ],
};

const STATE_OF_WORD: ReadonlyMap<string, ActionState> = new Map(
  (Object.keys(WORDS) as ActionState[]).flatMap((state) => WORDS[state].map((word) => [word, state] as const)),
);

const SIGNS: ReadonlyMap<string, ActionState> = new Map([
  ...['✅', '✔', '☑', '✓', '🟢', '☒', '🗸'].map((sign) => [sign, 'done'] as const),
  ...['⬜', '☐', '🔲', '🔴', '⏳', '❗', '⭕', '🆕', '⚪', '📋'].map((sign) => [sign, 'open'] as const),
  ...['🚧', '🟡', '🔄', '🏗', '🟠', '⏩'].map((sign) => [sign, 'doing'] as const),
  ...['🚫', '✘', '✗', '🗑'].map((sign) => [sign, 'cancelled'] as const),
]);

/** A state and where its word stands in the text that was read. */
export interface WrittenState {
  readonly state: ActionState;
  readonly start: number;
  readonly end: number;
}

const BOX = /\[([^\]\r\n])\]/u;

/** The state that a short text such as a cell begins with: `**Done** (in #12)`, `[x] Done`, `✅`. */
export function stateOf(text: string): WrittenState | undefined {
  const short = text.slice(0, 200);
  const box = BOX.exec(short);
  const marked = box && /^[\s*_]*$/.test(short.slice(0, box.index)) ? stateOfMark(box[1]!) : undefined;
  if (box && marked) return { state: marked, start: box.index + 1, end: box.index + 1 + box[1]!.length };
  const start = /^[^\p{L}\p{N}]*/u.exec(short)![0].length;
  const word = wordAt(short, start);
  if (word) return word;
  for (const [sign, state] of SIGNS) {
    const at = short.indexOf(sign);
    if (at >= 0 && at < start) return { state, start: at, end: at + sign.length };
  }
  return undefined;
}

/** Are a few words the name of a state and nothing else? */
export function isState(words: string): boolean {
  const name = words.trim();
  return /^\p{L}/u.test(name) && name.length <= 24 && stateOf(name)?.end === name.length;
}

/** The state of which a sign stands at an end of a text. */
export function signOf(text: string): ActionState | undefined {
  const words = text.replace(/[\s.\ufe0f*_]+/gu, ' ').trim();
  for (const [sign, state] of SIGNS) if (words.startsWith(sign) || words.endsWith(sign)) return state;
  return undefined;
}

const UPPER = /(?<![\p{L}\p{N}_])(?:DONE|TODO|WIP|OPEN|CLOSED|FIXED|RESOLVED|COMPLETED?|IN PROGRESS|CANCELL?ED|WONTFIX)(?![\p{L}\p{N}_])/u;
const STRONG = /(\*\*|__)(?=\S)([^*_\r\n]{1,30})\1/g;

/** The state inside the cell of a tracker: `Bug 123 **DONE**`, `n/a DONE`. */
export function stateWithin(text: string): WrittenState | undefined {
  for (const strong of text.slice(0, 1000).matchAll(STRONG)) {
    const from = strong.index + strong[1]!.length;
    const found = wordAt(text, from);
    if (found && found.end === from + strong[2]!.length) return found;
  }
  const upper = UPPER.exec(text.slice(0, 1000));
  if (upper) return wordAt(text, upper.index);
  const last = LAST_WORDS.exec(text.slice(0, 200));
  return last ? (wordAt(text, last.index + last[0].indexOf(last[1]!)) ?? wordAt(text, last.index + last[0].lastIndexOf(last[2]!))) : undefined;
}

/** One or two words at the end behind an id or a link: `123 done`, `[#12](…) in progress`. */
const LAST_WORDS = /[\d\ufffc)\]]\s*[-–—:,(]?\s*((?:\p{L}+ )?(\p{L}+))\)?$/u;

// The longest word that stands at `at` and ends there as a word.
function wordAt(text: string, at: number): WrittenState | undefined {
  const lower = text.slice(at, at + 24).toLowerCase().replaceAll('’', "'");
  for (let length = lower.length; length > 0; length--) {
    const state = STATE_OF_WORD.get(lower.slice(0, length));
    if (state && !/^[\p{L}\p{N}]/u.test(lower.slice(length))) return { state, start: at, end: at + length };
  }
  return undefined;
}

/** The word for `state` in the language and the letter case of `like`, a word of another state. */
export function wordFor(state: 'open' | 'done', like: string): string {
  const pairs = like.trim();
  const [open, done] = LANGUAGES.find(([, , script]) => script.test(pairs)) ?? LANGUAGES.at(-1)!;
  const word = state === 'open' ? open : done;
  if (pairs.length > 1 && pairs === pairs.toUpperCase() && pairs !== pairs.toLowerCase()) return (state === 'open' ? open.replace('Open', 'TODO') : done).toUpperCase();
  return /^\p{Ll}/u.test(pairs) ? word.toLowerCase() : word;
}

const LANGUAGES: readonly (readonly [open: string, done: string, script: RegExp])[] = [
  ['예정', '완료', /\p{Script=Hangul}/u],
  ['未着手', '完了', /[\p{Script=Hiragana}\p{Script=Katakana}]|未着手|未対応|完了|対応|進行|済/u],
  ['未完成', '已完成', /\p{Script=Han}/u],
  ['Offen', 'Erledigt', /^(?:offen|geplant|ausstehend|nicht|neu|wartet|blockiert|in arbeit|laufend|läuft|begonnen|in bearbeitung|erledigt|abgeschlossen|fertig|geschlossen|umgesetzt|behoben|gelöst)/i],
  ['Pendiente', 'Hecho', /^(?:pendiente|abiert|por hacer|sin empezar|planificado|en curso|en progreso|hech|completad|terminado|cerrad|resuelto)/i],
  ['À faire', 'Fait', /^(?:à faire|a faire|ouvert|en attente|non commencé|prévu|en cours|fait|terminé|fini|fermé|résolu)/i],
  ['A fazer', 'Feito', /^(?:a fazer|abert|pendente|não|planejado|em andamento|em progresso|feito|concluíd|fechado|resolvido)/i],
  ['Da fare', 'Fatto', /^(?:da fare|aperto|in attesa|in corso|fatto|completato|chiuso|risolto)/i],
  ['Te doen', 'Klaar', /^(?:te doen|gepland|bezig|klaar|gereed|afgerond)/i],
  ['Open', 'Done', /^/],
];
