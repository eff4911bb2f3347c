import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edit.ts';
import { readTemplate } from '../../src/core/template.ts';
import { lintText, typeOf } from './lint-text.ts';

const TEMPLATE = '# {title}\n\n## Context\n\n## *Costs* & `bill`\n\n## Way Back\n';
const findings = (text: string, template = TEMPLATE) => lintText(text, { types: [typeOf(readTemplate('rfc', template))] });
const missing = (text: string, template = TEMPLATE) => findings(text, template).filter((finding) => finding.ruleId === 'required-sections');
const mended = (text: string, template = TEMPLATE) => applyEdits(text, missing(text, template)[0]!.fixes[0]!.edits);

describe('a missing section is put in', () => {
  it('with the markup that the template gives its heading', () => {
    expect(mended('# T\n\n## Context\n\nx\n\n## Way Back\n\ny\n')).toBe('# T\n\n## Context\n\nx\n\n## *Costs* & `bill`\n\n## Way Back\n\ny\n');
  });

  it.each([
    ['a comment', '<!-- This is an optional element. -->\n'], ['a line', '---\n\n'], ['a line and a comment', '---\n\n<!-- optional -->\n'], ['an anchor', '<a name="back"></a>\n'],
  ])('in front of %s that belongs to the next heading', (_, above) => {
    expect(mended(`# T\n\n## Context\n\nx\n\n${above}## Way Back\n\ny\n`)).toBe(`# T\n\n## Context\n\nx\n\n## *Costs* & \`bill\`\n\n${above}## Way Back\n\ny\n`);
  });

  it('behind a comment that belongs to the section above', () => {
    expect(mended('# T\n\n## Context\n\nx\n<!-- more of it -->\n\n## Way Back\n\ny\n')).toBe('# T\n\n## Context\n\nx\n<!-- more of it -->\n\n## *Costs* & `bill`\n\n## Way Back\n\ny\n');
  });

  it('with the line ending of the document, also where that is a carriage return alone', () => {
    const text = '# T\n\n## Context\n\nx\n\n## Way Back\n\ny\n';
    for (const ending of ['\r\n', '\r']) expect(mended(text.replaceAll('\n', ending))).toBe(mended(text).replaceAll('\n', ending));
  });

  it.each([
    ['a code block', '```\ncode\n'], ['a code block of nothing', '~~~'], ['a comment', '<!-- open\n\n'], ['a script', '<script>\n\nx\n'],
  ])('not where %s that nobody closed would swallow it', (_, open) => {
    const [finding] = missing(`# T\n\n## Context\n\nx\n\n## Costs & bill\n\n${open}`);
    expect([finding?.data['section'], finding?.fixes]).toEqual(['Way Back', []]);
  });

  it.each([
    ['a closing line', '---\n\nWritten in *May*.\n'], ['the targets of links', '[a]: https://example.org/a\n'], ['both', '---\n\nSee [a].\n\n[a]: https://example.org/a\n'],
  ])('in front of %s at the end of the page', (_, closing) => {
    expect(mended(`# T\n\n## Context\n\nx\n\n## Costs & bill\n\nx\n\n${closing}`)).toBe(`# T\n\n## Context\n\nx\n\n## Costs & bill\n\nx\n\n## Way Back\n\n${closing}`);
  });

  it.each([
    ['that part the text of other sections, too', '## Context\n\nx\n\n---\n\nx\n\n## Costs & bill\n\nx\n\n---\n\nx\n'],
    ['that are several', '## Context\n\nx\n\n## Costs & bill\n\nx\n\n---\n\nx\n\n---\n\nx\n'],
    ['behind which more than words stand', '## Context\n\nx\n\n## Costs & bill\n\nx\n\n---\n\n- x\n'],
  ])('behind all of the last section where it has lines %s', (_, text) => {
    expect(mended(`# T\n\n${text}`)).toBe(`# T\n\n${text}\n## Way Back\n`);
  });

  it('behind a code block that is closed', () => {
    expect(mended('# T\n\n## Context\n\nx\n\n## Costs & bill\n\n```\ncode\n```\n')).toMatch(/```\n\n## Way Back\n$/);
  });
});

describe('a section is missing', () => {
  const OPTIONS = '# {title}\n\n## Redis\n\n### Pros\n\n### Cons\n\n## Postgres\n\n### Pros\n\n### Cons\n';

  it('in the one of two siblings that lacks it, and is not taken from the other', () => {
    const found = missing('# T\n\n## Redis\n\n### Pros\n\nx\n\n## Postgres\n\n### Pros\n\nx\n\n### Cons\n\nx\n', OPTIONS);
    expect(found.map((finding) => [finding.data['section'], finding.line])).toEqual([['Cons', 5]]);
  });

  it('where one of its name only stands in another section', () => {
    expect(missing('# T\n\n## Context\n\n### Way Back\n\nx\n\n## Costs & bill\n\nx\n').map((finding) => finding.data['section'])).toEqual(['Way Back']);
  });

  it('but not where its heading has an emoji or a number', () => {
    expect(findings('# T\n\n## 🧭 Context\n\nx\n\n## 2️⃣ Costs & bill\n\nx\n\n## :back: Way Back\n\nx\n')).toEqual([]);
  });

  it('from the status on that the template names', () => {
    const from = '# {title}\n\n## Context\n\n## Costs\n<!-- docket: {required: accepted} -->\n';
    expect(missing('# T\n\n## Context\n\nx\n', from)).toEqual([]);
    expect(readTemplate('rfc', from).sections[1]).toMatchObject({ required: true, requiredFrom: 'accepted' });
  });

  it('once, and not with all that it holds', () => {
    const nested = '# {title}\n\n## Context\n\n## Plan\n\n### Steps\n\n### People\n';
    expect(findings('# T\n\n## Context\n\nx\n', nested).map((finding) => finding.data['section'])).toEqual(['Plan']);
    expect(findings('# T\n\n## Context\n\nx\n\n## Plan\n', nested).map((finding) => [finding.ruleId, finding.data['section']])).toEqual([['empty-section', 'Plan']]);
  });
});

describe('a section out of order', () => {
  const ORDER = '# {title}\n\n## A\n\n## B\n\n## C\n\n## D\n';
  const body = (order: string) => `# T\n\n${[...order].map((title) => `## ${title}\n\nabout ${title}`).join('\n\n')}\n`;
  const found = (order: string) => findings(body(order), ORDER).filter((finding) => finding.ruleId === 'section-order');

  it.each([['ABDC', 'D'], ['CBAD', 'C'], ['DBCA', 'D'], ['BCDA', 'A'], ['DABC', 'D'], ['BCAD', 'A']])('is told once in %s', (order, title) => {
    expect(found(order).map((finding) => finding.data['section'])).toEqual([title]);
    expect(applyEdits(body(order), found(order)[0]!.fixes[0]!.edits)).toBe(body('ABCD'));
  });

  it('takes what stands in it along', () => {
    const text = '# T\n\n## B\n\nb\n\n### Of B\n\nx\n\n## A\n\na\n\n## C\n\nc\n\n## D\n\nd';
    const [finding] = findings(text, ORDER);
    expect(applyEdits(text, finding!.fixes[0]!.edits)).toBe('# T\n\n## A\n\na\n\n## B\n\nb\n\n### Of B\n\nx\n\n## C\n\nc\n\n## D\n\nd');
  });

  it('is not moved away from the comment above it', () => {
    const [finding] = findings('# T\n\n## B\n\nb\n\n<!-- of A -->\n## A\n\na\n\n## C\n\nc\n\n## D\n\nd\n', ORDER);
    expect([finding?.ruleId, finding?.fixes]).toEqual(['section-order', []]);
  });
});
