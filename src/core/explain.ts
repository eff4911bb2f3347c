import type { Entry, Evidence, Property } from './entry.ts';
import { say, type Language, type Text } from './language.ts';
import { nameOf } from './paths.ts';

/** Answers "why?": a line for each value of an entry that tells where it was read, in which dialect where that is asked, and what contradicts it. Plain text. */
export function explain(entry: Entry, language: Language, properties: readonly Property[] = ALL, namesDialect = true): string[] {
  return properties.flatMap((property) => {
    const evidence = entry.evidence[property];
    if (!evidence) return [];
    const other = entry.contradicted?.[property];
    const name = say(NAMES[property], language);
    const further = entry.further?.[property] ?? [];
    return [...[evidence, ...further].map((each) => lineOf(name, each, language, namesDialect)), ...(other ? [say(CONTRADICTED, language, { reason: lineOf(name, other, language, namesDialect) })] : [])];
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

const ALL = Object.keys(NAMES) as Property[];

const FROM_LINE: Text = { en: '{name}: “{value}” on line {line}', ko: '{name}: {line}번째 줄의 “{value}”' };
const FROM_OTHER: Text = { en: '{name}: “{value}” in {file}, line {line}', ko: '{name}: {file} {line}번째 줄의 “{value}”' };
const FROM_PATH: Text = { en: '{name}: “{value}” from the file’s path', ko: '{name}: 파일 경로의 “{value}”' };
const CONTRADICTED: Text = { en: 'But it also says — {reason}', ko: '그러나 다른 곳에는 — {reason}' };

const LONGEST = 80;

function lineOf(name: string, { text, line, dialect, path }: Evidence, language: Language, namesDialect: boolean): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  const value = flat.length > LONGEST ? `${flat.slice(0, LONGEST - 1)}…` : flat;
  const form = line === 0 ? FROM_PATH : path === undefined ? FROM_LINE : FROM_OTHER;
  const where = say(form, language, { name, value, line, file: path === undefined ? '' : nameOf(path) });
  return namesDialect ? `${where} (${dialect})` : where;
}
