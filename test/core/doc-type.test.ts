import { describe, expect, it } from 'vitest';
import { docTypeNamed, docTypeOf, type DocType } from '../../src/core/doc-type.ts';
import { parseDocument } from '../../src/core/document.ts';
import type { Entry } from '../../src/core/entry.ts';
import { readTemplate, type Template } from '../../src/core/template.ts';

const template = (id: string, text: string, language?: 'en' | 'ko'): Template => readTemplate(id, text, language);
const type = (id: string, templates: readonly Template[], more: Partial<DocType> = {}): DocType => ({ id, kind: 'decision', templates, claims: () => false, builtIn: true, ...more });
const decision = { kind: 'decision' } as Entry;

const short = type('short', [template('short', '# {title}\n## Status\n## Context\n## Decision\n## Consequences\n')]);
const long = type('long', [template('long', '---\ndocket: {aliases: [madr, 긴-결정]}\n---\n# {title}\n## Context\n## Options\n## Outcome\n')]);
const claimed = type('rfc', [template('rfc', '# {title}\n## Summary\n')], { builtIn: false, claims: (path) => path.startsWith('text/') });
const types = [claimed, short, long];
const match = (text: string, path = 'docs/a.md', entry: Entry | null = decision) => {
  const found = docTypeOf(parseDocument(path, text), entry ?? undefined, types, 'en');
  return found && [found.type.id, found.why];
};

describe('the type of a document', () => {
  const body = '# T\n## Status\n## Context\n## Decision\n## Consequences\n';

  it('is what its field says, before all', () => {
    expect(match(`---\ntype: long\n---\n${body}`, 'text/a.md')).toEqual(['long', 'field']);
    expect(match(`---\ndocket-type: RFC\n---\n${body}`)).toEqual(['rfc', 'field']);
    expect(match(`---\ntype: MADR\n---\n${body}`)).toEqual(['long', 'field']);
  });

  it('is called by its name in the language of whoever asks', () => {
    const both = type('both', [template('both', '---\ndocket: {label: Record}\n---\n# {title}\n## Context\n## Decision\n', 'en'), template('both', '---\ndocket: {label: 기록}\n---\n# {title}\n## 배경\n## 결정\n', 'ko')]);
    const english = docTypeOf(parseDocument('a.md', '# T\n## Context\n## Decision\n'), decision, [both], 'ko')!.template;
    expect([english.label, english.sections[0]!.title]).toEqual(['기록', 'Context']);
  });

  it('is not what a field says that names none', () => {
    for (const value of ['Standards Track', '[long]', '1', '']) expect(match(`---\ntype: ${value}\n---\n${body}`, 'text/a.md')).toEqual(['rfc', 'files']);
  });

  it('is then what the configuration says of its path', () => {
    expect(match(body, 'text/a.md')).toEqual(['rfc', 'files']);
    expect(match('', 'text/a.md', null)).toEqual(['rfc', 'files']);
  });

  it('is then the built-in type of its kind whose headings it has', () => {
    expect(match(body)).toEqual(['short', 'headings']);
    expect(match('# T\n## Context\n## Options\n## Outcome\n')).toEqual(['long', 'headings']);
  });

  it('is a guess where headings tell it, but for those of decision records, which teams know by name', () => {
    const isGuess = (id: string) => docTypeOf(parseDocument('a.md', body), decision, [{ ...short, id }], 'en')?.isGuess;
    expect([isGuess('decision-nygard'), isGuess('decision'), isGuess('rfc')]).toEqual([false, false, true]);
  });

  it('is none where it is of another kind, or has few of the headings', () => {
    expect(match(body, 'docs/a.md', { kind: 'meeting' } as Entry)).toBeUndefined();
    expect(match(body, 'docs/a.md', null)).toBeUndefined();
    expect(match('# T\n## Status\n## Something\n')).toBeUndefined();
    expect(match('')).toBeUndefined();
  });

  it('is none where two of three headings have the names of other things', () => {
    const record = type('record', [template('record', '# {title}\n## Context\n<!-- docket: {aliases: [Motivation]} -->\n## Options\n<!-- docket: {aliases: [Alternatives]} -->\n## Outcome\n')]);
    const typeOf = (text: string) => docTypeOf(parseDocument('a.md', text), decision, [record], 'en')?.type.id;
    expect(typeOf('# T\n## Summary\n## Motivation\n## Alternatives\n## Drawbacks\n')).toBeUndefined();
    expect(typeOf('# T\n## Motivation\n## Alternatives\n## Outcome\n')).toBe('record');
  });

  it('is the shorter of two where the document has all of that', () => {
    const full = type('full', [template('full', '# {title}\n## Context\n## Options\n## Outcome\n## Links (optional)\n')]);
    const brief = type('brief', [template('brief', '# {title}\n## Context\n## Options\n## Outcome\n')]);
    const typeOf = (text: string) => docTypeOf(parseDocument('a.md', text), decision, [full, brief], 'en')?.type.id;
    expect(typeOf('# T\n## Context\n## Options\n## Outcome\n')).toBe('brief');
    expect(typeOf('# T\n## Context\n## Options\n## Outcome\n## Links\n')).toBe('full');
    expect(typeOf('# T\n## Context\n## Options\n')).toBe('full');
  });

  it('is found by its name or by another name of it', () => {
    expect(docTypeNamed(' Short ', types)?.id).toBe('short');
    expect(docTypeNamed('긴-결정', types)?.id).toBe('long');
    expect(docTypeNamed('none', types)).toBeUndefined();
  });

  it('has the template in the language of the headings, whatever language was asked for', () => {
    const both = type('a', [template('a', '# T\n## Context\n## Decision\n', 'en'), template('a', '# T\n## 배경\n## 결정\n', 'ko')]);
    const languageOf = (text: string, asked: 'en' | 'ko') => docTypeOf(parseDocument('a.md', `---\ntype: a\n---\n${text}`), undefined, [both], asked)?.template.language;
    expect(languageOf('# T\n## 배경\n', 'en')).toBe('ko');
    expect(languageOf('# T\n## Context\n', 'ko')).toBe('en');
    expect(languageOf('# T\n', 'ko')).toBe('ko');
  });
});
