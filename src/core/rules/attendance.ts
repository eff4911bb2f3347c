import * as v from 'valibot';
import { attendanceLineIn } from '../actions/people.ts';
import { headingKey } from '../headings.ts';
import { isNothing } from '../meeting/lines.ts';
import { productionMeetingIn } from '../meeting/topics.ts';
import { namesRole } from '../roles.ts';
import type { Structure } from '../structure.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

export default rule<'nobody' | 'unlisted', { readonly roles: readonly string[] }>({
  id: 'attendance',
  meta: {
    title: { en: 'The roles that must be there were at the meeting', ko: '꼭 있어야 하는 역할이 회의에 참석한다' },
    severity: ADVICE,
    fixable: false,
    kinds: ['meeting'],
    options: v.strictObject({ roles: v.optional(v.array(v.pipe(v.string(), v.trim(), v.nonEmpty())), []) }),
    messages: {
      nobody: {
        en: 'Nobody is listed for "{role}", who must be at this meeting; name who was there or who spoke for them.',
        ko: '이 회의에 꼭 있어야 하는 "{role}" 쪽 참석자가 적혀 있지 않습니다. 참석한 사람이나 대신 말한 사람을 적어 주세요.',
      },
      unlisted: {
        en: 'The attendance does not mention "{role}", who must be at this meeting; add a line that says who was there.',
        ko: '이 회의에 꼭 있어야 하는 "{role}"이(가) 참석자에 없습니다. 누가 참석했는지 한 줄로 적어 주세요.',
      },
    },
  },
  check({ document, structure, vocabulary, options, report }) {
    const seen = structure();
    const meeting = productionMeetingIn(document, seen, vocabulary);
    const [section] = meeting?.attendance ?? [];
    const place = section ? { start: section.content.start, end: section.extent.end } : meeting && attendanceLineIn(document);
    if (!place) return;
    const source = document.text.slice(place.start, Math.min(place.end, place.start + LONGEST));
    const lines = [...source.matchAll(/^[ \t|*_+-]*([^\r\n]+)/gm)].map((line) => ({ text: line[1]!.replace(/[*_`]/g, ''), start: place.start + line.index + line[0].length - line[1]!.length, end: place.start + line.index + line[0].trimEnd().length }));
    const isOwn = options.roles.length > 0;
    const roles = isOwn ? options.roles : rolesAsked(seen);
    const labelled = roles.map((role) => ({ role, line: lines.find(({ text }) => keyOf(/^[^:：|]*/u.exec(text)![0]) === keyOf(role)) }));
    // Minutes with a mere list of names do not say who is of which role.
    if (!isOwn && labelled.every(({ line }) => line === undefined)) return;
    for (const { role, line } of labelled) {
      if (!line) {
        const isNamed = source.toLowerCase().includes(role.toLowerCase()) || lines.some(({ text }) => namesRole(text, role));
        if (!isNamed) report({ message: 'unlisted', range: section?.heading ?? { start: lines[0]?.start ?? place.start, end: lines[0]?.end ?? place.end }, data: { role } });
        continue;
      }
      const names = line.text.replace(/^[^:：|]*[:：|]?/u, '').replace(/\|\s*$/u, '').trim();
      const [behind] = lines.slice(lines.indexOf(line) + 1);
      const isNested = names === '' && behind !== undefined && column(document.text, behind.start) > column(document.text, line.start);
      if (!isNested && isNothing(names)) report({ message: 'nobody', range: { start: line.start, end: line.end }, data: { role } });
    }
  },
});

const LONGEST = 20_000;
const MUST = /\s?[(（](?:must be there|must attend|required|mandatory|필수)[)）]/iu;

// What the template marks: `- Reliability (must be there): {who is there}`.
function rolesAsked(seen: Structure | undefined): readonly string[] {
  return (seen?.template.sections ?? []).flatMap(({ prompt }) => prompt.split('\n').flatMap((line) => (MUST.test(line) ? [line.replace(/^[\s|*+-]+/, '').split(MUST)[0]!.replace(/[*_`]/g, '').trim()] : [])));
}

const keyOf = (role: string): string => headingKey(role.replace(MUST, ''));

function column(text: string, offset: number): number {
  return offset - Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1));
}
