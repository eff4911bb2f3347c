import { paintFor, printable, widthOf, type Paint } from '../../display.ts';
import { countsLines } from '../counts.ts';
import { levelOf, type Level } from '../found.ts';
import { placeOf } from '../place.ts';
import { nothingLine, type LintedFile, type LintReport } from '../reporter.ts';

/** Findings by file for people, with a summary at the end. */
export async function* stylish({ files, counts, language, color, nothing }: LintReport): AsyncGenerator<string> {
  if (nothing) {
    yield nothingLine(nothing, language);
    return;
  }
  const paint = paintFor(color);
  const found: { readonly path: string; readonly rows: readonly Row[] }[] = [];
  const widths: Widths = { place: 0, level: 0, reason: 0 };
  for await (const file of files) if (file.findings.length) found.push({ path: printable(file.pathFromCwd), rows: rowsOf(file, widths) });
  found.sort((a, b) => a.path.localeCompare(b.path));
  for (const { path, rows } of found) {
    const worst = rows.some(({ level }) => level === 'error') ? 'red' : 'yellow';
    yield `${paint(path, worst, 'underline')}\n${rows.map((row) => lineOf(row, widths, paint, color)).join('')}\n`;
  }
  yield `${countsLines(counts(), language, (level) => (level === 'error' ? `${paint('✖', 'red')} ` : level === 'warning' ? `${paint('⚠', 'yellow')} ` : '')).join('\n')}\n`;
}

/** What one finding shows in its line. */
interface Row {
  readonly line: number;
  readonly column: number;
  readonly place: string;
  readonly level: Level;
  readonly reason: string;
  readonly ruleId: string;
  /** How many columns the reason takes. */
  readonly width: number;
}

/** The columns that the widest of all findings takes of each part of a line. */
type Widths = Record<'place' | 'level' | 'reason', number>;

const LEVELS: readonly Level[] = ['error', 'warning', 'info'];

function rowsOf({ findings }: LintedFile, widths: Widths): Row[] {
  return findings.map((finding) => {
    const { line, column, endLine, endColumn } = placeOf(finding);
    const [place, level, reason] = [`${line}:${column}-${endLine}:${endColumn}`, levelOf(finding), printable(finding.reason)];
    const width = widthOf(reason);
    widths.place = Math.max(widths.place, place.length);
    widths.level = Math.max(widths.level, level.length);
    widths.reason = Math.max(widths.reason, width);
    return { line, column, place, level, reason, ruleId: finding.ruleId, width };
  }).sort((a, b) => a.line - b.line || a.column - b.column || LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || a.ruleId.localeCompare(b.ruleId) || a.reason.localeCompare(b.reason));
}

function lineOf({ place, level, reason, ruleId, width }: Row, widths: Widths, paint: Paint, color: boolean): string {
  const shownLevel = `${paint(level, level === 'error' ? 'red' : 'yellow')}${' '.repeat(widths.level - level.length)}`;
  const shownReason = `${color ? paint(withCode(reason, paint), 'bold') : reason}${' '.repeat(widths.reason - width)}`;
  return `${place.padEnd(widths.place)} ${shownLevel} ${shownReason} ${ruleId}\n`;
}

// What stands between as many backticks as before it is code.
function withCode(reason: string, paint: Paint): string {
  if (!reason.includes('`')) return reason;
  const runs = [...reason.matchAll(/`+/g)];
  const last = new Map(runs.map(([run], at) => [run, at]));
  let shown = '';
  let end = 0;
  for (let at = 0; at < runs.length; at++) {
    const { 0: run, index: start } = runs[at]!;
    if (last.get(run) === at) continue;
    let close = at + 1;
    while (runs[close]![0] !== run) close++;
    const after = runs[close]!.index + runs[close]![0].length;
    shown += reason.slice(end, start) + paint(reason.slice(start, after), 'cyan');
    end = after;
    at = close;
  }
  return shown + reason.slice(end);
}
