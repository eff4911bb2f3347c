import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { applyEdits } from '../../../src/core/edit.ts';
import { nameTypes } from '../../../src/core/edits/name-types.ts';

const adr = { id: 'adr', template: 'docs/adr/template.md', files: ['docs/adr/[0-9]*.md'] };
const rfc = { id: 'rfc', template: '0000-template.md', files: ['text/[0-9]*.md', 'old/*.md'] };

function named(text: string, ...types: (typeof adr)[]): string {
  const edit = nameTypes(text, types);
  if ('refused' in edit) throw new Error(edit.refused);
  return applyEdits(text, [edit]);
}

const ADR = 'adr:\n    template: docs/adr/template.md\n    files:\n      - docs/adr/[0-9]*.md\n';

describe('naming types in .docket.yaml', () => {
  it.each([
    ['in an empty file', '', `types:\n  ${ADR}`],
    ['in a file without types', 'language: ko\n', `language: ko\ntypes:\n  ${ADR}`],
    ['in a file without a last line break', 'language: ko', `language: ko\ntypes:\n  ${ADR}`],
    ['with an empty line before it where the file has some', 'language: ko\n\nexclude: []\n', `language: ko\n\nexclude: []\n\ntypes:\n  ${ADR}`],
    ['in a file of comments', '# Ours\n', `# Ours\ntypes:\n  ${ADR}`],
    ['behind the types that are there', 'types:\n  design:\n    files: ["d/*.md"] # ours\n\nlanguage: ko\n', `types:\n  design:\n    files: ["d/*.md"] # ours\n  ${ADR}\nlanguage: ko\n`],
    ['where the types are empty', 'types:\nlanguage: ko\n', `types:\n  ${ADR.trimEnd()}\nlanguage: ko\n`],
    ['where the types are empty braces', 'types: {}\nlanguage: ko\n', `types:\n  ${ADR.trimEnd()}\nlanguage: ko\n`],
    ['with the line ends of the file', 'language: ko\r\n', `language: ko\ntypes:\n  ${ADR}`.replaceAll('\n', '\r\n')],
    ['under another name where its own is taken', 'types:\n    adr:\n        files: []\n', `types:\n    adr:\n        files: []\n    ${ADR.replace('adr:', 'adr-2:').replaceAll('\n    ', '\n      ').replaceAll('\n          -', '\n        -')}`],
  ])('works %s', (_, text, result) => {
    expect(named(text, adr)).toBe(result);
  });

  it('takes several at once', () => {
    expect(parse(named('', adr, rfc))).toEqual({ types: { adr: { template: adr.template, files: adr.files }, rfc: { template: rfc.template, files: rfc.files } } });
  });

  it.each([
    ['it is not YAML', 'types: [', 'not-yaml'],
    ['it is a list', '- a\n', 'not-yaml'],
    ['its types are text', 'types: no\n', 'not-yaml'],
    ['it is written in braces', '{language: ko}\n', 'in-braces'],
    ['its types are written in braces', 'types: {design: {}}\n', 'in-braces'],
  ])('is refused where %s', (_, text, refused) => {
    expect(nameTypes(text, [adr])).toEqual({ refused });
  });

  it('keeps every other setting, whatever the path is called', () => {
    fc.assert(fc.property(fc.string({ minLength: 1 }), fc.constantFrom('', 'language: ko\n', 'types:\n  a:\n    template: x.md\n'), (path, text) => {
      const read = parse(named(text, { id: 'one', template: path, files: [path] })) as { types: Record<string, unknown> };
      expect(read.types['one']).toEqual({ template: path, files: [path] });
      expect(read).toMatchObject((parse(text) as object | null) ?? {});
    }));
  });
});
