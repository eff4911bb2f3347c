import type { Surround } from './around.ts';
import { committedDocument } from './committed.ts';
import type { Files } from './files.ts';
import { needsOf } from './lint.ts';
import { peopleAround } from './people.ts';
import type { LintInput, Rule } from './rules/rule.ts';

/** Adds to `input` what the rules that will run on its document need; Git is asked for nothing else. */
export async function gather(input: LintInput, rules: readonly Rule[], files: Pick<Files, 'committed' | 'changedSince' | 'committers' | 'read' | 'above'>, around: Surround): Promise<LintInput> {
  const { document, surroundings, vocabulary } = input;
  const needs = needsOf(rules, input);
  const text = needs.committed ? await files.committed(document.path) : undefined;
  const changed = needs.changedSince === undefined ? undefined : await files.changedSince(needs.changedSince);
  const people = needs.people && (await peopleAround(files, needs.people));
  return {
    ...input,
    surroundings: {
      ...surroundings,
      committed: text === undefined ? undefined : committedDocument(text, document, vocabulary),
      hasChanged: changed?.has(document.path),
      ...(needs.links && { links: await around.linksOf(document) }),
      people,
      ...(needs.beside && { beside: await around.namesBeside(document.path) }),
      ...(needs.others && { others: await around.documentsAt(needs.others) }),
    },
  };
}
