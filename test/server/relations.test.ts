import { afterEach, describe, it, vi } from 'vitest';
import { connect, type Client } from './client.ts';

/** Milliseconds: a busy machine answers late. */
vi.setConfig({ testTimeout: 60_000 });

const TEAM = 'file:///team';
const team = (path: string): string => `${TEAM}/${path}`;
const record = (title: string, status: string): string => `# ${title}\n\n## Status\n\n${status}\n\n## Context\n\nx\n\n## Decision\n\ny\n\n## Consequences\n\nz\n`;

const clients: Client[] = [];
async function client(files: Record<string, string>): Promise<Client> {
  const made = await connect({ folders: { [TEAM]: files } });
  clients.push(made);
  return made;
}
afterEach(async () => {
  for (const one of clients.splice(0)) await one.end();
});

describe('an open document is checked again when another one', () => {
  it('that it supersedes says so, or does not any more, before it is saved', async () => {
    const [old, next] = [team('docs/adr/0001-a.md'), team('docs/adr/0002-b.md')];
    const files = { 'docs/adr/0001-a.md': record('1. A', 'Accepted'), 'docs/adr/0002-b.md': record('2. B', 'Accepted\n\nSupersedes [1. A](0001-a.md)') };
    const one = await client(files);
    await one.rows();
    await one.open(next, files['docs/adr/0002-b.md']);
    await one.open(old, files['docs/adr/0001-a.md']);
    await one.shows(next, 'superseded-one-sided: 0001-a.md');
    await one.change(old, record('1. A', 'Superseded by [2. B](0002-b.md)'), 2);
    await one.shows(next);
    await one.close(old);
    await one.shows(next, 'superseded-one-sided: 0001-a.md');
  });

  it('gets the same number, and when it gives it up', async () => {
    const [a, b] = [team('docs/adr/0001-first.md'), team('docs/adr/0001-other.md')];
    const one = await client({ 'docs/adr/0001-first.md': record('1. A', 'Accepted'), 'docs/adr/0003-c.md': record('3. C', 'Accepted') });
    await one.rows();
    await one.open(a, record('1. A', 'Accepted'));
    await one.shows(a);
    one.maps.get(TEAM)!.set('docs/adr/0001-other.md', record('1. Other', 'Accepted'));
    await one.watched([b, 1]);
    await one.shows(a, 'duplicate-number: 0001-other.md');
    one.maps.get(TEAM)!.delete('docs/adr/0001-other.md');
    await one.watched([b, 3]);
    await one.shows(a);
  });

  it('loses the heading that it links to, and when a file comes or goes that it shows', async () => {
    const [a, b] = [team('docs/a.md'), team('docs/b.md')];
    const text = '# A\n\nSee [the plan](b.md#plan) and ![it](plan.png).\n';
    const one = await client({ 'docs/a.md': text, 'docs/b.md': '# B\n\n## Plan\n', 'docs/plan.png': 'x' });
    await one.rows();
    await one.open(a, text);
    await one.open(b, '# B\n\n## Plan\n');
    await one.shows(a);
    await one.change(b, '# B\n\n## Schedule\n', 2);
    await one.shows(a, 'broken-link: b.md');
    await one.change(b, '# B\n\n## Plan\n', 3);
    await one.shows(a);
    one.maps.get(TEAM)!.delete('docs/plan.png');
    await one.notify('docket/foldersChanged', { uris: [team('docs/plan.png')] });
    await one.shows(a, 'broken-link: docs/plan.png');
    one.maps.get(TEAM)!.set('docs/plan.png', 'x');
    await one.notify('docket/foldersChanged', { uris: [], hasOthers: true });
    await one.shows(a);
  });
});
