import * as v from 'valibot';
import { isNamedDone } from '../actions/over.ts';
import { daysBefore } from '../calendar.ts';
import type { Document } from '../document.ts';
import type { Entry, Token } from '../entry.ts';
import type { Range } from '../lines.ts';
import { folderOf, resolvePath } from '../paths.ts';
import { statusGroupOf } from '../status-group.ts';
import { fieldRoles, type Vocabulary } from '../vocabulary/index.ts';
import { rule } from './rule.ts';
import { always } from './severities.ts';

export default rule<'gone', { readonly people?: string | undefined }>({
  id: 'owner-gone',
  meta: {
    title: { en: 'Who owns an open document or action is still there', ko: '열린 문서와 조치의 담당자는 지금 있는 사람이다' },
    severity: always('off'),
    fixable: false,
    options: v.strictObject({ people: v.optional(v.pipe(v.string(), v.minLength(1))) }),
    fileOptions: ['people'],
    messages: {
      gone: {
        en: '"{owner}" is not among the people who are here ({where}); name somebody who is, or add them there.',
        ko: '"{owner}"은(는) 지금 있는 사람({where})이 아닙니다. 지금 있는 사람을 적거나 그곳에 추가하세요.',
      },
    },
  },
  needs: ({ document, entry, options, config, vocabulary, surroundings: { today } }) => {
    if (!ownersIn(document, entry, vocabulary).length) return {};
    const file = options.people === undefined ? undefined : resolvePath(folderOf(config.path ?? ''), options.people);
    return { people: { since: daysBefore(today, 365), file } };
  },
  check({ document, entry, options, vocabulary, surroundings: { people }, language, report }) {
    // A list that cannot be read is told in the configuration that names it.
    if (!people || people.unread) return;
    const owners = ownersIn(document, entry, vocabulary);
    const where = [language === 'ko' ? '지난 1년의 커밋, CODEOWNERS' : 'commits of the last year, CODEOWNERS', ...(options.people === undefined ? [] : [options.people])].join(', ');
    for (const { owner, range } of owners) if (!people.knows(owner)) report({ message: 'gone', range, data: { owner, where } });
  },
});

interface Owned {
  readonly owner: string;
  readonly range: Range;
}

// Authors and deciders of what is decided may go; who owns it, and who has still something to do, may not.
function ownersIn(document: Document, entry: Entry | undefined, vocabulary: Vocabulary): Owned[] {
  if (!entry || entry.kind === 'template' || statusGroupOf(entry.status) === 'closed') return [];
  const evidence = entry.evidence.owners;
  const isOwned = evidence && evidence.path === undefined && evidence.line > 0 && (entry.open === true || fieldRoles(labelBefore(document, evidence.range), vocabulary).includes('owners'));
  const own = isOwned ? entry.owners.map((owner) => ({ owner, range: rangeIn(document, evidence.range, owner) })) : [];
  const ofActions = entry.actions.flatMap((action) => (isNamedDone(action) || !action.tokens.owners ? [] : action.owners.map((owner) => ofAction(document, action.tokens.owners!, owner))));
  return [...own, ...ofActions].filter(({ owner }) => isPerson(owner));
}

// The name of the field or the section that a value belongs to.
function labelBefore({ text, fields, sections }: Document, { start }: Range): string {
  const field = fields.find(({ valueRange }) => valueRange && valueRange.start <= start && start < valueRange.end);
  if (field) return field.key;
  const line = text.slice(Math.max(0, text.lastIndexOf('\n', start - 1) + 1), start).slice(-200);
  const label = /([\p{L}][\p{L} _-]{0,40})[*_]{0,2}[ \t]*[:：|][*_ \t]*$/u.exec(line)?.[1];
  return label ?? sections.findLast(({ heading }) => heading.start < start)?.title ?? '';
}

// The sign of a handle is no part of the owner, but tells that it is one.
function ofAction(document: Document, { value, whole }: Token, owner: string): Owned {
  const range = rangeIn(document, value, owner);
  const isHandle = document.text[range.start - 1] === '@' && range.start > whole.start;
  return isHandle ? { owner: `@${owner}`, range: { start: range.start - 1, end: range.end } } : { owner, range };
}

function rangeIn({ text }: Document, range: Range, name: string): Range {
  const at = text.slice(range.start, range.end).indexOf(name);
  return at < 0 ? range : { start: range.start + at, end: range.start + at + name.length };
}

const GROUP = /(?:\b(?:teams?|group|squad|guild|crew|committee|council|board|wg|sig|sre|ops|platform|eng(?:ineering)?|dept|department|everyone|all|tbd|on-?call|maintainers?|developers?|architects?|lead)\b|팀|그룹|파트|담당|전체|위원회)/iu;

// A handle, an address, or a name as people have one: teams and roles do not leave.
function isPerson(owner: string): boolean {
  if (owner.length > 60 || GROUP.test(owner)) return false;
  return /^@[\w-]{2,39}$/.test(owner) || /^[\w.+-]+@[\w.-]+$/.test(owner) || /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u.test(owner) || /^[가-힣]{2,4}$/.test(owner);
}
