import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readActions, SYNTAXES } from '../../../src/core/actions/index.ts';
import { parseDocument } from '../../../src/core/document.ts';
import type { Action } from '../../../src/core/entry.ts';
import type { Range } from '../../../src/core/lines.ts';
import { examplesOf } from './examples.ts';

const folder = new URL('.', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.md')).map((name) => name.replace(/\.md$/, ''));

describe('the pages of action syntaxes', () => {
  it('are one for each syntax', () => {
    expect(pages.sort()).toEqual(SYNTAXES.map(({ id }) => id).sort());
  });

  it('are named like the files of the syntaxes', () => {
    const files = readdirSync(new URL('../../../src/core/actions/', import.meta.url));
    for (const { id } of SYNTAXES) expect(files).toContain(`${id}.ts`);
  });
});

for (const page of pages) {
  describe(page, () => {
    for (const { sentence, blocks } of examplesOf(readFileSync(new URL(`${page}.md`, folder), 'utf8'))) {
      const [example, expected] = blocks;
      it(sentence, () => {
        const wanted = parse(expected!.text) as Record<string, unknown>[];
        for (const ending of ['\n', '\r\n']) {
          const text = example!.text.replaceAll('\n', ending);
          const actions = readActions(parseDocument('a.md', text));
          expect(actions.map((action, index) => shown(action, text, Object.keys(wanted[index] ?? {})))).toEqual(wanted);
          if (wanted.length) expect(actions.some(({ dialect }) => dialect === page)).toBe(true);
        }
      });
    }
  });
}

/** What a page says of an action: the text and what is not as usual; `written` are the tokens that an edit would replace. */
function shown(action: Action, text: string, asked: readonly string[]): Record<string, unknown> {
  const { owners, due, priority, type, trackers, flaws, tokens } = action;
  const cut = (range: Range | undefined | null): string | null => (range ? text.slice(range.start, range.end) : null);
  return {
    text: action.text,
    done: action.done,
    ...(asked.includes('state') && { state: action.state }),
    ...(owners.length && { owners }),
    ...(due && { due }),
    ...(priority && { priority }),
    ...(type && { type }),
    ...(trackers.length && { trackers }),
    ...(asked.includes('line') && { line: action.line }),
    ...(flaws.length && { flaws: flaws.map(({ id, range }) => `${id}: ${cut(range)}`) }),
    ...(asked.includes('written') && { written: { state: cut(tokens.state), owner: cut(tokens.owners?.value), due: cut(tokens.due?.value) } }),
  };
}
