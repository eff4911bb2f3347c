import { afterEach, describe, expect, it, vi } from 'vitest';
import { Method, type NewDocumentResult, type TypeChoice } from '../../src/protocol/protocol.ts';
import { templatesIn } from '../templates/built-in.ts';
import { connect, type Client } from './client.ts';

/** Milliseconds: a busy machine answers late. */
vi.setConfig({ testTimeout: 60_000 });

const TEAM = 'file:///team';
const clients: Client[] = [];
async function client(files: Record<string, string> = {}): Promise<Client> {
  const made = await connect({ folders: { [TEAM]: files } });
  clients.push(made);
  return made;
}
afterEach(async () => {
  for (const one of clients.splice(0)) await one.end();
});

describe('the types that the server offers', () => {
  it.each([['en', ''], ['ko', 'language: ko\n']] as const)('are all built-in ones with label and description in the language of the folder: %s', async (language, config) => {
    const types = await (await client({ '.docket.yaml': config })).request<TypeChoice[]>(Method.types, { folder: TEAM });
    expect(types).toEqual(templatesIn(language).map(({ id, label, description, icon }) => ({ id, label, description, icon })));
  });
});

describe('a new document of the server', () => {
  it('names the author that the editor knows', async () => {
    const one = await client();
    const made = await one.request<NewDocumentResult>(Method.newDocument, { folder: TEAM, type: 'rfc', title: 'Retries', author: 'Ann Lee' });
    expect(made).toMatchObject({ uri: `${TEAM}/docs/rfcs/0001-retries.md` });
    expect('snippet' in made && made.snippet).toContain('\nauthors: Ann Lee\n');
  });

  it('leaves a place for an author whom nobody knows', async () => {
    const made = await (await client()).request<NewDocumentResult>(Method.newDocument, { folder: TEAM, type: 'rfc', title: 'Retries' });
    expect('snippet' in made && made.snippet).toMatch(/\nauthors: \$\{1:\{author\\\}\}\n/);
  });

  it.each([['', 'The title "🎉" has no letter or digit for a file name, so the file is called "0001-rfc.md"; rename it as you like.'], ['language: ko\n', '"🎉" 제목에는 파일 이름으로 쓸 글자나 숫자가 없어 "0001-rfc.md"(으)로 이름을 정했습니다. 원하면 바꾸세요.']])('says where its title has nothing for a file name: %j', async (config, notice) => {
    const made = await (await client({ '.docket.yaml': config })).request<NewDocumentResult>(Method.newDocument, { folder: TEAM, type: 'rfc', title: '🎉' });
    expect(made).toMatchObject({ uri: `${TEAM}/docs/rfcs/0001-rfc.md`, notice });
  });
});
