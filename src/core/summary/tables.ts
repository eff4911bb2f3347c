import { duration } from '../calendar.ts';
import { say, type Language, type Text } from '../language.ts';
import { STATUS_WORDS } from '../trees/status-words.ts';
import { nameOf, type Counts, type Spot } from './counted.ts';
import type { OwnerRow } from './open-actions.ts';
import type { Summary } from './summary.ts';
import { AGE_WORDS, DUE_WORDS, RELATION_WORDS, WORDS } from './words.ts';

/** One cell of plain text; `spot` is what it leads to. */
export interface Cell {
  readonly text: string;
  readonly spot?: Spot;
  /** Past its date. */
  readonly isLate?: boolean;
}

/** A column; what is short is not broken into lines. */
export interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
  readonly isShort?: boolean;
}

/** What a figure or a list says, in rows; the first cell of a row names it. */
export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Open decisions, what is late and what has waited longest first. */
export function decisionsTable({ decisions }: Summary, language: Language): Table {
  return {
    title: say(WORDS.decisions, language),
    columns: [columnOf(WORDS.decision, language), ...[WORDS.status, WORDS.age, WORDS.decideBy].map((title) => ({ ...columnOf(title, language), isShort: true })), columnOf(WORDS.owners, language)],
    rows: decisions.map(({ at, line, id, title, status, age, date, decideBy, late, owners }) => [
      { text: nameOf({ id, title }), spot: { at, line } },
      { text: say(STATUS_WORDS[status].label, language) },
      { text: age === null ? (date ?? '') : ageText(age, language) },
      { text: dayAndDelay(decideBy, late, language), isLate: late !== null },
      { text: owners.join(', ') },
    ]),
  };
}

/** Action items that are not done, by when they are due. */
export function actionsTable({ actions }: Summary, language: Language): Table {
  return {
    title: say(WORDS.actions, language),
    columns: [columnOf(WORDS.action, language), columnOf(WORDS.owners, language), { ...columnOf(WORDS.due, language), isShort: true }, columnOf(WORDS.document, language)],
    rows: actions.map(({ at, line, text, owners, due, late, document, carried }) => [
      { text, spot: { at, line } },
      { text: owners.join(', ') },
      { text: dayAndDelay(due, late, language), isLate: late !== null },
      { text: carried ? `${document} (${say(WORDS.carried, language, { count: carried })})` : document },
    ]),
  };
}

/** How many decisions are open, by how long and in which status. */
export function decisionAgesTable({ decisionAges }: Summary, language: Language): Table {
  return countsTable(decisionAges, WORDS.decisionAges, WORDS.age, (age) => say(AGE_WORDS[age], language), (status) => say(STATUS_WORDS[status].label, language), language);
}

/** How many actions people have, by when they are due. */
export function actionOwnersTable({ actionOwners }: Summary, language: Language): Table {
  return countsTable(actionOwners, WORDS.actionOwners, WORDS.owner, (owner) => ownerName(owner, language), (due) => say(DUE_WORDS[due], language), language);
}

/** The open actions of each day that is known, the latest first. */
export function burnDownTable({ burnDown }: Summary, language: Language): Table {
  const points = 'points' in burnDown ? burnDown.points : [];
  return {
    title: say(WORDS.burnDown, language),
    columns: [columnOf(WORDS.day, language), ...[WORDS.open, WORDS.overdue].map((title) => ({ ...columnOf(title, language), isNumber: true }))],
    rows: [...points].reverse().map(({ day, open, overdue }) => [{ text: day }, { text: String(open) }, { text: String(overdue) }]),
  };
}

/** Every relation of two records. */
export function relationsTable({ graph }: Summary, language: Language): Table {
  const nodes = new Map(graph.nodes.map((node) => [node.at, node]));
  const cellOf = (at: string): Cell => ({ text: nameOf(nodes.get(at)!), spot: { at, line: 1 } });
  return {
    title: say(WORDS.relations, language),
    columns: [WORDS.from, WORDS.relation, WORDS.to].map((title) => columnOf(title, language)),
    rows: graph.edges.map(({ from, to, relation }) => [cellOf(from), { text: say(RELATION_WORDS[relation], language) }, cellOf(to)]),
  };
}

/** What a row of owners is called. */
export function ownerName(owner: OwnerRow, language: Language): string {
  return owner === 'others' || owner === 'nobody' ? say(WORDS[owner], language) : owner.slice(1);
}

/** For how many days something has been open, in words. */
export function ageText(days: number, language: Language): string {
  return days === 0 ? say(WORDS.today, language) : duration(days, language);
}

function dayAndDelay(day: string | null, late: number | null, language: Language): string {
  if (day === null) return '';
  return late === null ? day : `${day} (${say(WORDS.late, language, { age: duration(late, language) })})`;
}

function countsTable<Row extends string, Part extends string>({ parts, rows }: Counts<Row, Part>, title: Text, first: Text, rowWord: (row: Row) => string, partWord: (part: Part) => string, language: Language): Table {
  return {
    title: say(title, language),
    columns: [{ title: say(first, language) }, ...parts.map((part) => ({ title: partWord(part), isNumber: true })), { title: say(WORDS.total, language), isNumber: true }],
    rows: rows.map(({ of, counts }) => [{ text: rowWord(of) }, ...[...counts, counts.reduce((all, one) => all + one, 0)].map((count) => ({ text: String(count) }))]),
  };
}

const columnOf = (title: Text, language: Language): Column => ({ title: say(title, language) });
