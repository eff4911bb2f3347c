import type { Element } from 'hast';
import { h } from 'hastscript';
import { say, type Language, type MessageData, type Text } from '../../language.ts';
import { STATUS_WORDS } from '../../trees/status-words.ts';
import { bars } from '../charts/bars.ts';
import { burnDownChart } from '../charts/burn-down.ts';
import { graphChart, type Links } from '../charts/graph.ts';
import { nameOf } from '../counted.ts';
import type { Summary } from '../summary.ts';
import { actionOwnersTable, actionsTable, ageText, burnDownTable, decisionAgesTable, decisionsTable, ownerName, relationsTable, type Table } from '../tables.ts';
import { AGE_WORDS, DUE_WORDS, MISSING_WORDS, WORDS } from '../words.ts';
import { tableRegion, tableWithNote } from './table.ts';

/** How a page is written. */
export interface PageOptions {
  /** What it is about, such as the name of the folder. */
  readonly name: string;
  readonly language: Language;
  readonly links: Links;
  /** Can a program behind the page save its figures? */
  readonly savesFigures: boolean;
}

/** The summary as a page: numbers, figures, each with its table, and lists. All that documents say is text in it. */
export function pageBody(summary: Summary, options: PageOptions): Element {
  const { name, language } = options;
  const { totals, today } = summary;
  return h('main', { id: 'summary' }, [
    h('header', [
      h('h1', say(WORDS.title, language, { name })),
      h('p', { className: ['muted'] }, say(totals.documents === 1 ? WORDS.asOfOne : WORDS.asOf, language, { date: today, count: totals.documents })),
    ]),
    ...(totals.documents === 0 ? [h('p', { className: ['empty'] }, say(WORDS.nothing, language))] : [numbersOf(summary, language), decisionsOf(summary, options), actionsOf(summary, options), recordsOf(summary, options)]),
  ]);
}

function numbersOf({ totals, decisions }: Summary, language: Language): Element {
  const oldest = decisions.reduce<Summary['decisions'][number] | undefined>((found, one) => ((one.age ?? -1) > (found?.age ?? -1) ? one : found), undefined);
  return h('dl', { className: ['numbers'] }, [
    number(say(WORDS.decisions, language), String(totals.openDecisions), say(WORDS.lateDecisions, language, { count: totals.lateDecisions }), totals.lateDecisions > 0),
    number(say(WORDS.longest, language), oldest?.age == null ? say(WORDS.none, language) : ageText(oldest.age, language), oldest ? nameOf(oldest) : '', false),
    number(say(WORDS.actions, language), String(totals.openActions), say(WORDS.overdueActions, language, { count: totals.overdueActions }), totals.overdueActions > 0),
    number(say(WORDS.withoutOwner, language), String(totals.actionsWithoutOwner), say(WORDS.withoutDate, language, { count: totals.actionsWithoutDate }), false),
  ]);
}

const number = (title: string, value: string, note: string, isLate: boolean): Element => h('div', [h('dt', title), h('dd', { className: ['value'] }, value), h('dd', { className: [isLate ? 'late' : 'muted'] }, note)]);

function decisionsOf(summary: Summary, options: PageOptions): Element {
  const { language, links } = options;
  const { decisions, decisionAges } = summary;
  const chart = (): Element => bars(decisionAges, { title: say(WORDS.decisionAges, language), row: (age) => say(AGE_WORDS[age], language), part: (status) => say(STATUS_WORDS[status].label, language) }, 400);
  return section(WORDS.decisions, decisions.length ? [
    h('div', { className: ['figures', 'beside'] }, [figure('decision-ages', chart(), decisionAgesTable(summary, language), options), tableRegion(decisionsTable(summary, language), links, language)]),
  ] : [empty(WORDS.noDecisions, language)], language);
}

function actionsOf(summary: Summary, options: PageOptions): Element {
  const { language, links } = options;
  const { actions, actionOwners, burnDown } = summary;
  const owners = (): Element => bars(actionOwners, { title: say(WORDS.actionOwners, language), row: (owner) => ownerName(owner, language), part: (due) => say(DUE_WORDS[due], language) });
  const history = 'points' in burnDown
    ? figure('burn-down', burnDownChart(burnDown.points, language), burnDownTable(summary, language), options)
    : h('figure', { id: 'burn-down' }, [h('figcaption', say(WORDS.burnDown, language)), empty(MISSING_WORDS[burnDown.missing], language)]);
  return section(WORDS.actions, [
    h('div', { className: ['figures'] }, [...(actions.length ? [figure('action-owners', owners(), actionOwnersTable(summary, language), options)] : [h('figure', [empty(WORDS.noActions, language)])]), history]),
    ...(actions.length ? [tableRegion(actionsTable(summary, language), links, language)] : []),
  ], language);
}

function recordsOf(summary: Summary, options: PageOptions): Element {
  const { language, links } = options;
  const { nodes, alone } = summary.graph;
  if (!nodes.length) return section(WORDS.records, [empty(WORDS.noRelations, language)], language);
  const { svg, drawn } = graphChart(summary.graph, links, language);
  const notes = [
    ...(drawn < nodes.length ? [say(WORDS.drawn, language, { drawn, count: nodes.length })] : []),
    ...(alone ? [say(alone === 1 ? WORDS.aloneOne : WORDS.alone, language, { count: alone })] : []),
  ];
  return section(WORDS.records, [
    h('div', { className: ['figures', 'wide'] }, [figure('records', svg, relationsTable(summary, language), options)]),
    ...(notes.length ? [h('p', { className: ['muted'] }, notes.join(' '))] : []),
  ], language);
}

function section(title: Text, children: readonly Element[], language: Language): Element {
  return h('section', [h('h2', say(title, language)), ...children]);
}

const empty = (text: Text, language: Language, data: MessageData = {}): Element => h('p', { className: ['empty'] }, say(text, language, data));

function figure(id: string, chart: Element, table: Table, { language, links, savesFigures }: PageOptions): Element {
  const save = (kind: 'svg' | 'png', text: Text): Element => h('button', { type: 'button', dataSave: kind, ariaLabel: `${say(text, language)}: ${table.title}` }, kind.toUpperCase());
  return h('figure', { id }, [
    h('figcaption', [h('span', table.title), ...(savesFigures ? [h('span', { className: ['tools'] }, [save('svg', WORDS.saveSvg), save('png', WORDS.savePng)])] : [])]),
    h('div', { className: ['picture'], ...(id === 'records' && { role: 'region', ariaLabel: table.title, tabIndex: 0 }) }, [chart]),
    h('details', [h('summary', say(WORDS.table, language)), ...tableWithNote(table, links, language)]),
  ]);
}
