import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/core/document.ts';
import { standInsOf } from '../../src/core/stand-ins.ts';

const standIns = (text: string) => standInsOf(parseDocument('a.md', text));

describe('what stands for a section', () => {
  it.each([
    ['a paragraph that begins with its words in bold', '**Known risks** None so far.\n'],
    ['an item of a list that does', '- x\n  - **Known risks?**\n    None.\n'],
    ['an item of a list that begins with its words and a colon', '- Owner: Mina\n- Known risks: none so far\n'],
    ['a line of a paragraph that does', 'Owner: Mina  \nSite: Oslo\nKnown risks: none so far\n'],
    ['a heading that joins its words to others', '## Costs and known risks\n'],
    ['a heading that joins another name of it to others', '## 2. Costs & dangers\n'],
    ['a heading with a hyphen or a slash instead of a space', '## Known-Risks\n'],
  ])('is %s', (_, text) => {
    expect(standIns(text).has(['known risks', 'dangers'])).toBe(true);
  });

  it.each([
    ['bold words inside of a sentence', 'There are **known risks** here.\n'],
    ['its words and a colon with nothing behind them', 'Known risks:\n\n- Known risks: {what could go wrong}\n'],
    ['bold words in a quote or code', '> **Known risks**\n\n```\n**Known risks**\n```\n'],
    ['a heading of exactly these words, which stands at another place', '## Known risks\n'],
    ['a heading that is only like another name of it', '## {dangers}\n'],
  ])('is not %s', (_, text) => {
    expect(standIns(text).has(['known risks', 'dangers'])).toBe(false);
  });

  it('may be one half of a heading in Korean', () => {
    const { has } = standIns('## 근본 원인과 발생 계기\n\n## 목표 및 비목표\n\n## 조사 결과 요약\n');
    expect([has(['근본 원인']), has(['발생 계기']), has(['비목표']), has(['요약'])]).toEqual([true, true, true, false]);
  });

  it('may be a heading that has its words among others', () => {
    const { mentions } = standIns('## Upgrade / Downgrade and Version Skew Strategy\n');
    expect([mentions('version skew strategy'), mentions('upgrade / downgrade strategy'), mentions('test strategy'), mentions('')]).toEqual([true, true, false, false]);
  });
});
