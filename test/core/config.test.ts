import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/core/config/read.ts';
import { configJsonSchema } from '../../src/core/config/schema.ts';
import { say } from '../../src/core/language.ts';
import { rules } from '../../src/core/rules/index.ts';

/** The mistakes in a text, each with what stands at its place. */
const mistakesIn = (text: string) => readConfig('.docket.yaml', text).mistakes.map(({ message, data, range }) => [say(message, 'en', data), text.slice(range.start, range.end)]);

describe('a configuration', () => {
  it('names types, severities, what is excluded, and the language', () => {
    const { config, mistakes } = readConfig('docs/.docket.yaml', [
      'types:', '  rfc:', '    template: templates/rfc.md', '    files: ["text/**/*.md"]', '  설계: {}',
      'rules:', '  required-sections: error', '  readable: [warning]', '  front-matter-syntax: off', 'exclude: ["archive/**"]', 'language: ko', '',
    ].join('\n'));
    expect(mistakes).toEqual([]);
    expect(config).toMatchObject({
      path: 'docs/.docket.yaml',
      types: [{ id: 'rfc', template: 'templates/rfc.md', files: ['text/**/*.md'] }, { id: '설계', template: undefined, files: [] }],
      rules: { 'required-sections': { severity: 'error', options: undefined }, readable: { severity: 'warning', options: undefined }, 'front-matter-syntax': { severity: 'off' } },
      exclude: ['archive/**'],
      language: 'ko',
    });
  });

  it('may name one glob where it can name several', () => {
    expect(readConfig('.docket.yaml', "exclude: 'archive/**'\ntypes: {rfc: {files: text/**}}\n")).toMatchObject({ config: { exclude: ['archive/**'], types: [{ files: ['text/**'] }] }, mistakes: [] });
  });

  it('may be empty, or nothing but comments', () => {
    for (const text of ['', '\n', '# nothing yet\n', '---\n', '{}']) expect(readConfig('.docket.yaml', text)).toMatchObject({ config: { types: [], rules: {} }, mistakes: [] });
  });
});

describe('a mistake in a configuration is said at its place', () => {
  it.each([
    ['an unknown setting like a known one', 'langauge: ko\n', 'There is no setting "langauge" here; did you mean "language"?', 'langauge'],
    ['an unknown setting like none', 'severity: 3\n', 'There is no setting "severity" here; use one of extends, types, rules, exclude, vocabulary, language, adopt, agenda, baseline, indexes, repository.', 'severity'],
    ['an unknown rule', 'rules:\n  required-section: error\n', 'There is no setting "required-section" here; did you mean "required-sections"?', 'required-section'],
    ['an unknown rule like none', 'rules:\n  grammar: error\n', 'There is no rule "grammar"; docket lint --explain lists those that there are.', 'grammar'],
    ['an unknown setting of a type', 'types:\n  rfc:\n    templates: a.md\n', 'There is no setting "templates" here; did you mean "template"?', 'templates'],
    ['a bad severity', 'rules:\n  readable: errr\n', '"readable" has to be one of off, hint, info, warning, error, or a list of one of these and the options of the rule.', 'errr'],
    ['a bad severity with options', 'rules:\n  readable: [errr]\n', '"readable" has to be one of off, hint, info, warning, error, or a list of one of these and the options of the rule.', '[errr]'],
    ['options of a rule that has none', 'rules:\n  readable: [error, {most: 1}]\n', 'The rule "readable" has no options; write its severity alone.', '{most: 1}'],
    ['an option that is no number', 'rules:\n  late: [warning, {days: soon}]\n', 'The option "days" of the rule "late" has to be a whole number from 1 on.', 'soon'],
    ['an option out of its range', 'rules:\n  stale-proposal: [warning, {days: 0}]\n', 'The option "days" of the rule "stale-proposal" has to be a whole number from 1 to 36500.', '0'],
    ['an option that is no list', 'rules:\n  attendance: [warning, {roles: sre}]\n', 'The option "roles" of the rule "attendance" has to be a list of texts, such as "roles: [one, another]".', 'sre'],
    ['a list with something else in it', 'rules:\n  attendance: [warning, {roles: [sre, 3]}]\n', 'The option "roles" of the rule "attendance" has to be a list of texts, such as "roles: [one, another]".', '3'],
    ['an option that is none of its words', 'rules:\n  accepted-text-changed: [warning, {mode: loud}]\n', 'The option "mode" of the rule "accepted-text-changed" has to be one of advise, strict.', 'loud'],
    ['an option that is no text', 'rules:\n  owner-gone: [warning, {people: [a]}]\n', 'The option "people" of the rule "owner-gone" has to be text, and not empty.', '[a]'],
    ['an option that there is not', 'rules:\n  late: [warning, {dys: 3}]\n', 'There is no setting "dys" here; did you mean "days"?', 'dys'],
    ['options that are none', 'rules:\n  late: [warning, [3]]\n', 'The options of the rule "late" have to be settings, each as "name: value"; use one of days.', '[3]'],
    ['more than a severity and options', 'rules:\n  readable: [error, {}, 1]\n', '"readable" has to be one of off, hint, info, warning, error, or a list of one of these and the options of the rule.', '[error, {}, 1]'],
    ['no severity', 'rules:\n  readable:\n', '"readable" has to be one of off, hint, info, warning, error, or a list of one of these and the options of the rule.', 'readable'],
    ['an agenda in no known groups', 'agenda: {group: team}\n', '"group" has to be one of owner, service.', 'team'],
    ['an unknown setting of the agenda', 'agenda: {groups: service}\n', 'There is no setting "groups" here; did you mean "group"?', 'groups'],
    ['a language that Docket does not speak', 'language: kr\n', '"language" has to be one of en, ko.', 'kr'],
    ['a number for a glob', 'exclude: 5\n', '"exclude" has to be a glob, such as "text/**/*.md", or a list of globs.', '5'],
    ['a map for the globs of a type', 'types:\n  rfc:\n    files: {a: b}\n', '"files" has to be a glob, such as "text/**/*.md", or a list of globs.', '{a: b}'],
    ['a glob alone that leads out', 'exclude: ../old/**\n', 'This glob leads out of the folder of this file; globs count from it.', '../old/**'],
    ['a number in a list', 'exclude: [a, 3]\n', 'Each entry of "exclude" has to be a glob in quotes, such as "text/**/*.md".', '3'],
    ['a number in a list of words', 'vocabulary: {statuses: {accepted: [1]}}\n', 'Each entry of "accepted" has to be a word; put it in quotes.', '1'],
    ['an empty glob', 'types:\n  rfc:\n    files: [""]\n', 'Each entry of "files" has to be a glob in quotes, such as "text/**/*.md".', '""'],
    ['a glob that takes away', 'exclude: ["old/**", "!old/a.md"]\n', 'A glob cannot begin with "!" here: each one adds files, and none takes any away.', '"!old/a.md"'],
    ['a glob with an open bracket', 'types: {rfc: {files: ["text/[a.md"]}}\n', 'A bracket or a brace in this glob is not closed; put "\\" before one that belongs to the name.', '"text/[a.md"'],
    ['a glob that Docket does not know', 'exclude: ["+(a|b)/*.md"]\n', 'This glob has a pattern that Docket does not know; use *, **, ?, [abc] and {a,b}.', '"+(a|b)/*.md"'],
    ['a glob that leads out', 'exclude: [../old/**]\n', 'This glob leads out of the folder of this file; globs count from it.', '../old/**'],
    ['a second document', 'language: ko\n---\nlanguage: en\n', 'This is not valid YAML: a second document begins here, behind "---"; there can be one.', '---\nlanguage: en\n'],
    ['a type of which nothing is said', 'types:\n  rfc:\n', 'Nothing is said of the type "rfc"; add "template" or "files".', 'rfc'],
    ['a number for text', 'types:\n  rfc:\n    template: 3\n', '"template" has to be text, and not empty; put it in quotes.', '3'],
    ['empty text', 'types:\n  rfc:\n    template: ""\n', '"template" has to be text, and not empty; put it in quotes.', '""'],
    ['nothing that is extended', 'extends:\n', '"extends" has to be a path or the name of a package, or a list of these.', 'extends'],
    ['a number among what is extended', 'extends: [base, 3]\n', '"extends" has to be a path or the name of a package, or a list of these.', '3'],
    ['settings for what is extended', 'extends: {path: base}\n', '"extends" has to be a path or the name of a package, or a list of these.', '{path: base}'],
    ['a list for settings', 'types: [rfc]\n', '"types" has to hold settings, one on a line, each as "name: value".', '[rfc]'],
    ['an empty list for settings', 'rules: []\n', '"rules" has to hold settings, one on a line, each as "name: value".', '[]'],
    ['a type that is text', 'types:\n  rfc: text/*.md\n', '"rfc" has to hold settings, one on a line, each as "name: value".', 'text/*.md'],
    ['a setting with nothing in it', 'types:\n', '"types" has to hold settings, one on a line, each as "name: value".', 'types'],
    ['a text', 'hello\n', '".docket.yaml" has to hold settings, one on a line, each as "name: value".', 'hello'],
    ['a name that no type can have', 'types:\n  my rfc: {}\n', '"my rfc" cannot be the name of a type; use letters, digits, "-" and "_".', 'my rfc'],
    ['a name that every object has', 'types:\n  constructor: {}\n', '"constructor" cannot be the name of a type; use letters, digits, "-" and "_".', 'constructor'],
    ['an alias without an anchor', 'language: ko\nexclude: *globs\n', 'This is not valid YAML: an alias (*) has no anchor (&), or stands for too much; write the value itself.', '*globs'],
  ])('%s', (_, text, message, place) => {
    expect(mistakesIn(text)).toEqual([[message, place]]);
  });

  it('a list instead of settings', () => {
    expect(mistakesIn('- a\n')[0]).toEqual(['".docket.yaml" has to hold settings, one on a line, each as "name: value".', '- a\n']);
  });

  it.each([
    ['a colon in a value', 'language: a: b\n', 10],
    ['a bracket that is not closed', 'exclude: [a\n', 12],
    ['a tab', 'rules:\n\treadable: off\n', 7],
    ['the same key twice', 'language: ko\nlanguage: en\n', 13],
  ])('YAML that cannot be read: %s', (_, text, start) => {
    const { mistakes } = readConfig('.docket.yaml', text);
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]!.message.en).toMatch(/^This is not valid YAML: /);
    expect(mistakes[0]!.range.start).toBe(start);
    expect(mistakes[0]!.range.end).toBeLessThanOrEqual(text.length);
  });

  it('aliases of aliases that would fill the memory', () => {
    const names = 'abcdefghi'.split('');
    const text = names.map((name, index) => `${name}: &${name} [${Array<string>(10).fill(index ? `*${names[index - 1]}` : 'x').join(', ')}]`).join('\n');
    expect(mistakesIn(text)).toHaveLength(1);
  });

  it('all of them, in the order of the text', () => {
    expect(mistakesIn('foo: 1\nbar: 2\nlanguage: xx\nrules: {none: off, readable: loud}\n').map(([, place]) => place)).toEqual(['foo', 'bar', 'xx', 'none', 'loud']);
  });

  it('an address of the repository that is none, and a setting of it that is not there', () => {
    expect(mistakesIn('repository: {name: payments, url: payments}\n')).toEqual([['"payments" is no address of web pages; write one such as "https://github.com/acme/payments/blob/main/".', 'payments']]);
    expect(mistakesIn('repository: {nam: payments}\n')).toEqual([['There is no setting "nam" here; did you mean "name"?', 'nam']]);
    expect(mistakesIn('repository: payments\n')).toEqual([['"repository" has to hold settings, one on a line, each as "name: value".', 'payments']]);
  });

  it('and then none of the settings holds', () => {
    expect(readConfig('.docket.yaml', 'language: ko\nrule: {}\n').config).toEqual({ path: '.docket.yaml', types: [], rules: {}, ruleFiles: [], indexes: [], exclude: [], language: undefined });
  });
});

describe('the JSON Schema', () => {
  const schema = configJsonSchema() as { properties: Record<string, { properties?: Record<string, unknown> }>; additionalProperties: unknown };

  it('is made from the same list of rules and settings', () => {
    expect(Object.keys(schema.properties)).toEqual(['extends', 'types', 'rules', 'exclude', 'vocabulary', 'language', 'adopt', 'agenda', 'baseline', 'indexes', 'repository']);
    expect(Object.keys(schema.properties['rules']!.properties!)).toEqual(rules.map((rule) => rule.id));
    expect(schema.additionalProperties).toBe(false);
  });

  it('takes one glob or several', () => {
    expect(schema.properties['exclude']).toMatchObject({ anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] });
  });

  it('says of every setting what it is', () => {
    const described = JSON.stringify(schema);
    for (const rule of rules) expect(described).toContain(rule.meta.title.en);
    for (const setting of Object.values(schema.properties)) expect(setting).toHaveProperty('description');
  });
});
