import type { DocType } from './doc-type.ts';
import { fingerprint } from './fingerprint.ts';
import type { Records } from './records.ts';
import { rememberingOf } from './remembering.ts';
import type { Template } from './template.ts';
import { isEntry, type Answered, type Ask } from './watching.ts';

/** What was asked of records, and what stands for what they said. */
export type Said = readonly [ask: Ask, args: readonly unknown[], answer: string];

/** What an entry goes by beside what was read of its document, by its path; undefined where there is none. */
export type StampOf = (path: string) => string | undefined;

/** What records were asked and said, small enough to be kept for each document. */
export function saidBy(answered: readonly Answered[], stampOf: StampOf): readonly Said[] {
  const said = new Map(answered.map(({ ask, args, answer }): [string, Said] => {
    const plain = args.map((one) => (isEntry(one) ? { entry: one.path, stamp: stampOf(one.path) } : one));
    return [JSON.stringify([ask, plain]), [ask, plain, answerPrint(answer, stampOf)]];
  }));
  return [...said.values()];
}

/** Would other records, of the same documents and more, say the same? */
export function isSaidAlike(records: Records, [ask, args, before]: Said, stampOf: StampOf): boolean {
  if (args.some((one) => isStamped(one) && one.stamp !== stampOf(one.entry))) return false;
  const member: unknown = records[ask];
  const now = typeof member === 'function' ? (member as (...all: unknown[]) => unknown)(...args.map((one) => (isStamped(one) ? records.at(one.entry) : one))) : member;
  return (!Array.isArray(now) || before.startsWith(lengthOf(now))) && answerPrint(now, stampOf) === before;
}

/** A template as it is compared: where it lies, and what it says. */
export const templatePrint = ({ adopted, templates }: DocType): string => JSON.stringify([adopted?.path, printOfTemplate(templates[0]!)]);

const printOfTemplate = rememberingOf((template: Template) => fingerprint(JSON.stringify(template)));

// Lists can have every document of a folder, and most that are others are longer.
function answerPrint(answer: unknown, stampOf: StampOf): string {
  const text = fingerprint(JSON.stringify(answer, (_, one: unknown) => (isEntry(one) ? [one.path, stampOf(one.path)] : one)) ?? 'nothing');
  return Array.isArray(answer) ? lengthOf(answer) + text : text;
}

const lengthOf = (list: readonly unknown[]): string => `${list.length}:`;

const isStamped = (value: unknown): value is { readonly entry: string; readonly stamp: string | undefined } => typeof value === 'object' && value !== null && 'entry' in value && 'stamp' in value;
