import type { ListItem, RootContent } from 'mdast';
import { datesIn } from '../dates.ts';
import { rangeOf, type Document, type Section } from '../document.ts';
import type { Range } from '../lines.ts';
import { fieldRoles, type FieldRole, type Vocabulary } from '../vocabulary/index.ts';
import type { Claim, Dialect } from './dialect.ts';
import { claimsOfRole, relationClaims, statusClaims } from './field.ts';
import { termOf } from '../vocabulary/terms.ts';
import { keyedValue, linesOf } from './keyed-line.ts';
import { namedSections } from './named-sections.ts';
import { plain, valueRange } from './source.ts';
import { exactStatus, statusIn } from './status-words.ts';

/** A section that is one field: `## Status`, and under it the value. */
export const section: Dialect = {
  id: 'section',
  read(document, vocabulary) {
    const claims: Claim[] = [];
    let statuses = 0;
    for (const { section: each, roles } of namedSections(document, vocabulary)) {
      if (each.depth > 4 || (each.depth > 3 && each.parent?.depth !== 1)) continue;
      if (each.depth > 2 && termOf(each.title) === 'state') continue;
      for (const role of roles) {
        if (!ROLES.has(role)) continue;
        if (role === 'status') {
          if (statuses++ < 4) claims.push(...statusSection(document, vocabulary, each, 84 - 4 * statuses - (each.depth > 2 ? 8 : 0)));
        } else if (role !== 'supersededBy' && role !== 'supersedes' ? short(each) : true) {
          for (const line of contentLines(document, each.nodes).slice(0, role === 'owners' || role === 'deciders' || role === 'authors' ? 1 : MOST_LINES)) claims.push(...claimsOfRole(document, vocabulary, 'section', role, line, 70));
        }
      }
    }
    return claims;
  },
};

const MOST_LINES = 12;
const ROLES: ReadonlySet<FieldRole> = new Set<FieldRole>(['status', 'date', 'created', 'decided', 'updated', 'decideBy', 'deciders', 'owners', 'authors', 'supersededBy', 'supersedes', 'amends', 'amendedBy']);

// The first line that is not a field of its own is the status; what replaced it may stand in any of the others.
function statusSection(document: Document, vocabulary: Vocabulary, { nodes }: Section, weight: number): Claim[] {
  const boxes = nodes.flatMap((node) => (node.type === 'list' ? node.children : [])).filter((item) => item.checked !== null && item.checked !== undefined);
  const lines = boxes.length ? boxes.filter((item) => item.checked).flatMap((item) => itemLines(document, item)) : contentLines(document, nodes);
  const claims: Claim[] = [];
  let stated = false;
  for (const line of latest(document, vocabulary, lines.slice(0, MOST_LINES))) {
    const field = keyedValue(document.text, line, vocabulary);
    if (field && !exactStatus(field.key, vocabulary)) {
      const roles = fieldRoles(field.key, vocabulary);
      claims.push(...roles.flatMap((role) => claimsOfRole(document, vocabulary, 'section', role, field.value, weight)));
      if (roles.includes('status')) stated = true;
      else claims.push(...relationClaims(document, vocabulary, 'section', line, weight));
      continue;
    }
    const range = valueRange(document.text, line);
    if (range.end <= range.start) continue;
    const found = statusClaims(document, vocabulary, 'section', range, weight);
    const status = found.find((each) => each.property === 'status');
    if (!stated && status && (status.value || !found.some((each) => each.property !== 'status'))) {
      claims.push(...found);
      stated = true;
      continue;
    }
    if (stated && status?.value === 'superseded' && found.length > 1) claims.push(...found.map((each) => (each === status && status.token ? narrowed(document, status, status.token) : each)));
    else claims.push(...found.filter((each) => each.property !== 'status'));
  }
  return claims;
}

// Where each line has a date of its own the section is a history: the latest line counts.
function latest(document: Document, vocabulary: Vocabulary, lines: readonly Range[]): readonly Range[] {
  const dated = lines.flatMap((line) => {
    const source = document.text.slice(line.start, line.end);
    const [date] = datesIn(source, vocabulary);
    if (!date) return [];
    const before = source.slice(0, date.start).trim() === '' || /^[\s|*_(-]*$/.test(source.slice(0, date.start));
    const rest = before ? { start: line.start + date.end + (/^[*_]{0,3}[\s:：|)–—-]*/.exec(source.slice(date.end))?.[0].length ?? 0), end: line.end } : line;
    return statusIn(document.text.slice(rest.start, rest.end), vocabulary) ? [{ value: date.value, rest }] : [];
  });
  if (dated.length < 2 || dated.length < lines.length - 1) return lines;
  return [dated.reduce((last, each) => (each.value >= last.value ? each : last)).rest];
}

// Of a sentence further down only the words that speak of the successor are the status.
function narrowed(document: Document, status: Claim, token: Range): Claim {
  return { ...status, text: plain(document.text.slice(token.start, token.end)), range: token, line: document.lines.lineNumberAt(token.start) };
}

function short({ nodes }: Section): boolean {
  return nodes.length > 0 && nodes.length <= 3 && nodes.every((node) => node.type === 'paragraph' || node.type === 'list' || node.type === 'html') && rangeOf(nodes.at(-1)!).end - rangeOf(nodes[0]!).start < 600;
}

function contentLines(document: Document, nodes: readonly RootContent[]): Range[] {
  return nodes.slice(0, MOST_LINES).flatMap((node): Range[] => {
    if (node.type === 'paragraph') return linesOf(document.text, rangeOf(node));
    if (node.type === 'list') return node.children.slice(0, MOST_LINES).flatMap((item) => itemLines(document, item));
    if (node.type === 'blockquote') return contentLines(document, node.children);
    return [];
  });
}

function itemLines(document: Document, item: ListItem): Range[] {
  const [paragraph] = item.children;
  if (paragraph?.type !== 'paragraph') return [];
  const range = rangeOf(paragraph);
  const box = /^\[[ xX]\][ \t]+/.exec(document.text.slice(range.start, range.start + 8))?.[0].length ?? 0;
  return linesOf(document.text, { start: range.start + box, end: range.end });
}

