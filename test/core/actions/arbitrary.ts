import fc from 'fast-check';

const PARTS = [
  '- [ ] ', '- [x] ', '* [-] ', '1. [/] ', '- [§] ', '- [] ', '- ', '  - ', '> ', '\n', '\n', '\n', '\n\n', '## Action items\n', '# Open questions\n', '### Notes\n', '**', '~~', '`', '```\n', '<!-- ', ' -->', '| ', ' |\n',
  '| Action | Owner | Due | Status |\n|---|---|---|---|\n', '| Action Item | Type | Owner | Bug |\n|-|-|-|-|\n', 'TODO(mina): ', 'TODO', 'DONE ', 'LATER ', 'DEADLINE: <2026-05-29 Fri>', '📅 2026-01-31', '📅 2023-12-32', '(due: 2026-02-01)', '[due:: 2026-02-02]',
  '@mina', 'rosa@', ' (tom)', 'Owner: Rosa Diaz', '담당: 김민아', '기한: 2026년 2월 8일', 'by 2026-03-01', '03/04/2026', 'P1', '(prevent)', '#12', 'BUG-9', '⏫', '🔁 every week', '☐ ', '☑ ', '(A) ', 'x 2026-01-02 ', '+move ', 'due:2026-01-05', 'Action item: ', '**Action:**',
  'text ', 'other words', 'done', 'Open', '[a link](https://example.org/issues/1)', '&amp;', '\\*', '<<[UNRESOLVED who ]>>', '<<[/UNRESOLVED]>>', 'TBD', '?', '__proto__', 'constructor', ' ', ' ', '\t', ',', ';', '---\n',
];

/** Texts made of the pieces that actions and questions are written with, in any order. */
export function documentText(): fc.Arbitrary<string> {
  return fc.array(fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...PARTS) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) }), { maxLength: 30 }).map((parts) => parts.join('').replace(/\r\n?/g, '\n'));
}
