import { isReached, middle, shown, spread, type Figure } from './figure.ts';

const HEAD = [['', 'median', 'least–most', 'runs', 'goal', 'reached'], ['---', '---:', '---:', '---:', '---:', '---']];

/** The figures as a table in Markdown. */
export function tableOf(figures: readonly Figure[]): string {
  return [...HEAD, ...figures.map(rowOf)].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

function rowOf(figure: Figure): string[] {
  const { name, unit, values, goal } = figure;
  const limits = values.length > 1 ? spread(values).map((value) => shown(value)).join('–') : '';
  const verdict = isReached(figure);
  return [name, shown(middle(values), unit), limits, String(values.length), goal === undefined ? '' : `≤ ${shown(goal, unit)}`, verdict === undefined ? '' : verdict ? 'yes' : 'no'];
}
