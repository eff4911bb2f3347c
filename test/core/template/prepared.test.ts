import { describe, expect, it } from 'vitest';
import { readTemplate, readTemplates } from '../../../src/core/template.ts';
import { prepareTemplates, preparedTemplate } from '../../../src/core/template/prepared.ts';
import { templates } from '../../../src/templates/index.ts';
import { builtInTemplates } from '../../templates/built-in.ts';

describe('templates that a build has read', () => {
  it('are the templates that are read from their texts', () => {
    const prepared = JSON.parse(JSON.stringify(prepareTemplates(builtInTemplates))) as ReturnType<typeof prepareTemplates>;
    expect(readTemplates({ ...templates, prepared })).toEqual(builtInTemplates);
  });

  it('are read from their texts once, when somebody asks for one of their longer texts', () => {
    const read = readTemplate('note', '# {title}\n\n## Why\n\nWhat is it for?\n', 'en');
    const asked: string[] = [];
    const template = preparedTemplate(prepareTemplates([read]).en[0]!, 'en', () => {
      asked.push(read.id);
      return read;
    });
    expect(template.sections.map(({ title, keys }) => [title, keys])).toEqual([['Why', ['why']]]);
    expect(asked).toEqual([]);
    expect([template.sections[0]!.prompt, template.text, template.prompts]).toEqual([read.sections[0]!.prompt, read.text, read.prompts]);
    expect(asked).toEqual(['note']);
  });

  it('have no mistakes, or the build stops', () => {
    const mistaken = readTemplate('note', '# {title}\n\n## Why\n\n<!-- docket: {requird: true} -->\n', 'en');
    expect(() => prepareTemplates([mistaken])).toThrow('The template "note" has a mistake');
  });
});
