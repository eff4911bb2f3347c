import type { Config } from '../../src/core/config.ts';
import { DEFAULT_CONFIG } from '../../src/core/config.ts';
import { docTypeOf, type DocType, type DocTypeMatch } from '../../src/core/doc-type.ts';
import { parseDocument } from '../../src/core/document.ts';
import type { Entry } from '../../src/core/entry.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { Language } from '../../src/core/language.ts';
import { createLinter } from '../../src/core/lint.ts';
import { recordsOf } from '../../src/core/records.ts';
import { rules } from '../../src/core/rules/index.ts';
import type { Rule } from '../../src/core/rules/rule.ts';
import type { Template } from '../../src/core/template.ts';
import { builtInVocabulary } from '../../src/core/vocabulary/index.ts';

/** A type whose only template is `template`, and that claims every document. */
export function typeOf(template: Template): DocType {
  return { id: template.id, kind: template.kind, templates: [template], claims: () => true, builtIn: false };
}

interface Options {
  readonly types?: readonly DocType[];
  readonly rules?: readonly Rule[];
  readonly language?: Language;
  readonly severities?: Config['rules'];
  /** What the index knows of the text. */
  readonly entry?: Partial<Entry>;
  /** Instead of finding it among `types`. */
  readonly type?: DocTypeMatch;
}

/** The findings of one text. */
export function lintText(text: string, { types = [], rules: own = rules, language = 'en', severities = {}, entry: known, type }: Options = {}): Finding[] {
  const document = parseDocument('docs/a.md', text);
  const entry = known as Entry | undefined;
  const lint = createLinter(own, (id) => `https://example.com/${id}.md`);
  return lint({ document, entry, type: type ?? docTypeOf(document, entry, types, language), records: recordsOf([]), surroundings: { today: '2026-03-02' }, config: { ...DEFAULT_CONFIG, rules: severities }, vocabulary: builtInVocabulary, language });
}
