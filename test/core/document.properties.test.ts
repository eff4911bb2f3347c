import fc from 'fast-check';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { parseDocument, type Document } from '../../src/core/document.ts';
import type { Range } from '../../src/core/lines.ts';
import { excerpt } from './excerpt.ts';

const LINES = [
  '', '', 'text', 'two *words* and `code`', '# Title', '## One', '### *Inner* <!-- optional -->', 'Setext', '===', '---', '> quote', '> # Quoted', '- item', '- [ ] task', '  - [x] inner [a](b.md)',
  '1. [-] one', '| a | b |', '|---|---|', '| 1 | x \\| y |', 'a | b', '-|-', '[a](b "t")', '![i](<c d>)', '[r]: e.md', '[r]', '<https://x.y>', '```', '~~~', '    code', '<!-- comment', '-->', '<div>',
  '---js', 'title: A', 'date: 2026-01-31', '한국어 제목', '🎉 [🎉](🎉.md)', '\\', '\t- [ ] tab', '\uFEFF', '[x](a\\_b)', '&amp;', '***', '+ [🟢] emoji',
];
const lines = fc.array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...LINES) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) }), { maxLength: 25 });
const frontMatter = fc.constantFrom<string[]>([], ['---', 'title: A', 'list: [a, b]', '---'], ['---', '---'], ['---', 'a: [', '---']);
const texts = fc.tuple(frontMatter, lines, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean()).map(([head, body, newline, final]) => [...head, ...body].join(newline) + (final ? newline : ''));

describe('whatever the text is', () => {
  it('every range lies inside and holds what it says', () => {
    fc.assert(fc.property(texts, (text) => checkRanges(text, parseDocument('a.md', text))), { examples: [['## One\n[r]: e.md\n&amp;\n===']], numRuns: 400 });
  });

  it('nothing throws and nothing is left unread for its bytes alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const document = parseDocument('a.md', text);
        expect(document.problems.filter((problem) => problem.id === 'not-parsed')).toEqual([]);
        checkRanges(text, document);
      }),
      { numRuns: 300 },
    );
  });

  it('its titles, fields, tasks and tables do not depend on its line endings', () => {
    fc.assert(
      fc.property(fc.tuple(frontMatter, lines), ([head, body]) => {
        const clean = body.map((line) => line.replace(/[\r\n]/g, ' '));
        expect(told([...head, ...clean].join('\r\n'))).toEqual(told([...head, ...clean].join('\n')));
      }),
      { numRuns: 300 },
    );
  });
});

function told(text: string): unknown {
  const document = parseDocument('a.md', text);
  return {
    titles: document.sections.map((section) => [section.title, section.depth, section.isEmpty, section.parent?.title]),
    fields: document.fields.map((field) => [field.key, field.value]),
    tasks: document.tasks.map((task) => [task.mark, task.text]),
    links: document.links.map((link) => [link.kind, link.target]),
    tables: document.tables.map((table) => [table.header, ...table.rows].map((row) => row.map((cell) => cell.text))),
    problems: document.problems.map((problem) => problem.id),
  };
}

function checkRanges(text: string, document: Document): void {
  const inside = (range: Range, outer: Range = { start: 0, end: text.length }): void => {
    expect(range.start).toBeGreaterThanOrEqual(outer.start);
    expect(range.end).toBeLessThanOrEqual(outer.end);
    expect(range.start).toBeLessThanOrEqual(range.end);
  };
  document.sections.forEach((section, index) => {
    inside(section.extent);
    inside(section.heading, section.extent);
    inside(section.content, section.extent);
    expect(section.content.start).toBe(section.heading.end);
    if (section.parent) inside(section.extent, section.parent.extent);
    const next = document.sections[index + 1];
    expect(section.content.end).toBe(next ? next.heading.start : text.length);
    const source = excerpt(text, section.heading)!;
    expect(/^#{1,6}(?:[ \t]|$)/.test(source) || /[\r\n][ \t]*(?:=+|-+)[ \t]*$/.test(source)).toBe(true);
    for (const node of section.nodes) inside({ start: node.position!.start.offset!, end: node.position!.end.offset! }, section.content);
  });
  for (const field of document.fields) {
    inside(field.keyRange, document.frontMatter!.content);
    if (field.valueRange) inside(field.valueRange, document.frontMatter!.content);
  }
  for (const link of document.links) {
    inside(link.range);
    if (!link.targetRange) continue;
    inside(link.targetRange, link.range);
    expect(excerpt(text, link.targetRange)).toBe(link.target);
  }
  for (const task of document.tasks) {
    expect(text.slice(task.markRange.start - 1, task.markRange.end + 1)).toBe(`[${task.mark}]`);
    inside(task.textRange);
    expect(task.textRange.start).toBeGreaterThan(task.markRange.end);
  }
  for (const table of document.tables) {
    for (const row of [table.header, ...table.rows]) {
      row.forEach((cell, index) => {
        inside(cell.range, table.range);
        const source = excerpt(text, cell.range)!;
        expect(source).toBe(source.trim());
        expect(source).not.toMatch(/(?<!\\)\|/);
        if (index) expect(cell.range.start).toBeGreaterThanOrEqual(row[index - 1]!.range.end);
      });
    }
  }
  for (const problem of document.problems) if (problem.range) inside(problem.range);
  visit(document.tree, (node) => inside({ start: node.position!.start.offset!, end: node.position!.end.offset! }));
}
