import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commandNames, commandsFor } from '../../src/cli/commands/index.ts';
import { lintReporters } from '../../src/cli/reporters/lint/index.ts';
import { listReporters } from '../../src/cli/reporters/list/index.ts';

const sourcesIn = (folder: string, ...others: string[]): string[] =>
  readdirSync(fileURLToPath(new URL(`../../src/cli/${folder}`, import.meta.url))).map((name) => name.replace(/\.ts$/, '')).filter((name) => !['index', ...others].includes(name)).sort();

describe('the lists of the command line', () => {
  it('name every command that has a source', () => {
    // The list itself has the name of the command that publishes an index.
    expect(commandNames.map((name) => (name === 'index' ? 'publish-index' : name)).sort()).toEqual(sourcesIn('commands', 'command'));
  });

  it('load each command under its own name, alone', async () => {
    for (const name of commandNames) expect((await commandsFor(name)).map((one) => one.name)).toEqual([name]);
  });

  it('name every reporter that has a source', () => {
    expect(Object.keys(lintReporters).sort()).toEqual(sourcesIn('reporters/lint'));
    expect(Object.keys(listReporters).sort()).toEqual(sourcesIn('reporters/list'));
  });
});
