import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/core/document.ts';
import { itemsIn } from '../../src/core/items.ts';

function count(text: string): number {
  const { sections } = parseDocument('a.md', `# T\n\n## Options\n\n${text}\n`);
  return itemsIn(sections[1]!, sections.filter(({ parent }) => parent === sections[1]));
}

describe('the items of a section', () => {
  it.each([
    ['the items of its lists', '- a\n- b', 2],
    ['the items of lists between paragraphs', 'One:\n\n- a\n\nOther:\n\n- b', 2],
    ['what stands under its only item', '- there are\n  - a\n  - b', 2],
    ['its sections', '### a\n\nx\n\n### b\n\n- x\n- y\n- z', 2],
    ['what its only section lists', '### Overview\n\n- a\n- b', 2],
    ['the filled rows of a table', '| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | |\n| | |', 2],
    ['paragraphs with a label', '**Redis**: fast\n\n**Files**: slow', 2],
    ['paragraphs with a letter', 'Option A: fast\n\nOption B: slow', 2],
    ['Korean paragraphs with a number', '선택지 1: 빠르다\n\n선택지 2: 느리다', 2],
  ])('are %s', (_, text, expected) => {
    expect(count(text)).toBe(expected);
  });

  it.each([
    ['its only item with what speaks for and against it', '- Redis\n  - Good, because fast\n  - Bad, because new'],
    ['its only section with what speaks for and against it', '### Redis\n\n- Pro: fast\n- Con: new'],
    ['its only label', '**Redis**\n\n- 장점: 빠르다\n- 단점: 새롭다'],
  ])('are one where there is %s', (_, text) => {
    expect(count(text)).toBe(1);
  });

  it.each([['We looked at Redis and at files.'], ['- None'], ['- 없음'], ['We had no other option.\n\n- Redis'], ['### Redis\n\nThe only viable way.'], ['- Redis (다른 대안이 없습니다)'], ['']])('are not counted: %s', (text) => {
    expect(count(text)).toBe(0);
  });
});
