// `npm run structure`: documents of a corpus that follow the template beside them are spoilt in one way after the other,
// and each time exactly the one finding is expected. A template and a folder can be given: `npm run structure -- FILE FOLDER`.
// The corpus is no part of the project; where it is not there, nothing is tried.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RootContent } from 'mdast';
import { contentsOf } from '../src/core/contents.ts';
import { parseDocument, type Document, type Section } from '../src/core/document.ts';
import { RECORD_KINDS } from '../src/core/entry.ts';
import type { Finding } from '../src/core/finding.ts';
import { createLinter } from '../src/core/lint.ts';
import { DEFAULT_CONFIG } from '../src/core/config.ts';
import { matchSections } from '../src/core/matching.ts';
import { isSidecarPath, readDocumentFacts, readSidecar } from '../src/core/reading.ts';
import { recordsOf } from '../src/core/records.ts';
import { rules } from '../src/core/rules/index.ts';
import { readTemplate, type Template, type TemplateSection } from '../src/core/template.ts';
import { templateSections } from '../src/core/template/sections.ts';
import { builtInVocabulary } from '../src/core/vocabulary/index.ts';
import { WorkspaceIndex } from '../src/core/workspace-index.ts';
import { textsOf } from './texts-of.ts';

const corpus = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../shared/corpus/dev');
const MOST_SECTIONS = 5;
const MOST_DOCUMENTS = 12;
const STRUCTURE = ['required-sections', 'section-order', 'empty-section', 'duplicate-section', 'placeholder-text'];

interface Spoilt {
  readonly text: string;
  /** The titles that the finding may name. */
  readonly sections: readonly string[];
}

type Spoil = (input: { text: string; section: Section; wanted: TemplateSection; next: { section: Section; wanted: TemplateSection } | undefined; body: string }) => Spoilt | undefined;

const BREAK = '\n\n';
const cut = (text: string, start: number, end: number, instead = ''): string => text.slice(0, start) + instead + text.slice(end);

const MUTATIONS: Readonly<Record<string, readonly [rule: string, spoil: Spoil]>> = {
  deleted: ['required-sections', ({ text, section, wanted }) => ({ text: cut(text, section.extent.start, section.extent.end), sections: [wanted.title] })],
  renamed: ['required-sections', ({ text, section, wanted }) => ({ text: cut(text, section.heading.start, section.heading.end, `${'#'.repeat(section.depth)} Zebra crossings`), sections: [wanted.title] })],
  emptied: ['empty-section', ({ text, section, wanted }) => ({ text: cut(text, section.heading.end, section.extent.end, BREAK), sections: [wanted.title] })],
  doubled: ['duplicate-section', ({ text, section, wanted }) => ({ text: cut(text, section.extent.end, section.extent.end, BREAK + text.slice(section.extent.start, section.extent.end) + BREAK), sections: [wanted.title] })],
  'at the end': ['duplicate-section', ({ text, section, wanted }) => ({ text: text + BREAK + text.slice(section.extent.start, section.extent.end), sections: [wanted.title] })],
  swapped: ['section-order', ({ text, section, wanted, next }) => {
    if (!next) return undefined;
    const [one, other] = [section.extent, next.section.extent];
    const between = text.slice(one.end, other.start);
    return { text: text.slice(0, one.start) + text.slice(other.start, other.end).trimEnd() + BREAK + between + text.slice(one.start, one.end).trimEnd() + BREAK + text.slice(other.end), sections: [wanted.title, next.wanted.title] };
  }],
  'prompt alone': ['placeholder-text', ({ text, section, wanted, body }) => (body ? { text: cut(text, section.heading.end, section.extent.end, BREAK + body + BREAK), sections: [wanted.title] } : undefined)],
  'prompt above': ['placeholder-text', ({ text, section, wanted, body }) => (body ? { text: cut(text, section.heading.end, section.heading.end, BREAK + body + BREAK), sections: [wanted.title] } : undefined)],
};

const lint = createLinter(rules, (id) => id);
const [givenTemplate, givenFolder] = process.argv.slice(2);
process.exitCode = givenTemplate && givenFolder ? await tryGiven(givenTemplate, givenFolder) : existsSync(corpus) ? await tryAll() : skip();

function skip(): number {
  console.log('Skipped: there is no corpus of real documents beside this checkout (../shared/corpus).');
  return 0;
}

async function tryGiven(template: string, folder: string): Promise<number> {
  const texts = await textsOf(path.resolve(folder));
  return tryTemplate(path.basename(template), await readFile(template, 'utf8'), sortedOut(texts).documents) ? 1 : 0;
}

async function tryAll(): Promise<number> {
  let wrong = 0;
  for (const project of (await readdir(corpus)).sort()) {
    const texts = await textsOf(path.join(corpus, project));
    const { templates, documents } = sortedOut(texts);
    for (const template of templates) wrong += tryTemplate(`${project}/${template}`, texts.get(template)!, documents);
  }
  return wrong ? 1 : 0;
}

function tryTemplate(name: string, source: string, documents: ReadonlyMap<string, string>): number {
  const template = readTemplate('template', source);
  if (!template.sections.length) return 0;
  const counts: Record<string, { right: number; wrong: number }> = {};
  const shown: string[] = [];
  let conforming = 0;
  for (const [file, text] of documents) {
    const document = parseDocument(file, text);
    if (text === source || findingsOf(document, template).length > 0) continue;
    conforming += 1;
    if (conforming > MOST_DOCUMENTS) continue;
    for (const { mutation, rule, spoilt } of spoiltOf(document, template, source)) {
      const found = findingsOf(parseDocument(file, spoilt.text), template);
      const [first] = found;
      const isRight = found.length === 1 && first!.ruleId === rule && spoilt.sections.includes(String(first!.data['section']));
      const count = (counts[mutation] ??= { right: 0, wrong: 0 });
      if (isRight) count.right += 1;
      else {
        count.wrong += 1;
        shown.push(`  ${mutation} "${spoilt.sections[0]}" in ${file}: ${found.map((one) => `${one.ruleId} "${String(one.data['section'])}" ${one.line}`).join(', ') || 'nothing'}`);
      }
    }
  }
  const cells = Object.keys(MUTATIONS).map((mutation) => `${mutation} ${counts[mutation]?.right ?? 0}/${(counts[mutation]?.right ?? 0) + (counts[mutation]?.wrong ?? 0)}`);
  if (conforming) console.log(`${name}: ${conforming} of ${documents.size} conform; ${cells.join(', ')}`);
  else console.log(`${name}: none of ${documents.size} conforms`);
  const stays = template.sections.filter((section) => section.required && contentsOf({ nodes: nodesOf(section, source) }, source, template.prompts).prompts.length === 0 && bodyOf(section, source));
  if (conforming && stays.length) console.log(`  what the template has stays in documents: ${stays.map(({ title }) => title).join(', ')}`);
  for (const line of shown.slice(0, 12)) console.log(line);
  return shown.length;
}

function* spoiltOf(document: Document, template: Template, source: string): Generator<{ mutation: string; rule: string; spoilt: Spoilt }> {
  const { matches } = matchSections(document, template);
  const order = new Map(template.sections.map((section, index) => [section, index]));
  const required = matches.filter(({ wanted }) => wanted.required && !wanted.repeated && !wanted.free).sort((one, other) => order.get(one.wanted)! - order.get(other.wanted)!);
  const step = Math.max(1, Math.ceil(required.length / MOST_SECTIONS));
  for (const [at, { wanted, found, within }] of required.entries()) {
    if (at % step) continue;
    const sibling = required.slice(at + 1).find((one) => one.within === within && one.found.depth === found.depth && one.found.parent === found.parent);
    const next = sibling && { section: sibling.found, wanted: sibling.wanted };
    const stays = contentsOf({ nodes: nodesOf(wanted, source) }, source, template.prompts).prompts.length === 0;
    const body = stays ? '' : bodyOf(wanted, source);
    for (const [mutation, [rule, spoil]] of Object.entries(MUTATIONS)) {
      const spoilt = spoil({ text: document.text, section: found, wanted, next, body });
      if (spoilt && spoilt.text.trim() !== document.text.trim()) yield { mutation, rule, spoilt };
    }
  }
}

// What the template has under a heading, where some of it is not to stay.
function bodyOf(wanted: TemplateSection, source: string): string {
  const [first] = nodesOf(wanted, source);
  const section = parseDocument('template.md', source).sections.find((one) => one.nodes[0] !== undefined && first !== undefined && one.nodes[0].position!.start.offset === first.position!.start.offset);
  const body = section ? source.slice(section.content.start, section.content.end).trim() : '';
  return /[\p{L}]/u.test(body) ? body : '';
}

function nodesOf(wanted: TemplateSection, source: string): readonly RootContent[] {
  const read = templateSections(parseDocument('template.md', source), () => {});
  return read.find(({ section }) => section.heading === wanted.heading && section.depth === wanted.depth && section.parent?.heading === wanted.parent?.heading)?.nodes ?? [];
}

function findingsOf(document: Document, template: Template): Finding[] {
  const type = { id: template.id, kind: template.kind, templates: [template], claims: () => true, builtIn: false };
  return lint({ document, entry: undefined, type: { type, template, why: 'files', isGuess: false }, records: recordsOf([]), surroundings: { today: '2026-03-02' }, config: DEFAULT_CONFIG, vocabulary: builtInVocabulary, language: 'en' }).filter((finding) => STRUCTURE.includes(finding.ruleId));
}

function sortedOut(texts: ReadonlyMap<string, string>): { templates: string[]; documents: Map<string, string> } {
  const index = new WorkspaceIndex();
  for (const [file, text] of texts) index.set(isSidecarPath(file) ? readSidecar(file, text) : readDocumentFacts(parseDocument(file, text)));
  const entries = index.entries();
  return {
    templates: entries.filter((entry) => entry.kind === 'template').map((entry) => entry.path),
    documents: new Map(entries.filter((entry) => RECORD_KINDS.includes(entry.kind)).map((entry) => [entry.path, texts.get(entry.path)!])),
  };
}
