import type { Language, Text } from '../../core/language.ts';
import { say } from '../../core/language.ts';
import { failure } from '../failure.ts';
import type { Levels } from './tally.ts';

const NO_COUNT: Text = { en: '"{given}" is no value for "--max-warnings"; write a whole number, or -1 for any number', ko: '"--max-warnings"에 "{given}" 값은 쓸 수 없습니다. 0 이상의 정수나, 제한이 없다는 -1을 쓰세요' };
const TOO_MANY: Text = { en: 'there are {count} warnings, more than the {most} of "--max-warnings"', ko: '경고가 {count}개로 "--max-warnings"의 {most}개보다 많습니다' };

/** How many warnings pass; undefined where nothing was said. Throws a Failure where that is no number. */
export function mostWarnings(given: string | undefined, language: Language): number | undefined {
  if (given === undefined) return undefined;
  if (!/^(?:-1|\d{1,9})$/.test(given)) throw failure(NO_COUNT, language, { given });
  return given === '-1' ? Infinity : Number(given);
}

/** Does a run fail by what was found? `because` is what cannot be seen from the findings. */
export function verdictOf({ error, warning }: Levels, { most, isQuiet, language }: { readonly most: number | undefined; readonly isQuiet: boolean; readonly language: Language }): { readonly fails: boolean; readonly because?: string } {
  const isBeyond = warning > (most ?? (isQuiet ? Infinity : 0));
  return { fails: isBeyond || error > 0, ...(isBeyond && most !== undefined ? { because: say(TOO_MANY, language, { count: warning, most }) } : {}) };
}
