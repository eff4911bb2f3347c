import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/core/rules/index.ts';
import { decision, docket, folderOf } from './world.ts';

const WITHOUT_OUTCOME = decision().replace(/## Decision Outcome[\s\S]*/, '');
const KOREAN = { env: { LANG: 'ko_KR.UTF-8' } };
const bytes = (text: string) => ({ stdin: async () => new TextEncoder().encode(text) });
const found = ({ out }: { out: string }) => JSON.parse(out) as { path: string; rule: string; severity: string }[];

describe('docket lint --stdin', () => {
  it('checks the text as if it lay in the file of that name, with the configuration that holds there', async () => {
    const folder = await folderOf({ 'docs/.docket.yaml': 'rules: {required-sections: error}\n', 'docs/decisions/0001-a.md': decision() });
    for (const name of ['docs/decisions/0001-a.md', 'docs/decisions/0002-new.md', './docs/../docs/decisions/0003-c.md']) {
      const outcome = await docket(folder, ['lint', '--stdin', '--stdin-filename', name, '--format', 'json'], bytes(WITHOUT_OUTCOME));
      expect([outcome.code, outcome.err, found(outcome)]).toMatchObject([1, '', [{ path: path.posix.normalize(name), rule: 'required-sections', severity: 'error' }]]);
    }
    expect(await readFile(path.join(folder, 'docs/decisions/0001-a.md'), 'utf8')).toBe(decision());
  });

  it('takes a byte-order mark, and checks a configuration, too', async () => {
    const folder = await folderOf({});
    expect((await docket(folder, ['lint', '--stdin', '--stdin-filename', 'decisions/0001-a.md'], bytes(`\uFEFF${decision()}`))).code).toBe(0);
    expect(await docket(folder, ['lint', '--stdin', '--stdin-filename', '.docket.yaml'], bytes('langauge: ko\n'))).toMatchObject({ code: 2, err: '.docket.yaml:1:1: There is no setting "langauge" here; did you mean "language"?\n' });
  });

  it('says that the file is excluded where it is', async () => {
    const folder = await folderOf({ '.docket.yaml': 'exclude: ["old/**"]\n' });
    expect(await docket(folder, ['lint', '--stdin', '--stdin-filename', 'old/a.md'], bytes('# A\n'))).toMatchObject({ code: 0, err: 'docket: "old/a.md" is excluded by .docket.yaml and was not read\n' });
  });

  it.each([
    [['--stdin'], 'docket: "--stdin" needs "--stdin-filename NAME", the file that the text belongs to\n', 'docket: "--stdin"에는 그 글이 어느 파일의 것인지 알리는 "--stdin-filename 이름"이 필요합니다\n'],
    [['--stdin-filename', 'a.md'], 'docket: "--stdin-filename" says whose text "--stdin" brings; write both\n', 'docket: "--stdin-filename"은 "--stdin"으로 읽는 글의 파일 이름입니다. 둘 다 쓰세요\n'],
    [['--stdin', '--stdin-filename', 'a.txt'], 'docket: "a.txt" is not the name of a Markdown file (.md, .markdown)\n', 'docket: "a.txt"은(는) Markdown 파일(.md, .markdown) 이름이 아닙니다\n'],
    [['--stdin', '--stdin-filename', 'a.md', 'docs'], 'docket: "--stdin" checks one text; leave the paths out\n', 'docket: "--stdin"은 글 하나만 검사합니다. 경로를 빼세요\n'],
    [['--stdin', '--stdin-filename', 'a.md'], 'docket: the text on standard input is not UTF-8 or too long\n', 'docket: 표준 입력의 글이 UTF-8이 아니거나 너무 깁니다\n'],
  ])('ends %j with 2 and one clear line', async (args, en, ko) => {
    const folder = await folderOf({ 'docs/a.md': '# A\n' });
    const stdin = async (): Promise<Uint8Array> => new Uint8Array([0xff]);
    expect(await docket(folder, ['lint', ...args], { stdin })).toEqual({ code: 2, out: '', err: en });
    expect((await docket(folder, ['lint', ...args], { stdin, ...KOREAN })).err).toBe(ko);
  });
});

describe('docket lint --rule', () => {
  it('goes before .docket.yaml, and of two for one rule the later holds', async () => {
    const folder = await folderOf({ '.docket.yaml': 'rules: {required-sections: warning}\n', 'decisions/0001-a.md': WITHOUT_OUTCOME });
    const severities = async (...args: string[]) => found(await docket(folder, ['lint', '--format', 'json', ...args])).map(({ severity }) => severity);
    expect(await severities()).toEqual(['warning']);
    expect(await severities('--rule', 'required-sections=error')).toEqual(['error']);
    expect(await severities('--rule', 'required-sections=error', '--rule=readable=off', '--rule', 'required-sections=info')).toEqual(['info']);
    expect(await severities('--rule', 'required-sections=off')).toEqual([]);
    expect(await severities('--rule', 'required-sections=hint')).toEqual(['info']);
  });

  it.each([
    ['required-section=error', 'docket: there is no rule "required-section"; did you mean "required-sections"?\n', 'docket: "required-section" 규칙은 없습니다. "required-sections"을(를) 뜻하셨나요?\n'],
    ['grammar=off', 'docket: there is no rule "grammar"; "docket lint --explain" lists those that there are\n', 'docket: "grammar" 규칙은 없습니다. "docket lint --explain"으로 규칙 목록을 볼 수 있습니다\n'],
    ['readable=loud', 'docket: "loud" in "--rule readable=loud" is no severity; use one of off, hint, info, warning, error\n', 'docket: "--rule readable=loud"의 "loud"은(는) 심각도가 아닙니다. off, hint, info, warning, error 중 하나를 쓰세요\n'],
    ['readable', 'docket: "--rule readable" has to be a rule and its severity, such as "--rule required-sections=error"\n', 'docket: "--rule readable"은(는) "--rule required-sections=error"처럼 규칙과 심각도로 써야 합니다\n'],
  ])('ends "%s" with 2 and one clear line', async (given, en, ko) => {
    expect(await docket('/', ['lint', '--rule', given])).toEqual({ code: 2, out: '', err: en });
    expect((await docket('/', ['lint', '--rule', given], KOREAN)).err).toBe(ko);
  });
});

describe('docket lint --quiet and --max-warnings', () => {
  const FILES = { 'decisions/0001-a.md': WITHOUT_OUTCOME, 'decisions/0002-b.md': WITHOUT_OUTCOME, '.docket.yaml': 'rules: {required-sections: warning}\n' };

  it('shows and counts errors only', async () => {
    const folder = await folderOf(FILES);
    expect(await docket(folder, ['lint', '--quiet'])).toEqual({ code: 0, out: '2 Markdown files read, no errors found.\n2 warnings and notes are not shown.\n', err: '' });
    expect((await docket(folder, ['lint', '--quiet', '--rule', 'required-sections=off'])).out).toBe('2 Markdown files read, no problems found.\n');
    expect((await docket(folder, ['lint', '--quiet', '--format', 'markdown', 'decisions/0001-a.md'])).out).toBe('<!-- docket -->\n**Docket**: 1 Markdown file read, no errors found.\n\n1 warning or note is not shown.\n\n');
    const error = await docket(folder, ['lint', '--quiet', '--rule', 'required-sections=error']);
    expect([error.code, error.out]).toEqual([1, expect.stringContaining('2 errors in 2 of 2 Markdown files') as string]);
  });

  it('lets so many warnings pass, counts hidden ones, too, and says why it fails', async () => {
    const folder = await folderOf(FILES);
    expect((await docket(folder, ['lint', '--max-warnings', '2'])).code).toBe(0);
    expect((await docket(folder, ['lint', '--max-warnings', '-1'])).code).toBe(0);
    expect(await docket(folder, ['lint', '--max-warnings', '1'])).toMatchObject({ code: 1, err: 'docket: there are 2 warnings, more than the 1 of "--max-warnings"\n' });
    expect(await docket(folder, ['lint', '--max-warnings', '1', '--quiet'], KOREAN)).toEqual({ code: 1, out: 'Markdown 파일 2개를 읽었고 오류가 없습니다.\n경고와 알림 2개는 표시하지 않았습니다.\n', err: 'docket: 경고가 2개로 "--max-warnings"의 1개보다 많습니다\n' });
    expect((await docket(folder, ['lint', '--max-warnings', '100', '--rule', 'required-sections=error'])).code).toBe(1);
  });

  it('ends with 2 where the number is none', async () => {
    expect(await docket('/', ['lint', '--max-warnings', 'few'])).toEqual({ code: 2, out: '', err: 'docket: "few" is no value for "--max-warnings"; write a whole number, or -1 for any number\n' });
    expect((await docket('/', ['lint', '--max-warnings', '1.5'], KOREAN)).err).toBe('docket: "--max-warnings"에 "1.5" 값은 쓸 수 없습니다. 0 이상의 정수나, 제한이 없다는 -1을 쓰세요\n');
  });
});

describe('docket lint --baseline', () => {
  const FILES = { 'docs/decisions/0001-a.md': WITHOUT_OUTCOME, 'docs/decisions/0002-b.md': WITHOUT_OUTCOME };

  it('accepts what is found, holds when lines move, and tells what is new', async () => {
    const folder = await folderOf(FILES);
    expect(await docket(folder, ['lint', '--baseline', 'debt.json', '--update-baseline'])).toEqual({ code: 0, out: 'Findings accepted for now: 2.\n', err: '' });
    expect(await docket(folder, ['lint', '--baseline', 'debt.json'])).toEqual({ code: 0, out: '2 Markdown files read, no problems found.\n2 problems are accepted for now by the baseline.\n', err: '' });
    expect((await docket(folder, ['lint', '--baseline', 'debt.json', '--fix', 'docs/decisions/0001-a.md'], KOREAN)).out).toContain('\n문제 1개는 베이스라인에서 지금은 받아들였습니다.\n');
    await writeFile(path.join(folder, 'docs/decisions/0001-a.md'), WITHOUT_OUTCOME.replace('The disk', 'More.\n\nThe disk'));
    await writeFile(path.join(folder, 'docs/decisions/0003-c.md'), WITHOUT_OUTCOME);
    expect(found(await docket(folder, ['lint', '--baseline', 'debt.json', '--format', 'json']))).toMatchObject([{ path: 'docs/decisions/0003-c.md' }]);
    expect((await docket(path.join(folder, 'docs/decisions'), ['lint', '--baseline', '../../debt.json', '0001-a.md'])).code).toBe(0);
  });

  it('forgets what is mended and documents that are gone, and keeps those that were not asked for', async () => {
    const folder = await folderOf({ ...FILES, 'debt.json': JSON.stringify({ version: 1, documents: { 'gone.md': { readable: { '': 1 } }, 'docs/decisions/0002-b.md': { readable: { '': 1 } } } }) });
    await docket(folder, ['lint', '--baseline', 'debt.json', '--update-baseline', 'docs/decisions/0001-a.md']);
    const { documents } = JSON.parse(await readFile(path.join(folder, 'debt.json'), 'utf8')) as { documents: object };
    expect(documents).toEqual({ 'docs/decisions/0001-a.md': { 'required-sections': { 'Decision Outcome': 1 } }, 'docs/decisions/0002-b.md': { readable: { '': 1 } } });
    await writeFile(path.join(folder, 'docs/decisions/0001-a.md'), decision());
    await docket(folder, ['lint', '--baseline', 'debt.json', '--update-baseline']);
    expect(JSON.parse(await readFile(path.join(folder, 'debt.json'), 'utf8'))).toEqual({ version: 1, documents: { 'docs/decisions/0002-b.md': { 'required-sections': { 'Decision Outcome': 1 } } } });
  });

  it('is the same file for .docket.yaml and for the option', async () => {
    const folder = await folderOf({ ...FILES, 'docs/.docket.yaml': 'baseline: ../ci/debt.json\n', 'ci/debt.json': '{"version":1,"documents":{}}' });
    const config = path.join(folder, 'docs/.docket.yaml');
    await writeFile(config, 'baseline: debt.json\n');
    await writeFile(path.join(folder, 'docs/debt.json'), '{"version":1,"documents":{}}');
    await docket(folder, ['lint', '--update-baseline']);
    const configured = await readFile(path.join(folder, 'docs/debt.json'), 'utf8');
    await writeFile(path.join(folder, 'docs/debt.json'), '{"version":1,"documents":{}}');
    await docket(folder, ['lint', '--baseline', 'docs/debt.json', '--update-baseline']);
    expect(await readFile(path.join(folder, 'docs/debt.json'), 'utf8')).toBe(configured);
    expect(Object.keys((JSON.parse(configured) as { documents: object }).documents)).toEqual(['decisions/0001-a.md', 'decisions/0002-b.md']);
    await writeFile(config, '');
    expect((await docket(folder, ['lint', '--baseline', 'docs/debt.json'])).code).toBe(0);
  });

  it.each([
    [['--baseline', 'nowhere.json'], 'docket: cannot read the baseline "nowhere.json": there is no such file or folder\n', 'docket: 베이스라인 "nowhere.json"을(를) 읽을 수 없습니다. '],
    [['--baseline', 'docs/decisions/0001-a.md'], 'docket: the baseline "docs/decisions/0001-a.md" cannot be used, for this is no JSON (line 1, column 1); mend it, or delete it and let "--update-baseline" write it again\n', 'docket: 베이스라인 "docs/decisions/0001-a.md"을(를) 쓸 수 없습니다. 1행 1열: JSON이 아닙니다. '],
    [['--baseline', 'docs/decisions/0001-a.md', '--update-baseline'], 'docket: the baseline "docs/decisions/0001-a.md" cannot be used, for this is no JSON (line 1, column 1); mend it, or delete it and let "--update-baseline" write it again\n', 'docket: 베이스라인 "docs/decisions/0001-a.md"을(를) 쓸 수 없습니다. 1행 1열: JSON이 아닙니다. '],
    [['--baseline', 'other.json'], 'docket: the baseline "other.json" cannot be used, for "version" has to be 1 (line 1, column 13); mend it, or delete it and let "--update-baseline" write it again\n', 'docket: 베이스라인 "other.json"을(를) 쓸 수 없습니다. 1행 13열: "version"은 1이어야 합니다. '],
    [['--baseline', 'nowhere/debt.json', '--update-baseline'], 'docket: cannot write the baseline "nowhere/debt.json": there is no such file or folder\n', 'docket: 베이스라인 "nowhere/debt.json"을(를) 쓸 수 없습니다. '],
    [['--update-baseline'], 'docket: no "baseline" in .docket.yaml holds for "docs/decisions/0001-a.md"; name a file with "--baseline", or let docket init --baseline name one\n', 'docket: "docs/decisions/0001-a.md"에 적용되는 .docket.yaml에 "baseline"이 없습니다. '],
  ])('ends %j with 2, says why and writes nothing', async (args, en, ko) => {
    const folder = await folderOf({ ...FILES, 'other.json': '{"version": 2}' });
    expect(await docket(folder, ['lint', ...args])).toEqual({ code: 2, out: '', err: en });
    expect((await docket(folder, ['lint', ...args], KOREAN)).err).toContain(ko);
    expect(await readFile(path.join(folder, 'docs/decisions/0001-a.md'), 'utf8')).toBe(WITHOUT_OUTCOME);
  });

  it('is made where .docket.yaml names one that is not there yet', async () => {
    const folder = await folderOf({ ...FILES, 'docs/.docket.yaml': 'baseline: debt.json\n' });
    expect(await docket(folder, ['lint'])).toMatchObject({ code: 2, err: expect.stringContaining('write it with docket lint --update-baseline') as string });
    expect(await docket(folder, ['lint', '--update-baseline'])).toEqual({ code: 0, out: 'Findings accepted for now: 2.\n', err: '' });
    expect((await docket(folder, ['lint'])).code).toBe(0);
    await rm(path.join(folder, 'docs/debt.json'));
    expect(await docket(path.join(folder, 'docs'), ['init', '--baseline'])).toMatchObject({ code: 0, err: '' });
    expect((await docket(folder, ['lint'])).code).toBe(0);
  });

  it('ends with 2 and the place in .docket.yaml where the file that it names is no baseline', async () => {
    const folder = await folderOf({ ...FILES, 'docs/.docket.yaml': 'language: en\nbaseline: debt.json\n', 'docs/debt.json': '{' });
    expect(await docket(folder, ['lint'])).toMatchObject({ code: 2, err: expect.stringMatching(/^docs\/\.docket\.yaml:2:11: .*debt\.json/) as string });
  });
});

describe('docket lint --out', () => {
  it('writes the report into a file and prints how much it is', async () => {
    const folder = await folderOf({ 'decisions/0001-a.md': WITHOUT_OUTCOME });
    expect(await docket(folder, ['lint', '--format', 'json', '--out', 'found.json'], { color: true })).toEqual({ code: 1, out: '1 warning in 1 Markdown file\n', err: '' });
    expect(JSON.parse(await readFile(path.join(folder, 'found.json'), 'utf8'))).toHaveLength(1);
    expect(await docket(folder, ['lint', '--out', 'nowhere/found.txt'])).toMatchObject({ code: 2, err: 'docket: cannot write "nowhere/found.txt": there is no such file or folder\n' });
  });
});

describe('docket lint --explain', () => {
  it('shows what a rule is in the user’s language, and its page', async () => {
    const { code, out } = await docket('/', ['lint', '--explain', 'required-sections']);
    expect(code).toBe(0);
    expect(out).toMatch(/^required-sections\nA document has the sections that its template requires\n\nSeverity: draft: hint, open: warning, accepted: error, closed: hint\nHas a fix: yes\nSays: The section "\{section\}" is missing/);
    expect(out).toContain('\nWhy\n');
    expect(out).toContain('\n  docs/decisions/0007-retry-budget.md\n    # 7. Give every carrier a retry budget\n');
    expect(out).not.toContain('````');
    const korean = (await docket('/', ['lint', '--explain', 'required-sections'], KOREAN)).out;
    expect(korean).toMatch(/^required-sections\n문서에는 템플릿이 요구하는 섹션이 있다\n\n심각도: 초안: 힌트, 열림: 경고, 승인됨: 오류, 닫힘: 힌트\n자동 수정: 있음\n알리는 말: "\{section\}" 섹션이 없습니다\./);
    expect(korean).toMatch(/\n고치는 방법: .*[가-힣].*\n\n자세한 설명과 예는 영어로만 있습니다\.\n\nA document/);
    for (const part of ['이유', '옵션', '고치는 방법', '잘못된 예', '올바른 예', '고치면 이렇게 됩니다.']) expect(korean).toContain(`\n${part}\n`);
    expect((await docket('/', ['lint', '--explain', 'blameless'], KOREAN)).out).toContain('\n문서 종류: 포스트모템\n');
  });

  it('has a page for every rule and for the configuration', async () => {
    for (const id of [...rules.map((rule) => rule.id), 'configuration']) expect((await docket('/', ['lint', '--explain', id])).out.length).toBeGreaterThan(300);
  });

  it('lists all rules with what they ask for where none is named', async () => {
    const { code, out } = await docket('/', ['lint', '--explain']);
    expect([code, out.trimEnd().split('\n').length]).toEqual([0, rules.length]);
    expect(out).toMatch(/^title +A document has one title, and it says what the document is about$/m);
    expect((await docket('/', ['lint', '--explain'], KOREAN)).out).toMatch(/^required-sections +문서에는 템플릿이 요구하는 섹션이 있다$/m);
  });

  it('ends with 2 where there is no such rule', async () => {
    expect(await docket('/', ['lint', '--explain', 'readible'])).toEqual({ code: 2, out: '', err: 'docket: there is no rule "readible"; did you mean "readable"?\n' });
    expect((await docket('/', ['lint', '--explain', '../../package'])).err).toContain('there is no rule "../../package"');
  });
});
