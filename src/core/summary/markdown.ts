import { asTarget, asText } from '../report/escape.ts';
import { say, type Language } from '../language.ts';
import type { Spot } from './counted.ts';
import type { Summary } from './summary.ts';
import { actionOwnersTable, actionsTable, burnDownTable, decisionAgesTable, decisionsTable, relationsTable, type Cell, type Table } from './tables.ts';
import { MISSING_WORDS, WORDS } from './words.ts';

/** What a summary is called, and where it leads to. */
export interface Shown {
  readonly name: string;
  readonly language: Language;
  /** The way to a document from where the text will lie, with `/`. */
  readonly wayTo: (at: string) => string;
}

/** A comment by which a text that Docket wrote is known. */
export const MARK = '<!-- docket report -->';

/** The summary as Markdown: what documents say is text in it, and the links are relative. */
export function summaryMarkdown(summary: Summary, { name, language, wayTo }: Shown): string {
  const { totals, burnDown } = summary;
  const link = ({ at, line }: Spot): string => `${asTarget(wayTo(at))}${line > 1 ? `#L${line}` : ''}`;
  const section = (title: string, tables: readonly Table[], empty: string): string[] => [`## ${title}`, ...(tables.some(({ rows }) => rows.length) ? tables.flatMap((table) => tableOf(table, link)) : [empty])];
  return `${[
    MARK,
    `# ${say(WORDS.title, language, { name: asText(name) })}`,
    say(totals.documents === 1 ? WORDS.asOfOne : WORDS.asOf, language, { date: summary.today, count: totals.documents }),
    [
      `- **${say(WORDS.decisions, language)}**: ${totals.openDecisions} (${say(WORDS.lateDecisions, language, { count: totals.lateDecisions })})`,
      `- **${say(WORDS.actions, language)}**: ${totals.openActions} (${say(WORDS.overdueActions, language, { count: totals.overdueActions })})`,
    ].join('\n'),
    ...section(say(WORDS.decisions, language), decisionsIn(summary, language), say(WORDS.noDecisions, language)),
    ...section(say(WORDS.actions, language), actionsIn(summary, language), say(WORDS.noActions, language)),
    ...section(say(WORDS.burnDown, language), [burnDownTable(summary, language)], say(MISSING_WORDS['missing' in burnDown ? burnDown.missing : 'too-short'], language)),
    ...section(say(WORDS.records, language), [relationsTable(summary, language)], say(WORDS.noRelations, language)),
  ].join('\n\n')}\n`;
}

const decisionsIn = (summary: Summary, language: Language): Table[] => (summary.decisions.length ? [decisionAgesTable(summary, language), decisionsTable(summary, language)] : []);

const actionsIn = (summary: Summary, language: Language): Table[] => (summary.actions.length ? [actionOwnersTable(summary, language), actionsTable(summary, language)] : []);

function tableOf({ columns, rows }: Table, link: (spot: Spot) => string): string[] {
  if (!rows.length) return [];
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [[
    row(columns.map(({ title }) => asText(title))),
    row(columns.map(({ isNumber }) => (isNumber ? '--:' : '---'))),
    ...rows.map((cells) => row(cells.map((cell) => cellText(cell, link)))),
  ].join('\n')];
}

function cellText({ text, spot, isLate }: Cell, link: (spot: Spot) => string): string {
  const written = asText(text);
  return spot ? `[${written || '…'}](${link(spot)})` : isLate ? `**${written}**` : written;
}
