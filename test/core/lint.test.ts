import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Status } from '../../src/core/entry.ts';
import type { Severity } from '../../src/core/finding.ts';
import { LANGUAGES } from '../../src/core/language.ts';
import { DEFAULT_CONFIG } from '../../src/core/config.ts';
import { MESSAGES } from '../../src/core/config/messages.ts';
import { parseDocument } from '../../src/core/document.ts';
import { needsOf } from '../../src/core/lint.ts';
import { recordsOf } from '../../src/core/records.ts';
import { rules } from '../../src/core/rules/index.ts';
import { rule, type Rule } from '../../src/core/rules/rule.ts';
import { always, UNFINISHED } from '../../src/core/rules/severities.ts';
import type { Needs } from '../../src/core/surroundings.ts';
import { readTemplate } from '../../src/core/template.ts';
import { builtInVocabulary } from '../../src/core/vocabulary/index.ts';
import { lintText, typeOf } from './lint-text.ts';

const says = (id: string, check: Parameters<typeof rule>[0]['check'], severity: 'hint' | 'error' = 'hint') =>
  rule({ id, meta: { title: { en: id, ko: id }, severity: always(severity), fixable: true, messages: { found: { en: 'found {what} {unknown}', ko: '{what} 찾음' } }, fixes: { found: { en: 'Fix {what}', ko: '{what} 고치기' } } }, check });
const atEnd = says('at-end', ({ document, report }) => report({ message: 'found', range: { start: document.text.length, end: document.text.length } }));
const atStart = says('at-start', ({ report }) => report({ message: 'found', range: { start: 0, end: 1 }, data: { what: 'x' }, expected: ['y'], fix: [{ range: { start: 0, end: 1 }, newText: 'y' }] }));

describe('a rule that fails', () => {
  it('becomes a finding that names it, its own findings are dropped, and the other rules go on', () => {
    const broken = says('broken', ({ report }) => {
      report({ message: 'found', range: { start: 0, end: 0 } });
      throw new Error('out of paper');
    });
    const findings = lintText('a\n', { rules: [atEnd, broken, atStart] });
    expect(findings.map((finding) => [finding.ruleId, finding.messageId, finding.severity])).toEqual([
      ['at-start', 'found', 'hint'], ['broken', 'failed', 'error'], ['at-end', 'found', 'hint'],
    ]);
    expect(findings[1]!.reason).toContain('"broken"');
    expect(findings[1]!.reason).toContain('out of paper');
    expect(lintText('a\n', { rules: [broken], language: 'ko' })[0]!.reason).toContain('"broken" 규칙');
  });

  it('may throw anything, or report what it has no message for', () => {
    const thrown = says('thrown', () => { throw undefined; });
    const unknown = says('unknown', ({ report }) => report({ message: 'nonsense', range: { start: 0, end: 0 } }));
    expect(lintText('a\n', { rules: [thrown, unknown] }).map((finding) => finding.messageId)).toEqual(['failed', 'failed']);
  });

  it('fails for one document, not for the next', () => {
    const some = says('some', ({ document }) => { if (document.text === 'a') throw new Error('a'); });
    expect([lintText('a', { rules: [some] }).length, lintText('b', { rules: [some] }).length]).toEqual([1, 0]);
  });
});

describe('what is gathered for the rules', () => {
  const wants = (id: string, needs: Needs): Rule => ({ ...says(id, () => {}), needs: () => needs });
  const committed = wants('committed', { committed: true });
  const changed = wants('changed', { changedSince: '2026-01-31' });

  it.each<[why: string, severity: 'off' | 'error', needs: Needs]>([['is what those need that run', 'error', { committed: true, changedSince: '2026-01-31' }], ['is nothing for one that is off', 'off', { changedSince: '2026-01-31' }]])('%s', (_, severity, needs) => {
    const config = { ...DEFAULT_CONFIG, rules: { committed: { severity, options: undefined } } };
    expect(needsOf([committed, changed, atEnd], { document: parseDocument('a.md', 'a\n'), entry: undefined, type: undefined, records: recordsOf([]), surroundings: { today: '2026-03-02' }, config, vocabulary: builtInVocabulary, language: 'en' })).toEqual(needs);
  });
});

describe('the severity of a rule', () => {
  const told = (one: Rule, { status = null, isGuess, severity }: { status?: Status | null; isGuess?: boolean; severity?: Severity }): Severity | undefined =>
    lintText('a\n', {
      rules: [one], entry: { status },
      ...(isGuess === undefined ? {} : { type: { type: typeOf(template), template, why: 'files', isGuess } }),
      ...(severity ? { severities: { [one.id]: { severity, options: undefined } } } : {}),
    })[0]?.severity;
  const template = readTemplate('a', '# {title}\n');
  const unfinished = (() => { const one = says('unfinished', atEnd.check); return { ...one, meta: { ...one.meta, severity: UNFINISHED } }; })();
  const certain = (() => { const one = says('certain', atEnd.check, 'error'); return { ...one, meta: { ...one.meta, certain: true } }; })();

  it.each([['draft', 'hint'], ['proposed', 'warning'], [null, 'warning'], ['deferred', 'warning'], ['accepted', 'error'], ['implemented', 'error'], ['rejected', 'hint'], ['superseded', 'hint']] as const)('follows the status: %s, %s', (status, severity) => {
    expect(told(unfinished, { status, isGuess: false })).toBe(severity);
  });

  it('is no more than information where the type is a guess, but for what is wrong by any rules', () => {
    expect([told(unfinished, { status: 'accepted', isGuess: true }), told(unfinished, { status: 'accepted' }), told(unfinished, { status: 'draft', isGuess: true })]).toEqual(['info', 'info', 'hint']);
    expect([told(certain, { isGuess: true }), told(certain, {})]).toEqual(['error', 'error']);
  });

  it.each(['info', 'warning', 'error'] as const)('may be set to %s, but not for what is only a hint in a draft', (severity) => {
    expect(told(unfinished, { isGuess: true, severity })).toBe(severity);
    expect(told(unfinished, { status: 'superseded', isGuess: false, severity })).toBe(severity);
    expect(told(unfinished, { status: 'draft', isGuess: false, severity })).toBe('hint');
    expect(told(certain, { status: 'draft', severity })).toBe(severity);
  });

  it('may be off, and then the rule does not run', () => {
    let runs = 0;
    const counting = says('counting', () => { runs++; });
    lintText('a\n', { rules: [counting], severities: { counting: { severity: 'off', options: undefined } } });
    expect(runs).toBe(0);
  });

  it('comes with options, of which those that are not said have their defaults', () => {
    const seen: unknown[] = [];
    const one = says('looking', ({ options }) => { seen.push(options); });
    const looking = { ...one, meta: { ...one.meta, options: v.strictObject({ most: v.optional(v.number(), 5), least: v.optional(v.number(), 1) }) } };
    lintText('a\n', { rules: [looking] });
    lintText('a\n', { rules: [looking], severities: { looking: { severity: 'info', options: { most: 3 } } } });
    expect(seen).toEqual([{ most: 5, least: 1 }, { most: 3, least: 1 }]);
  });

  it('is none in a document of another kind than the rule is for', () => {
    const meetings = { ...certain, meta: { ...certain.meta, kinds: ['meeting'] as const } };
    expect(lintText('a\n', { rules: [meetings], entry: { kind: 'decision' } })).toEqual([]);
    expect(lintText('a\n', { rules: [meetings], entry: { kind: 'meeting' } })).toHaveLength(1);
  });
});

describe('a finding', () => {
  it('says what, where and what would be right', () => {
    const [finding] = lintText('ab\n', { rules: [atStart] });
    expect(finding).toMatchObject({
      ruleId: 'at-start', messageId: 'found', source: 'docket', url: 'https://example.com/at-start.md', file: 'docs/a.md',
      reason: 'found x {unknown}', data: { what: 'x' }, expected: ['y'], range: { start: 0, end: 1 },
      line: 1, column: 1, place: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 2, offset: 1 } },
      fixes: [{ title: 'Fix x', edits: [{ range: { start: 0, end: 1 }, newText: 'y' }] }],
    });
    expect(lintText('ab\n', { rules: [atStart], language: 'ko' })[0]).toMatchObject({ reason: 'x 찾음', fixes: [{ title: 'x 고치기' }] });
  });

  it('counts lines and columns from 1, columns in UTF-16 units', () => {
    const atX = says('at-x', ({ document, report }) => report({ message: 'found', range: { start: document.text.indexOf('x'), end: document.text.indexOf('x') + 1 } }));
    expect(lintText('a\r\n한🎉x\r\n', { rules: [atX] })[0]).toMatchObject({ line: 2, column: 4, place: { start: { line: 2, column: 4 }, end: { line: 2, column: 5 } } });
  });

  it('stands in the order of the text', () => {
    expect(lintText('ab\n', { rules: [atEnd, atStart] }).map((finding) => finding.ruleId)).toEqual(['at-start', 'at-end']);
  });
});

describe('every rule', () => {
  it.each(rules.map((one) => [one.id, one] as const))('%s says the same in every language', (_, one) => {
    const texts = [one.meta.title, ...Object.values(one.meta.messages), ...Object.values(one.meta.fixes ?? {})];
    for (const text of texts) checkText(text!);
  });

  it('has a name of its own, and the list is in the order of the names', () => {
    const ids = rules.map((one) => one.id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it.each(rules.map((one) => [one.id, one] as const))('%s says that it has fixes where it has titles for them', (_, one) => {
    if (one.meta.fixes) expect([one.meta.fixable, Object.keys(one.meta.fixes).length > 0]).toEqual([true, true]);
  });

  it('and the messages about a configuration say the same in every language', () => {
    for (const text of Object.values(MESSAGES)) checkText(text);
  });
});

function checkText(text: Readonly<Record<string, string>>): void {
  const names = (form: string) => [...form.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();
  for (const language of LANGUAGES) {
    expect(text[language]!.trim()).not.toBe('');
    expect(names(text[language]!)).toEqual(names(text['en']!));
  }
}
