import { describe, expect, it } from 'vitest';
import { headingKey, saysOptional, withoutOptional } from '../../src/core/headings.ts';

describe('two headings are the same', () => {
  it.each([
    ['without case', 'Decision Outcome', 'DECISION outcome'],
    ['without a number', 'Context', '1. Context'],
    ['without a number of several levels', 'Context', '1.2.3 Context'],
    ['with a bracket behind the number', 'Context', '2) Context'],
    ['with a roman number', 'Context', 'IV. Context'],
    ['with a letter', 'Context', 'b) Context'],
    ['with a circled number', '배경', '① 배경'],
    ['with a Korean letter', '배경', '가. 배경'],
    ['with a full-width number', '배경', '１．배경'.replace('．', '． ')],
    ['with a full-width number and no blank', 'Components', '３．Ｃｏｍｐｏｎｅｎｔｓ'],
    ['with a number and no blank', '배경', '1.배경'],
    ['with a number of two levels and no blank', '왜', '1.2)왜'],
    ['with the number of a chapter in Korean', '개요', '제1장 개요'],
    ['with a number in brackets', '설계', '(4) 설계'],
    ['with a number in square brackets', '운영', '[8] 운영'],
    ['with a dash behind the number', '시험', '6 - 시험'],
    ['with a colon behind the number', 'Rollout', '7: Rollout'],
    ['with the word required in front', '끝', '【필수】 끝'],
    ['with the word optional in front', 'Drivers', 'Optional: Drivers'],
    ['without emphasis', 'Context', '**Context**'],
    ['without code marks', 'Context', '`Context`'],
    ['without comments', 'Links', 'Links <!-- optional -->'],
    ['without a trailing colon', 'Context', 'Context:'],
    ['without a full-width colon', '배경', '배경：'],
    ['without the word optional', 'Drivers', 'Drivers (Optional)'],
    ['without it and its colon', 'Drivers', 'Drivers (optional):'],
    ['without it in square brackets', 'Drivers', 'Drivers [optional]'],
    ['without it in Korean', '결정 요인', '결정 요인 (선택)'],
    ['without it in full width', '결정 요인', '결정 요인（선택 사항）'],
    ['in full and half width', 'API 설계', 'ＡＰＩ　설계'],
    ['with any amount of white space', 'Decision Outcome', '  Decision \t  Outcome '],
    ['with a straight or a curly apostrophe', "What Didn't Go Well", 'What Didn’t Go Well'],
    ['without an emoji', 'Context', '🧭 Context'],
    ['without a keycap', 'Context', '1️⃣ Context'],
    ['without the name of an emoji', 'Context', ':memo: Context'],
    ['without the word required', '배경', '배경(필수)'],
    ['without an anchor', 'Context', 'Context {#context}'],
    ['composed or decomposed', '결정', '결정'.normalize('NFD')],
  ])('%s', (_, one, other) => {
    expect(headingKey(other)).toBe(headingKey(one));
  });
});

describe('two headings differ', () => {
  it.each([
    ['Context', 'Contexts'],
    ['Option 1', 'Option 2'],
    ['Consequences', 'Positive Consequences'],
    ['v1.2 Migration', 'Migration'],
    ['I think', 'think'],
    ['Optional Features', 'Features'],
    ['5 Whys', 'Whys'],
    ['1.5배 성장', '배 성장'],
    ['1.x Migration', 'x Migration'],
    ['2024 Goals', 'Goals'],
    ['2024: Goals', 'Goals'],
    ['24 - 7', '7'],
    ['3 tier design', 'tier design'],
    ['제안 1장 개요', '개요'],
  ])('%s and %s', (one, other) => {
    expect(headingKey(one)).not.toBe(headingKey(other));
  });
});

describe('a heading says that its section is optional', () => {
  it.each(['Drivers (optional)', 'Drivers (Optional)', 'Drivers [OPTIONAL]', 'Drivers (if applicable)', 'Drivers (optional):', '결정 요인 (선택)', '결정 요인（선택사항）', 'Drivers (optional) <!-- why -->'])('%s', (title) => {
    expect(saysOptional(title)).toBe(true);
    expect(saysOptional(withoutOptional(title.replace(/ <!--.*/, '')))).toBe(false);
  });

  it.each(['Optional', 'Optional Features', 'Drivers (optional in drafts)', '선택지', '결정 (선택지)'])('but not %s', (title) => {
    expect(saysOptional(title)).toBe(false);
  });
});
