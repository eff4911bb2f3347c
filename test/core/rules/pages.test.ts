import type { Code, List } from 'mdast';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument, plainText, type Section } from '../../../src/core/document.ts';
import { applyEdits } from '../../../src/core/edit.ts';
import type { Finding } from '../../../src/core/finding.ts';
import { LANGUAGES, type Language } from '../../../src/core/language.ts';
import { rules } from '../../../src/core/rules/index.ts';
import { Workspace } from '../../../src/core/workspace.ts';
import { memoryFiles } from '../../../src/files/memory.ts';
import { builtInTemplates } from '../../templates/built-in.ts';

/*
 * The examples of a rule's page are its tests. Under "Wrong" and "Right" stand files in fences of four backticks, with
 * the path behind the language; `path at HEAD` is the text that Git has committed. Under "Wrong" the list behind them says what Docket finds: `path:line:column`, the
 * severity, the message; what other rules find there is left out. Under "Right" no rule finds anything. "The fix gives:"
 * leads to the files as the fixes leave them. Today is 2026-03-02.
 */
interface Example {
  readonly name: string;
  readonly files: Map<string, string>;
  readonly committed: Map<string, string>;
  readonly findings: readonly string[];
  readonly fixed: readonly (readonly [path: string, text: string])[];
}

const folder = new URL('../../../src/core/rules/', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.md')).map((name) => ({ id: name.replace(/\.md$/, ''), text: readFileSync(new URL(name, folder), 'utf8') }));

function examplesOf(page: string, title: 'Wrong' | 'Right'): Example[] {
  const document = parseDocument('page.md', page);
  const section = document.sections.find((one) => one.title === title);
  return section ? splitExamples(section) : [];
}

const AT_HEAD = ' at HEAD';

// A paragraph begins the next example, but for the one that leads to what the fix gives.
function splitExamples(section: Section): Example[] {
  type Open = { name: string; files: Map<string, string>; committed: Map<string, string>; findings: string[]; fixed: [string, string][] };
  const examples: Open[] = [];
  let isFixed = false;
  const begin = (name: string): void => void examples.push({ name, files: new Map(), committed: new Map(), findings: [], fixed: [] });
  for (const node of section.nodes) {
    if (node.type === 'paragraph') {
      isFixed = plainText(node) === 'The fix gives:';
      if (!isFixed) begin(plainText(node));
    } else if (node.type === 'code') {
      if (!examples.length) begin(section.title);
      const { meta, value } = node as Code;
      if (isFixed) examples.at(-1)!.fixed.push([meta!, `${value}\n`]);
      else if (meta!.endsWith(AT_HEAD)) examples.at(-1)!.committed.set(meta!.slice(0, -AT_HEAD.length), `${value}\n`);
      else examples.at(-1)!.files.set(meta!, `${value}\n`);
    } else if (node.type === 'list') examples.at(-1)!.findings.push(...(node as List).children.map((item) => plainText(item)));
  }
  return examples;
}

async function findingsOf({ files, committed }: Texts, language: Language): Promise<Found[]> {
  const workspace = new Workspace({ files: memoryFiles(files, new Map(), committed), templates: builtInTemplates, language, alwaysLanguage: language, rulePage: (id) => `${id}.md`, today: () => '2026-03-02' });
  await workspace.load();
  const found = await Promise.all([...workspace.configPaths(), ...workspace.paths()].map(async (path) => (await workspace.lint(path)).map((finding) => ({ path, finding }))));
  return found.flat();
}

type Texts = Pick<Example, 'files' | 'committed'>;

interface Found {
  readonly path: string;
  readonly finding: Finding;
}

// Makes the first fix of every finding, in whichever file its edits are.
function fixAll(files: ReadonlyMap<string, string>, found: readonly Found[]): Map<string, string> {
  const edits = found.flatMap(({ path, finding: { fixes: [fix] } }) => (fix ? [{ path, edits: fix.edits }, ...(fix.elsewhere ?? [])] : []));
  return new Map([...files].map(([path, text]) => [path, applyEdits(text, edits.filter((one) => one.path === path).flatMap((one) => one.edits))]));
}

const told = ({ path, finding }: Found): string => `${path}:${finding.line}:${finding.column} ${finding.severity}: ${finding.reason.replace(/\s+/g, ' ').replace(/\*\*/g, '')}`;
const plain = (text: string): string => text.replace(/\*\*/g, '');

describe.each(pages)('the page of $id', ({ id, text }) => {
  const wrong = examplesOf(text, 'Wrong');
  const right = examplesOf(text, 'Right');

  const ownFindings = async (texts: Texts, language: Language): Promise<Found[]> => (await findingsOf(texts, language)).filter(({ finding }) => finding.ruleId === id);

  it('begins with its id and what it asks for', () => {
    const { sections } = parseDocument('page.md', text);
    expect(sections[0]).toMatchObject({ title: id, depth: 1 });
    const rule = rules.find((one) => one.id === id);
    if (rule) expect(plainText(sections[0]!.nodes[0])).toBe(`${rule.meta.title.en}.`);
  });

  it('says why, and gives examples of both', () => {
    const titles = parseDocument('page.md', text).sections.filter((section) => section.depth === 2).map((section) => section.title);
    const rule = rules.some((one) => one.id === id);
    expect(titles).toEqual(rule ? ['Why', 'Options', 'Fix', 'Wrong', 'Right'] : ['Why', 'Wrong', 'Right']);
    expect([wrong.length > 0, right.length > 0]).toEqual([true, true]);
    for (const example of wrong) expect([example.name, example.findings.length > 0]).toEqual([example.name, true]);
  });

  it.each(wrong.map((example) => [example.name, example] as const))('wrong: %s', async (_, { files, committed, findings, fixed }) => {
    const found = await ownFindings({ files, committed }, 'en');
    expect(found.map(told).map(plain)).toEqual(findings.map(plain));
    for (const { finding } of found) expect(finding.url).toBe(`${id}.md`);

    const korean = await ownFindings({ files, committed }, 'ko');
    expect(korean.map(({ path, finding }) => [path, finding.messageId, finding.range, finding.severity])).toEqual(found.map(({ path, finding }) => [path, finding.messageId, finding.range, finding.severity]));
    for (const { finding } of korean) expect(finding.reason).toMatch(/[가-힣]/);

    if (!fixed.length) return;
    const after = fixAll(files, found);
    for (const [path, expected] of fixed) expect(after.get(path)).toBe(expected);
    const changed = [...after.keys()].filter((path) => after.get(path) !== files.get(path));
    expect(changed.sort()).toEqual(fixed.map(([path]) => path).sort());
    const left = await ownFindings({ files: after, committed }, 'en');
    expect(left.filter(({ path, finding }) => changed.includes(path) && finding.fixes.length)).toEqual([]);
  });

  it.each(right.map((example) => [example.name, example] as const))('right: %s', async (_, { files, committed, findings }) => {
    expect(findings).toEqual([]);
    for (const language of LANGUAGES) expect((await findingsOf({ files, committed }, language)).map(told)).toEqual([]);
  });

  it('shows a fix where the rule has one', () => {
    expect(wrong.some((example) => example.fixed.length > 0)).toBe(rules.find((one) => one.id === id)?.meta.fixable ?? false);
  });
});
