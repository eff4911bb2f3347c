import { describe, expect, it } from 'vitest';
import { adoptedTypes, isAdoptable, scopeOf } from '../../src/core/adoption.ts';
import { parseDocument, type Document } from '../../src/core/document.ts';
import { memoryFiles } from '../../src/files/memory.ts';
import { Workspace } from '../../src/core/workspace.ts';
import { builtInTemplates } from '../templates/built-in.ts';

describe('the documents of a template that lies in the repository', () => {
  it.each([
    ['docs/adr/template.md', 'docs/adr'],
    ['docs/adr/adr-template.md', 'docs/adr'],
    ['0000-template.md', ''],
    ['docs/templates/design.md', 'docs'],
    ['proposal-templates/0000-template.md', ''],
    ['keps/NNNN-kep-template/README.md', 'keps'],
    ['rfcs/RFC-0000/README.md', 'rfcs'],
  ])('%s lie in the folder "%s"', (path, folder) => {
    expect(scopeOf(path)).toBe(folder);
  });

  it('are none where it is a form of a forge', () => {
    expect(isAdoptable({ path: '.github/ISSUE_TEMPLATE/bug.md', kind: 'template' })).toBe(false);
    expect(isAdoptable({ path: 'docs/PULL_REQUEST_TEMPLATE.md', kind: 'template' })).toBe(false);
    expect(isAdoptable({ path: 'docs/adr/template.md', kind: 'template' })).toBe(true);
    expect(isAdoptable({ path: 'docs/adr/0001-a.md', kind: 'decision' })).toBe(false);
  });
});

describe('the type of a template that lies in the repository', () => {
  const text = '# {title}\n\n## Why\n\n## What\n';
  const idsOf = (...paths: string[]) => adoptedTypes(paths.map((path) => ({ path, text })), []).map(({ id }) => id);

  it('is called what its name says beside "template", otherwise as its folder', () => {
    expect(idsOf('docs/adr/template.md')).toEqual(['adr']);
    expect(idsOf('docs/TEP-template.md')).toEqual(['tep']);
    expect(idsOf('keps/NNNN-kep-template/README.md')).toEqual(['kep']);
    expect(idsOf('0000-template.md')).toEqual(['template']);
  });

  it('has a name of its own', () => {
    expect(idsOf('a/adr/template.md', 'b/adr/template.md')).toEqual(['adr', 'adr-2']);
  });

  it('is none where the template has no section', () => {
    expect(adoptedTypes([{ path: 'template.md', text: 'Nothing' }], [])).toEqual([]);
  });
});

const TEMPLATE = '# {title}\n\n## Why now\n\n{why}\n\n## What changes\n\n{what}\n\n## Who is told\n\n{who}\n';
const record = (title: string, ...sections: string[]) => `# ${title}\n\nStatus: accepted\n\n${sections.map((section) => `## ${section}\n\nText.\n`).join('\n')}`;

async function workspaceOf(files: Readonly<Record<string, string>>): Promise<Workspace> {
  const workspace = new Workspace({ files: memoryFiles(new Map(Object.entries(files))), templates: builtInTemplates, language: 'en', rulePage: (id) => id, today: () => '2026-03-02' });
  await workspace.load();
  return workspace;
}

describe('documents beside a template', () => {
  const files = {
    'docs/adr/template.md': TEMPLATE,
    'docs/adr/0001-one.md': record('1. One', 'Why now', 'What changes', 'Who is told'),
    'docs/adr/0002-two.md': record('2. Two', 'Why now', 'What changes'),
    'docs/adr/0003-old.md': record('3. Old', 'Background', 'Proposal'),
  };

  it('are checked by it, for information, without a configuration', async () => {
    const workspace = await workspaceOf(files);
    expect(await workspace.lint('docs/adr/0001-one.md')).toEqual([]);
    expect(await workspace.lint('docs/adr/0002-two.md')).toMatchObject([{ ruleId: 'required-sections', severity: 'info', data: { section: 'Who is told', type: 'adr' } }]);
    expect(await workspace.typeOf('docs/adr/0002-two.md')).toMatchObject({ why: 'template', type: { adopted: { path: 'docs/adr/template.md' } } });
  });

  it('are left alone where they follow another one', async () => {
    const workspace = await workspaceOf(files);
    expect(await workspace.typeOf('docs/adr/0003-old.md')).toBeUndefined();
  });

  it('are left alone where the configuration says so', async () => {
    const workspace = await workspaceOf({ ...files, '.docket.yaml': 'adopt: false\n' });
    expect(await workspace.lint('docs/adr/0002-two.md')).toEqual([]);
  });

  it('are held to it in earnest once the configuration names it', async () => {
    const workspace = await workspaceOf({ ...files, '.docket.yaml': 'types:\n  adr:\n    template: docs/adr/template.md\n    files: ["docs/adr/0*.md"]\n' });
    expect(await workspace.lint('docs/adr/0002-two.md')).toMatchObject([{ ruleId: 'required-sections', severity: 'error', data: { section: 'Who is told' } }]);
  });

  it('are checked by what the template says now', async () => {
    const map = new Map(Object.entries(files));
    const workspace = new Workspace({ files: memoryFiles(map), templates: builtInTemplates, language: 'en', rulePage: (id) => id, today: () => '2026-03-02' });
    await workspace.load();
    map.set('docs/adr/template.md', TEMPLATE.replace('## Who is told\n\n{who}\n', ''));
    await workspace.refresh('docs/adr/template.md');
    expect(await workspace.lint('docs/adr/0002-two.md')).toEqual([]);
  });

  it('are checked by it without reading it again, as long as only their own words change', async () => {
    const parsed: string[] = [];
    const parse = (path: string, text: string): Document => {
      parsed.push(path);
      return parseDocument(path, text);
    };
    const workspace = new Workspace({ files: memoryFiles(new Map(Object.entries(files))), templates: builtInTemplates, language: 'en', rulePage: (id) => id, today: () => '2026-03-02', parse });
    await workspace.load();
    await workspace.lint('docs/adr/0001-one.md');
    parsed.length = 0;
    await workspace.open('docs/adr/0001-one.md', record('1. One', 'Why now', 'What changes'));
    expect(await workspace.lint('docs/adr/0001-one.md')).toMatchObject([{ ruleId: 'required-sections' }]);
    expect(new Set(parsed)).toEqual(new Set(['docs/adr/0001-one.md']));
    await workspace.open('docs/adr/template.md', TEMPLATE.replace('## Who is told\n\n{who}\n', ''));
    expect(await workspace.lint('docs/adr/0001-one.md')).toEqual([]);
  });

  it('are checked by it before a built-in type that is just as much alike', async () => {
    const sections = ['Context and Problem Statement', 'Considered Options', 'Decision Outcome', 'Team Impact'];
    const template = `# {title}\n\n${sections.map((section) => `## ${section}\n\n{text}\n`).join('\n')}`;
    const workspace = await workspaceOf({ 'adr/template.md': template, 'adr/0001-a.md': record('1. A', ...sections), 'adr/0002-b.md': record('2. B', ...sections.slice(0, 3)) });
    expect(await workspace.lint('adr/0001-a.md')).toEqual([]);
    expect(await workspace.lint('adr/0002-b.md')).toMatchObject([{ ruleId: 'required-sections', severity: 'info', data: { section: 'Team Impact', type: 'adr' } }]);
  });

  it('are checked by it also where nothing else tells them to be records', async () => {
    const page = (...sections: string[]) => `# Trays\n\n${sections.map((section) => `## ${section}\n\nText.\n`).join('\n')}`;
    const workspace = await workspaceOf({ 'foo/template.md': '# {title}\n\n## Forces\n\n{text}\n\n## Choice\n\n{text}\n\n## Cost\n\n{text}\n', 'foo/0001-a.md': page('Forces', 'Choice', 'Cost'), 'foo/0002-b.md': page('Forces', 'Choice') });
    expect(await workspace.lint('foo/0002-b.md')).toMatchObject([{ data: { section: 'Cost' }, severity: 'info' }]);
  });
});
