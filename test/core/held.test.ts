import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/core/finding.ts';
import { Workspace } from '../../src/core/workspace.ts';
import { memoryFiles } from '../../src/files/memory.ts';
import { builtInTemplates } from '../templates/built-in.ts';

const decision = (number: number, status: string, context = 'x'): string => `# ${number}. Keep it\n\n## Status\n\n${status}\n\n## Context\n\n${context}\n\n## Decision\n\nWe keep it.\n\n## Consequences\n\nNone.\n`;
const FOLDER = {
  'adr/0001-a.md': decision(1, 'Accepted'),
  'adr/0002-b.md': decision(2, 'Accepted\n\nSupersedes [1. A](0001-a.md)'),
  'adr/0003-c.md': decision(3, 'Proposed', 'It rests on [1](0001-a.md#context) and on [2](0002-b.md).'),
  'adr/0004-d.md': decision(4, 'Accepted', '![it](plan.png)'),
  'adr/0005-e.md': decision(5, 'Accepted', '- [ ] Write it down @ann'),
  'adr/README.md': '# Decisions\n\n| # | Title | Status |\n|---|---|---|\n| 1 | [Keep it](0001-a.md) | Accepted |\n| 2 | [Keep it](0002-b.md) | Accepted |\n| 3 | [Keep it](0003-c.md) | Proposed |\n| 4 | [Keep it](0004-d.md) | Accepted |\n| 5 | [Keep it](0005-e.md) | Accepted |\n',
  'notes/a.md': '# A\n\nSee [none](none.md).\n',
};

async function workspaceOf(files: ReadonlyMap<string, string>, today: () => string): Promise<Workspace> {
  const workspace = new Workspace({ files: memoryFiles(files), templates: builtInTemplates, language: 'en', rulePage: (id) => `rules/${id}.md`, today });
  await workspace.load();
  return workspace;
}

// All documents of the folder, open in an editor; says in which of them the rules have run, and that what is found is what would be found in a folder that is read now.
async function allOpen() {
  const [files, texts] = [new Map(Object.entries(FOLDER)), new Map<string, string>(Object.entries(FOLDER))];
  let day = '2026-03-02';
  const workspace = await workspaceOf(files, () => day);
  for (const [path, text] of texts) await workspace.open(path, text);
  const found = new Map<string, readonly Finding[]>();
  const linted = async (): Promise<string[]> => {
    const fresh = await workspaceOf(new Map([...files, ...texts]), () => day);
    const again: string[] = [];
    for (const path of texts.keys()) {
      const findings = await workspace.lint(path);
      expect(findings).toEqual(await fresh.lint(path));
      if (found.get(path) !== findings) again.push(path);
      found.set(path, findings);
    }
    return again;
  };
  expect(await linted()).toEqual(Object.keys(FOLDER));
  return {
    files, linted, workspace,
    edit: async (path: string, text: string) => { texts.set(path, text); await workspace.open(path, text); return linted(); },
    on: (today: string) => { day = today; return linted(); },
  };
}

describe('rules run on an open document', () => {
  it('no second time where nothing has changed', async () => {
    expect(await (await allOpen()).linted()).toEqual([]);
  });

  it('that was edited, and on no other one where only its words are others', async () => {
    expect(await (await allOpen()).edit('adr/0004-d.md', decision(4, 'Accepted', '![it](plan.png), as it is.'))).toEqual(['adr/0004-d.md']);
  });

  it('and on the one that has a fix for its text', async () => {
    expect(await (await allOpen()).edit('adr/0001-a.md', decision(1, 'Accepted', 'It is another one.'))).toEqual(['adr/0001-a.md', 'adr/0002-b.md']);
  });

  it('and on those that name another one whose status has changed', async () => {
    expect(await (await allOpen()).edit('adr/0001-a.md', decision(1, 'Superseded by [2. B](0002-b.md)'))).toEqual(['adr/0001-a.md', 'adr/0002-b.md', 'adr/0003-c.md', 'adr/README.md']);
  });

  it('that links to a heading which is gone', async () => {
    expect(await (await allOpen()).edit('adr/0001-a.md', decision(1, 'Accepted').replace('## Context', '## Background'))).toContain('adr/0003-c.md');
  });

  it('that shows a file which has come', async () => {
    const { files, workspace, linted } = await allOpen();
    files.set('adr/plan.png', 'x');
    workspace.lookAround();
    expect(await linted()).toContain('adr/0004-d.md');
  });

  it('on another day', async () => {
    expect(await (await allOpen()).on('2026-03-03')).toEqual(Object.keys(FOLDER));
  });

  it('when a configuration is another one', async () => {
    const { files, workspace, linted } = await allOpen();
    files.set('adr/.docket.yaml', 'rules:\n  broken-link: off\n');
    await workspace.look(['adr/.docket.yaml']);
    await workspace.catchUp();
    expect(await linted()).toEqual(Object.keys(FOLDER).filter((path) => path.startsWith('adr/')));
  });
});
