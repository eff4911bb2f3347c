import { blockKey } from '../blocks.ts';
import { isStillToCome } from './still-to-come.ts';

const COMMENT = /^(?:#(?!!)|\/\/|\/\*|\*|--|;|%|<!--|-->|"""|''')/;
const WORDED = /^(?:md|markdown|mdx|text|txt|plain|diff|console)$/i;

/** Is nothing in a block of code (with its fences) but comments, or a word that it is still to come? */
export function isOnlyComments(source: string): boolean {
  const lines = source.slice(0, LONGEST).split(/\r\n|\r|\n/).map((line) => line.trim());
  const [opening = ''] = lines;
  const fence = /^[`~]+/.exec(opening)?.[0] ?? '';
  if (!fence || WORDED.test(opening.slice(fence.length).trim())) return false;
  const inside = lines.slice(1, lines.at(-1)!.startsWith(fence) ? -1 : undefined).filter(Boolean);
  if (!inside.some((line) => /\p{L}|\.{3}|…/u.test(line))) return false;
  if (inside.every((line) => COMMENT.test(line) || isStillToCome(blockKey(line)))) return true;
  const whole = inside.join('\n');
  return [['/*', '*/'], ['<!--', '-->']].some(([start, end]) => whole.startsWith(start!) && whole.indexOf(end!) === whole.length - end!.length);
}

/** UTF-16 units of a block that are looked at. */
const LONGEST = 20_000;
