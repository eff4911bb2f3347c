import type { Entry } from '../entry.ts';
import { usualName } from '../succession/naming.ts';
import type { SharedIndex } from './read.ts';

interface Numbers {
  readonly byNumber: ReadonlyMap<number, readonly Entry[]>;
  /** The letters in front of its numbers, in small ones: `adr`. */
  readonly series: ReadonlySet<string>;
}

const known = new WeakMap<SharedIndex, Numbers>();

/** The record of a repository that `id` means there (`ADR-12`, `0012`, `12`); `gone` where it would be one of those that the repository counts and is not among them, undefined where nobody can tell. */
export function recordCalled(id: string, index: SharedIndex): Entry | 'gone' | undefined {
  const found = /^(\p{L}{0,20})[-_]?(\d{1,8})$/u.exec(id);
  if (!found) return undefined;
  const letters = found[1]!.toLowerCase();
  const digits = found[2]!;
  const { byNumber, series } = numbersOf(index);
  const all = byNumber.get(Number(digits)) ?? [];
  const own = letters === '' ? all : all.filter((record) => lettersOf(record) === letters);
  if (own.length === 1) return own[0];
  if (own.length > 1) {
    const [exact, twin] = own.filter((record) => record.id?.toLowerCase() === id.toLowerCase());
    return twin ? undefined : exact;
  }
  // A number alone may count something else, unless it is written as records are.
  return (letters === '' ? series.size > 0 && /^0\d{2}/.test(digits) : series.has(letters)) ? 'gone' : undefined;
}

function numbersOf(index: SharedIndex): Numbers {
  const numbers = known.get(index) ?? numbersAmong(index.records.values());
  known.set(index, numbers);
  return numbers;
}

function numbersAmong(records: Iterable<Entry>): Numbers {
  const byNumber = new Map<number, Entry[]>();
  const series = new Set<string>();
  for (const record of records) {
    if (record.number === null) continue;
    const same = byNumber.get(record.number);
    if (same) same.push(record);
    else byNumber.set(record.number, [record]);
    series.add(lettersOf(record));
  }
  series.delete('');
  return { byNumber, series };
}

// `adr` of `ADR-0012`, and of a decision that is called by its number alone; empty where people say no letters.
function lettersOf(record: Entry): string {
  return /^(\p{L}+)[-_ #]{0,2}\d+$/u.exec(usualName(record, false))?.[1]?.toLowerCase() ?? '';
}
