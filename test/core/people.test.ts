import { describe, expect, it } from 'vitest';
import { fullestNames, isSamePerson, peopleAround, peopleOf } from '../../src/core/people.ts';
import { memoryFiles } from '../../src/files/memory.ts';

const COMMITTERS = ['Ann Lee <ann.lee@example.org>', 'Bo van Dyke <4711+bovd@users.noreply.example.com>', 'José Núñez <jn@example.org>', 'rvr <robin@example.org>'];

describe('somebody is known', () => {
  const { knows } = peopleOf(['Chris Park, @quiet-one'], COMMITTERS);
  it.each(['Ann Lee', 'Lee Ann', 'A. Lee', 'ann lee', '@ann.lee', '@annlee', '@alee', 'ann.lee@example.org', '@bovd', 'Bo Dyke', 'Jose Nunez', '@rvr', 'Robin', 'Ann', 'Chris Park', '@quiet-one', '@quietone'])('as %s', (name) => {
    expect(knows(name)).toBe(true);
  });

  it.each(['Ann Kim', 'Zoe Lee', '@zoe', 'zoe@example.org'])('but not as %s', (name) => {
    expect(knows(name)).toBe(false);
  });

  it('whose name is written in a script that no other name has', () => {
    expect(knows('김민수')).toBe(true);
    expect(peopleOf([], ['김민수 <k@example.org>', '박지호 <p@example.org>']).knows('이도윤')).toBe(false);
    expect(peopleOf([], ['김민수 <k@example.org>']).knows('Minsu Kim')).toBe(true);
  });
});

describe('the fullest name', () => {
  it('is that of the same person among all names, where only one can be meant', () => {
    expect(Object.fromEntries(fullestNames(['@ann', 'ann.lee', 'Ann Lee', '@bo', 'Bo Ek', 'Bo Berg', 'cho', '김민수']))).toEqual({ '@ann': 'Ann Lee', 'ann.lee': 'Ann Lee', 'Ann Lee': 'Ann Lee', '@bo': '@bo', 'Bo Ek': 'Bo Ek', 'Bo Berg': 'Bo Berg', cho: 'cho', 김민수: '김민수' });
  });
});

describe('a Korean', () => {
  it('is one by the given name and with the honorific, where only one can be meant', () => {
    expect([['김민지', '민지'], ['민지님', '김민지'], ['김민지님', '@김민지'], ['민지', '이민지']].map(([one, other]) => isSamePerson(one!, other!))).toEqual([true, true, true, true]);
    expect([['김민지', '이민지'], ['김민지', '김민'], ['지민', '민지']].map(([one, other]) => isSamePerson(one!, other!))).toEqual([false, false, false]);
    expect([...fullestNames(['민지', '김민지', '민지님', '박서준', '이서준', '서준'])].filter(([name]) => ['민지', '민지님', '서준'].includes(name))).toEqual([['민지', '김민지'], ['민지님', '김민지'], ['서준', '서준']]);
  });
});

describe('the people around a document', () => {
  const files = (committers: readonly string[] | undefined, texts: Record<string, string> = {}, above = '') => ({ ...memoryFiles(new Map(Object.entries(texts))), committers: async () => committers, above: async () => above });
  const about = { since: '2025-03-02', file: undefined };

  it('are nobody where neither commits nor a file tell', async () => {
    expect(await peopleAround(files(undefined, { CODEOWNERS: '* @ann\n' }), about)).toBeUndefined();
  });

  it('are those of commits and of CODEOWNERS, whose comments and patterns are no people', async () => {
    const people = (await peopleAround(files(COMMITTERS, { '.github/CODEOWNERS': '# @gone left\n[Docs] @lead\n/docs/mina/ @priya @acme/web # @late\n', '../CODEOWNERS': '* dora@example.org\n' }, 'docs'), about))!;
    expect(['Ann Lee', '@priya', '@lead', '@dora'].map(people.knows)).toEqual([true, true, true, true]);
    expect(['@gone', '@late', '@zoe', '@mina'].map(people.knows)).toEqual([false, false, false, false]);
  });

  it('are those of the file that is named, within the repository', async () => {
    const texts = { '../people.md': '- Zoe Park\n' };
    expect((await peopleAround(files(undefined, texts, 'docs'), { ...about, file: '../people.md' }))?.knows('Zoe Park')).toBe(true);
    expect(await peopleAround(files(undefined, texts), { ...about, file: '../people.md' })).toMatchObject({ unread: true });
  });
});
