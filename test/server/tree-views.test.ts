import { afterEach, describe, expect, it, vi } from 'vitest';
import { Method, type ActResult, type KnownPerson, type StatusSteps, type TreeChoices, type TreeParams, type TreeResult, type ViewNode } from '../../src/protocol/protocol.ts';
import { connect, type Client } from './client.ts';

/** Milliseconds: a busy machine answers late. */
vi.setConfig({ testTimeout: 60_000 });

const TEAM = 'file:///team';
const OTHER = 'file:///other';
const RECORD = 'docs/decisions/0001-keep-scans.md';
const TEXT = '# 1. Keep scans\n\nDate: 2026-02-02\n\n## Status\n\nProposed\n\n## Context\n\nx\n\n## Decision\n\nx\n\n## Consequences\n\n- [ ] @ann Say | [x](command:quit) <b>often</b> (due: 2099-02-20)\n- [ ] Write it down @bob\n';

const clients: Client[] = [];
async function client(folders: Record<string, Record<string, string>> = { [TEAM]: { [RECORD]: TEXT, CODEOWNERS: '* @shop/platform\n' } }): Promise<Client> {
  const made = await connect({ folders });
  clients.push(made);
  return made;
}
afterEach(async () => {
  for (const one of clients.splice(0)) await one.end();
});
const tree = (one: Client, params: TreeParams): Promise<TreeResult> => one.request<TreeResult>(Method.tree, params);
const act = (one: Client, node: ViewNode, done: object): Promise<ActResult> => one.request<ActResult>(Method.act, { subject: node.subject, act: done });
const byOwner = { tree: 'actions', choices: { group: 'owner' } };

describe('the rows of a view', () => {
  it('come a level at a time, as they were asked for', async () => {
    const one = await client();
    const { nodes, count } = await tree(one, byOwner);
    expect([nodes.map(({ label }) => label), count]).toEqual([['@ann', '@bob'], 2]);
    expect((await tree(one, { ...byOwner, below: nodes[1]!.id })).nodes.map(({ label, children }) => [label, children])).toEqual([['Write it down', undefined]]);
  });

  it('of several folders stand under a row for each, and are found there', async () => {
    const one = await client({ [TEAM]: { [RECORD]: TEXT }, [OTHER]: { [RECORD]: TEXT } });
    const { nodes, count } = await tree(one, byOwner);
    expect([nodes.map(({ label }) => label), count]).toEqual([['team', 'other'], 4]);
    const groups = await tree(one, { ...byOwner, below: nodes[1]!.id });
    const [row] = (await tree(one, { ...byOwner, below: groups.nodes[1]!.id })).nodes;
    expect(row).toMatchObject({ label: 'Write it down', subject: { uri: `${OTHER}/${RECORD}` } });
    expect(await one.request(Method.treeTooltip, { tree: 'actions', id: row!.id })).toContain(`${RECORD}, line 20`);
    expect(new Set([...nodes, ...groups.nodes, row!].map(({ id }) => id)).size).toBe(5);
  });

  it('say why there are none', async () => {
    expect(await tree(await client({ [TEAM]: {} }), { tree: 'actions' })).toEqual({ nodes: [], count: 0, empty: 'documents' });
    const one = await client();
    expect((await tree(one, { tree: 'actions', choices: { filter: { text: 'no such words' } } })).empty).toBe('filter');
    expect((await tree(one, { tree: 'waiting' })).empty).toBe('nobody');
    expect((await tree(one, { tree: 'waiting', me: ['somebody else'] })).empty).toBe('nothing');
  });

  it('can be copied as Markdown in which nothing is markup that was none', async () => {
    const one = await client();
    const { nodes } = await tree(one, { ...byOwner, whole: true });
    const row = nodes[0]!.children![0]!;
    expect(await one.request(Method.treeMarkdown, { tree: 'actions', ids: [row.id], linkOnly: false })).toBe(`- [ ] [Say \\| x often](${RECORD}#L19) — @ann · due 2099-02-20 · 0001\n`);
    expect(await one.request(Method.treeMarkdown, { tree: 'actions', ids: [row.id], linkOnly: true })).toBe(`[Say \\| x often](${RECORD}#L19)`);
    expect(await one.request(Method.treeMarkdown, { tree: 'actions', ids: ['no such row'], linkOnly: true })).toBeNull();
  });
});

describe('what can be chosen', () => {
  it('is said in the language of the folder, with each owner once', async () => {
    const choices = await (await client({ [TEAM]: { [RECORD]: TEXT.replace('@bob', '@Ann'), '.docket.yaml': 'language: ko\n' } })).request<TreeChoices>(Method.treeChoices, { tree: 'actions' });
    expect(choices.groups[0]).toEqual({ id: 'due', label: '기한' });
    expect(choices.owners).toEqual(['ann']);
  });

  it('are the kinds of documents that a view lists something of, and no others', async () => {
    const one = await client({ [TEAM]: { [RECORD]: TEXT, 'docs/meetings/2026-02-04.md': '---\ndate: 2026-02-04\n---\n# Production meeting\n\n## Action Items\n\n- [ ] @ann Tidy up\n' } });
    const kinds = async (tree: string): Promise<string[]> => (await one.request<TreeChoices>(Method.treeChoices, { tree })).kinds.map(({ id }) => id);
    expect(await kinds('decisions')).toEqual(['decision']);
    expect(await kinds('actions')).toEqual(['decision', 'meeting']);
  });

  it('are the people of documents and CODEOWNERS, whoever looks first', async () => {
    const people = await (await client()).request<KnownPerson[]>(Method.people, { uri: `${TEAM}/${RECORD}`, me: ['Bob Ray'] });
    expect(people).toEqual([{ name: 'bob', from: 'documents', isMe: true }, { name: 'ann', from: 'documents' }, { name: 'shop/platform', from: 'codeowners' }]);
  });

  it('are the statuses that may follow; of a readme none', async () => {
    const one = await client({ [TEAM]: { [RECORD]: TEXT, 'README.md': '# Shop\n' } });
    const steps = await one.request<StatusSteps>(Method.statusSteps, { uri: `${TEAM}/${RECORD}` });
    expect([steps.label, steps.steps.map(({ value }) => value)]).toEqual(['Proposed', ['accepted', 'rejected', 'deferred', 'implemented', 'withdrawn', 'draft']]);
    expect(await one.request(Method.statusSteps, { uri: `${TEAM}/README.md` })).toBeNull();
  });
});

describe('an act', () => {
  const write = async (one: Client): Promise<ViewNode> => (await tree(one, { ...byOwner, whole: true })).nodes[1]!.children![0]!;

  it('is made for the text that is open and not saved, with the line that it is for', async () => {
    const one = await client();
    const node = await write(one);
    await one.open(`${TEAM}/${RECORD}`, `<!-- not saved -->\n${TEXT}`);
    expect(await act(one, node, { act: 'tick' })).toEqual({ changes: [{ kind: 'edit', uri: `${TEAM}/${RECORD}`, edits: [{ range: { start: { line: 20, character: 3 }, end: { line: 20, character: 4 } }, newText: 'x', line: '- [ ] Write it down @bob' }] }] });
  });

  it('finds the action on a line', async () => {
    const one = await client();
    const on = (line: number): Promise<ActResult> => one.request<ActResult>(Method.act, { subject: { uri: `${TEAM}/${RECORD}`, line }, act: { act: 'tick' } });
    expect(await on(19)).toMatchObject({ changes: [{ uri: `${TEAM}/${RECORD}` }] });
    expect(await on(2)).toEqual({ refused: 'There is no action item on this line.' });
  });

  it('is refused where the status cannot follow, with those that can', async () => {
    const one = await client({ [TEAM]: { [RECORD]: TEXT.replace('Proposed', 'Rejected'), '.docket.yaml': 'language: ko\n' } });
    expect(await one.request(Method.act, { subject: { uri: `${TEAM}/${RECORD}` }, act: { act: 'status', value: 'accepted' } })).toEqual({ refused: '"Rejected" 상태의 문서를 바로 "승인됨"(으)로 바꿀 수 없습니다. 바꿀 수 있는 상태는 초안, 제안됨, 보류됨입니다.' });
  });

  it('is refused of a document that is gone, which is then as unknown as before, and done to one that came a moment ago', async () => {
    const one = await client();
    const node = await write(one);
    const rejected = (uri: string): Promise<ActResult> => one.request<ActResult>(Method.act, { subject: { uri }, act: { act: 'status', value: 'rejected' } });
    one.maps.get(TEAM)!.delete(RECORD);
    await one.watched([`${TEAM}/${RECORD}`, 3]);
    await one.until(() => one.heard.includes('itemsChanged'));
    while ((await one.rows()).length) await new Promise((resolve) => setTimeout(resolve, 20));
    for (const done of [await act(one, node, { act: 'tick' }), await rejected(`${TEAM}/${RECORD}`)]) expect(done).toEqual({ refused: `Docket does not know the document "${RECORD}"; it may be excluded, or ignored by Git.` });
    expect(await one.lint()).toMatchObject({ documents: 0, errors: 0 });
    one.maps.get(TEAM)!.set(RECORD, TEXT);
    expect(await rejected(`${TEAM}/${RECORD}`)).toMatchObject({ changes: [{ uri: `${TEAM}/${RECORD}` }] });
  });

  it('is refused of a document whose file is gone and of which nobody has told, and leaves no row of it', async () => {
    const one = await client();
    const node = await write(one);
    one.maps.get(TEAM)!.delete(RECORD);
    expect(await act(one, node, { act: 'tick' })).toEqual({ refused: `Docket does not know the document "${RECORD}"; it may be excluded, or ignored by Git.` });
    expect(await one.rows()).toEqual([]);
  });

  it('comes with word of a file that may not be written', async () => {
    const one = await connect({ folders: { [TEAM]: { [RECORD]: TEXT } }, filesOf: (_, files) => ({ ...files, isReadOnly: async (path) => path === RECORD }) });
    clients.push(one);
    expect(await one.request(Method.act, { subject: { uri: `${TEAM}/${RECORD}`, line: 19 }, act: { act: 'tick' } })).toMatchObject({ changes: [{ isReadOnly: true }] });
  });

  it('is refused with the reason where the text has moved on, or the file has gone', async () => {
    const one = await client();
    const node = await write(one);
    await one.open(`${TEAM}/${RECORD}`, TEXT.replace('Write it down', 'Write it up'));
    expect(await act(one, node, { act: 'tick' })).toEqual({ refused: `The action item "Write it down" is not in ${RECORD} any more; the view shows what is there now.` });
    await one.close(`${TEAM}/${RECORD}`);
    one.maps.get(TEAM)!.delete(RECORD);
    expect(await act(one, node, { act: 'tick' })).toMatchObject({ refused: expect.stringContaining(RECORD) as string });
  });
});
