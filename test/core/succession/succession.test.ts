import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/core/change.ts';
import { applyEdits } from '../../../src/core/edit.ts';
import { isRefusal } from '../../../src/core/edits.ts';
import { succeedIn } from '../../../src/core/succession/in-workspace.ts';
import type { Succession } from '../../../src/core/succession/succeed.ts';
import { Workspace } from '../../../src/core/workspace.ts';
import { memoryFiles } from '../../../src/files/memory.ts';
import { builtInTemplates } from '../../templates/built-in.ts';

const BODY = '\n## Summary\n\nText.\n\n## Motivation\n\nText.\n\n## Design\n\nText.\n\n## Alternatives\n\nText.\n';

/** Documents in many dialects: the file, its text, the start of the document that follows, and what the old one says then. */
const WAYS: Readonly<Record<string, { readonly path: string; readonly text: string; readonly made: string; readonly starts: string; readonly says: string }>> = {
  'a record of adr-tools': {
    path: 'doc/adr/0004-markdown-format.md', text: '# 4. Markdown format\n\nDate: 2016-02-12\n\n## Status\n\nAccepted\n\n## Context\n\nText.\n\n## Decision\n\nText.\n\n## Consequences\n\nText.\n',
    made: 'doc/adr/0005-use-queues.md', starts: '# 5. Use queues\n\nDate: 2026-11-22\n\n## Status\n\nProposed\n\nSupersedes [4. Markdown format](0004-markdown-format.md)\n\n## Context\n', says: 'Superseded by [5. Use queues](0005-use-queues.md)',
  },
  'a record with a numbered heading of its own': {
    path: 'architecture/adr-100-push-api.md', text: '# ADR 100: Push API\n\n## Changelog\n\n- 2023-01-02: begun\n\n## Status\n\nAccepted\n\n## Context\n\nText.\n\n## Decision\n\nText.\n\n## Consequences\n\nText.\n',
    made: 'architecture/adr-101-use-queues.md', starts: '# ADR 101: Use queues\n', says: 'Superseded by [ADR-101](adr-101-use-queues.md)',
  },
  'a record of MADR 2, with a list': {
    path: 'docs/adr/0002-use-vans.md', text: '# Use vans\n\n* Status: accepted\n* Deciders: Ann, Bo\n* Date: 2020-05-07\n\n## Context and Problem Statement\n\nText.\n\n## Considered Options\n\n* Vans\n\n## Decision Outcome\n\nVans.\n',
    made: 'docs/adr/0003-use-queues.md', starts: '# Use queues\n\n* Status: proposed\n* Supersedes: [ADR-0002](0002-use-vans.md)\n* Deciders: {Deciders}\n* Date: 2026-11-22\n\n## Context and Problem Statement\n', says: '* Status: superseded by [ADR-0003](0003-use-queues.md)',
  },
  'a record with dates in its name': {
    path: 'docs/adr/20200924-use-vans.md', text: '# Use vans\n\n- Status: accepted\n- Date: 2020-09-24\n\n## Context and Problem Statement\n\nText.\n\n## Considered Options\n\n- Vans\n\n## Decision Outcome\n\nVans.\n',
    made: 'docs/adr/20261122-use-queues.md', starts: '# Use queues\n\n- Status: proposed\n- Supersedes: [Use vans](20200924-use-vans.md)\n- Date: 2026-11-22\n', says: '- Status: superseded by [Use queues](20261122-use-queues.md)',
  },
  'an improvement proposal with front matter': {
    path: 'EIPS/eip-100.md', text: `---\neip: 100\ntitle: Change difficulty\nauthor: Ann (@ann)\ntype: Standards Track\nstatus: Final\ncreated: 2016-04-28\n---\n${BODY}`,
    made: 'EIPS/eip-101.md', starts: '---\neip: 101\ntitle: Use queues\nauthor: {author}\ntype: {type}\nstatus: Review\nsupersedes: EIP-100\ncreated: 2026-11-22\n---\n\n## Summary\n\n{Summary}\n', says: 'status: Superseded by EIP-101',
  },
  'an improvement proposal with a fenced preamble': {
    path: 'bip-0003.md', text: `\`\`\`\n  BIP: 3\n  Title: Updated process\n  Authors: Ann <ann@example.com>\n           Bo <bo@example.com>\n  Status: Deployed\n  Assigned: 2025-01-09\n  Replaces: 2\n\`\`\`\n${BODY}`,
    made: 'bip-0004.md', starts: '```\n  BIP: 4\n  Title: Use queues\n  Authors: {author}\n  Status: Proposed\n  Assigned: 2026-11-22\n  Replaces: BIP-0003\n```\n', says: '  Status: Superseded by BIP-0004',
  },
  'a proposal with an HTML table': {
    path: 'cep-0025.md', text: `# CEP 25 - Versioning\n\n<table>\n<tr><td> Title </td><td> Versioning </td></tr>\n<tr><td> Status </td><td> Approved </td></tr>\n<tr><td> Created </td><td> Mar 14, 2025 </td></tr>\n</table>\n${BODY}`,
    made: 'cep-0026.md', starts: '# CEP 26 - Use queues\n\n<table>\n<tr><td> Title </td><td> Use queues </td></tr>\n<tr><td> Status </td><td> Proposed </td></tr>\n<tr><td> Supersedes </td><td> <a href="cep-0025.md">CEP-25</a> </td></tr>\n<tr><td> Created </td><td> Nov 22, 2026 </td></tr>\n', says: '<td> Superseded by <a href="cep-0026.md">CEP-26</a> </td>',
  },
  'an RFC in a folder of its own': {
    path: 'features/0037-present-proof/README.md', text: `# RFC 0037: Present proof\n\n- Authors: Ann\n- Status: [ADOPTED](/README.md#adopted)\n- Since: 2019-04-01\n- Supersedes: (link to anything this RFC supersedes)\n${BODY}`,
    made: 'features/0038-use-queues/README.md', starts: '# RFC 0038: Use queues\n\n- Authors: {author}\n- Status: PROPOSED\n- Since: 2026-11-22\n- Supersedes: [RFC-0037](../0037-present-proof/README.md)\n\n## Summary\n', says: '- Status: SUPERSEDED BY [RFC-0038](../0038-use-queues/README.md)',
  },
  'a Korean record with lines': {
    path: 'docs/adr/0001-밴-사용.md', text: `# 밴 사용\n\n**작성일**: 2026-02-07\n**상태**: 승인됨\n\n## 배경\n\nText.\n\n## 결정\n\nText.\n\n## 결과\n\nText.\n`,
    made: 'docs/adr/0002-use-queues.md', starts: '# Use queues\n\n**작성일**: 2026-11-22\n**상태**: 제안됨\n**대체 대상**: [ADR-0001](0001-밴-사용.md)\n\n## 배경\n', says: '**상태**: [ADR-0002](0002-use-queues.md)로 대체',
  },
  'a German record': {
    path: 'docs/adr/0001-lieferwagen.md', text: '# ADR 0001: Lieferwagen\n\n## Status\n\nAkzeptiert\n\n## Kontext\n\nText.\n\n## Entscheidung\n\nText.\n\n## Konsequenzen\n\nText.\n',
    made: 'docs/adr/0002-use-queues.md', starts: '# ADR 0002: Use queues\n\n## Status\n\nVorgeschlagen\n\nErsetzt [ADR-0001](0001-lieferwagen.md)\n\n## Kontext\n\n{Kontext}\n\n## Entscheidung\n', says: 'Ersetzt durch [ADR-0002](0002-use-queues.md)',
  },
};

async function workspaceOf(files: Readonly<Record<string, string>>): Promise<Workspace> {
  const workspace = new Workspace({ files: memoryFiles(new Map(Object.entries(files))), templates: builtInTemplates, language: 'en', rulePage: () => '', today: () => '2026-03-02' });
  await workspace.load();
  return workspace;
}

function written(files: Readonly<Record<string, string>>, changes: readonly Change[]): Record<string, string> {
  const after = { ...files };
  for (const change of changes) {
    if (change.kind === 'create') after[change.path] = change.text;
    else if (change.kind === 'edit') after[change.path] = applyEdits(after[change.path]!, change.edits);
  }
  return after;
}

async function succeedTo(files: Readonly<Record<string, string>>, path: string, how: Succession = 'supersede', title = 'Use queues') {
  const made = await succeedIn(await workspaceOf(files), { how, path, title, today: '2026-11-22' });
  if (isRefusal(made)) throw new Error(made.refused);
  const after = written(files, made.changes);
  const read = await workspaceOf(after);
  return { path: made.path, after, old: read.entry(path)!, successor: read.entry(made.path)! };
}

describe('superseding', () => {
  it.each(Object.keys(WAYS))('follows the dialect of %s, with either line ending', async (way) => {
    const { path, text, made, starts, says } = WAYS[way]!;
    for (const ending of ['\n', '\r\n']) {
      const result = await succeedTo({ [path]: text.replaceAll('\n', ending) }, path);
      expect(result.path).toBe(made);
      const successor = result.after[made]!;
      expect(successor.slice(0, starts.replaceAll('\n', ending).length)).toBe(starts.replaceAll('\n', ending));
      expect(result.after[path]).toContain(says);
      const line = result.after[path]!.split(ending).filter((one, index) => one !== text.split('\n')[index]);
      expect(line).toHaveLength(1);
      expect(result.old).toMatchObject({ status: 'superseded', supersededBy: [made] });
      expect(result.successor).toMatchObject({ supersedes: [path], title: 'Use queues', open: true });
    }
  });

  it('makes the side-car, too, where the old document has one', async () => {
    const files = {
      'keps/1-one/README.md': `# KEP-1: One\n${BODY}`,
      'keps/1-one/kep.yaml': 'title: One\nkep-number: 1\nauthors:\n  - "@ann"\nstatus: implementable\ncreation-date: 2025-05-16\nreplaces:\n',
    };
    const { path, after, old, successor } = await succeedTo(files, 'keps/1-one/README.md');
    expect(path).toBe('keps/2-use-queues/README.md');
    expect(after['keps/2-use-queues/kep.yaml']).toBe('title: Use queues\nkep-number: 2\nauthors:\n  - {author}\nstatus: provisional\ncreation-date: 2026-11-22\nreplaces: KEP-1\n');
    expect(after['keps/1-one/kep.yaml']).toContain('status: replaced\nsuperseded-by: KEP-2\n');
    expect([old.supersededBy, successor.supersedes]).toEqual([[path], ['keps/1-one/README.md']]);
  });

  it('says it in the words and names of the neighbours', async () => {
    const record = (title: string, status: string) => `# ${title}\n\n## Status\n\n${status}\n\n## Context\n\nText.\n\n## Decision\n\nText.\n\n## Consequences\n\nText.\n`;
    const files = {
      'adr/0001-vans.md': record('Vans', 'Superseded by [0002-trucks](0002-trucks.md)'),
      'adr/0002-trucks.md': record('Trucks', 'Accepted\n\nReplaces [0001-vans](0001-vans.md)'),
    };
    const { after } = await succeedTo(files, 'adr/0002-trucks.md');
    expect(after['adr/0002-trucks.md']).toContain('Superseded by [0003-use-queues](0003-use-queues.md)\n');
    expect(after['adr/0003-use-queues.md']).toContain('Proposed\n\nReplaces [0002-trucks](0002-trucks.md)\n');
  });

  it('keeps a title with quotes, colons and brackets in the front matter and in the link', async () => {
    const { path, text } = WAYS['an improvement proposal with front matter']!;
    const { successor } = await succeedTo({ [path]: text }, path, 'supersede', 'Queues: all of [them], "now"');
    expect(successor.supersedes).toEqual([path]);
    const nygard = WAYS['a record of adr-tools']!;
    const { old } = await succeedTo({ [nygard.path]: nygard.text }, nygard.path, 'supersede', 'Queues: all of [them], "now"');
    expect(old.supersededBy).toEqual(['doc/adr/0005-queues-all-of-them-now.md']);
  });

  it('starts from the template of a team where it names one', async () => {
    const files = {
      '.docket.yaml': 'types:\n  adr:\n    template: template.md\n    files: ["adr/*.md"]\n',
      'template.md': '# {title}\n\nStatus: proposed\n\n## Why\n\n{why}\n\n## What\n\n{what}\n',
      'adr/0001-vans.md': '# Vans\n\nStatus: accepted\n\n## Why\n\nText.\n\n## What\n\nText.\n',
    };
    const { after } = await succeedTo(files, 'adr/0001-vans.md');
    expect(after['adr/0002-use-queues.md']).toBe('# Use queues\n\nStatus: proposed\nSupersedes: [ADR-0001](0001-vans.md)\n\n## Why\n\n{why}\n\n## What\n\n{what}\n');
  });

  it('writes the heading of the old one where the template of a team only stands in for a title', async () => {
    const files = {
      '.docket.yaml': 'types:\n  rfc:\n    template: 0000-template.md\n    files: ["rfcs/*.md"]\n',
      '0000-template.md': '# Title (Ex. 0000: RFC Topic)\n\n- Status: PROPOSED\n- Supersedes: (link to anything this RFC supersedes)\n\n## Summary\n\nOne paragraph.\n\n## Motivation\n\nWhy?\n',
      'rfcs/0007-vans.md': '# Team RFC 0007: Vans\n\n- Status: ADOPTED\n\n## Summary\n\nText.\n\n## Motivation\n\nText.\n',
    };
    const { after } = await succeedTo(files, 'rfcs/0007-vans.md');
    expect(after['rfcs/0008-use-queues.md']).toMatch(/^# Team RFC 0008: Use queues\n\n- Status: PROPOSED\n- Supersedes: \[RFC-0007\]\(0007-vans\.md\)\n/);
  });

  it('fills the status and the date that a template leaves to whoever begins', async () => {
    const files = {
      'adr/template.md': '# Title\n\n- Status: [draft | proposed | accepted | superseded by x] <!-- optional -->\n- Date: [YYYY-MM-DD when it was last updated]\n\n## Context and Problem Statement\n\n[Describe it]\n\n## Considered Options\n\n- [option 1]\n\n## Decision Outcome\n\n[option 1]\n',
      'adr/0001-vans.md': '# Vans\n\n- Status: accepted\n- Date: 2026-01-02\n\n## Context and Problem Statement\n\nText.\n\n## Considered Options\n\n- A\n\n## Decision Outcome\n\nA.\n',
    };
    const { after, successor } = await succeedTo(files, 'adr/0001-vans.md');
    expect(after['adr/0002-use-queues.md']).toMatch(/^# Use queues\n\n- Status: Proposed <!-- optional -->\n- Supersedes: \[ADR-0001\]\(0001-vans\.md\)\n- Date: 2026-11-22\n/i);
    expect(successor.open).toBe(true);
  });

  it('fills that status in the language of the old document', async () => {
    const files = {
      'adr/template.md': '# ADR XXXX: Kurzer Titel\n\n## Status\n\n{Entwurf/Akzeptiert/Verworfen} – kurzer Kommentar\n\n## Kontext\n\n- Beschreibe die Lage.\n\n## Entscheidung\n\n- Was tun wir?\n',
      'adr/0001-vans.md': '# ADR 0001: Lieferwagen\n\n## Status\n\nAkzeptiert – nach dem Versuch\n\n## Kontext\n\nText.\n\n## Entscheidung\n\nText.\n',
    };
    const { after, successor } = await succeedTo(files, 'adr/0001-vans.md');
    expect(after['adr/0002-use-queues.md']).toMatch(/^# ADR 0002: Use queues\n\n## Status\n\nVorgeschlagen\n\nErsetzt \[ADR-0001\]\(0001-vans\.md\)\n/);
    expect(successor.open).toBe(true);
  });

  it('refuses a state that is read from the middle of a sentence', async () => {
    const path = 'docs/adr/0001-one.md';
    const workspace = await workspaceOf({ [path]: '# One\n\n## Status\n\nThe team in Seoul has accepted it\n\n## Context\n\nText.\n\n## Decision\n\nText.\n\n## Consequences\n\nText.\n' });
    expect(await succeedIn(workspace, { how: 'supersede', path, title: 'x', today: '2026-11-22' })).toMatchObject({ refused: 'status-in-prose' });
  });

  it('refuses a document that nobody knows', async () => {
    expect(await succeedIn(await workspaceOf({}), { how: 'supersede', path: 'no.md', title: 'x', today: '2026-11-22' })).toMatchObject({ refused: 'unknown-document' });
  });
});

describe('amending', () => {
  it.each([
    ['design/implemented/0001-one.md', 'not-in-text'],
    ['design/0001-one.md', 'no-status'],
  ])('refuses %s, whose status stands nowhere in the text, with the reason', async (path, refused) => {
    const workspace = await workspaceOf({ [path]: `# RFC-0001: One\n${BODY}` });
    expect(await succeedIn(workspace, { how: 'amend', path, title: 'x', today: '2026-11-22' })).toMatchObject({ refused });
  });

  it.each(Object.keys(WAYS))('keeps the status of %s', async (way) => {
    const { path, text, made } = WAYS[way]!;
    const before = (await workspaceOf({ [path]: text })).entry(path)!;
    const { old, successor } = await succeedTo({ [path]: text }, path, 'amend');
    expect(old).toMatchObject({ status: before.status, date: before.date, supersededBy: [] });
    expect(successor).toMatchObject({ amends: [path], path: made });
  });
});
