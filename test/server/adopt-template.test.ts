import { afterEach, describe, expect, it, vi } from 'vitest';
import { Method, type AdoptResult, type TemplateChoice } from '../../src/protocol/protocol.ts';
import { connect, type Client } from './client.ts';

/** Milliseconds: a busy machine answers late. */
vi.setConfig({ testTimeout: 60_000 });

const TEAM = 'file:///team';
const TEMPLATE = '# {title}\n\n## Context\n\n{why}\n\n## Decision\n\n{what}\n\n## Costs\n\n{how much}\n';
const COMPLETE = '# 1. Keep it\n\n## Context\n\nx\n\n## Decision\n\ny\n\n## Costs\n\nz\n';
const FILES = {
  'docs/adr/template.md': TEMPLATE, 'docs/adr/0001-a.md': COMPLETE, 'docs/adr/0002-b.md': COMPLETE.replace(/## Costs[\s\S]*/, ''),
  'text/0000-template.md': TEMPLATE,
};
const ADR = 'adr:\n    template: docs/adr/template.md\n    files:\n      - docs/adr/[0-9]*.md\n';

const clients: Client[] = [];
async function client(files: Record<string, string>): Promise<Client> {
  const made = await connect({ folders: { [TEAM]: files } });
  clients.push(made);
  return made;
}
afterEach(async () => {
  for (const one of clients.splice(0)) await one.end();
});
const choices = (one: Client): Promise<TemplateChoice[]> => one.request(Method.adoptableTemplates);
const adopt = async (one: Client): Promise<AdoptResult> => one.request(Method.adoptTemplate, (await choices(one))[0]);

describe('the templates that the server offers to adopt', () => {
  it('are those that lie in the workspace, with how many documents follow each; those without any come last', async () => {
    expect(await choices(await client(FILES))).toEqual([
      { folder: TEAM, type: 'adr', template: 'docs/adr/template.md', files: ['docs/adr/[0-9]*.md'], documents: 2, conforming: 1, others: 0 },
      { folder: TEAM, type: 'text', template: 'text/0000-template.md', files: ['text/[0-9]*.md'], documents: 0, conforming: 0, others: 0 },
    ]);
  });

  it('are none where .docket.yaml names them all, and where there is none', async () => {
    expect(await choices(await client({ '.docket.yaml': `types:\n  ${ADR}`, 'docs/adr/template.md': TEMPLATE }))).toEqual([]);
    expect(await choices(await client({ 'docs/adr/0001-a.md': COMPLETE }))).toEqual([]);
  });
});

describe('adopting a template', () => {
  it('makes .docket.yaml where there is none, and tells where the new lines are', async () => {
    expect(await adopt(await client(FILES))).toEqual({
      changes: [{ kind: 'create', uri: `${TEAM}/.docket.yaml`, text: `types:\n  ${ADR}` }],
      open: `${TEAM}/.docket.yaml`,
      added: { start: { line: 0, character: 0 }, end: { line: 4, character: 26 } },
    });
  });

  it('puts its lines behind what the editor has, also when that is not saved', async () => {
    const one = await client({ ...FILES, '.docket.yaml': 'language: ko\n' });
    await one.open(`${TEAM}/.docket.yaml`, '# Ours\nlanguage: en');
    expect(await adopt(one)).toEqual({
      changes: [{ kind: 'edit', uri: `${TEAM}/.docket.yaml`, edits: [{ range: { start: { line: 1, character: 12 }, end: { line: 1, character: 12 } }, newText: `\ntypes:\n  ${ADR}`, line: 'language: en' }] }],
      open: `${TEAM}/.docket.yaml`,
      added: { start: { line: 2, character: 0 }, end: { line: 6, character: 26 } },
    });
  });

  it.each([
    ['types: [', '.docket.yaml is not a map of settings in YAML, so nothing was written; correct it first.'],
    ['language: ko\ntypes: {rfc: {files: ["r/*.md"]}}\n', '.docket.yaml의 형식이 중괄호로 쓰여 있어 아무것도 쓰지 않았습니다. 먼저 형식을 한 줄에 하나씩 쓰세요.'],
  ])('is refused with the reason where the file cannot be extended: %j', async (config, reason) => {
    expect(await adopt(await client({ ...FILES, '.docket.yaml': config }))).toEqual({ refused: reason });
  });

  it('has the documents checked by it from then on, and offers it no more', async () => {
    const one = await client(FILES);
    const made = await adopt(one);
    if ('refused' in made || made.changes[0]?.kind !== 'create') throw new Error('nothing was made');
    await one.open(made.open, made.changes[0].text);
    expect((await choices(one)).map(({ template }) => template)).toEqual(['text/0000-template.md']);
  });
});
