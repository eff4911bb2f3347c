import type { Element } from 'hast';
import { s } from 'hastscript';
import { textWidth } from './text.ts';

/** Pixels. */
export const LEGEND_HEIGHT = 26;

const SIZE = 12;

/** What the colours of a chart stand for, on a line at its top. */
export function legend(items: readonly { readonly swatch: Element; readonly label: string }[], x: number): Element {
  let at = x;
  return s('g', { className: ['legend'] }, items.map(({ swatch, label }) => {
    const item = s('g', { transform: `translate(${Math.round(at)} 0)` }, [swatch, s('text', { x: 18, y: 11 }, label)]);
    at += 18 + textWidth(label, SIZE) + 18;
    return item;
  }));
}

/** A square in the colour of `part`. */
export const square = (part: string): Element => s('rect', { className: ['part', `part-${part}`], x: 0, y: 1, width: 12, height: 12, rx: 2 });
