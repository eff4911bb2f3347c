import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument, plainText } from '../../../src/core/document.ts';
import type { Language } from '../../../src/core/language.ts';
import { asCode, asTarget, asText } from '../../../src/core/report/escape.ts';
import { Workspace } from '../../../src/core/workspace.ts';
import { memoryFiles } from '../../../src/files/memory.ts';
import { builtInTemplates } from '../../templates/built-in.ts';

async function review(files: Readonly<Record<string, string>>, path: string, language: Language = 'en'): Promise<string> {
  const workspace = new Workspace({ files: memoryFiles(new Map(Object.entries(files))), templates: builtInTemplates, language, rulePage: (id) => id, today: () => '2026-03-02' });
  await workspace.load();
  return workspace.review(path);
}

const RFC = { '.docket.yaml': 'types:\n  rfc:\n    template: rfc.md\n    files: ["text/*.md"]\n', 'rfc.md': '# {title}\n\n## Why\n\n## How\n\n## Costs\n' };
const PATH = 'text/0001-retry budget.md';
const TEXT = '---\nstatus: accepted\n---\n# Give every *carrier* a budget\n\n## Why\n\nBecause of <b>.\n\n## How\n\n<!-- later -->\n\n## Action Items\n\n- [ ] @mina Ask [Kestrel](https://example.com) for a plan (due: 2026-04-01)\n';
const above = (text: string, title: string): string => text.slice(0, text.indexOf(`\n## ${title}`));
const line = (text: string, words: string): string => text.split('\n').find((one) => one.includes(words)) ?? '';

describe('the report on a document', () => {
  it('says what it is, how far it is and why, and what is wrong, section by section, with links to the lines', async () => {
    const text = await review({ ...RFC, [PATH]: TEXT }, PATH);
    expect(above(text, 'Still open')).toBe([
      '# Review of “Give every carrier a budget”', '',
      `- **Document**: [\`${PATH}\`][document]`,
      '- **Status**: [accepted][L2]',
      '- **Type**: RFC (its path is under `types` in `.docket.yaml`)',
      line(text, 'Readiness'),
      '- **Found**: 2 errors', '',
      '## Problems', '',
      '### [How][L10]', '',
      '- **error** · [line 10][L10] · The section "How" is empty; write what belongs there, or "N/A" with the reason. (`empty-section`)',
      '- **error** · [line 10][L10] · The section "Costs" is missing; the RFC template requires it. (`required-sections`)', '',
    ].join('\n'));
    expect(text.split('\n\n').at(-1)).toBe('[document]: text/0001-retry%20budget.md\n[L2]: text/0001-retry%20budget.md#L2\n[L10]: text/0001-retry%20budget.md#L10\n[L16]: text/0001-retry%20budget.md#L16\n');
  });

  it('lists what is still open, and in words what was checked and is fine', async () => {
    const text = await review({ ...RFC, [PATH]: TEXT }, PATH);
    const rest = text.slice(text.indexOf('## Still open'));
    expect(rest).toContain('- Action item · [line 16][L16] · Ask Kestrel for a plan (mina, due 2026-04-01)');
    expect(rest).toContain("- Nothing is left of the template's prompts (`placeholder-text`)");
    expect(rest).not.toContain('(`empty-section`)');
  });

  it('counts required sections that have content and checks that found nothing', async () => {
    const text = await review({ ...RFC, [PATH]: TEXT }, PATH);
    const [, percent, answered, required, clean, ran] = /\*\*(\d+)%\*\*, the lower of two shares: (\d+) of (\d+) required sections have content, and (\d+) of (\d+) checks/.exec(line(text, 'Readiness'))!.map(Number);
    expect([answered, required, ran! - clean!]).toEqual([1, 3, 2]);
    expect(percent).toBe(Math.floor((100 * answered!) / required!));
    expect(text.match(/^- .*\(`[\w-]+`\)$/gm)!.filter((one) => !one.startsWith('- **') && !one.includes('.docket.yaml'))).toHaveLength(clean!);
  });

  it('is 100% only where nothing is wrong and nothing is missing', async () => {
    const whole = '---\nstatus: accepted\n---\n# A\n\n## Why\n\nw\n\n## How\n\nh\n\n## Costs\n\nc\n';
    expect(line(await review({ ...RFC, 'text/a.md': whole }, 'text/a.md'), 'Readiness')).toContain('**100%**');
    expect(line(await review({ ...RFC, 'text/a.md': whole.replace('accepted', 'draft').replace('c\n', '') }, 'text/a.md'), 'Readiness')).not.toContain('100%');
    expect(await review({ ...RFC, 'text/a.md': whole }, 'text/a.md')).not.toContain('## Problems');
  });

  it('gives no figure for a document of no type, and says why', async () => {
    const text = await review({ 'notes.md': '# Notes\n\nx\n' }, 'notes.md');
    expect(line(text, 'Type')).toContain('none that Docket knows');
    expect(text).not.toContain('Readiness');
    expect(line(text, '**Status')).toBe('- **Status**: none is written');
  });

  it('says who has not signed yet, also before it has to be', async () => {
    const rfc = `---\ndocket: {sign-off: [reliability, security]}\n---\n${RFC['rfc.md']}`;
    const text = await review({ ...RFC, 'rfc.md': rfc, 'text/a.md': '---\nstatus: draft\n---\n# A\n\n## Why\n\nw\n\n## Sign-off\n\n| Role | Verdict |\n|---|---|\n| Reliability: Mina | Approved |\n| Security: Tomas | |\n' }, 'text/a.md');
    expect(text).toContain('- Sign-off missing: security');
    expect(text).not.toContain('Sign-off missing: reliability');
  });

  it('speaks Korean', async () => {
    const text = await review({ ...RFC, [PATH]: TEXT }, PATH, 'ko');
    expect(text).toContain('# “Give every carrier a budget” 검토');
    expect(line(text, '준비도')).toMatch(/\*\*\d+%\*\*\(둘 중 낮은 쪽\): 필수 섹션 3개 중 1개에 내용이 있고, 검사 \d+개 중 \d+개에서 발견된 것이 없습니다/);
    for (const title of ['문제', '아직 남은 것', '검사해서 이상이 없는 것']) expect(text).toContain(`\n## ${title}\n`);
  });

  it('says how much is accepted for now', async () => {
    const accepted = JSON.stringify({ version: 1, documents: { [PATH]: { 'empty-section': { How: 1 } } } });
    const text = await review({ ...RFC, '.docket.yaml': `${RFC['.docket.yaml']}baseline: accepted.json\n`, 'accepted.json': accepted, [PATH]: TEXT }, PATH);
    expect(line(text, '**Found')).toBe('- **Found**: 1 error; 1 accepted for now by the baseline');
  });
});

describe('what a document says', () => {
  const inline = (source: string): { text: string; types: string[] } => {
    const { tree } = parseDocument('a.md', `x ${source} y\n`);
    const paragraph = tree.children[0] as { type: string; children?: { type: string }[] };
    return { text: plainText(tree), types: [paragraph.type, ...(paragraph.children ?? []).map(({ type }) => type)] };
  };

  it('is text in the report, whatever it is', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom('**', '`', '[a](b)', '<b>', '<!--', '-->', '|', '@team', '#1', '!1', 'www.a.b', 'https://a.b', '&amp;', '~~', '$', '\\', '- ', '1. ', '> '), fc.string({ maxLength: 8 })), { maxLength: 8 }).map((parts) => parts.join('')), (words) => {
      const { text, types } = inline(asText(words));
      expect(types.every((type) => ['paragraph', 'text', 'html'].includes(type))).toBe(true);
      expect(text.replace(/\s/g, '')).toBe(`x${words.replace(/[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g, ' ')}y`.replace(/\s/g, ''));
    }), { numRuns: 500 });
  });

  it('is code where it is a path or an id, with whatever ticks', () => {
    expect([asCode('a.md'), asCode('a`b'), asCode('`a'), asCode('a|b')]).toEqual(['`a.md`', '``a`b``', '`` `a ``', '`a\\|b`']);
  });

  it('is a link whose path cannot end it', () => {
    expect(asTarget('docs/a (b)/알림 [1].md')).toBe('docs/a%20%28b%29/알림%20%5B1%5D.md');
    expect(asTarget('a\uD800#?%.md')).toBe('a%EF%BF%BD%23%3F%25.md');
  });
});
