import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/core/document.ts';
import { applyEdits, type Edit } from '../../../src/core/edit.ts';
import { ignoreHere, ignoreInFile } from '../../../src/core/edits/ignore.ts';
import { switchOff } from '../../../src/core/edits/switch-off.ts';
import type { Finding } from '../../../src/core/finding.ts';

// A finding of the rule "cat" at the first "cat" of the text.
const at = (text: string, make: (document: ReturnType<typeof parseDocument>, finding: Finding) => Edit | undefined): string | undefined => {
  const start = text.indexOf('cat');
  const edit = make(parseDocument('a.md', text), { ruleId: 'cat', range: { start, end: start + 3 } } as Finding);
  return edit && applyEdits(text, [edit]);
};
const LINE = '<!-- docket-disable-line cat -->';
const NEXT = '<!-- docket-disable-next-line cat -->';
const FILE = '<!-- docket-disable-file cat -->';

describe('a finding is ignored at its place', () => {
  it.each([
    ['above its heading', '# a\n\n## cat\n\nb\n', `# a\n\n${NEXT}\n## cat\n\nb\n`],
    ['above its paragraph, on whichever line it is', 'a\n\nb\nc cat\n', `a\n\n${NEXT}\nb\nc cat\n`],
    ['above its code', '~~~\ncat\n~~~\n', `${NEXT}\n~~~\ncat\n~~~\n`],
    ['above the first line', '# cat\n', `${NEXT}\n# cat\n`],
    ['below the front matter', '---\na: b\n---\n# cat\n', `---\na: b\n---\n${NEXT}\n# cat\n`],
    ['with the line ending of the document', '# a\r\n\r\ncat\r\n', `# a\r\n\r\n${NEXT}\r\ncat\r\n`],
    ['at the end of its line of a list', '- a\n- b cat\n  c\n', `- a\n- b cat ${LINE}\n  c\n`],
    ['before a line break', '- cat\\\n  c\n', `- cat ${LINE}\\\n  c\n`],
    ['in its cell', '| a | b |\n|---|---|\n| cat | c |\n', `| a | b |\n|---|---|\n| cat ${LINE} | c |\n`],
    ['in its quote', '> a cat\n> b\n', `> a cat ${LINE}\n> b\n`],
    ['beside another rule that is', 'a\n\n<!-- docket-disable-next-line dog -- why -->\ncat\n', 'a\n\n<!-- docket-disable-next-line dog, cat -- why -->\ncat\n'],
    ['beside another rule of its line', '- cat <!-- docket-disable-line dog -->\n', '- cat <!-- docket-disable-line dog, cat -->\n'],
  ])('%s', (_, before, after) => expect(at(before, ignoreHere)).toBe(after));

  it.each([
    ['in front matter', '---\na: cat\n---\n# a\n'],
    ['in code of a list', '- a\n\n  ```\n  cat\n  ```\n'],
    ['behind a comment that nobody closed', '# a\n\n<!-- \n\ncat\n'],
  ])('but not %s, where no comment can stand', (_, text) => expect(at(text, ignoreHere)).toBeUndefined());
});

describe('a rule is ignored in a file', () => {
  it.each([
    ['behind the title', '---\na: b\n---\n# cat\n\nb\n', `---\na: b\n---\n# cat\n\n${FILE}\n\nb\n`],
    ['behind a title without an empty line', '# cat\nb\n', `# cat\n\n${FILE}\nb\n`],
    ['behind a title that is all', '# cat', `# cat\n\n${FILE}`],
    ['at the start where there is no title', 'cat\r\n', `${FILE}\r\n\r\ncat\r\n`],
    ['behind front matter where there is no title', '---\na: cat\n---\n\nb\n', `---\na: cat\n---\n\n${FILE}\n\nb\n`],
    ['in a file with nothing else', '---\na: cat\n---\n', `---\na: cat\n---\n${FILE}\n`],
    ['beside another rule that is', '# cat\n\n<!-- docket-disable-file dog -- why -->\n', '# cat\n\n<!-- docket-disable-file dog, cat -- why -->\n'],
  ])('%s', (_, before, after) => expect(at(before, ignoreInFile)).toBe(after));
});

describe('a rule is switched off in .docket.yaml', () => {
  const off = (text: string): string | undefined => {
    const edit = switchOff(text, 'cat');
    return edit && applyEdits(text, [edit]);
  };

  it.each([
    ['that is new', '', 'rules:\n  cat: off\n'],
    ['without rules', '# ours\nlanguage: ko\n', '# ours\nlanguage: ko\nrules:\n  cat: off\n'],
    ['without a line end', 'language: ko', 'language: ko\nrules:\n  cat: off\n'],
    ['beside other rules, as far in as they are', 'rules:\n    dog: error # why\n\nlanguage: ko\n', 'rules:\n    dog: error # why\n    cat: off\n\nlanguage: ko\n'],
    ['where it has another severity', 'rules:\n  cat: error # why\n', 'rules:\n  cat: off # why\n'],
    ['where it has options', 'rules:\n  cat: [error, {days: 3}]\n', 'rules:\n  cat: [off, {days: 3}]\n'],
    ['where it has nothing', 'rules:\n  cat:\n', 'rules:\n  cat: off\n'],
    ['in braces', 'rules: {dog: error}\n', 'rules: {dog: error, cat: off}\n'],
    ['in empty braces', 'rules: {}\n', 'rules:\n  cat: off\n'],
    ['with CRLF', 'rules:\r\n  dog: error\r\n', 'rules:\r\n  dog: error\r\n  cat: off\r\n'],
    ['of comments only', '# ours\n', '# ours\nrules:\n  cat: off\n'],
  ])('%s', (_, before, after) => expect(off(before)).toBe(after));

  it.each([['- a\n'], ['rules: [a]\n'], ['rules: {\n'], ['{rules: {dog: error}}\n']])('but not in %j, which is no such map', (text) => expect(off(text)).toBeUndefined());
});
