import { describe, expect, it } from 'vitest';
import { isPlaceholderTitle } from '../../src/core/headings.ts';
import { say } from '../../src/core/language.ts';
import { readTemplate } from '../../src/core/template.ts';

const read = (text: string) => readTemplate('rfc', text);
const required = (text: string) => read(text).sections.map((section) => [section.title, section.required]);

describe('a section of a template is optional', () => {
  it.each([
    ['by its heading', '# T\n## A (optional)\nx\n## B\nx\n'],
    ['by a comment in its heading', '# T\n## A <!-- optional -->\nx\n## B\nx\n'],
    ['by a comment under it', '# T\n## A\n\n<!-- This is optional, leave it out if you like. -->\n\nx\n\n## B\nx\n'],
    ['by the second comment under it', '# T\n## A\n<!-- what to write -->\n<!-- optional -->\nx\n## B\nx\n'],
    ['by a comment on the line above', '# T\n\n## B\n\nx\n\n<!-- This is an optional element. Feel free to remove. -->\n## A\nx\n'],
    ['by a comment above it, below an empty section', '# T\n\n## B\n\n<!-- This is optional. -->\n## A\nx\n'],
    ['by a comment above it, below the title', '# T\n\n<!-- optional -->\n## A\nx\n## B\nx\n'],
    ['by a comment between it and the title', '# T\n<!-- optional -->\n## A\nx\n## B\nx\n'],
    ['by a comment above it, where there is no title', '<!-- optional -->\n## A\nx\n## B\nx\n'],
    ['by its first sentence', '# T\n## A\n\n_This section is optional._ Say why.\n## B\nx\n'],
    ['by its first word', '# T\n## A\nOptional: say why.\n## B\nx\n'],
    ['by a word in front of its heading', '# T\n## [Optional] A\nx\n## B\nx\n'],
    ['by saying that it can be left out', '# T\n## A\nWhat is still open. This section may be omitted if there is nothing.\n## B\nx\n'],
    ['by a comment that says for whom it is', '# T\n## A\n<!-- This section is optional for small changes. -->\nx\n## B\nx\n'],
    ['by what the section around it says of all', '# T\n## B\nThese are only sample subheadings.\n### A\n'],
    ['by a directive', '# T\n## A\n<!-- docket: {required: false} -->\n## B\nx\n'],
    ['in Korean', '# T\n## A (선택)\n## B\nx\n'],
    ['by a Korean comment', '# T\n## A\n<!-- 선택 사항입니다 -->\n## B\nx\n'],
    ['by a word and a colon in front of its heading', '# T\n## Optional: A\nx\n## B\nx\n'],
    ['by a word behind a dash', '# T\n## A - optional\nx\n## B\nx\n'],
    ['where it is needed alone', '# T\n## A (if needed)\nx\n## B\nx\n'],
    ['by another Korean word', '# T\n## A (옵션)\nx\n## B\nx\n'],
    ['where it is needed alone, in Korean', '# T\n## A (필요시)\nx\n## B\nx\n'],
    ['by a quote under it', '# T\n## A\n\n> Optional. Say why.\n\n## B\nx\n'],
    ['by a Korean sentence about when to write it', '# T\n## A\n\n필요한 경우에만 작성하세요.\n\n## B\n필요한 경우를 적으세요.\n'],
    ['with CRLF', '# T\r\n\r\n## B\r\n\r\nx\r\n\r\n<!-- optional -->\r\n## A\r\nx\r\n'],
  ])('%s', (_, text) => {
    const sections = read(text).sections;
    expect(sections.filter((section) => !section.required).map((section) => section.title)).toEqual(['A']);
    expect(sections.filter((section) => section.required).map((section) => section.title)).toEqual(['B']);
  });

  it('when its heading is only a place to fill', () => {
    expect(required('# T\n## Options\n### {title of option}\n### <name>\n### [Other]\n### Last\n')).toEqual([
      ['Options', true], ['{title of option}', false], ['', false], ['[Other]', false], ['Last', true],
    ]);
    expect(isPlaceholderTitle('{a} and b')).toBe(false);
  });

  it.each([
    ['the word stands in its text', '# T\n## A\nDescribe what is optional.\n'],
    ['a directive names it as an alias', '# T\n## A\n<!-- docket: {aliases: [optional]} -->\nx\n'],
    ['a comment tells why something was chosen', '# T\n## A\n<!-- 선택한 이유를 쓰세요. 선택지는 둘 이상. -->\nx\n'],
    ['a comment about all sections stands below the title', '# T\n\n<!-- Sections marked (optional) may be left out. -->\n\n## A\nx\n'],
    ['a comment says that it is not', '# T\n## A\n<!-- This section is not optional. -->\nx\n'],
    ['a comment says so in Korean', '# T\n## A\n<!-- 선택 사항이 아닙니다 -->\nx\n'],
    ['a comment uses the word for something else', '# T\n## A\n<!-- Think of all the services that it needs, external or optional services too. -->\nx\n'],
    ['a comment below the heading before says it of that one', '# T\n## Z\n<!-- optional -->\n\n## A\nx\n'],
  ])('but not when %s', (_, text) => {
    expect(required(text).find(([title]) => title === 'A')).toEqual(['A', true]);
  });
});

describe('a section of a template is repeated', () => {
  const repeated = (text: string) => read(text).sections.filter((section) => section.repeated).map((section) => section.title);

  it('when its heading is a place to fill or has one', () => {
    expect(repeated('# T\n## O\n### {option}\n### <title of option>\n### Step {number}: {name}\n')).toEqual(['{option}', '', 'Step {number}: {name}']);
  });

  it('when it is a numbered example', () => {
    expect(repeated('# T\n## O\n### Story 1 (Optional)\n### Story 2\n## P\n### Option A – Titel\n### Option B\n## Phase 1\n')).toEqual(['Story 1', 'Story 2', 'Option A – Titel', 'Option B', 'Phase 1']);
  });

  it('but not when it is one of several steps with names of their own', () => {
    expect(repeated('# T\n## Phase 1: Preparation\n## Phase 2: Switch\n## Q\n### Option 1: Wait\n### Option 2: Buy\n## S\n### Step 1: Title\n### Step 2: ...\n### Step 3: Title\n')).toEqual(['Option 1: Wait', 'Option 2: Buy', 'Step 1: Title', 'Step 2: ...', 'Step 3: Title']);
    expect(read('# T\n## Phase 1: Preparation\n## Phase 2: Switch\n').sections.map(({ required, keys }) => [required, keys.includes('phase 1 – preparation') || keys.includes('phase 2')])).toEqual([[true, true], [true, true]]);
  });

  it('when a directive says so, and only then otherwise', () => {
    expect(repeated('# T\n## Risk\n<!-- docket: {repeated: true} -->\n## Level 1\n<!-- docket: {repeated: false} -->\n## Vision\n## Log4j 2\n')).toEqual(['Risk']);
  });
});

describe('a directive', () => {
  const mistakes = (text: string) => read(text).mistakes.map(({ message, data, range }) => [say(message, 'en', data), text.slice(range.start, range.end)]);

  it('of a section says how it is checked', () => {
    const [section] = read('# T\n## A\n<!-- docket: {aliases: [B], required: accepted, minimum: 2, free: true, keep: true} -->\n<!-- docket: {repeated: false} -->\n\n| Who | What | {x} |\n|---|---|---|\n').sections;
    expect(section).toMatchObject({ keys: ['a', 'b'], required: true, requiredFrom: 'accepted', minimum: 2, free: true, keep: true, repeated: false, columns: ['Who', 'What'] });
  });

  it('of the template says which statuses there are, and who signs', () => {
    const template = read('---\ndocket:\n  statuses:\n    draft: { next: [ratified] }\n    ratified: { means: accepted, next: [] }\n    parked: { open: true }\n  sign-off: [tech lead]\n---\n# T\n');
    expect(template.mistakes).toEqual([]);
    expect(template.signOff).toEqual(['tech lead']);
    expect(template.statuses).toEqual([
      { name: 'draft', means: 'draft', open: true, next: ['ratified'] }, { name: 'ratified', means: 'accepted', open: false, next: [] }, expect.objectContaining({ name: 'parked', open: true, next: undefined }),
    ]);
    expect(read('---\ndocket: {statuses: [proposed, accepted]}\n---\n# T\n').statuses.map(({ name, open }) => [name, open])).toEqual([['proposed', true], ['accepted', false]]);
  });

  it('is read although the prompts of the other fields are no YAML', () => {
    for (const front of ['docket:\n  label: Pitch\n  aliases: [a]\nstatus: {a | b}, {c}\n', 'status: {a | b}, {c}\ndocket: {label: Pitch, aliases: [a]}\n']) {
      expect(read(`---\n${front}---\n# T\n`)).toMatchObject({ label: 'Pitch', aliases: ['a'], text: '---\nstatus: {a | b}, {c}\n---\n# T\n', fields: [{ key: 'status' }] });
    }
  });

  it('with a mistake is told at its place', () => {
    expect(mistakes('# T\n## A\n<!-- docket: {aliase: [B]} -->\n')).toEqual([['There is no directive "aliase" here; did you mean "aliases"?', 'aliase']]);
    expect(mistakes('# T\n## A\n<!-- docket: {minimum: two} -->\n')).toEqual([['"minimum" has to be a whole number above 0.', 'two']]);
    expect(mistakes('# T\n## A\n<!-- docket: optional -->\n')).toEqual([[expect.stringMatching(/^A directive has to be/), 'optional']]);
    expect(mistakes('# T\n## A\n<!-- docket: {aliases: [B -->\n')).toEqual([[expect.stringMatching(/^This directive is not valid YAML/), expect.any(String)]]);
    expect(mistakes('# T\n## A\nx\n\n<!-- docket: {aliases: [B]} -->\n')).toEqual([[expect.stringMatching(/stands under no heading/), '<!-- docket: {aliases: [B]} -->']]);
    expect(mistakes('# T\n## A\n<!-- docket: {aliases: [C]} -->\n## B\n<!-- docket: {aliases: [c, D]} -->\n')).toEqual([['Two sections of this template answer to "c"; take the alias from one of them.', '<!-- docket: {aliases: [c, D]} -->']]);
    expect(mistakes('# T\n## A\n### E\n<!-- docket: {aliases: [C]} -->\n## B\n### E\n<!-- docket: {aliases: [C]} -->\n')).toEqual([]);
    expect(mistakes('---\ndocket:\n  label: A\n  kind: nonsense\n  statuses:\n    draft: { next: [done] }\n---\n# T\n')).toEqual([
      [expect.stringMatching(/^"kind" has to be one of/), 'nonsense'], [expect.stringMatching(/^"done" is none of the statuses/), expect.stringContaining('next: [done]')],
    ]);
  });
});

describe('the fields of a template', () => {
  it('have prompts and choices', () => {
    expect(read('---\nstatus: "{proposed | accepted}"\nowner: <who answers>\nkind: note\ntags: []\n---\n# T\n').fields).toMatchObject([
      { key: 'status', prompt: '{proposed | accepted}', choices: ['proposed', 'accepted'] }, { key: 'owner', prompt: '<who answers>', choices: [] },
      { key: 'kind', prompt: undefined, choices: [] }, { key: 'tags', prompt: undefined, choices: [] },
    ]);
  });

  it('hold a list or a day where the template has one', () => {
    const { fields } = read('---\ndate: {YYYY-MM-DD when it was decided}\nsince: {date}\ntags: []\nowners: ["@ann", "@bo"]\nteams:\n  - web\nname: [Your name]\nsize: {small | large}\n---\n# T\n');
    expect(fields.flatMap(({ key, isDate }) => (isDate ? [key] : []))).toEqual(['date', 'since']);
    expect(read('---\ntags: []\nowners: ["@ann", "@bo"]\nteams:\n  - web\nname: [Your name]\n---\n# T\n').fields.flatMap(({ key, isList }) => (isList ? [key] : []))).toEqual(['tags', 'owners', 'teams']);
  });

  it('have choices where three names or more are listed, but for people, days and links', () => {
    const { fields } = read('---\ntype: <Standards Track, Meta, or Informational>\nauthor: <Name, Email, or Handle>\nsize: {Small or Large}\narea: <the team, its lead, or nobody>\n---\n# T\n');
    expect(fields.map(({ choices }) => choices)).toEqual([['Standards Track', 'Meta', 'Informational'], [], [], []]);
  });

  it('are required where a directive or the comment behind them says so', () => {
    expect(read('---\ndocket: {required-fields: [date]}\nstatus: draft # required\nowner: {who} # 필수\nteam: {which} # only required for large changes\nsize: {how large} # not required\n---\n# T\n').requiredFields).toEqual(['date', 'status', 'owner']);
  });
});

describe('the sections of a template', () => {
  it('are its headings but for the title, which is its first and only heading of level 1', () => {
    expect(required('# T\n## A\n')).toEqual([['A', true]]);
    expect(required('# A\n# B\n')).toEqual([['A', true], ['B', true]]);
    expect(required('## A\n# B\n')).toEqual([['A', true], ['B', true]]);
    expect(required('## A\n### B\n')).toEqual([['A', true], ['B', true]]);
  });

  it('know the section they belong in', () => {
    expect(read('# T\n## A\n### B\n#### C\n## D\n').sections.map((section) => section.parent?.title)).toEqual([undefined, 'A', 'B', undefined]);
  });

  it('have titles without the word optional, and keys of the title and of every alias', () => {
    const [section] = read('# T\n## 1. Decision *Drivers* (optional):\n<!-- docket: {aliases: [Forces, 결정 요인, 2026]} -->\n').sections;
    expect(section).toMatchObject({ title: '1. Decision Drivers', required: false, keys: ['decision drivers', 'forces', '결정 요인', '2026'] });
  });

  it('have a prompt without directives and without the comment of the next heading', () => {
    const text = '# T\n## A\n<!-- docket: {aliases: [B]} -->\n\n{what}\n\n- one\n- two\n\n<!-- This is optional. -->\n## C\n<!-- optional -->\n<!-- Say why. -->\n';
    expect(read(text).sections.map((section) => section.prompt)).toEqual(['{what}\n\n- one\n- two', '<!-- Say why. -->']);
  });

  it('are not changed by a directive that is no YAML', () => {
    for (const directive of ['{', '[a]', 'text', '{aliases: a}', '{aliases: [[a], {b: c}]}', '*x']) {
      expect(read(`# T\n## A\n<!-- docket: ${directive} -->\nx\n`).sections).toMatchObject([{ title: 'A', required: true, keys: ['a'] }]);
    }
  });
});

describe('what a template says of itself', () => {
  it('stands in its front matter under "docket"', () => {
    const text = '---\ndocket:\n  type: kep\n  label: Proposal\n  description: One change.\n  kind: design\n  icon: book\n  folder: keps\n  file: "{number}.md"\n  aliases: [enhancement]\n---\n# T\n';
    expect(read(text)).toMatchObject({ id: 'kep', label: 'Proposal', description: 'One change.', kind: 'design', icon: 'book', folder: 'keps', file: '{number}.md', aliases: ['enhancement'] });
  });

  it('is made up from its id where it says nothing, or nothing that can be read', () => {
    for (const front of ['', '---\ndocket: text\n---\n', '---\ndocket: {kind: nonsense, label: [1], file: ""}\n---\n', '---\nstatus: {a | b}, {c}\n---\n']) {
      expect(read(`${front}# T\n`)).toMatchObject({ id: 'rfc', label: 'rfc', kind: 'decision', icon: 'file', folder: '', file: '{number}-{slug}.md', aliases: [] });
    }
  });

  it('is taken from the type that it stands in for', () => {
    const base = readTemplate('postmortem', '---\ndocket: {label: Postmortem, kind: postmortem, folder: pm, file: "{date}.md", aliases: [pm]}\n---\n# T\n');
    expect(readTemplate('postmortem', '# T\n', undefined, base)).toMatchObject({ label: 'Postmortem', kind: 'postmortem', folder: 'pm', file: '{date}.md', aliases: ['pm'] });
  });
});

describe('the text of a new document', () => {
  const textOf = (text: string) => read(text).text;

  it('has no directive in it', () => {
    expect(textOf('# T\n\n## A\n<!-- optional -->\n<!-- docket: {aliases: [B]} -->\n\nx\n\n<!-- Optional -->\n\n## C\n\n<!-- docket:\n  required: false\n-->\n\ny\n')).toBe('# T\n\n## A\n\nx\n\n## C\n\ny\n');
  });

  it('keeps other comments', () => {
    expect(textOf('# T\n<!-- This section is optional. -->\n\nx <!-- docket: y -->\n')).toBe('# T\n<!-- This section is optional. -->\n\nx <!-- docket: y -->\n');
  });

  it('has no front matter where that held nothing but the directive', () => {
    expect(textOf('---\ndocket:\n  label: A\n---\n\n# T\n')).toBe('# T\n');
    expect(textOf('---\r\ndocket: {label: A}\r\n---\r\n# T\r\n')).toBe('# T\r\n');
  });

  it.each([
    ['first', '---\ndocket:\n  label: A\n  aliases: [a]\n# open or closed\nstatus: open\ndate: {date}\n---\n# T\n'],
    ['in the middle', '---\n# open or closed\nstatus: open\ndocket:\n  label: A\n  aliases: [a]\ndate: {date}\n---\n# T\n'],
    ['last', '---\n# open or closed\nstatus: open\ndate: {date}\ndocket:\n  label: A\n  aliases:\n    - a\n---\n# T\n'],
    ['in one line', '---\n# open or closed\nstatus: open\ndate: {date}\ndocket: {label: A} # here\n---\n# T\n'],
  ])('keeps every other field and comment where the directive stands %s', (_, text) => {
    expect(textOf(text)).toBe('---\n# open or closed\nstatus: open\ndate: {date}\n---\n# T\n');
  });

  it('keeps the empty lines of a code block', () => {
    const text = '# T\n\n```\na\n\n\n\nb\n```\n';
    expect(textOf(text)).toBe(text);
    expect(textOf(text.replaceAll('\n', '\r\n'))).toBe(text.replaceAll('\n', '\r\n'));
  });

  it('keeps CRLF', () => {
    expect(textOf('# T\r\n\r\n## A\r\n<!-- docket: {aliases: [B]} -->\r\n\r\nx\r\n')).toBe('# T\r\n\r\n## A\r\n\r\nx\r\n');
  });
});
