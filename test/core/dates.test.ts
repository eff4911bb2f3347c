import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesIn } from '../../src/core/dates.ts';
import { builtInVocabulary } from '../../src/core/vocabulary/index.ts';

const first = (text: string) => datesIn(text, builtInVocabulary)[0];

describe('dates', () => {
  it.each([
    ['2020-05-07', '2020-05-07'],
    ['2020-5-7', '2020-05-07'],
    ['2020/05/07', '2020-05-07'],
    ['2025.05.07', '2025-05-07'],
    ['2025. 5. 7.', '2025-05-07'],
    ['2014-10-24T00:00:00.000Z', '2014-10-24'],
    ['20200507', '2020-05-07'],
    ['2020年5月7日', '2020-05-07'],
    ['2020년 5월 7일', '2020-05-07'],
    ['May 7, 2020', '2020-05-07'],
    ['May 7th 2020', '2020-05-07'],
    ['7 May 2020', '2020-05-07'],
    ['11-Apr-2022', '2022-04-11'],
    ['03 December 2015', '2015-12-03'],
    ['Sept. 3, 2015', '2015-09-03'],
    ['2. März 2020', '2020-03-02'],
    ['02.03.2020', '2020-03-02'],
    ['2. 3. 2020', '2020-03-02'],
    ['2 maart 2020', '2020-03-02'],
    ['2 marzo 2020', '2020-03-02'],
    ['2 de marzo de 2020', '2020-03-02'],
    ['1er février 2020', '2020-02-01'],
    ['3 de março de 2021', '2021-03-03'],
    ['Decided on 2024-02-29, at noon', '2024-02-29'],
  ])('%s is %s', (text, value) => {
    expect(first(text)).toMatchObject({ value });
    expect(first(text)?.dayFirst).toBeUndefined();
  });

  it.each(['2020-13-01', '2023-02-29', '2020-05', 'May 2020', '1.2.3', 'v2020.1', '12:30', 'YYYY-MM-DD', '2020', 'Foo 7, 2020', '123456789'])('%s is none', (text) => {
    expect(first(text)).toBeUndefined();
  });

  it('keeps both readings of an ambiguous date', () => {
    expect(first('03/04/2021')).toMatchObject({ value: '2021-03-04', dayFirst: '2021-04-03' });
    expect(first('03-04-2021')).toMatchObject({ dayFirst: '2021-04-03' });
    expect(first('04/04/2021')).toEqual({ value: '2021-04-04', start: 0, end: 10 });
  });

  it('says what an unambiguous date gives away', () => {
    expect(first('25/12/2020')).toMatchObject({ value: '2020-12-25', order: 'day-first' });
    expect(first('12/25/2020')).toMatchObject({ value: '2020-12-25', order: 'month-first' });
  });

  it('finds every day of the calendar at its place, and never throws', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1970-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }), fc.constantFrom('', 'x ', 'am '), (date, before) => {
        const value = date.toISOString().slice(0, 10);
        expect(datesIn(`${before}${value}.`, builtInVocabulary)).toEqual([{ value, start: before.length, end: before.length + 10 }]);
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void datesIn(text, builtInVocabulary)));
  });
});
