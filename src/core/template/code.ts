import { blockKey } from '../blocks.ts';
import { isStillToCome } from './still-to-come.ts';

const COMMENT = /^(?:#(?!!)|\/\/|\/\*|\*|--|;|%|<!--|-->|"""|''')/;
const WORDED = /^(?:md|markdown|mdx|text|txt|plain|diff|console)$/i;

/** Does a block of code (with its fences) only stand for the author's own: comments alone, something left out, a comment that asks? */
export function standsForCode(source: string): boolean {
  return isOnlyComments(source) || source.slice(0, LONGEST).split(/\r\n|\r|\n/).slice(1).some((line) => LEFT_OUT.test(line) || ASKS.test(line));
}

// `POST /v1/...`, `…`, but not `...rest`.
const LEFT_OUT = /(?:^|[\s/([{,:="'])(?:\.{3}|…)(?=$|[\s/)\]},;"'])/u;
const ASKS = /(?:^|\s)(?:#|\/\/|\/\*|--|;|%%)[\s#]*(?:(?:todo|fixme|replace|paste|insert|fill in)(?!\p{L})|(?:put|add|write|describe|draw)\s[^\r\n]{0,80}\bhere\b|[^\r\n]{0,80}\byour\s|[^\r\n]{0,80}(?:하세요|쓰세요|적으세요|주세요|넣으세요|바꾸세요|적는다|넣는다))/iu;

// Comments, or a word that it is still to come.
function isOnlyComments(source: string): boolean {
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
