import type { PlainFinding } from '../../core/finding.ts';
import type { PackedReading } from '../../core/reading.ts';

/** Has it the shape of what is remembered of a document? What is packed in it is not looked at. */
export function isReading(value: unknown): value is PackedReading {
  return isObject(value) && typeof value['path'] === 'string' && (value['typeName'] === undefined || typeof value['typeName'] === 'string') && Array.isArray(value['problems']) && typeof value['packed'] === 'string';
}

/** Has it the shape of a finding as data alone? */
export function isFinding(value: unknown): value is PlainFinding {
  return isObject(value) && (['ruleId', 'messageId', 'severity', 'reason', 'file', 'url'] as const).every((key) => typeof value[key] === 'string') && Array.isArray(value['place']) && value['place'].length === 6 && isObject(value['data']) && Array.isArray(value['fixes']);
}

/** Is it an object of data, and no list? */
export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
