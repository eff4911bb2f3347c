import { afterEach, describe, expect, it, vi } from 'vitest';
import { Method, type NewDocumentResult } from '../../src/protocol/protocol.ts';
import { connect, type Client } from './client.ts';

/** Milliseconds: a busy machine answers late. */
vi.setConfig({ testTimeout: 60_000 });

const TEAM = 'file:///team';
const clients: Client[] = [];
async function client(files: Record<string, string>): Promise<Client> {
  const made = await connect({ folders: { [TEAM]: files } });
  clients.push(made);
  return made;
}
afterEach(async () => {
  for (const one of clients.splice(0)) await one.end();
});

const USED = 'types:\n  rfc: {template: rfc.md, files: ["docs/*.md"]}\n';
const DOCUMENT = '# Retries\n\n## Context\n\nx\n';

describe('bad input is told at its place, in the language of the folder', () => {
  it.each([
    ['a template that is missing', {}, '.docket.yaml', 2,
      'The template "rfc.md" cannot be read; check the path, which is relative to this file.',
      '템플릿 "rfc.md"을(를) 읽을 수 없습니다. 이 파일을 기준으로 한 경로인지 확인하세요.'],
    ['a template without headings', { 'rfc.md': 'Only text.\n' }, '.docket.yaml', 2,
      'The template "rfc.md" has no heading, so nothing can be checked by it; add the sections as headings.',
      '템플릿 "rfc.md"에 제목이 없어 검사할 것이 없습니다. 섹션을 제목으로 추가하세요.'],
    ['an alias of two sections', { 'rfc.md': '# {title}\n\n## Context\n<!-- docket: {aliases: [Background]} -->\n\n## History\n<!-- docket: {aliases: [background]} -->\n' }, 'rfc.md', 7,
      'Two sections of this template answer to "background"; take the alias from one of them.',
      '이 템플릿의 두 섹션이 "background"에 해당합니다. 한쪽에서 별칭을 빼세요.'],
    ['a circle of "extends"', { 'rfc.md': '## Context\n', '.docket.yaml': `${USED}extends: ./one.yaml\n`, 'one.yaml': 'extends: ./two.yaml\n', 'two.yaml': 'extends: ./one.yaml\n' }, 'two.yaml', 1,
      'This leads in a circle: one.yaml → two.yaml → one.yaml; remove one of these "extends".',
      '서로를 확장합니다: one.yaml → two.yaml → one.yaml. 이 중 하나의 "extends"를 지우세요.'],
    ['a package that is not installed', { 'rfc.md': '## Context\n', '.docket.yaml': `${USED}extends: "@acme/docs"\n` }, '.docket.yaml', 3,
      '"@acme/docs" is neither a file or folder here nor a package in node_modules; check the name, or install the package, which Docket never does by itself.',
      '"@acme/docs"은(는) 여기에 있는 파일이나 폴더도, node_modules에 있는 패키지도 아닙니다. 이름을 확인하거나 패키지를 설치하세요. Docket이 직접 설치하지는 않습니다.'],
  ] as const)('%s', async (_, files, file, line, en, ko) => {
    for (const [language, message] of [['en', en], ['ko', ko]] as const) {
      const own: Record<string, string> = { '.docket.yaml': USED, 'docs/0001-a.md': DOCUMENT, ...files };
      const one = await client({ ...own, '.docket.yaml': `${own['.docket.yaml']}language: ${language}\n` });
      await one.open(`${TEAM}/${file}`, one.maps.get(TEAM)!.get(file)!);
      await one.lint();
      const told = await one.until(() => one.sent.findLast(({ uri, diagnostics }) => uri === `${TEAM}/${file}` && diagnostics.length > 0));
      expect(told.diagnostics.map((found) => [found.range.start.line + 1, found.message])).toEqual([[line, message]]);
    }
  });
});

describe('a new document whose title is no file name', () => {
  it.each([['a/b', '0001-a-b'], ['../../etc/passwd', '0001-etc-passwd'], ['로그/저장소', '0001-로그-저장소'], ['x'.repeat(300), `0001-${'x'.repeat(60)}`]])('lies in its folder all the same: %s', async (title, name) => {
    const made = await (await client({})).request<NewDocumentResult>(Method.newDocument, { folder: TEAM, type: 'rfc', title });
    expect('uri' in made && decodeURI(made.uri)).toBe(`${TEAM}/docs/rfcs/${name}.md`);
  });
});
