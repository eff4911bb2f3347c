import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, parseDocument } from 'yaml';
import { plainYaml } from '../../src/core/plain-yaml.ts';

const OPTIONS = { schema: 'core', version: '1.2', uniqueKeys: false, logLevel: 'silent', strict: true, prettyErrors: false } as const;

// Keys and values with their kinds and places.
const pairsOf = (contents: unknown): unknown =>
  isMap(contents) ? contents.items.map(({ key, value }) => [key, value].map((node) => (isScalar(node) ? [node.value, node.type, node.range?.slice(0, 2)] : 'no scalar'))) : 'no map';

const read = (source: string) => {
  const plain = plainYaml(source);
  const { errors, contents } = parseDocument(source, OPTIONS);
  if (plain) expect([source, pairsOf(plain)]).toEqual([source, errors.length ? errors : pairsOf(contents)]);
  return plain !== undefined;
};

describe('front matter of plain lines', () => {
  it('is read as YAML reads it', () => {
    expect(read('eip: 20\ntitle: Token Standard\nauthor: Ann Doe <ann@example.org>, Bob (@bob)\ndiscussions-to: https://example.org/a#b\nstatus:  Final  \ncreated: 2015-11-19\nrequires: 1, 2')).toBe(true);
    expect(read('상태: 승인')).toBe(false);
    expect(read('status: 승인됨\r\nowner: 김민아\r\n')).toBe(true);
  });

  it.each(['a: "b"', 'a: [b]', 'a: b\n  c', 'a:', 'a: b # c', 'a: b: c', 'a: b:', 'a: true', 'a: null', 'true: b', 'a: 1.5', 'a: 0x1f', 'a: 1e3', 'a: - b', 'a: &b c', '# b\na: b', 'a: b\n\nc: d', 'a:\tb', 'a: b\tc', 'a: >-\n  b', 'a\u3000: b', 'a: b\u0085c', '', ' a: b', '- a: b', '<<: a'])('is left to YAML where it may be more: %j', (source) => {
    expect(read(source)).toBe(false);
  });

  it('is never read in another way, whatever its lines hold', () => {
    const part = fc.constantFrom('a', 'B', '1', '0', '-', '_', '.', ' ', ' ', ':', ': ', '#', ' #', ',', '<', '>', '(', ')', '[', ']', '{', '}', '"', "'", '&', '*', '!', '%', '@', '`', '|', '?', '~', '\t', '\r', '\u3000', '\ufeff', 'é', '가', '😀', 'null', 'true', 'e', 'x', '+', '/', '\\', '=');
    const value = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));
    const line = fc.oneof({ weight: 6, arbitrary: fc.tuple(fc.constantFrom('a', 'status', 'b-c', 'x_1', 'null', 'y'), fc.constantFrom(': ', ':  ', ':'), fc.constantFrom('', 'w', '2', '(', '<'), value).map((parts) => parts.join('')) }, { weight: 1, arbitrary: value });
    const source = fc.tuple(fc.array(line, { minLength: 1, maxLength: 4 }), fc.constantFrom('\n', '\r\n'), fc.boolean()).map(([lines, ending, isClosed]) => lines.join(ending) + (isClosed ? ending : ''));
    let plain = 0;
    fc.assert(fc.property(source, (one) => void (plain += Number(read(one)))), { numRuns: 5000 });
    expect(plain).toBeGreaterThan(200);
  });
});
