import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readActions } from '../../../src/core/actions/index.ts';
import { parseDocument } from '../../../src/core/document.ts';
import { applyEdits } from '../../../src/core/edit.ts';
import { invertEdits, isRefusal, setDue, setOwner, tickAction, untickAction, type EditResult } from '../../../src/core/edits.ts';
import type { Action } from '../../../src/core/entry.ts';
import type { Document } from '../../../src/core/document.ts';
import { documentText } from '../actions/arbitrary.ts';
import { examplesOf } from '../actions/examples.ts';

/** Milliseconds: these take a second or two alone, and longer beside others. */
const PATIENCE = 60_000;

const COMMANDS: Readonly<Record<string, (document: Document, action: Action, value: string | null) => EditResult>> = {
  tick: tickAction,
  untick: untickAction,
  owner: setOwner,
  due: setDue,
};

const folder = new URL('.', import.meta.url);
for (const page of readdirSync(folder).filter((name) => name.endsWith('.md') && name.startsWith('actions-'))) {
  describe(page.replace(/\.md$/, ''), () => {
    for (const { sentence, blocks } of examplesOf(readFileSync(new URL(page, folder), 'utf8'))) {
      const [before, command, after] = blocks;
      it(sentence, () => {
        for (const ending of ['\n', '\r\n']) {
          let text = before!.text.replaceAll('\n', ending);
          let refused: string | undefined;
          for (const line of command!.text.trim().split('\n')) {
            const [verb, number, ...value] = line.split(' ');
            const document = parseDocument('a.md', text);
            const result = COMMANDS[verb!]!(document, readActions(document)[Number(number) - 1]!, value.join(' ') || null);
            if (isRefusal(result)) refused = result.refused;
            else text = applyEdits(text, result);
          }
          if (after!.language === 'refused') expect(refused).toBe(after!.text.trim());
          else expect({ text, refused }).toEqual({ text: after!.text.replaceAll('\n', ending), refused: undefined });
        }
      });
    }
  });
}

describe('edits of actions', () => {
  it('refuse an action that was read from another text', () => {
    const action = readActions(parseDocument('a.md', '- [ ] one\n'))[0]!;
    expect(tickAction(parseDocument('a.md', '- [ ] two\n'), action)).toEqual({ refused: 'changed' });
  });

  it('restore the text when an open action is ticked and unticked', () => {
    fc.assert(
      fc.property(documentText(), (text) => {
        const document = parseDocument('a.md', text);
        readActions(document).forEach((action, index) => {
          const mark = action.tokens.state && text.slice(action.tokens.state.start, action.tokens.state.end);
          if (action.done !== false || action.dialect !== 'task-boxes' || mark !== ' ') return;
          const ticked = tickAction(document, action);
          if (isRefusal(ticked)) return;
          const done = parseDocument('a.md', applyEdits(text, ticked));
          const unticked = untickAction(done, readActions(done)[index]!);
          expect(isRefusal(unticked) ? unticked : applyEdits(done.text, unticked)).toBe(text);
        });
      }),
      { numRuns: 300 },
    );
  }, PATIENCE);

  it('do what was asked for, change nothing else, and can be taken back', () => {
    const commands = fc.constantFrom<(document: Document, action: Action) => EditResult>(
      tickAction,
      untickAction,
      (document, action) => setOwner(document, action, 'zoe'),
      (document, action) => setOwner(document, action, 'Zoe Lee'),
      (document, action) => setOwner(document, action, null),
      (document, action) => setDue(document, action, '2027-02-03'),
      (document, action) => setDue(document, action, null),
    );
    fc.assert(
      fc.property(documentText(), commands, (text, command) => {
        const document = parseDocument('a.md', text);
        const actions = readActions(document);
        actions.forEach((action, index) => {
          const result = command(document, action);
          if (isRefusal(result)) return;
          const after = applyEdits(text, result);
          expect(applyEdits(after, invertEdits(text, result))).toBe(text);
          const others = readActions(parseDocument('a.md', after)).filter((_, at) => at !== index).map((each) => [each.text, each.done, each.owners, each.due]);
          expect(others).toEqual(actions.filter((_, at) => at !== index).map((each) => [each.text, each.done, each.owners, each.due]));
        });
      }),
      { numRuns: 300 },
    );
  }, PATIENCE);
});
