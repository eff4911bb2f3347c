import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { shareOf } from '../../src/cli/shards/share.ts';
import { lintReporters } from '../../src/cli/reporters/lint/index.ts';
import { repositoryOf } from './repository.ts';
import { decision, docket, folderOf, type Outcome } from './world.ts';

async function sample(): Promise<string> {
  const root = await folderOf();
  await cp(fileURLToPath(new URL('../../media/sample', import.meta.url)), root, { recursive: true });
  return root;
}

// A folder with what so many shards have written.
async function partsOf(root: string, of: number, lint: readonly string[] = []): Promise<string> {
  const parts = path.join(await folderOf(), 'parts');
  await mkdir(parts);
  for (let index = 1; index <= of; index++) {
    const outcome = await docket(root, ['lint', ...lint, '--shard', `${index}/${of}`, '--out', path.join(parts, `${index}.json`)]);
    expect(outcome).toMatchObject({ code: 0, err: '' });
  }
  return parts;
}

const merged = async (root: string, of: number, lint: readonly string[] = []): Promise<Outcome> => docket(root, ['merge', await partsOf(root, of, lint), '--format', 'json']);

// Records that each have something to do with one at the other end.
function related(): Record<string, string> {
  const files: Record<string, string> = { 'docs/adr/README.md': '# Decisions\n\n| Record | Status |\n|---|---|\n' };
  for (let number = 1; number <= 24; number++) {
    const other = String(25 - number).padStart(4, '0');
    const lines = [
      `\nSee [the other](${other}-matter.md#context-and-problem-statement) and [none](${other}-matter.md#nowhere), and ADR-${other}.\n`,
      number === 21 ? '\n## More Information\n\nSupersedes [ADR-2](0002-matter.md). Supersedes ADR-77.\n' : number === 23 ? '\n## More Information\n\nSupersedes [ADR-3](0003-matter.md).\n' : '',
      number % 10 === 5 ? `\n## Action items\n\n- [ ] @kim Write the runbook for the queue (due: 2026-10-0${number % 9 || 9})\n- [ ] @lee Measure the load of ${number}\n` : '',
      number === 7 ? '\n<!-- docket-disable-next-line broken-link -- soon -->\n[soon](0099-later.md)\n<!-- docket-disable-next-line cites-superseded -->\nText.\n' : '',
    ];
    files[`docs/adr/${String(number).padStart(4, '0')}-matter.md`] = decision({ title: `Decide the matter ${number}`, status: number === 3 ? 'superseded' : number % 2 ? 'accepted' : 'proposed', more: lines.join('') });
    if (number !== 9) files['docs/adr/README.md'] += `| [Decide the matter ${number}](${String(number).padStart(4, '0')}-matter.md) | ${number === 10 || number % 2 ? 'accepted' : 'proposed'} |\n`;
  }
  files['docs/adr/0004-topics.md'] = decision({ title: 'Use topics' });
  files['docs/adr/template.md'] = '# {title}\n\n## Context and Problem Statement\n\n{why}\n\n## Considered Options\n\n## Decision Outcome\n\n## Costs\n\n{what it costs}\n';
  for (const [day, kept] of [['2026-10-01', ''], ['2026-10-08', '- [ ] @kim Order the disks\n'], ['2026-10-15', '']]) files[`minutes/${day}.md`] = `# Production meeting ${day}\n\nAttendees: kim, lee\n\n## Prior action items\n\n- [x] @lee Nothing is left of the rest\n\n## Action items\n\n- [ ] @lee Call the vendor about the disks of ${day}\n${kept}`;
  files['postmortems/2026-10-10-disk.md'] = '# Postmortem: the disk was full\n\nDate: 2026-10-10\n\n## Impact\n\nAll orders for 20 minutes.\n\n## Root cause\n\nA full disk.\n\n## Action items\n\n- [ ] @lee Call the vendor about the disks of 2026-10-01\n';
  return files;
}

describe('the findings of all shards, merged', () => {
  it.each([1, 2, 8])('are exactly those of one run over the sample, with %d shards', async (of) => {
    const root = await sample();
    expect(await merged(root, of)).toEqual(await docket(root, ['lint', '--format', 'json']));
  }, 180_000);

  it.each([1, 2, 8, 40])('are exactly those of one run where documents speak of each other across %d shards', async (of) => {
    const root = await folderOf(related());
    const whole = await docket(root, ['lint', '--format', 'json']);
    for (const rule of ['duplicate-number', 'superseded-one-sided', 'supersedes-nothing', 'broken-link', 'cites-superseded', 'index-rot', 'action-repeated', 'dropped-action', 'unused-suppression']) expect(whole.out, rule).toContain(`"${rule}"`);
    expect(await merged(root, of)).toEqual(whole);
  }, 180_000);

  it('are told in every format as one run tells them', async () => {
    const root = await folderOf(related());
    const parts = await partsOf(root, 2);
    for (const format of Object.keys(lintReporters)) expect(await docket(root, ['merge', parts, '--format', format])).toEqual(await docket(root, ['lint', '--format', format]));
  }, 180_000);

  it('have the words, types, severities and language of the configuration', async () => {
    const root = await folderOf({ ...related(), '.docket.yaml': 'language: ko\nexclude: minutes\nvocabulary:\n  statuses:\n    accepted: [ratified]\n', 'docs/adr/.docket.yaml': 'types:\n  adr:\n    template: template.md\n    files: "0*.md"\n', 'docs/adr/0030-b.md': decision({ status: 'ratified' }) });
    const options = ['--rule', 'broken-link=error', '--rule', 'required-sections=info'];
    expect(await merged(root, 4, options)).toEqual(await docket(root, ['lint', ...options, '--format', 'json']));
  });

  it('are judged by merge: what is accepted for now, how many warnings pass, and errors only', async () => {
    const root = await folderOf({ ...related(), '.docket.yaml': 'baseline: debt.json\n', 'debt.json': '{"version":1,"documents":{}}' });
    await docket(root, ['lint', '--update-baseline', '--baseline', 'debt.json', 'minutes']);
    const parts = await partsOf(root, 2);
    for (const options of [['--quiet'], ['--max-warnings', '-1'], ['--max-warnings', '3'], ['--baseline', 'debt.json']]) {
      expect(await docket(root, ['merge', parts, ...options, '--format', 'json'])).toEqual(await docket(root, ['lint', ...options, '--format', 'json']));
    }
  }, 180_000);

  it('are those of the paths that every shard was given', async () => {
    const root = await folderOf(related());
    const paths = ['docs/adr/0003-matter.md', 'docs/adr/0022-matter.md', 'minutes'];
    expect(await merged(root, 3, paths)).toEqual(await docket(root, ['lint', ...paths, '--format', 'json']));
  });

  it('are those of the documents that changed, with all others in mind', async () => {
    const { folder: root, write } = await repositoryOf(related());
    await write('docs/adr/0022-matter.md', decision({ status: 'accepted', more: '\nSee [three](0003-matter.md#gone).\n' }));
    expect(await merged(root, 4, ['--changed', 'HEAD'])).toEqual(await docket(root, ['lint', '--changed', 'HEAD', '--format', 'json']));
  });

  it('are checked again where merge speaks another language, or on another day', async () => {
    const root = await folderOf(related());
    const parts = await partsOf(root, 2);
    const later = { now: () => new Date(2026, 11, 24) };
    expect(await docket(root, ['merge', parts, '--lang', 'ko', '--format', 'json'], later)).toEqual(await docket(root, ['lint', '--lang', 'ko', '--format', 'json'], later));
  });
});

describe('the share of a shard', () => {
  const documents = Array.from({ length: 40 }, (_, at) => ({ path: `docs/${String(at).padStart(2, '0')}.md`, size: (at * 7919) % 30_000 }));

  it.each([1, 2, 7, 100])('is one of %d that have every document once, whatever order they come in', (of) => {
    const shares = Array.from({ length: of }, (_, at) => shareOf(documents, { index: at + 1, of }));
    expect(shares.flatMap((share) => [...share])).toEqual(documents.map((one) => one.path));
    expect(Array.from({ length: of }, (_, at) => shareOf(documents.toReversed(), { index: at + 1, of }))).toEqual(shares);
  });

  it('has about as many bytes as the others', () => {
    const sizes = [1, 2, 3, 4].map((index) => documents.filter((one) => shareOf(documents, { index, of: 4 }).has(one.path)).reduce((sum, { size }) => sum + size, 0));
    expect(Math.max(...sizes) / Math.min(...sizes)).toBeLessThan(1.3);
  });
});

describe('docket lint --shard', () => {
  const said = async (...args: string[]): Promise<Outcome> => docket(await folderOf({ 'a.md': '# A\n' }), ['lint', ...args]);

  it.each([
    ['0/3', 'docket: "--shard 0/3" is not there; with 3 shards write "1/3" to "3/3"\n', 'docket: "--shard 0/3"은(는) 없는 몫입니다. 몫이 3개면 "1/3"부터 "3/3"까지 쓸 수 있습니다\n'],
    ['9/8', 'docket: "--shard 9/8" is not there; with 8 shards write "1/8" to "8/8"\n', 'docket: "--shard 9/8"은(는) 없는 몫입니다. 몫이 8개면 "1/8"부터 "8/8"까지 쓸 수 있습니다\n'],
    ['a/b', 'docket: "--shard a/b" has to be the number of the shard and how many there are, such as "--shard 3/8"\n', 'docket: "--shard a/b"은(는) "--shard 3/8"처럼 몇 번째 몫인지와 모두 몇 개인지로 써야 합니다\n'],
    ['1/0', 'docket: "--shard 1/0" has to be the number of the shard and how many there are, such as "--shard 3/8"\n', 'docket: "--shard 1/0"은(는) "--shard 3/8"처럼 몇 번째 몫인지와 모두 몇 개인지로 써야 합니다\n'],
  ])('refuses %s', async (shard, en, ko) => {
    expect(await said('--shard', shard, '--out', 'x.json')).toEqual({ code: 2, out: '', err: en });
    expect(await said('--shard', shard, '--out', 'x.json', '--lang', 'ko')).toEqual({ code: 2, out: '', err: ko });
  });

  it('needs a file to write, and leaves what judges to merge', async () => {
    expect(await said('--shard', '1/2')).toEqual({ code: 2, out: '', err: 'docket: "--shard" needs "--out FILE", the file that docket merge reads\n' });
    expect(await said('--shard', '1/2', '--out', 'x.json', '--max-warnings', '3')).toEqual({ code: 2, out: '', err: 'docket: "--max-warnings" is about what all shards find; write it behind "docket merge"\n' });
    expect((await said('--shard', '1/2', '--out', 'x.json', '--format', 'sarif', '--lang', 'ko')).err).toBe('docket: "--format"은(는) 모든 몫의 결과에 대한 옵션입니다. "docket merge" 뒤에 쓰세요\n');
    expect((await said('--shard', '1/2', '--out', 'x.json', '--fix')).code).toBe(2);
  });

  it('ends with 0 whatever it finds, and says how much it read', async () => {
    const root = await folderOf({ 'a.md': '[b](b.md)\n' });
    expect(await docket(root, ['lint', '--shard', '1/1', '--out', 'part.json'])).toEqual({ code: 0, out: 'Shard 1 of 1: Markdown files read here: 1. docket merge shows what was found.\n', err: '' });
    expect((await docket(root, ['merge', 'part.json'])).code).toBe(1);
  });
});

describe('docket merge', () => {
  const pair = { 'docs/adr/0001-a.md': decision({ title: 'Use queues' }), 'docs/adr/0020-matter.md': decision({ title: 'Decide it' }) };
  const rewrite = async (file: string, change: (text: string) => string): Promise<void> => writeFile(file, change(await readFile(file, 'utf8')));

  it.each([
    ['a shard is missing', async (_root: string, part: (index: number) => string) => rewrite(part(2), (text) => text.replace('{"index":2,"of":2}', '{"index":2,"of":9}')), /^docket: "2\.json" is one of 9 shards, and "1\.json" one of 2; name the parts of one run\n$/],
    ['one is there twice', async (_root: string, part: (index: number) => string) => cp(part(1), part(3)), /^docket: shard 1 is there twice, in "1\.json" and in "3\.json"; leave one of them out\n$/],
    ['one is broken', async (_root: string, part: (index: number) => string) => rewrite(part(2), (text) => text.slice(0, -100)), /^docket: "2\.json" is not what "docket lint --shard" writes; leave it out, or run that shard again\n$/],
    ['one is something else', async (_root: string, part: (index: number) => string) => writeFile(part(3), '{"findings": []}'), /^docket: "3\.json" is not what "docket lint --shard" writes;/],
    ['one is of another version', async (_root: string, part: (index: number) => string) => rewrite(part(2), (text) => text.replace('"engine":"test"', '"engine":"other"')), /^docket: "2\.json" was written by another version of Docket; use one version for the shards and for docket merge\n$/],
    ['one has other options', async (root: string, part: (index: number) => string) => docket(root, ['lint', '--rule', 'broken-link=off', '--shard', '2/2', '--out', part(2)]), /^docket: "2\.json" and "1\.json" come from different calls of docket lint; give every shard the same paths and options\n$/],
    ['one has another configuration', async (root: string, part: (index: number) => string) => { await writeFile(path.join(root, '.docket.yaml'), 'language: ko\n'); await docket(root, ['lint', '--shard', '2/2', '--out', part(2)]); }, /^docket: "2\.json" and "1\.json" were made with different configurations; run every shard on the same commit\n$/],
    ['one has other documents', async (root: string, part: (index: number) => string) => { await writeFile(path.join(root, 'new.md'), '# New\n'); await docket(root, ['lint', '--shard', '2/2', '--out', part(2)]); }, /^docket: "2\.json" and "1\.json" were made of different documents; run every shard on the same commit\n$/],
    ['the documents here are others', async (root: string) => writeFile(path.join(root, 'new.md'), '# New\n'), /^docket: the documents here are not those that "1\.json" was made of; run docket merge on the same commit and in the same folder as the shards\n$/],
    ['a document here says something else', async (root: string) => rewrite(path.join(root, 'docs/adr/0020-matter.md'), (text) => text.replace('Decide', 'Choose')), /^docket: "docs\/adr\/0020-matter\.md" is not what it was when "2\.json" was written; run docket merge on the same commit as the shards\n$/],
  ])('ends with 2 and says so where %s', async (_name, change, message) => {
    const root = await folderOf(pair);
    const parts = await partsOf(root, 2);
    await change(root, (index) => path.join(parts, `${index}.json`));
    const outcome = await docket(root, ['merge', parts]);
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.err.replaceAll(path.join(parts, path.sep), '')).toMatch(message);
    expect((await docket(root, ['merge', parts, '--lang', 'ko'])).err).toMatch(/^docket: .*(?:니다|세요)\n$/);
  });

  it('ends with 2 where an index of another repository, which a shard has read, is another one here', async () => {
    const index = '{"docket":"index","version":1,"name":"x","documents":[]}';
    const root = await folderOf({ ...pair, '.docket.yaml': 'indexes: x.json\n', 'x.json': index });
    const parts = await partsOf(root, 2);
    expect((await docket(root, ['merge', parts])).err).toBe('');
    await writeFile(path.join(root, 'x.json'), index.replace('"x"', '"y"'));
    expect((await docket(root, ['merge', parts])).err).toMatch(/^docket: "x\.json" is not what it was when ".*1\.json" was written; run docket merge on the same commit as the shards\n$/);
  });

  it('names the shards that are missing', async () => {
    const root = await folderOf(pair);
    for (const index of [1, 3]) await docket(root, ['lint', '--shard', `${index}/4`, '--out', `part-${index}.json`]);
    expect(await docket(root, ['merge', 'part-1.json', 'part-3.json'])).toEqual({ code: 2, out: '', err: 'docket: of 4 shards these are missing: 2, 4; wait until they are written, or run them again\n' });
    expect((await docket(root, ['merge', 'part-1.json', 'part-3.json', '--lang', 'ko'])).err).toBe('docket: 몫 4개 중 2, 4번째가 없습니다. 다 쓰일 때까지 기다리거나 다시 실행하세요\n');
  });

  it('needs parts that are there', async () => {
    const root = await folderOf({ 'a.md': '# A\n', 'empty/b.md': '# B\n' });
    expect((await docket(root, ['merge'])).code).toBe(2);
    expect(await docket(root, ['merge', 'gone.json'])).toMatchObject({ code: 2, err: expect.stringContaining('cannot read "gone.json"') as string });
    expect(await docket(root, ['merge', 'empty'])).toEqual({ code: 2, out: '', err: 'docket: there is no part in the folder "empty"; a part is a .json file that "docket lint --shard" has written\n' });
  });
});
