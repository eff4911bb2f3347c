import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver';
import { connect, type Client } from './client.ts';

/** Milliseconds: a busy machine answers late. */
vi.setConfig({ testTimeout: 60_000 });

const TEAM = 'file:///team';
const TEMPLATE = [
  '---', 'status: "{idea | agreed | dropped: too dear}"', '---', '# {title}', '',
  '## Why', '', 'Say why it is needed now.', '',
  '## What', '', '{what is built} for {whom}', '', '### Parts', '', '- {part}', '', '### Limits (optional)', '',
  '## Costs (optional)', '', '<!-- Say what it costs. -->', '',
  '## Dates', '', '| Date | Step |', '|---|---|', '',
].join('\n');
const CONFIG = 'types:\n  plan:\n    template: plan.md\n    files: ["plans/*.md"]\n';

const clients: Client[] = [];
afterEach(async () => {
  for (const one of clients.splice(0)) await one.end();
});

/** What is offered where `|` stands in the text. */
async function offered(text: string, { uri = `${TEAM}/plans/a.md`, config = CONFIG } = {}): Promise<CompletionItem[]> {
  const one = await connect({ folders: { [TEAM]: { '.docket.yaml': config, 'plan.md': TEMPLATE } } });
  clients.push(one);
  await one.rows();
  const at = text.indexOf('|');
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  await one.open(uri, text.slice(0, at) + text.slice(at + 1));
  return one.request('textDocument/completion', { textDocument: { uri }, position: { line: before.length - 1, character: before.at(-1)!.length } });
}
const labels = async (...args: Parameters<typeof offered>): Promise<string[]> => (await offered(...args)).map(({ label, labelDetails }) => `${label} ${labelDetails?.description ?? ''}`.trim());
const snippets = async (...args: Parameters<typeof offered>): Promise<(string | undefined)[]> => (await offered(...args)).map(({ textEdit }) => textEdit?.newText);

describe('where a heading is begun, completion offers', () => {
  it('the sections that are missing, required ones first, each at its depth', async () => {
    expect(await labels('# A\n\n## What\n\nx\n\n#|')).toEqual(['## Why required', '### Parts required', '## Dates required', '### Limits optional', '## Costs optional']);
  });

  it('them in Korean where the folder speaks Korean', async () => {
    expect((await labels('# A\n\n#|', { config: `language: ko\n${CONFIG}` })).at(-1)).toBe('## Costs 선택');
  });

  it('nothing that is there, whatever its case, and none of another section’s parts', async () => {
    expect(await labels('# A\n\n## WHY\n\nx\n\n## What\n\n### Parts\n\nx\n\n## Dates\n\nx\n\n##|')).toEqual(['## Costs optional']);
  });

  it('all that is missing without the words that stand on the line', async () => {
    expect(await labels('# A\n\n## Why|\n\n## What\n\n### Parts\n\nx\n\n### Limits\n\nx\n\n## Dates\n')).toEqual(['## Why required', '## Costs optional']);
  });

  it('first of all what the template has in this place', async () => {
    expect((await offered('# A\n\n## What\n\nx\n\n### Parts\n\nx\n\n##|\n\n## Costs\n\n')).map(({ label, preselect }) => [label, preselect])).toEqual([['## Why', undefined], ['## Dates', undefined], ['### Limits', true]]);
  });

  it('to replace the signs and words up to the cursor, found by these signs and the title', async () => {
    expect((await offered('# A\r\n\r\n  ### Wh|'))[0]).toMatchObject({ filterText: '### Why', textEdit: { range: { start: { line: 2, character: 2 }, end: { line: 2, character: 8 } } } });
  });

  it('heading and prompt as a snippet, with the required sections inside, and an empty line around them', async () => {
    expect(await snippets('# A\n#|\nText.\n')).toEqual([
      '\n## Why\n\n${1:Say why it is needed now.}$0\n',
      '\n## What\n\n${1:{what is built\\}} for ${2:{whom\\}}\n\n### Parts\n\n- ${3:{part\\}}$0\n',
      '\n## Dates\n\n| Date | Step |\n|---|---|\n\n$0\n',
      '\n## Costs\n\n<!-- Say what it costs. -->\n\n$0\n',
    ]);
  });

  it('the prompt as documentation, as it is written', async () => {
    expect((await offered('# A\n\n#|')).map(({ documentation }) => documentation)).toEqual(['Say why it is needed now.', '{what is built} for {whom}\n\n### Parts\n\n- {part}', '| Date | Step |\n|---|---|', '<!-- Say what it costs. -->']);
  });

  it.each([['on an empty line', '# A\n\n|\n'], ['without a blank behind the signs', '# A\n\n##Wh|\n'], ['in CRLF', '# A\r\n\r\n## |\r\n']])('the same %s', async (_, text) => {
    expect(await labels(text)).toEqual(['## Why required', '## What required', '## Dates required', '## Costs optional']);
  });

  it('the sections of a document that has no file yet', async () => {
    expect(await labels('---\ntype: decision-nygard\n---\n# A\n\n## Context\n\nx\n\n#|', { uri: 'untitled:Untitled-1' })).toEqual(['## Status required', '## Decision required', '## Consequences required']);
  });
});

describe('completion keeps silent', () => {
  it.each([
    ['in a fence', '# A\n\n```sh\n#|\n```\n'], ['in a fence that is open', '# A\n\n```sh\n\n#|'], ['in a comment', '# A\n\n<!--\n#|\n-->\n'], ['in indented code', '# A\n\n    #|'],
    ['in a quote', '# A\n\n> #|'], ['in an item', '# A\n\n- #|'], ['inside a text', '# A\n\nIssue #|'], ['before other words', '# A\n\n#| words'], ['behind seven signs', '# A\n\n#######|'],
    ['in front matter', '---\n#|\n---\n# A\n'], ['in words', '# A\n\nWh|'],
  ])('%s', async (_, text) => {
    expect(await offered(text)).toEqual([]);
  });

  it('in a document of no type, and in .docket.yaml', async () => {
    expect(await offered('# Notes\n\n#|', { uri: `${TEAM}/notes.md` })).toEqual([]);
    expect(await offered('#|', { uri: `${TEAM}/.docket.yaml` })).toEqual([]);
    expect(await offered('#|', { uri: 'untitled:Untitled-1' })).toEqual([]);
  });
});

describe('in front matter, completion offers', () => {
  it.each([['status: |', 'idea'], ['status:|', ' idea'], ['status: id|ea', 'idea'], ['status: idea | # ours', 'idea']])('the values that the template lists: %j', async (line, first) => {
    expect(await snippets(`---\n${line}\n---\n# A\n`)).toEqual([first, first.replace('idea', 'agreed'), first.replace('idea', '"dropped: too dear"')]);
  });

  it('the statuses of the type, in the order of their life, in place of the one that is there', async () => {
    const all = await offered('---\ntype: rfc\nstatus: pro|posed # ours\n---\n# A\n', { uri: 'untitled:Untitled-1' });
    expect(all.map(({ label }) => label).slice(0, 2)).toEqual(['draft', 'proposed']);
    expect(all[0]!.textEdit).toMatchObject({ range: { start: { line: 2, character: 8 }, end: { line: 2, character: 16 } } });
  });

  it('nothing for a field without a list, and nothing before the colon', async () => {
    expect(await offered('---\ndate: |\n---\n# A\n')).toEqual([]);
    expect(await offered('---\nstat|us: idea\n---\n# A\n')).toEqual([]);
  });
});
