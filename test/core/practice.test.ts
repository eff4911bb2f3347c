import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/core/document.ts';
import { outlineOf } from '../../src/core/outline.ts';
import { practiceOf } from '../../src/core/practice.ts';
import { readTemplate } from '../../src/core/template.ts';

const template = readTemplate('rfc', '# {title}\n\n## Summary\n\n## Motivation\n\n## Risks\n\n### Worst case\n');
const outline = (...titles: string[]) => outlineOf(parseDocument('a.md', `# T\n\n${titles.map((title) => `${title.startsWith('#') ? title : `## ${title}`}\n\nx\n`).join('\n')}`));
const times = (count: number, ...titles: string[]) => Array.from({ length: count }, () => outline(...titles));
const required = (outlines: Parameters<typeof practiceOf>[1]): string[] => practiceOf(template, outlines).template.sections.filter((section) => section.required).map(({ title }) => title);
const FULL = ['Summary', 'Motivation', 'Risks', '### Worst case'];

describe('what a team does with a template that it has not named', () => {
  it('is all that the template says where there are few documents', () => {
    expect(required(times(7, 'Summary', 'Motivation'))).toEqual(['Summary', 'Motivation', 'Risks', 'Worst case']);
  });

  it('leaves out what many of its documents do without', () => {
    expect(required([...times(9, ...FULL), ...times(3, 'Summary', 'Motivation')])).toEqual(['Summary', 'Motivation', 'Worst case']);
    expect(required([...times(19, ...FULL), ...times(1, 'Summary', 'Motivation')])).toEqual(['Summary', 'Motivation', 'Risks', 'Worst case']);
  });

  it('asks for an inner section as often as the documents with the outer one have it', () => {
    expect(required([...times(6, ...FULL), ...times(6, 'Summary', 'Motivation', 'Risks')])).toEqual(['Summary', 'Motivation', 'Risks']);
  });

  it('is not told by documents that do not follow the template', () => {
    expect(required([...times(9, ...FULL), ...times(30, 'Agenda', 'Notes')])).toEqual(['Summary', 'Motivation', 'Risks', 'Worst case']);
  });

  it('is an order only where they keep it', () => {
    const other = ['Motivation', 'Summary', 'Risks', '### Worst case'];
    expect(practiceOf(template, [...times(19, ...FULL), ...times(1, ...other)]).keepsOrder).toBe(true);
    expect(practiceOf(template, [...times(9, ...FULL), ...times(3, ...other)]).keepsOrder).toBe(false);
  });
});
