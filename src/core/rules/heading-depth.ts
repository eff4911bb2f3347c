import type { Section } from '../document.ts';
import type { Edit } from '../edit.ts';
import type { Text } from '../language.ts';
import type { Template } from '../template.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

const RAISE: Text = { en: 'Raise "{heading}" and its like to level {wanted}', ko: '"{heading}"처럼 건너뛴 제목을 {wanted}단계로 올리기' };

export default rule<'jump' | 'jumps'>({
  id: 'heading-depth',
  meta: {
    title: { en: 'Headings go down one level at a time', ko: '제목은 한 단계씩 내려간다' },
    severity: ADVICE,
    fixable: true,
    messages: {
      jump: {
        en: 'The heading "{heading}" has level {depth} under one of level {outer}; give it level {wanted}.',
        ko: '"{heading}" 제목이 {outer}단계 제목 아래에서 {depth}단계로 건너뜁니다. {wanted}단계로 쓰세요.',
      },
      jumps: {
        en: 'The heading "{heading}" has level {depth} under one of level {outer}, and {more} more further down; give them level {wanted}.',
        ko: '"{heading}" 제목이 {outer}단계 제목 아래에서 {depth}단계로 건너뜁니다. 뒤에 {more}개 더 있습니다. {wanted}단계로 쓰세요.',
      },
    },
    fixes: { jump: RAISE, jumps: RAISE },
  },
  check({ document, structure, report }) {
    const seen = structure();
    if (!seen) return;
    const usual = jumpsOf(seen.template);
    const { sections } = document;
    const jumps = new Map<string, number[]>();
    for (const [at, { depth }] of sections.entries()) {
      const outer = sections[at - 1]?.depth ?? depth;
      const step = `${outer} ${depth}`;
      if (depth > outer + 1 && !usual.has(step)) jumps.set(step, jumps.get(step) ?? []).get(step)!.push(at);
    }
    // Who does it in one place does it in all, so that each kind of step is told once.
    for (const places of jumps.values()) {
      const [first = 0] = places;
      const { title, heading, depth } = sections[first]!;
      const outer = sections[first - 1]!.depth;
      const data = { heading: title, depth, outer, wanted: outer + 1, more: places.length - 1 };
      const fix = places.flatMap((at) => raised(sections, at, depth - outer - 1));
      report({ message: places.length > 1 ? 'jumps' : 'jump', range: heading, data, fix });
    }
  },
});

// The steps down that the template takes itself; above its first section stands the title.
function jumpsOf({ sections }: Template): ReadonlySet<string> {
  return new Set(sections.map(({ depth }, at) => `${sections[at - 1]?.depth ?? 1} ${depth}`));
}

// The heading, those beside it and all under them lose the same number of their marks; no heading so deep is underlined.
function raised(sections: readonly Section[], at: number, levels: number): readonly Edit[] {
  const edits: Edit[] = [];
  const { depth } = sections[at]!;
  for (let index = at; sections[index] && sections[index]!.depth >= depth; index++) {
    const { start } = sections[index]!.heading;
    edits.push({ range: { start, end: start + levels }, newText: '' });
  }
  return edits;
}
