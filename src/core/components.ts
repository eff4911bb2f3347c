import type { Document, Section, Table } from './document.ts';
import { headingKey } from './headings.ts';
import { rememberingOf } from './remembering.ts';
import type { Structure } from './structure.ts';
import type { TemplateSection } from './template.ts';

const COMPONENT = /^(?:components?|services?|modules?|subsystems?|parts?|systems?|workstreams?|work streams?|구성 ?요소|컴포넌트|서비스|모듈|작업 영역)$/;
const OWNER = /^(?:owners?|owned by|responsible|dri|lead|담당자?|책임자|소유자)$/;
const SITE = /^(?:sites?|locations?|office|where|거점|위치|사이트|근무지)$/;

/** Which columns of a table of components have the owner and the site, counted from 0; -1 where there is none. */
export function columnsOf(header: readonly string[]): { readonly owner: number; readonly site: number } {
  const keys = header.map((title) => headingKey(title));
  return { owner: keys.findIndex((key) => OWNER.test(key)), site: keys.findIndex((key) => SITE.test(key)) };
}

/** The tables in sections for which the template has a table of components with their owners; `column` is what it calls those. */
export function componentTables(document: Document, { template, matching }: Structure): { readonly table: Table; readonly column: string }[] {
  if (!hasComponents(template.sections)) return [];
  return matching.matches.flatMap(({ wanted, found }) => {
    if (!isOfComponents(wanted.columns)) return [];
    return tablesIn(document, found).filter(({ header }) => COMPONENT.test(headingKey(header[0]?.text ?? ''))).map((table) => ({ table, column: wanted.columns[columnsOf(wanted.columns).owner]! }));
  });
}

const hasComponents = rememberingOf((sections: readonly TemplateSection[]): boolean => sections.some(({ columns }) => isOfComponents(columns)));

function isOfComponents(columns: readonly string[]): boolean {
  return COMPONENT.test(headingKey(columns[0] ?? '')) && columnsOf(columns).owner > 0;
}

function tablesIn({ tables }: Document, { content }: Section): readonly Table[] {
  return tables.filter(({ range }) => range.start >= content.start && range.end <= content.end);
}
