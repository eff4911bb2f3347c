import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CodeAction, CreateFile, Diagnostic, TextDocumentEdit } from 'vscode-languageserver';
import { applyEdits } from '../../src/core/edit.ts';
import { Lines } from '../../src/core/lines.ts';
import { connect, type Client, type ClientOptions } from './client.ts';

vi.setConfig({ testTimeout: 60_000 });

const TEAM = 'file:///team';
const CONFIG = 'types:\n  rfc:\n    template: rfc.md\n    files: ["text/*.md"]\n';
const RFC = '# {title}\n\n## Why\n\n<!-- Say why. What hurts today? -->\n\n## How\n\n## Costs\n';
const FILES = { '.docket.yaml': CONFIG, 'rfc.md': RFC };
const A = `${TEAM}/text/a.md`;
const LACKING = '# A\n\n## Why\n\nw\n';

const clients: Client[] = [];
async function client(files: Record<string, string>, more: Omit<ClientOptions, 'folders'> = {}): Promise<Client> {
  const made = await connect({ folders: { [TEAM]: files }, ...more });
  clients.push(made);
  return made;
}
afterEach(async () => {
  for (const one of clients.splice(0)) await one.end();
});

const EDITOR: Omit<ClientOptions, 'folders'> = { capabilities: { textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } }, workspaceEdit: { resourceOperations: ['create'] } }, options: { hasCommands: true } };

const everywhere = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
const actions = (one: Client, line?: number, only?: string[], uri = A): Promise<CodeAction[]> =>
  one.request('textDocument/codeAction', { textDocument: { uri }, range: line === undefined ? everywhere : { start: { line, character: 0 }, end: { line, character: 0 } }, context: { diagnostics: [] as Diagnostic[], ...(only && { only }) } });
const titled = (some: readonly CodeAction[], title: string): CodeAction => some.find((one) => one.title === title) ?? expect.fail(`no "${title}" among ${some.map((one) => one.title).join(', ')}`);
const isText = (change: object): change is TextDocumentEdit => 'textDocument' in change;
// The texts that an action leaves.
const texts = (action: CodeAction, before: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries((action.edit?.documentChanges ?? []).filter(isText).map(({ textDocument: { uri }, edits }) => {
  const text = before[uri] ?? '';
  const lines = new Lines(text);
  const offset = ({ line, character }: { line: number; character: number }): number => lines.startOf(line) + character;
  return [uri, applyEdits(text, edits.map((edit) => ({ range: { start: offset((edit as { range: typeof everywhere }).range.start), end: offset((edit as { range: typeof everywhere }).range.end) }, newText: (edit as { newText: string }).newText })))];
}));

describe('at a finding', () => {
  it('its fix is preferred, then come all of its rule, what ignores it, and the page of the rule', async () => {
    const one = await client({ ...FILES, 'text/a.md': LACKING }, EDITOR);
    await one.open(A, LACKING);
    await one.shows(A, 'required-sections: How', 'required-sections: Costs');
    const found = await actions(one, 2);
    expect(found.map(({ title, isPreferred, kind }) => `${title}${isPreferred ? ' (preferred)' : ''}${kind === 'quickfix' ? '' : ` ${kind}`}`)).toEqual([
      'Insert the section "How" (preferred)', 'Insert the section "Costs" (preferred)', 'Fix all problems of "required-sections" in this document',
      'Ignore "required-sections" here', 'Ignore "required-sections" in this file', 'Ignore "required-sections" in this workspace',
      'Open the page of "required-sections"', 'Fix all problems of Docket source.fixAll.docket',
    ]);
    expect(found.at(-2)!.command).toMatchObject({ command: 'docket.openRulePage', arguments: ['required-sections'] });
    expect(await actions(one, 4)).toEqual([expect.objectContaining({ kind: 'source.fixAll.docket' })]);
  });

  it('nothing is offered that the client cannot do', async () => {
    const one = await client({ 'docs/adr/0001-a.md': '# 1. A\n\n## Status\n\nAccepted\n\n## Context\n\nx\n\n## Decision\n\ny\n' });
    const uri = `${TEAM}/docs/adr/0001-a.md`;
    await one.open(uri, '# 1. A\n\n## Status\n\nAccepted\n\n## Context\n\nx\n\n## Decision\n\ny\n');
    await one.shows(uri, 'required-sections: Consequences');
    expect((await actions(one, 10, ['quickfix'], uri)).map(({ title }) => title)).toEqual(['Insert the section "Consequences"', 'Ignore "required-sections" here', 'Ignore "required-sections" in this file']);
  });

  it('speaks Korean where the documents do', async () => {
    const one = await client({ ...FILES, '.docket.yaml': `language: ko\n${CONFIG}`, 'text/a.md': LACKING }, EDITOR);
    await one.open(A, LACKING);
    await one.shows(A, 'required-sections: How', 'required-sections: Costs');
    for (const { title } of await actions(one)) expect(title).toMatch(/[가-힣]/);
  });
});

describe('fix all', () => {
  it('is one edit of the version that was checked, made when it is chosen', async () => {
    const text = '# A\n\n## Costs\n\nc\n\n## Why\n\n<!-- Say why. What hurts today? -->\n\nw\n';
    const one = await client({ ...FILES, 'text/a.md': text }, EDITOR);
    await one.open(A, text, 7);
    await one.until(() => one.rulesIn(A)?.length);
    const [all] = await actions(one, undefined, ['source.fixAll']);
    expect(all).toMatchObject({ title: 'Fix all problems of Docket', kind: 'source.fixAll.docket' });
    expect(all!.edit).toBeUndefined();
    const chosen = await one.request<CodeAction>('codeAction/resolve', all);
    expect(chosen.edit!.documentChanges).toMatchObject([{ textDocument: { uri: A, version: 7 } }]);
    expect(texts(chosen, { [A]: text })[A]).toBe('# A\n\n## Why\n\nw\n\n## How\n\n## Costs\n\nc\n');
    await one.change(A, `${text}x`, 8);
    expect((await one.request<CodeAction>('codeAction/resolve', all)).edit).toBeUndefined();
  });

  it('carries its edit at once for a client that does not ask later', async () => {
    const one = await client({ ...FILES, 'text/a.md': LACKING });
    await one.open(A, LACKING);
    await one.shows(A, 'required-sections: How', 'required-sections: Costs');
    const found = await actions(one);
    const whole = '# A\n\n## Why\n\nw\n\n## How\n\n## Costs\n';
    expect([texts(titled(found, 'Fix all problems of Docket'), { [A]: LACKING })[A], texts(titled(found, 'Fix all problems of "required-sections" in this document'), { [A]: LACKING })[A]]).toEqual([whole, whole]);
  });

  it('is not offered where only hints are left', async () => {
    const draft = `---\nstatus: draft\n---\n${LACKING}`;
    const one = await client({ ...FILES, 'text/a.md': draft }, EDITOR);
    await one.open(A, draft);
    await one.shows(A, 'required-sections: How', 'required-sections: Costs');
    expect(await actions(one, undefined, ['source.fixAll.docket'])).toEqual([]);
    expect((await actions(one, undefined, ['quickfix'])).map(({ title }) => title)).toContain('Fix all problems of "required-sections" in this document');
  });
});

describe('a rule is ignored', () => {
  const ignoring = async (files: Record<string, string>, where: string): Promise<{ one: Client; action: CodeAction }> => {
    const one = await client(files, EDITOR);
    await one.open(A, LACKING);
    await one.until(() => one.rulesIn(A)?.length);
    return { one, action: titled(await actions(one, 2), `Ignore "required-sections" ${where}`) };
  };

  it('here and in this file by a comment, and then nothing is shown', async () => {
    for (const where of ['here', 'in this file']) {
      const { one, action } = await ignoring({ ...FILES, 'text/a.md': LACKING }, where);
      const after = texts(action, { [A]: LACKING })[A]!;
      expect(after).toContain('required-sections -->');
      await one.change(A, after, 2);
      await one.shows(A);
    }
  });

  it('in this workspace in the nearest configuration', async () => {
    const { action } = await ignoring({ ...FILES, 'text/a.md': LACKING }, 'in this workspace');
    expect(texts(action, { [`${TEAM}/.docket.yaml`]: CONFIG })).toEqual({ [`${TEAM}/.docket.yaml`]: `${CONFIG}rules:\n  required-sections: off\n` });
  });

  it('in this workspace in a configuration that is made for it', async () => {
    const uri = `${TEAM}/docs/adr/0001-a.md`;
    const text = '# 1. A\n\n## Status\n\nAccepted\n\n## Context\n\nx\n\n## Decision\n\ny\n';
    const one = await client({ 'docs/adr/0001-a.md': text }, EDITOR);
    await one.open(uri, text);
    await one.shows(uri, 'required-sections: Consequences');
    const { edit } = titled(await actions(one, 10, ['quickfix'], uri), 'Ignore "required-sections" in this workspace');
    const [made, written] = edit!.documentChanges as [CreateFile, TextDocumentEdit];
    expect([made, written.textDocument.uri, written.edits]).toMatchObject([{ kind: 'create', uri: `${TEAM}/.docket.yaml` }, `${TEAM}/.docket.yaml`, [{ newText: 'rules:\n  required-sections: off\n' }]]);
  });

  it('not where the configuration has mistakes', async () => {
    const one = await client({ ...FILES, '.docket.yaml': `${CONFIG}languages: ko\n`, 'docs/adr/0001-a.md': LACKING }, EDITOR);
    const uri = `${TEAM}/docs/adr/0001-a.md`;
    await one.open(uri, '# 1. A\n\n## Status\n\nAccepted\n\n## Context\n\nx\n\n## Decision\n\ny\n');
    await one.until(() => one.rulesIn(uri)?.length);
    const found = (await actions(one, undefined, ['quickfix'], uri)).map(({ title }) => title);
    expect(found).toContain('Ignore "required-sections" here');
    expect(found).not.toContain('Ignore "required-sections" in this workspace');
  });
});

describe('a fix that changes two documents', () => {
  it('names the version of the one that is open, and none for the other', async () => {
    const old = '# 1. A\n\n## Status\n\nAccepted\n\n## Context\n\nx\n\n## Decision\n\ny\n\n## Consequences\n\nz\n';
    const next = '# 2. B\n\n## Status\n\nAccepted\n\nSupersedes [1. A](0001-a.md)\n\n## Context\n\nx\n\n## Decision\n\ny\n\n## Consequences\n\nz\n';
    const one = await client({ 'docs/adr/0001-a.md': old, 'docs/adr/0002-b.md': next }, EDITOR);
    const uri = `${TEAM}/docs/adr/0002-b.md`;
    await one.rows();
    await one.open(uri, next, 3);
    await one.until(() => one.sent.some((sent) => sent.uri === uri));
    const elsewhere = (await actions(one, undefined, ['quickfix'], uri)).filter(({ edit }) => edit?.documentChanges?.some((change) => isText(change) && change.textDocument.uri !== uri && !change.textDocument.uri.endsWith('.yaml')));
    for (const { edit } of elsewhere) for (const change of edit!.documentChanges!.filter(isText)) expect(change.textDocument.version).toBe(change.textDocument.uri === uri ? 3 : null);
  });
});

describe('the report on a document', () => {
  it('is made of the text in the editor, and there is none for what lies in no folder', async () => {
    const one = await client({ ...FILES, 'text/a.md': LACKING }, EDITOR);
    await one.open(A, LACKING);
    expect(await one.request<string>('docket/report', { uri: A })).toContain('(`required-sections`)\n\n');
    await one.change(A, LACKING.replace('# A', '# Another'), 2);
    expect(await one.request<string>('docket/report', { uri: A })).toContain('# Review of “Another”');
    expect(await one.request('docket/report', { uri: 'file:///elsewhere/a.md' })).toBeNull();
  });
});
