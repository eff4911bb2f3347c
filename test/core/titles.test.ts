import { describe, expect, it } from 'vitest';
import { bareTitle, namePartsOf } from '../../src/core/titles.ts';
import { builtInVocabulary } from '../../src/core/vocabulary/index.ts';

describe('a title is shown without its id', () => {
  it.each([
    ['9. Help scripts', [], 'Help scripts'],
    ['0001 — Caché compartida', [1], 'Caché compartida'],
    ['ADR 060: Title', [60], 'Title'],
    ['ADR 45 - Queues', [45], 'Queues'],
    ['ADR 012: Copied from another', [21], 'Copied from another'],
    ['RFC-0009 Mail filters', [9], 'Mail filters'],
    ['KEP-1234: Pods', [1234], 'Pods'],
    ['Mail RFC 0453: Receipts 2.0', [453], 'Receipts 2.0'],
    ['17-12. Fallback', [], 'Fallback'],
    ['2019-03-08, full disk', [], 'full disk'],
    ['[DEPRECATED] Feature', [], 'Feature'],
    ['Week 5: Notifications', [], 'Week 5: Notifications'],
    ['Core64 - Faster start', [7958], 'Core64 - Faster start'],
    ['Support for SHA3-256 digests', [2537], 'Support for SHA3-256 digests'],
    ['Extension of MEP-77 for clients', [7636], 'Extension of MEP-77 for clients'],
    ['2020 roadmap', [], '2020 roadmap'],
    ['Use HTTP/2.0', [2], 'Use HTTP/2.0'],
    ['MSC1708: Well-known addresses', [1708], 'Well-known addresses'],
    ['SHA256: The one digest', [7], 'SHA256: The one digest'],
    ['0001-Choix du modèle', [1], 'Choix du modèle'],
    ['ADR 4 Queues', [4], 'Queues'],
    ['HTTP 2 Queues', [4], 'HTTP 2 Queues'],
    ['Feature Name: stageless', [], 'stageless'],
    ['(Draft) Queues', [], 'Queues'],
    ['(Open) Telemetry', [], '(Open) Telemetry'],
  ] as const)('%s', (title, numbers, shown) => {
    expect(bareTitle(title, numbers, builtInVocabulary)).toBe(shown);
  });
});

describe("a file's name", () => {
  it.each([
    ['0012-use-x', { id: '0012', number: 12, words: 'use x', pattern: 'number' }],
    ['adr-060-use-x', { id: 'ADR-060', number: 60, words: 'use x', pattern: 'prefix-number' }],
    ['adr001', { id: 'ADR-001', number: 1, pattern: 'prefix-number' }],
    ['20200924-use-x', { date: '2020-09-24', words: 'use x', pattern: 'date' }],
    ['2020-09-02', { date: '2020-09-02', words: '', pattern: 'date' }],
    ['17-12_fallback', { id: '17-12', words: 'fallback' }],
    ['ODH-ADR-Operator-0003-x', { id: 'ODH-ADR-Operator-0003', number: 3, words: 'x', pattern: 'prefix-number' }],
    ['phase-1-report', { words: 'phase 1 report', pattern: 'plain' }],
    ['design_3_0', { words: 'design 3 0', pattern: 'plain' }],
    ['adr-0012-3-tiers', { id: 'ADR-0012', number: 12, words: '3 tiers', pattern: 'prefix-number' }],
    ['week5-notification', { words: 'week5 notification', pattern: 'plain' }],
    ['NNNN-template', { words: 'NNNN template', pattern: 'plain' }],
  ])('%s', (stem, parts) => {
    expect(namePartsOf(stem)).toMatchObject(parts);
  });
});
