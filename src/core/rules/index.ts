import frontMatterSyntax from './front-matter-syntax.ts';
import readable from './readable.ts';
import requiredSections from './required-sections.ts';
import type { Rule } from './rule.ts';

/** Every rule, in the order of its page's name. A rule is one source, one page and one line here. */
export const rules: readonly Rule[] = [frontMatterSyntax, readable, requiredSections];
