import { createHash } from 'node:crypto';
import type { LintedFile } from './reporter.ts';

/**
 * One mark for each finding of a document, in their order, by which a service knows it again after other lines have come, gone or moved:
 * made of the rule, the message, the section and the words marked, and counted where all of these are alike.
 */
export function fingerprintsOf({ findings, text }: LintedFile): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ ruleId, messageId, data, range }) => {
    const words = text.slice(range.start, Math.min(range.end, range.start + MOST)).replace(/\s+/g, ' ').trim();
    const mark = hashOf(JSON.stringify([ruleId, messageId, String(data['section'] ?? ''), words]), 16);
    const count = (seen.get(mark) ?? 0) + 1;
    seen.set(mark, count);
    return `${mark}:${count}`;
  });
}

/** The first `length` hexadecimal digits of a text's SHA-256. */
export function hashOf(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

/** UTF-16 units of the words marked that count. */
const MOST = 1000;
