import { describe, expect, it } from 'vitest';
import { readTemplate, readTemplates } from '../../../src/core/template.ts';
import { prepareTemplates, preparedTemplates } from '../../../src/core/template/prepared.ts';
import { builtInTemplates } from '../../templates/built-in.ts';

describe('templates that a build has read', () => {
  it('are the templates that are read from their texts', () => {
    const prepared = JSON.parse(JSON.stringify(prepareTemplates(builtInTemplates))) as ReturnType<typeof prepareTemplates>;
    expect(readTemplates({ en: [], ko: [], prepared })).toEqual(builtInTemplates);
  });

  it('keep what a directive says is kept, though their texts have no directives any more', () => {
    const read = readTemplate('note', '# {title}\n\n## Why\n\n<!-- docket: {keep: true} -->\n\nDescribe what it is for.\n\n## How\n\nDescribe how it is done.\n', 'en');
    const { prompts } = preparedTemplates(prepareTemplates([read]), 'en')[0]!;
    expect([...prompts.blocks]).toEqual(['describe how it is done.']);
    expect(prompts).toEqual(read.prompts);
  });

  it('have no mistakes, or the build stops', () => {
    const mistaken = readTemplate('note', '# {title}\n\n## Why\n\n<!-- docket: {requird: true} -->\n', 'en');
    expect(() => prepareTemplates([mistaken])).toThrow('The template "note" has a mistake');
  });
});
