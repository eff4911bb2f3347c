import { columnsOf, componentTables } from '../components.ts';
import { peopleIn } from '../dialects/people.ts';
import { isPlaceholder, plain } from '../dialects/source.ts';
import type { Cell, Document } from '../document.ts';
import { fieldPrompt } from '../template/fields.ts';
import { termOf } from '../vocabulary/terms.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

export default rule<'column' | 'nobody' | 'many' | 'no-site' | 'many-sites' | 'twice'>({
  id: 'component-owner',
  meta: {
    title: { en: 'A component has one owner, at one site', ko: '구성 요소마다 한 거점에 담당자가 한 명 있다' },
    severity: ADVICE,
    fixable: false,
    messages: {
      column: { en: 'The table of components has no column for their owners; add "{column}" with one name for each.', ko: '구성 요소 표에 담당자 열이 없습니다. "{column}" 열을 추가하고 구성 요소마다 한 명을 적으세요.' },
      nobody: { en: '"{component}" has no owner; name one person or one team.', ko: '"{component}"에 담당자가 없습니다. 한 사람이나 한 팀을 적으세요.' },
      many: { en: '"{component}" has {count} owners ({owners}), so nobody answers for it alone; name one, or split the component.', ko: '"{component}"의 담당자가 {count}명({owners})이라 책임이 분명하지 않습니다. 한 명만 적거나 구성 요소를 나누세요.' },
      'no-site': { en: '"{component}" has no site; say where its owner works.', ko: '"{component}"에 거점이 없습니다. 담당자가 일하는 거점을 적으세요.' },
      'many-sites': { en: '"{component}" has several sites ({sites}); keep it at one, or split the component.', ko: '"{component}"의 거점이 여럿입니다({sites}). 한 곳으로 모으거나 구성 요소를 나누세요.' },
      twice: { en: '"{component}" is already on line {line} with another owner ({owner}); keep one of the two.', ko: '"{component}"이(가) {line}번째 줄에 다른 담당자({owner})로 이미 있습니다. 둘 중 하나만 남기세요.' },
    },
  },
  check({ document, structure, report }) {
    const seen = structure();
    if (!seen) return;
    for (const { table, column } of componentTables(document, seen)) {
      const at = columnsOf(table.header.map(({ text }) => text));
      if (at.owner < 0) {
        report({ message: 'column', range: { start: table.header[0]!.range.start, end: table.header.at(-1)!.range.end }, data: { column } });
        continue;
      }
      const known = new Map<string, { readonly owner: string; readonly line: number }>();
      const sites = new Set(table.rows.map((cells) => termOf(cells[at.site]?.text ?? '')));
      for (const cells of table.rows) {
        const first = cells[0];
        const component = first?.text.trim() ?? '';
        if (!first || component === '' || isPrompt(document, first)) continue;
        const owner = cells[at.owner];
        const owners = ownersIn(source(document, owner));
        if (!owner || !isPrompt(document, owner)) {
          const range = owner && owner.range.end > owner.range.start ? owner.range : first.range;
          if (!owners.length) report({ message: 'nobody', range, data: { component } });
          else if (owners.length > 1) report({ message: 'many', range, data: { component, count: owners.length, owners: owners.slice(0, 5).join(', ') } });
          else {
            const before = known.get(termOf(component));
            if (before && termOf(before.owner) !== termOf(owners[0]!)) report({ message: 'twice', range: first.range, data: { component, line: before.line, owner: before.owner } });
            known.set(termOf(component), before ?? { owner: owners[0]!, line: document.lines.lineNumberAt(first.range.start) });
          }
        }
        const site = cells[at.site];
        if (at.site < 0 || (site && isPrompt(document, site))) continue;
        const words = site?.text.trim() ?? '';
        const several = sitesIn(words, sites);
        const range = site && words !== '' ? site.range : first.range;
        if (words === '' || isPlaceholder(plain(words))) report({ message: 'no-site', range, data: { component } });
        else if (several.length > 1) report({ message: 'many-sites', range, data: { component, sites: several.join(', ') } });
      }
    }
  },
});

function source({ text }: Document, cell: Cell | undefined): string {
  return cell ? text.slice(cell.range.start, cell.range.end) : '';
}

// `Search & Discovery team` is one team; where a comma or a full name stands before the word, there are several.
function ownersIn(words: string): readonly string[] {
  const name = plain(words);
  const people = peopleIn(words);
  return people.length > 1 && ONE_TEAM.test(name) ? [name] : people;
}

const ONE_TEAM = /^(?:[\p{L}\p{N}-]{1,30}(?: ?[&/] ?| and | 및 )){1,3}(?:(?:[\p{L}\p{N}-]{1,30} ){0,3}(?:team|squad|group|guild)|\p{L}{0,20} ?(?:팀|파트))$/iu;

// What the template asks for is told as such.
function isPrompt(document: Document, cell: Cell): boolean {
  return /^[{<].*[}>]$/.test(fieldPrompt(source(document, cell)));
}

// A comma also stands in "Seoul, Korea": it parts sites only where they stand alone elsewhere.
function sitesIn(words: string, known: ReadonlySet<string>): string[] {
  const parts = words.split(/\s*[/;+&]\s*|\s+(?:and|및)\s+/).filter(Boolean);
  return parts.flatMap((part) => {
    const further = part.split(/\s*,\s*/).filter(Boolean);
    return further.length > 1 && further.every((one) => known.has(termOf(one))) ? further : [part];
  });
}
