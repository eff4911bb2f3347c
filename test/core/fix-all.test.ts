import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/core/document.ts';
import { applyEdits } from '../../src/core/edit.ts';
import { editPieces, editsOf, piecesOf } from '../../src/core/edits/compose.ts';
import { fixAll, type FixAllOptions } from '../../src/core/fix-all.ts';
import { lostWords } from '../../src/core/words.ts';
import { Workspace } from '../../src/core/workspace.ts';
import { memoryFiles } from '../../src/files/memory.ts';
import { builtInTemplates } from '../templates/built-in.ts';

const templates = builtInTemplates;

async function workspaceOf(files: Readonly<Record<string, string>>): Promise<Workspace> {
  const workspace = new Workspace({ files: memoryFiles(new Map(Object.entries(files))), templates, language: 'en', rulePage: (id) => id, today: () => '2026-03-02' });
  await workspace.load();
  return workspace;
}

async function fixed(files: Readonly<Record<string, string>>, options?: FixAllOptions, paths?: readonly string[]): Promise<{ count: number; files: Record<string, string>; left: string[] }> {
  const workspace = await workspaceOf(files);
  const { count, changes, texts, left } = await fixAll(workspace, paths ?? workspace.paths(), options);
  const after = { ...files };
  for (const { path, edits } of changes) after[path] = applyEdits(files[path]!, edits);
  for (const { path } of changes) expect(after[path]).toBe(texts.get(path));
  return { count, files: after, left: [...left].flatMap(([path, findings]) => findings.map(({ ruleId, severity }) => `${path} ${severity} ${ruleId}`)) };
}

const RFC = { '.docket.yaml': 'types:\n  rfc:\n    template: rfc.md\n    files: ["text/*.md"]\n', 'rfc.md': '# {title}\n\n## Why\n\n<!-- Say why. What hurts today? -->\n\n## How\n\n## Costs\n' };

describe('fix all', () => {
  it('makes what one fix leaves for the next, each on the text that the one before made', async () => {
    const { files, left } = await fixed({ ...RFC, 'text/a.md': '# A\n\n## Costs\n\nc\n\n<!-- docket-disable-next-line empty-section -->\n## Why\n\n<!-- Say why. What hurts today? -->\n\nw\n' });
    expect(files['text/a.md']).toBe('# A\n\n## Why\n\nw\n\n## How\n\n## Costs\n\nc\n');
    expect(left).toEqual(['text/a.md warning empty-section']);
  });

  it('puts several sections in at one place in the order of the template', async () => {
    expect((await fixed({ ...RFC, 'text/a.md': '# A\n\n## Why\n\nw\n' })).files['text/a.md']).toBe('# A\n\n## Why\n\nw\n\n## How\n\n## Costs\n');
  });

  it('moves the last section before it puts a part into it, so that the part stands there once', async () => {
    const files = { ...RFC, 'rfc.md': '# {title}\n\n## Lessons\n\n### Luck\n\n## Actions\n' };
    for (const end of ['\n', '\r\n']) {
      const text = (lines: string) => lines.replaceAll('\n', end);
      expect((await fixed({ ...files, 'text/a.md': text('# A\n\n## Actions\n\na\n\n## Lessons\n\nl\n') })).files['text/a.md']).toBe(text('# A\n\n## Lessons\n\nl\n\n### Luck\n\n## Actions\n\na\n'));
    }
  });

  it('leaves the prompt that it has put in', async () => {
    const { files } = await fixed({ ...RFC, 'text/a.md': '---\nstatus: accepted\n---\n# A\n\n## How\n\nh\n\n## Costs\n\nc\n' });
    expect(files['text/a.md']).toContain('## Why\n\n<!-- Say why. What hurts today? -->\n\n## How');
  });

  it('leaves what is only a hint or information, unless it is asked for', async () => {
    const draft = { ...RFC, 'text/a.md': '---\nstatus: draft\n---\n# A\n\n## Why\n\nw\n\n## How\n\nh\n' };
    expect((await fixed(draft)).count).toBe(0);
    expect((await fixed(draft, { settles: ({ ruleId }) => ruleId === 'required-sections' })).count).toBe(1);
  });

  it('changes nothing where there is nothing to fix', async () => {
    const workspace = await workspaceOf({ ...RFC, 'text/a.md': '# A\n\n## Why\n\nw\n\n## How\n\nh\n\n## Costs\n\nc\n' });
    expect(await fixAll(workspace, workspace.paths())).toMatchObject({ count: 0, changes: [] });
  });

  it('leaves the workspace as it was', async () => {
    const files = { ...RFC, 'text/a.md': '# A\n\n## Why\n\nw\n' };
    const workspace = await workspaceOf(files);
    const before = [workspace.entries(), await workspace.lint('text/a.md')];
    await fixAll(workspace, ['text/a.md']);
    expect(workspace.entries()).toBe(before[0]);
    expect(await workspace.lint('text/a.md')).toEqual(before[1]);
    expect((await workspace.document('text/a.md')).text).toBe(files['text/a.md']);
  });

  it('writes into another document as the fixes before have left it', async () => {
    const record = (title: string, status: string): string => `# ${title}\n\n## Status\n\n${status}\n\n## Context\n\nx\n\n## Decision\n\ny\n\n## Consequences\n\nz\n`;
    const { files, left } = await fixed({ 'docs/adr/0001-a.md': record('1. A', 'Acepted'), 'docs/adr/0002-b.md': record('2. B', 'Accepted\n\nSupersedes [1. A](0001-a.md)') });
    expect(files['docs/adr/0001-a.md']).toBe(record('1. A', 'Superseded by [2. B](0002-b.md)'));
    expect(left).toEqual([]);
  });

  it('knows what the other documents say after the fixes', async () => {
    const workspace = await workspaceOf({ 'docs/adr/0001-a.md': '# 1. A\n\n## Status\n\nAccepted\n', 'docs/adr/0002-b.md': '# 2. B\n\n## Status\n\nAccepted\n' });
    const supposed = workspace.supposing([parseDocument('docs/adr/0002-b.md', '# 1. B\n\n## Status\n\nAccepted\n')]);
    const rules = async (some: Pick<Workspace, 'lint'>): Promise<string[]> => (await some.lint('docs/adr/0002-b.md')).map(({ ruleId }) => ruleId);
    expect([await rules(supposed), await rules(workspace)]).toEqual([expect.arrayContaining(['number-mismatch']), expect.not.arrayContaining(['number-mismatch'])]);
  });
});

const examples = new URL('../templates/examples/en/', import.meta.url);
const documents = readdirSync(examples).map((name) => readFileSync(new URL(name, examples), 'utf8'));
const comments = templates.flatMap(({ sections }) => sections.flatMap(({ prompt }) => prompt.match(/<!--[\s\S]*?-->/g) ?? []));

// Documents whose sections are missing, in another order, or still hold comments of a template, in every way of ending lines.
const spoilt = fc.record({
  text: fc.constantFrom(...documents), drop: fc.array(fc.nat(), { maxLength: 3 }), swap: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }),
  add: fc.array(fc.tuple(fc.nat(), fc.constantFrom(...comments, '<!-- docket-disable-next-line empty-section -->', '<!-- docket-enable -->')), { maxLength: 4 }),
  ending: fc.constantFrom('\n', '\r\n'), isEnded: fc.boolean(),
}).map(({ text, drop, swap, add, ending, isEnded }) => {
  const parts = text.split(/^(?=## )/m);
  for (const [one, other] of swap) {
    const [a, b] = [1 + (one % (parts.length - 1)), 1 + (other % (parts.length - 1))];
    [parts[a], parts[b]] = [parts[b]!.replace(/\n*$/, '\n\n'), parts[a]!.replace(/\n*$/, '\n\n')];
  }
  for (const one of drop) if (parts.length > 2) parts.splice(1 + (one % (parts.length - 1)), 1);
  for (const [one, comment] of add) {
    const at = one % parts.length;
    parts[at] = parts[at]!.replace(/^(## .*\n)/, `$1\n${comment.replaceAll('$', '$$$$')}\n`);
  }
  const all = parts.join('').replace(/\n*$/, isEnded ? '\n' : '');
  return all.replaceAll('\n', ending);
});

describe('what fix all leaves', () => {
  it('is left as it is by the next one, with every word, line ending and the end of the file', async () => {
    let count = 0;
    await fc.assert(fc.asyncProperty(spoilt, fc.constantFrom('accepted', 'proposed'), async (text, status) => {
      const path = 'docs/a.md';
      const whole = text.replace(/^status: .*$/m, `status: ${status}`);
      const once = await fixed({ [path]: whole });
      count += once.count;
      const after = once.files[path]!;
      expect(await fixed({ [path]: after })).toMatchObject({ count: 0 });
      expect(lostWords(parseDocument(path, whole), parseDocument(path, after), [])).toEqual([]);
      if (whole.includes('\r\n')) expect(after).not.toMatch(/[^\r]\n/);
      else expect(after).not.toContain('\r');
      expect(/\n$/.test(after)).toBe(/\n$/.test(whole));
    }), { numRuns: 60 });
    expect(count).toBeGreaterThan(20);
  });

  it('does not depend on the order in which documents are looked at', async () => {
    await fc.assert(fc.asyncProperty(fc.array(spoilt, { minLength: 2, maxLength: 4 }), async (texts) => {
      const files = Object.fromEntries(texts.map((text, index) => [`docs/adr/000${index}-a.md`, text]));
      const paths = Object.keys(files);
      expect((await fixed(files, {}, [...paths].reverse())).files).toEqual((await fixed(files, {}, paths)).files);
    }), { numRuns: 10 });
  });
});

describe('the words of a document', () => {
  const lost = (before: string, find: string, newText: string): string[] => {
    const start = before.indexOf(find);
    const edits = [{ range: { start, end: start + find.length }, newText }];
    return lostWords(parseDocument('a.md', before), parseDocument('a.md', applyEdits(before, edits)), edits);
  };

  it.each([
    ['a comment that goes', 'a\n\n<!-- b -->\n', '<!-- b -->\n', '', []],
    ['a word that becomes another', 'status: imlpemented', 'imlpemented', 'implemented', []],
    ['a status that is superseded', 'Status: [Accepted](words.md)', '[Accepted](words.md)', 'Superseded by ADR-0002', []],
    ['a part of a number', 'ADR-0007', '7', '8', []],
    ['a word that goes', 'a word\n', ' word', '', ['word']],
    ['a comment that swallows what follows', '# a\n\nb\n', '# a', '# a\n\n<!--', ['b']],
    ['a fence that makes code of what follows', '# a\n\nb\n', '# a', '# a\n\n~~~', []],
    ['a link that goes', '[a](b.md)\n', '(b.md)', '', ['b', 'md']],
  ])('%s', (_, before, find, newText, gone) => expect(lost(before, find, newText)).toEqual(gone));
});

describe('edits of edits', () => {
  it('are those that lead from the first text to the last', () => {
    const step = fc.array(fc.tuple(fc.nat(30), fc.nat(5), fc.string({ maxLength: 4 })), { maxLength: 4 });
    fc.assert(fc.property(fc.string({ maxLength: 30 }), fc.array(step, { maxLength: 5 }), (text, steps) => {
      let pieces = piecesOf(text);
      let now = text;
      for (const some of steps) {
        let at = 0;
        const edits = some.map(([skip, length, newText]) => {
          const start = Math.min(now.length, at + skip);
          at = Math.min(now.length, start + length);
          return { range: { start, end: at }, newText };
        });
        pieces = editPieces(pieces, edits);
        now = applyEdits(now, edits);
      }
      expect(applyEdits(text, editsOf(pieces, text))).toBe(now);
    }));
  });
});
