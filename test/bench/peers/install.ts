import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheDir } from '../../host/cache.ts';
import { npm } from '../../host/command.ts';
import type { Command } from '../run-process.ts';
import { markdownIn } from '../sets.ts';

const PACKAGES = ['rumdl@0.2.75', 'markdownlint-cli2@0.22.1', 'remark-cli@12', 'remark-gfm@4', 'remark-frontmatter@5', 'unified-lint-rule@3', 'mdast-util-to-string@4'];

/** A section is required where so large a part of the documents has it: a folder may hold many that are no more than a notice. */
const ENOUGH = 0.4;

/** Makes the command by which a peer checks a folder. */
export type Peer = (folder: string) => Command;

/** Linters that ask a document for its sections, installed by npm outside of the project, and told which ones these are; `work` is where rumdl keeps its cache. */
export async function installPeers(sections: readonly string[], work: string): Promise<Readonly<Record<'rumdl' | 'rumdlCached' | 'markdownlint' | 'remark', Peer>>> {
  const place = path.join(cacheDir(), 'peers');
  const file = (name: string): string => path.join(place, name);
  await mkdir(place, { recursive: true });
  const wanted = JSON.stringify({ private: true, type: 'module', docket: PACKAGES });
  if (!existsSync(file('installed.json')) || (await readFile(file('installed.json'), 'utf8')) !== wanted) {
    await writeFile(file('package.json'), wanted);
    process.stderr.write('the peers (npm install)\n');
    await npm(['install', '--no-save', ...PACKAGES], place);
    await writeFile(file('installed.json'), wanted);
  }
  const headings = JSON.stringify(['*', ...sections.flatMap((section) => [`## ${section}`, '*'])]);
  await writeFile(file('rumdl.toml'), `[global]\nenable = ["MD043"]\n[MD043]\nheadings = ${headings}\n`);
  await writeFile(file('sections.markdownlint-cli2.jsonc'), `{"config":{"default":false,"MD043":{"headings":${headings}}},"noProgress":true}`);
  await writeFile(file('remarkrc.mjs'), remarkrc(sections));
  const bin = (name: string): string => file(path.join('node_modules', '.bin', name));
  const command = (program: string, ...args: readonly string[]): Peer => (cwd) => ({ program: bin(program), args, cwd });
  return {
    rumdl: command('rumdl', 'check', '--no-cache', '--config', file('rumdl.toml'), '.'),
    rumdlCached: command('rumdl', 'check', '--cache-dir', path.join(work, 'rumdl-cache'), '--config', file('rumdl.toml'), '.'),
    markdownlint: command('markdownlint-cli2', '--config', file('sections.markdownlint-cli2.jsonc'), '**/*.md'),
    remark: command('remark', '-q', '--no-stdout', '-r', file('remarkrc.mjs'), '.'),
  };
}

/** The titles of the sections that documents of a folder usually have, in the order in which they usually stand. */
export async function usualSections(folder: string): Promise<string[]> {
  const files = await markdownIn(folder);
  const places = new Map<string, number[]>();
  for (const file of files) {
    const titles = [...(await readFile(file, 'utf8')).matchAll(/^## (\S[^\r\n]*)$/gm)].map((found) => found[1]!.trim());
    for (const title of new Set(titles)) places.set(title, [...(places.get(title) ?? []), titles.indexOf(title)]);
  }
  const mean = (title: string): number => places.get(title)!.reduce((sum, place) => sum + place, 0) / places.get(title)!.length;
  return [...places.keys()].filter((title) => places.get(title)!.length >= files.length * ENOUGH).sort((one, other) => mean(one) - mean(other));
}

const remarkrc = (sections: readonly string[]): string => `import gfm from 'remark-gfm';
import frontmatter from 'remark-frontmatter';
import { lintRule } from 'unified-lint-rule';
import { toString } from 'mdast-util-to-string';

const required = ${JSON.stringify(sections)};
const rule = lintRule('bench:sections', (tree, file) => {
  const seen = new Set(tree.children.filter((node) => node.type === 'heading').map((node) => toString(node)));
  for (const section of required) if (!seen.has(section)) file.message(\`The section \${section} is missing.\`, tree);
});
export default { plugins: [gfm, frontmatter, rule] };
`;
