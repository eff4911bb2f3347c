import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/core/document.ts';
import { readSharedIndex, type SharedIndex } from '../../../src/core/shared-index/read.ts';
import { recordsNamedIn } from '../../../src/core/shared-index/named-records.ts';
import { repositoriesOf } from '../../../src/core/shared-index/repositories.ts';

const indexOf = (name: string, documents: readonly object[], url?: string): SharedIndex => {
  const read = readSharedIndex(JSON.stringify({ docket: 'index', version: 1, name, url, documents }));
  if (!('index' in read)) throw new Error(read.mistake.reason.en);
  return read.index;
};
const decision = (path: string, id: string, number: number): object => ({ path, kind: 'decision', id, number, title: 'T', status: 'accepted' });

const payments = indexOf('payments', [decision('adr/0012-fees.md', '0012', 12), decision('adr/0013-cards.md', '0013', 13)], 'https://git.example.com/payments/');
const orders = indexOf('Orders', [decision('adr/ADR-3.md', 'ADR-3', 3), decision('rfcs/RFC-3.md', 'RFC-3', 3)]);
const repositories = repositoriesOf([payments, orders]);

/** What is named in a text: the words, and the path that they lead to. */
const namedIn = (text: string): string[] => recordsNamedIn(parseDocument('a.md', text), repositories).map(({ words, elsewhere }) => `${words} → ${elsewhere.isGone ? 'gone' : elsewhere.path}`);

describe('a record of another repository is named by the repository and the number there', () => {
  it.each([
    ['as people say it', 'See payments/ADR-12.', ['payments/ADR-12 → adr/0012-fees.md']],
    ['in whatever width and letters', 'payments/0012, payments/12, Payments/adr-0012', ['payments/0012 → adr/0012-fees.md', 'payments/12 → adr/0012-fees.md', 'Payments/adr-0012 → adr/0012-fees.md']],
    ['with the letters that tell two series apart', 'orders/ADR-3 orders/RFC-3 orders/3', ['orders/ADR-3 → adr/ADR-3.md', 'orders/RFC-3 → rfcs/RFC-3.md']],
    ['in a table', '| ADR |\n|---|\n| payments/ADR-12 |\n', ['payments/ADR-12 → adr/0012-fees.md']],
    ['in the front matter', '---\nsupersedes: payments/ADR-12\n---\n\n# A\n', ['payments/ADR-12 → adr/0012-fees.md']],
    ['in front of other words', '**payments/ADR-12**의 수수료, (payments/ADR-13)', ['payments/ADR-12 → adr/0012-fees.md', 'payments/ADR-13 → adr/0013-cards.md']],
    ['in front of a Korean particle', 'payments/ADR-12를 따르고, payments/ADR-13에서 정합니다.', ['payments/ADR-12 → adr/0012-fees.md', 'payments/ADR-13 → adr/0013-cards.md']],
  ])('%s', (_, text, named) => expect(namedIn(text)).toEqual(named));

  it('and it is certain that there is none where the repository counts its records so', () => {
    expect(namedIn('payments/ADR-99 payments/0099 orders/RFC-7')).toEqual(['payments/ADR-99 → gone', 'payments/0099 → gone', 'orders/RFC-7 → gone']);
  });

  it.each([
    ['names of other repositories', 'refunds/ADR-12'],
    ['what is longer than the name', 'acme/payments/ADR-12 and my-payments/ADR-12'],
    ['what is longer than the number', 'payments/ADR-12-fees payments/ADR-12.md payments/ADR-12/x payments/ADR-12b payments/123456789'],
    ['other series and bare numbers that are not there', 'payments/PR-99 payments/v2 payments/99 payments/2024'],
    ['a bare number that counts something in Korean', 'payments/12월 payments/13건'],
    ['addresses', 'https://example.com/payments/ADR-12 and git@payments/ADR-12'],
    ['code', '`payments/ADR-12`\n\n```\npayments/ADR-12\n```\n'],
    ['texts of links', '[payments/ADR-12](https://example.com)'],
  ])('but not by %s', (_, text) => expect(namedIn(text)).toEqual([]));

  it('and not where two repositories have one name and one number', () => {
    const twice = repositoriesOf([payments, indexOf('PAYMENTS', [decision('x/0012.md', '0012', 12)])]);
    expect(twice.named('payments', 'ADR-12')).toBeUndefined();
    expect(twice.named('payments', 'ADR-13')?.path).toBe('adr/0013-cards.md');
  });
});

describe('of many repositories', () => {
  it('a link belongs to the one with the longest address', () => {
    const many = repositoriesOf([indexOf('all', [decision('a/adr/1.md', '1', 1)], 'https://git.example.com/'), indexOf('a', [decision('adr/1.md', '1', 1)], 'https://git.example.com/a/')]);
    expect(many.linked('https://git.example.com/a/adr/1.md')?.index.name).toBe('a');
    expect(many.linked('https://git.example.com/b/adr/1.md')).toBeUndefined();
  });
});
