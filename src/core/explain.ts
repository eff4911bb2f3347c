import type { Entry, Evidence, Property } from './entry.ts';
import { say, type Language, type Text } from './language.ts';
import { nameOf } from './paths.ts';
import { INDEX_DIALECT } from './shared-index/beyond.ts';

/** Answers "why?": a line for each value of an entry that tells where it was read, and what contradicts it. Plain text. Without the dialects it is short: a line for each place, of the first ones alone. */
export function explain(entry: Entry, language: Language, properties: readonly Property[] = ALL, namesDialect = true): string[] {
  return properties.flatMap((property) => {
    const evidence = entry.evidence[property];
    if (!evidence) return [];
    const other = entry.contradicted?.[property];
    const name = say(NAMES[property], language);
    const further = entry.further?.[property] ?? [];
    const places = namesDialect ? [evidence, ...further] : atEachPlace([evidence, ...further]);
    const shown = namesDialect ? places : places.slice(0, MOST);
    const more = places.length - shown.length;
    return [...shown.map((each) => lineOf(name, each, language, namesDialect)), ...(more ? [say(MORE, language, { name, count: more })] : []), ...(other ? [say(CONTRADICTED, language, { reason: lineOf(name, other, language, namesDialect) })] : [])];
  });
}

const NAMES: Readonly<Record<Property, Text>> = {
  kind: { en: 'Kind', ko: '종류' },
  id: { en: 'Id', ko: '식별자' },
  number: { en: 'Number', ko: '번호' },
  title: { en: 'Title', ko: '제목' },
  status: { en: 'Status', ko: '상태' },
  date: { en: 'Date', ko: '날짜' },
  owners: { en: 'Owners', ko: '담당' },
  decideBy: { en: 'Decide by', ko: '결정 기한' },
  supersededBy: { en: 'Superseded by', ko: '대체한 문서' },
  supersedes: { en: 'Supersedes', ko: '대체하는 문서' },
  amends: { en: 'Amends', ko: '보완하는 문서' },
  amendedBy: { en: 'Amended by', ko: '보완한 문서' },
  requires: { en: 'Requires', ko: '필요한 문서' },
  requiredBy: { en: 'Required by', ko: '이 문서가 필요한 문서' },
};

const MORE: Text = { en: '{name}: and {count} more', ko: '{name}: 그 밖에 {count}건' };

/** A list of more places is not read in passing. */
const MOST = 3;

function atEachPlace(all: readonly Evidence[]): Evidence[] {
  const places = new Map<string, Evidence>();
  for (const one of all) {
    const key = `${one.line} ${one.path ?? ''}`;
    const known = places.get(key);
    places.set(key, known ? { ...known, text: `${known.text}, ${one.text}` } : one);
  }
  return [...places.values()];
}

const ALL = Object.keys(NAMES) as Property[];

const FROM_LINE: Text = { en: '{name}: “{value}” on line {line}', ko: '{name}: {line}번째 줄의 “{value}”' };
const FROM_OTHER: Text = { en: '{name}: “{value}” in {file}, line {line}', ko: '{name}: {file} {line}번째 줄의 “{value}”' };
const FROM_PATH: Text = { en: '{name}: “{value}” from the file’s path', ko: '{name}: 파일 경로의 “{value}”' };
const FROM_INDEX: Text = { en: '{name}: “{value}”, by the index of its repository', ko: '{name}: 그 저장소의 인덱스에 있는 “{value}”' };
const CONTRADICTED: Text = { en: 'But it also says — {reason}', ko: '그러나 다른 곳에는 — {reason}' };

const LONGEST = 80;

function lineOf(name: string, { text, line, dialect, path }: Evidence, language: Language, namesDialect: boolean): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  const value = flat.length > LONGEST ? `${flat.slice(0, LONGEST - 1)}…` : flat;
  const form = dialect === INDEX_DIALECT ? FROM_INDEX : line === 0 ? FROM_PATH : path === undefined ? FROM_LINE : FROM_OTHER;
  const where = say(form, language, { name, value, line, file: path === undefined ? '' : nameOf(path) });
  return namesDialect ? `${where} (${dialect})` : where;
}
