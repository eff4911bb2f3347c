// `npm run sample [-- COUNT SEED [RULE …]]`: draws findings from a corpus of real documents, for somebody to read each against its document.
// Every rule that fired has its share: as many as the others, or all it found. The corpus is no part of the project; where it is not there, nothing is drawn.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { dayOf } from '../src/core/calendar.ts';
import type { Finding } from '../src/core/finding.ts';
import { Workspace } from '../src/core/workspace.ts';
import { nodeFiles } from '../src/files/node.ts';
import { builtInTemplates } from './templates-on-disk.ts';

const corpus = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../shared/corpus/dev');
const [count = '300', seed = '1', ...only] = process.argv.slice(2);

interface Found {
  readonly place: string;
  readonly finding: Finding;
  readonly text: string;
}

if (existsSync(corpus)) await draw();
else console.log('Skipped: there is no corpus of real documents beside this checkout (../shared/corpus).');

async function draw(): Promise<void> {
  const byRule = new Map<string, Found[]>();
  const templates = await builtInTemplates();
  for (const project of (await readdir(corpus)).sort()) {
    const workspace = new Workspace({ files: nodeFiles(path.join(corpus, project)), templates, language: 'en', rulePage: (id) => id, today: () => dayOf(new Date()) });
    await workspace.load();
    for (const document of workspace.paths()) {
      for (const finding of await workspace.lint(document)) {
        if (only.length && !only.includes(finding.ruleId)) continue;
        const { text } = await workspace.document(document);
        byRule.set(finding.ruleId, [...(byRule.get(finding.ruleId) ?? []), { place: `${project}/${document}`, finding, text }]);
      }
    }
  }
  const drawn = shares([...byRule.values()].map((all) => shuffled(all)), Number(count));
  let number = 0;
  for (const all of drawn) for (const one of all) console.log(shown(++number, one));
  console.log('rule, fired, drawn');
  for (const [at, [rule, all]] of [...byRule].entries()) console.log(`${rule}, ${all.length}, ${drawn[at]!.length}`);
}

// The rules take turns until enough is drawn.
function shares(all: readonly (readonly Found[])[], most: number): Found[][] {
  const drawn: Found[][] = all.map(() => []);
  let left = most;
  for (let turn = 0; left > 0 && all.some((one) => one.length > turn); turn++) {
    all.forEach((one, at) => {
      if (one[turn] && left-- > 0) drawn[at]!.push(one[turn]!);
    });
  }
  return drawn;
}

function shown(number: number, { place, finding, text }: Found): string {
  const lines = text.split(/\r\n|\n|\r/);
  const line = finding.line ?? 1;
  const around = lines.slice(Math.max(0, line - 3), line + 4).map((one, at) => `    ${Math.max(0, line - 3) + at + 1}: ${one.slice(0, 220)}`);
  return [`#${number} ${finding.ruleId} (${finding.severity}) ${place}:${line}:${finding.column}`, `  ${finding.reason}`, ...finding.fixes.map((fix) => `  fix: ${fix.title}`), ...around, ''].join('\n');
}

// By a hash of what each is, so that a change to one rule leaves what is drawn of the others.
function shuffled(all: readonly Found[]): Found[] {
  const hash = ({ place, finding }: Found): string => createHash('sha256').update([seed, place, finding.ruleId, finding.range.start, finding.reason].join('\n')).digest('hex');
  return all.map((one) => [hash(one), one] as const).sort(([one], [other]) => (one < other ? -1 : 1)).map(([, one]) => one);
}
