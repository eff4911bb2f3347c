import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Entry } from '../../src/core/entry.ts';
import { parseDocument } from '../../src/core/document.ts';
import { newDocument, slugFor, type NewDocumentInput } from '../../src/core/new-document.ts';
import { readTemplate } from '../../src/core/template.ts';

const template = (text = '# {title}\n', about = 'folder: docs/decisions'): NewDocumentInput['template'] => readTemplate('decision', `---\ndocket: {${about}}\n---\n${text}`);
const entry = (path: string, number: number | null = null, kind: Entry['kind'] = 'decision'): Entry => ({ path, number, kind, id: null, evidence: {} }) as unknown as Entry;
const numbered = (...paths: string[]): Entry[] => paths.map((path) => entry(path, Number(/\d+/.exec(path.slice(path.lastIndexOf('/') + 1))?.[0] ?? Number.NaN) || null));
const make = (input: Partial<NewDocumentInput> = {}) => newDocument({ template: template(), title: 'Log store', today: '2026-01-31', entries: [], ...input });

describe('the title of a new document', () => {
  it.each([
    ['# Title\n\n## Summary\n', '# Log store\n\n## Summary\n'],
    ['# ADR-NNNN: Short title\n', '# ADR-0001: Log store\n'],
    ['# NNNN. Title\n', '# 0001. Log store\n'],
    ['# XXXX: Title\n', '# 0001: Log store\n'],
    ['# RFC NNNNN - Title\n', '# RFC 00001 - Log store\n'],
    ['# NNTP for logs\n', '# Log store\n'],
    ['# {short title}\n', '# Log store\n'],
    ['## Summary\n', '## Summary\n'],
    ['---\ntitle: Short title\nstatus: draft\n---\n# Short title\n', '---\ntitle: Log store\nstatus: draft\n---\n# Log store\n'],
    ['---\ntitle:\n---\n# {title}\n', '---\ntitle: Log store\n---\n# Log store\n'],
    ['---\ntitle: "<title>" # in a few words\n---\n', '---\ntitle: Log store # in a few words\n---\n'],
    ['---\ntitle: "{title}"\n---\n# Short title\n', '---\ntitle: "Log store"\n---\n# Log store\n'],
  ])('stands in the first heading of a team’s template: %j', (text, made) => {
    expect(make({ template: { ...template(), text } })?.text).toBe(made);
  });
});

describe('the number and the date of a new document', () => {
  it('stand where a team’s template has a number and a day that stand for any', () => {
    const text = '---\nrfc: NNNN\nkep-number: "0000"\ncreated: YYYY-MM-DD\ndecide-by: YYYY-MM-DD\n---\n# RFC-NNNN: Title\n\n- Date: YYYY-MM-DD\n- **Created:** <YYYY-MM-DD>\n- Due: YYYY-MM-DD\n\n## Rollout\n\nDate: YYYY-MM-DD\n';
    expect(make({ template: { ...template(), text } })?.text).toBe('---\nrfc: 1\nkep-number: "0001"\ncreated: 2026-01-31\ndecide-by: YYYY-MM-DD\n---\n# RFC-0001: Log store\n\n- Date: 2026-01-31\n- **Created:** 2026-01-31\n- Due: YYYY-MM-DD\n\n## Rollout\n\nDate: YYYY-MM-DD\n');
  });

  it.each([['ADR-0001', '# ADR-0002: Log store\n'], ['ADR-001', '# ADR-002: Log store\n'], ['ADR-1', '# ADR-2: Log store\n']])('are written like those of the neighbours: %s', (id, made) => {
    const neighbour = { ...entry('docs/adr/0001-a.md', 1), id, evidence: { id: { dialect: 'heading' } } } as unknown as Entry;
    expect(make({ entries: [neighbour], folder: 'docs/adr', template: { ...template(), text: '# ADR-NNNN: Title\n' } })?.text).toBe(made);
  });
});

describe('the number in the heading of a new document', () => {
  const source = template('# {number}. {title}\n');

  it('is left out where its neighbours have none', () => {
    expect(make({ template: source, entries: [entry('a/use-kafka.md'), entry('a/zoo.md')] })?.text).toBe('# Log store\n');
    expect(make({ template: source, entries: [entry('a/2026-01-02-x.md')] })?.text).toBe('# Log store\n');
  });

  it('stands there where one of them has one, or there is none of them', () => {
    expect(make({ template: source, entries: [entry('a/use-kafka.md', 4)] })?.text).toBe('# 5. Log store\n');
    expect(make({ template: source })?.text).toBe('# 1. Log store\n');
  });
});

describe('the file of a new document', () => {
  it.each([
    ['four digits', ['docs/adr/0001-a.md', 'docs/adr/0009-b.md'], 'docs/adr/0010-log-store.md'],
    ['three digits', ['a/001-a.md', 'a/002-b.md'], 'a/003-log-store.md'],
    ['a prefix', ['a/ADR-0011-x.md', 'a/ADR-0012-y.md'], 'a/ADR-0013-log-store.md'],
    ['a prefix and underscores', ['a/adr_01_x.md', 'a/adr_02_y.md'], 'a/adr_03_log-store.md'],
    ['underscores between words', ['a/0001_keep_it.md', 'a/0002_drop_it.md'], 'a/0003_log_store.md'],
    ['the front page of a folder of its own', ['features/0001-a/README.md', 'features/0007-b/README.md'], 'features/0008-log-store/README.md'],
    ['an index in a folder of its own', ['keps/web/12-a/index.md', 'keps/web/13-b/index.md'], 'keps/web/14-log-store/index.md'],
    ['a file, where most are files', ['a/0001-a.md', 'a/0002-b.md', 'a/0003-c/README.md'], 'a/0004-log-store.md'],
    ['digits that are not filled up', ['a/9-x.md', 'a/10-y.md', 'a/8-z.md'], 'a/11-log-store.md'],
    ['nothing but the number', ['a/0001.md', 'a/0002.md'], 'a/0003.md'],
    ['a prefix and nothing but the number', ['EIPS/eip-20.md', 'EIPS/eip-1559.md'], 'EIPS/eip-1560.md'],
    ['a date', ['a/2025-11-03-x.md', 'a/2025-12-03-y.md'], 'a/2026-01-31-log-store.md'],
    ['a date without hyphens', ['a/20251103-x.md', 'a/20251203-y.md'], 'a/20260131-log-store.md'],
    ['only a name', ['a/use-kafka.md', 'a/zoo.md'], 'a/log-store.md'],
    ['for the most part a number', ['a/0001-a.md', 'a/0002-b.md', 'a/zebra.md'], 'a/0003-log-store.md'],
    ['the extension .markdown', ['a/0001-a.markdown'], 'a/0002-log-store.markdown'],
  ])('is named like its neighbours: %s', (_, paths, expected) => {
    expect(make({ entries: numbered(...paths) })?.path).toBe(expected);
  });

  it('is named as the template says where it has no neighbours', () => {
    expect(make()?.path).toBe('docs/decisions/0001-log-store.md');
    expect(make({ template: template('# {title}\n', 'folder: minutes, file: "{date}-{slug}.md"') })?.path).toBe('minutes/2026-01-31-log-store.md');
    expect(make({ template: template('# {title}\n', 'file: "sub/{number:2}.md"') })?.path).toBe('sub/01.md');
  });

  it('lies where most documents of its kind lie, or where somebody says', () => {
    const entries = [...numbered('a/0001-x.md', 'b/0001-x.md', 'b/0002-x.md'), entry('c/1-x.md', 1, 'meeting'), entry('c/2-x.md', 2, 'meeting'), entry('c/3-x.md', 3, 'meeting')];
    expect(make({ entries })?.path).toBe('b/0003-log-store.md');
    expect(make({ entries, folder: 'a' })?.path).toBe('a/0002-log-store.md');
    expect(make({ entries, folder: './new/' })?.path).toBe('new/0001-log-store.md');
    expect(make({ entries, folder: '' })?.path).toBe('0001-log-store.md');
  });

  it('lies in a folder that is called like its type before others of its kind', () => {
    const entries = numbered('rfcs/0001-x.md', 'rfcs/0002-y.md', 'docs/adr/0001-x.md');
    const about = 'folder: docs/decisions, aliases: [adr]';
    expect(make({ entries, template: template('# {title}\n', about) })?.path).toBe('docs/adr/0002-log-store.md');
  });

  it('keeps apart from others of its kind where the template says so', () => {
    const rfc = template('# {title}\n', 'type: rfc, folder: docs/rfcs, apart: true');
    expect(make({ entries: numbered('docs/adr/0001-x.md', 'docs/adr/0002-y.md'), template: rfc })?.path).toBe('docs/rfcs/0001-log-store.md');
    expect(make({ entries: numbered('docs/adr/0001-x.md', 'docs/adr/0002-y.md', 'design/rfc/0007-z.md'), template: rfc })?.path).toBe('design/rfc/0008-log-store.md');
  });

  it('lies where the configuration says that documents of its type lie', () => {
    const type = { claims: (path: string) => path.startsWith('text/'), base: 'text' };
    expect(make({ type, entries: numbered('docs/adr/0001-a.md', 'docs/adr/0002-b.md') })?.path).toBe('text/0001-log-store.md');
    expect(make({ type, entries: numbered('docs/adr/0001-a.md', 'docs/adr/0002-b.md', 'text/2026/0007-c.md') })?.path).toBe('text/2026/0008-log-store.md');
  });

  it('lies where people keep such documents rather than where most of them are made up', () => {
    const samples = numbered(...Array.from({ length: 9 }, (_, index) => `media/sample/docs/decisions/000${index + 1}-x.md`));
    expect(make({ entries: [...samples, ...numbered('docs/decisions/0001-x.md')] })?.path).toBe('docs/decisions/0002-log-store.md');
    expect(make({ entries: [...samples, ...numbered('records/0001-x.md')] })?.path).toBe('records/0002-log-store.md');
    expect(make({ entries: numbered('services/billing/decisions/0001-x.md', 'services/billing/decisions/0002-x.md', 'doc/decisions/0001-x.md') })?.path).toBe('doc/decisions/0002-log-store.md');
    expect(make({ entries: samples })?.path).toBe('media/sample/docs/decisions/0010-log-store.md');
  });

  it('has a number that no other name of its folder has, read or not', () => {
    const entries = [...numbered('a/0001-x.md'), entry('a/0040-minutes.md', 40, 'meeting')];
    expect(make({ entries, names: ['0001-x.md', '0040-minutes.md', '0007-ignored.md', '0008-folder', 'report-2024.md', '0099.png'], folder: 'a' })?.path).toBe('a/0009-log-store.md');
    expect(make({ names: ['ADR-0003-excluded.md'], folder: 'a' })?.path).toBe('a/ADR-0004-log-store.md');
  });

  it('counts only neighbours of its kind', () => {
    expect(make({ entries: [...numbered('a/0001-x.md'), entry('a/0099-x.md', 99, 'meeting'), entry('b/0050-x.md', 50)], folder: 'a' })?.path).toBe('a/0002-log-store.md');
  });

  it('never lies outside', () => {
    expect(make({ folder: '..' })).toBeUndefined();
    expect(make({ folder: 'a/../../b' })).toBeUndefined();
    expect(make({ template: template('# {title}\n', 'folder: ../other') })).toBeUndefined();
    expect(make({ template: template('# {title}\n', 'folder: docs, file: "../../{slug}.md"') })).toBeUndefined();
    expect(make({ folder: '/etc' })?.path).toBe('etc/0001-log-store.md');
    expect(make({ folder: '..hidden' })?.path).toBe('..hidden/0001-log-store.md');
  });

  it.each([
    ['로그 저장소', '로그-저장소'],
    ['Größe & Überlauf', 'größe--überlauf'.replace('--', '-')],
    ['a/b\\c', 'a-b-c'],
    ['TCP/IP: why', 'tcp-ip-why'],
    ['../../etc/passwd', 'etc-passwd'],
    ['..', 'decision'],
    ['', 'decision'],
    ['🎉🎉', 'decision'],
    ['🎉 Party', 'party'],
    ['C++ or $HOME? "x" <y> |z| *', 'c-or-home-x-y-z'],
    ['  many \t spaces\nand lines ', 'many-spaces-and-lines'],
    ['CON', 'con'],
    ['결정'.normalize('NFD'), '결정'],
  ])('has the title %j in its name as %s', (title, slug) => {
    expect(slugFor(title.replace(/\s+/g, ' ').trim(), 'decision')).toBe(slug);
    expect(make({ title })?.path).toBe(`docs/decisions/0001-${slug}.md`);
  });

  it('has no name that Windows keeps for a device', () => {
    expect(make({ title: 'CON', template: template('# {title}\n', 'folder: docs, file: "{slug}.md"') })?.path).toBe('docs/con-decision.md');
    expect(make({ title: 'Console', template: template('# {title}\n', 'folder: docs, file: "{slug}.md"') })?.path).toBe('docs/console.md');
  });

  it('has a name that every file system takes', () => {
    for (const title of ['a'.repeat(300), '결'.repeat(300), '𠮷'.repeat(300), 'ab '.repeat(100)]) {
      const name = make({ title })!.path.slice('docs/decisions/'.length);
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
      expect(name).toMatch(/^0001-.*[^-]\.md$/);
      expect(name).not.toMatch(/\p{Cs}/u);
    }
  });
});

describe('the text of a new document', () => {
  const text = (source: string, input: Partial<NewDocumentInput> = {}) => make({ template: readTemplate('decision', source), author: 'Ann', ...input })!.text;

  it('has title, date, number and author filled in, and the prompts as they are', () => {
    expect(text('# {number}. {title}\n\nDate: {date}, {author}\n\n{what} {constructor} {toString}\n', { entries: numbered('0006-x.md'), folder: '' })).toBe(
      '# 7. Log store\n\nDate: 2026-01-31, Ann\n\n{what} {constructor} {toString}\n',
    );
  });

  it('keeps the prompt of the author where nobody knows who writes', () => {
    expect(newDocument({ template: readTemplate('decision', 'By {author}\n'), title: 'T', today: '2026-01-31', entries: [] })!.text).toBe('By {author}\n');
  });

  it('keeps the line endings of the template', () => {
    const made = make({ template: readTemplate('decision', '---\r\ntitle: {title}\r\n---\r\n# {title}\r\n'), title: 'A: b' })!;
    expect(made.text).toBe('---\r\ntitle: "A: b"\r\n---\r\n# A: b\r\n');
  });

  const HOSTILE = ['A: b', 'a # b', '"quoted"', "it's", '[x]', '{x}', '- a', '*star', '&and', '!bang', '@ann', '%', 'yes', '2026', '1.0', 'null', '~', '\\n', 'a, b', '> x', '| y', 'key: [a', '#', 'Why #', 'C#', 'a ##', '<details> x', '<x>', '[a] b', 'Map<K, V>', '로그: 저장소', '---', '`x`', 'a:'];
  it.each([
    ['alone', 'title: {title}', (yaml: { title: unknown }) => yaml.title],
    ['in double quotes', 'title: "{title}"', (yaml: { title: unknown }) => yaml.title],
    ['in single quotes', "title: '{title}'", (yaml: { title: unknown }) => yaml.title],
    ['in a list', 'title: [{title}]', (yaml: { title: unknown }) => (yaml.title as unknown[])[0]],
    ['in a list over lines', 'title:\n  - {title}', (yaml: { title: unknown }) => (yaml.title as unknown[])[0]],
    ['inside double quotes', 'title: "0001 {title}."', (yaml: { title: unknown }) => String(yaml.title).slice(5, -1)],
  ])('has every title as YAML can read it: %s', (_, line, valueOf) => {
    for (const title of HOSTILE) {
      const made = text(`---\n${line}\nstatus: open\n---\n# {title}\n`, { title });
      const document = parseDocument('a.md', made);
      expect([title, document.problems]).toEqual([title, []]);
      const yaml = parse(made.slice(4, made.indexOf('\n---\n', 4))) as { title: unknown; status: unknown };
      expect([valueOf(yaml), yaml.status]).toEqual([title, 'open']);
      expect([title, document.sections[0]!.title]).toEqual([title, title === '`x`' ? 'x' : title]);
    }
  });

  it('has a value as it is outside of the front matter', () => {
    expect(text('# {title}\n\n---\nOwner: {title}\n---\n', { title: 'a: b' })).toBe('# a: b\n\n---\nOwner: a: b\n---\n');
  });
});

describe('the snippet of a new document', () => {
  const snippet = (source: string, input: Partial<NewDocumentInput> = {}) => make({ template: readTemplate('decision', source), ...input })!.snippet;

  it('has a tab stop for every prompt, in order, and one at the end', () => {
    expect(snippet('# {title}\n\n{what}\n- {why}\n')).toBe('# Log store\n\n${1:{what\\}}\n- ${2:{why\\}}\n$0');
  });

  it('has a list for every choice', () => {
    expect(snippet('{ proposed | accepted }')).toBe('${1|proposed,accepted|}$0');
    expect(snippet('{a, b|c\\d}')).toBe('${1|a\\, b,c\\\\d|}$0');
  });

  it('escapes what has a meaning in a snippet', () => {
    expect(snippet('$HOME \\ } {cost in $, a\\b}\n')).toBe('\\$HOME \\\\ \\} ${1:{cost in \\$, a\\\\b\\}}\n$0');
    expect(snippet('# {title}\n', { title: 'Use ${x} and \\' })).toBe('# Use \\${x\\} and \\\\\n$0');
  });

  it('leaves code with braces as it was when nothing is changed', () => {
    const text = '```js\nif (a) {\n  b({ c });\n}\n```\n';
    const plain = snippet(text).replace(/\$\{\d+:((?:\\.|[^}])*)\}/g, '$1').replace(/\$0$/, '').replace(/\\(.)/g, '$1');
    expect(plain.replace(/\{ ?c ?\}/, '{ c }')).toBe(text);
  });
});
