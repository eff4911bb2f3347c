import type { Document } from '../document.ts';
import type { Edit } from '../edit.ts';
import { addRelation, type RelationOptions } from '../edits/add-relation.ts';
import { markSuperseded } from '../edits/mark-superseded.ts';
import { sidecarDocument } from '../edits/metadata.ts';
import { isRefusal } from '../edits/refusal.ts';
import type { Entry } from '../entry.ts';
import type { FileEdits } from '../finding.ts';
import type { Text } from '../language.ts';
import type { Range } from '../lines.ts';
import { folderOf, nameOf } from '../paths.ts';
import { isSidecarPath } from '../reading.ts';
import type { Records } from '../records.ts';
import { INVERSE, isAnswered, isSurely, sidesOf, type Side, type SidedRelation } from '../relation-sides.ts';
import { documentName } from '../dialects/file-name.ts';
import { statusGroupOf } from '../status-group.ts';
import { relationExamples } from '../succession/examples.ts';
import { idLike } from '../succession/naming.ts';
import { rule, type LintInput } from './rule.ts';
import { ADVICE } from './severities.ts';

const WRITE: Text = { en: 'Say so in "{other}"', ko: '"{other}"에도 쓰기' };

export default rule<'valid' | 'elsewhere' | 'supersededBy' | 'supersedes' | 'amendedBy' | 'amends'>({
  id: 'superseded-one-sided',
  meta: {
    title: { en: 'What supersedes or amends another document is named there, too', ko: '다른 문서를 대체하거나 보완한다는 말은 그 문서에도 있다' },
    severity: { ...ADVICE, draft: 'off' },
    kinds: ['decision', 'design'],
    fixable: true,
    messages: {
      valid: {
        en: 'This document supersedes "{other}", which does not say so; whoever reads it there takes it for valid.',
        ko: '이 문서가 "{other}"을(를) 대체하는데 그 문서에는 그런 말이 없습니다. 그 문서만 읽는 사람은 아직 유효하다고 여깁니다.',
      },
      elsewhere: {
        en: '"{other}" supersedes this document by the index of its repository, but this one does not say so; whoever reads it here takes it for valid.',
        ko: '그 저장소의 인덱스에 따르면 "{other}"이(가) 이 문서를 대체하는데 여기에는 그런 말이 없습니다. 여기서 읽는 사람은 아직 유효하다고 여깁니다.',
      },
      supersededBy: {
        en: '"{other}" is superseded, but does not name this document as what took its place.',
        ko: '"{other}"은(는) 대체되었지만 이 문서로 대체되었다는 말이 없습니다.',
      },
      supersedes: {
        en: '"{other}" does not say that it supersedes this document, as others beside it do.',
        ko: '"{other}"에는 이 문서를 대체한다는 말이 없습니다. 곁의 다른 문서에는 있습니다.',
      },
      amendedBy: {
        en: '"{other}" does not say that this document amends it, as others beside it do.',
        ko: '"{other}"에는 이 문서로 보완되었다는 말이 없습니다. 곁의 다른 문서에는 있습니다.',
      },
      amends: {
        en: '"{other}" does not say that it amends this document, as others beside it do.',
        ko: '"{other}"에는 이 문서를 보완한다는 말이 없습니다. 곁의 다른 문서에는 있습니다.',
      },
    },
    fixes: { valid: WRITE, supersededBy: WRITE, supersedes: WRITE, amendedBy: WRITE, amends: WRITE },
  },
  needs({ document, entry, records }) {
    const others = oneSided(document, entry, records).slice(0, MOST_FIXES).map(({ other }) => other);
    return others.length ? { others: [...new Set(others.flatMap((other) => [other.path, ...sidecarOf(other)]))] } : {};
  },
  check(input) {
    const { document, entry, records, repositories, report } = input;
    for (const { side, other, message } of oneSided(document, entry, records)) {
      const elsewhere = answer(input, side, other);
      report({ message, range: placeOf(document, side), data: { other: shownName(other) }, ...(elsewhere && { fix: [], elsewhere: [elsewhere] }) });
    }
    if (!entry || !isInForce(entry) || statusGroupOf(entry.status) === 'closed') return;
    for (const { isOwn, relation, target, evidence } of repositories ? sidesOf(entry) : []) {
      const other = isOwn || relation !== 'supersededBy' ? undefined : repositories?.at(target)?.entry;
      if (other && statusGroupOf(other.status) === 'accepted') report({ message: 'elsewhere', range: placeOf(document, { evidence: entry.evidence.status ?? evidence }), data: { other: evidence.text } });
    }
  },
});

/** So many answers are written at once; further ones when these are there. */
const MOST_FIXES = 10;

interface OneSided {
  readonly side: Side;
  readonly other: Entry;
  readonly message: 'valid' | SidedRelation;
}

function oneSided(document: Document, entry: Entry | undefined, records: Records): OneSided[] {
  if (!entry || !isInForce(entry)) return [];
  return sidesOf(entry).flatMap((side): OneSided[] => {
    const other = side.isOwn ? records.at(side.target) : undefined;
    if (!other || (other.kind !== 'decision' && other.kind !== 'design') || isAnswered(entry, side, other) || !isSurely(document, side, other) || isPartial(document, side)) return [];
    const back = INVERSE[side.relation];
    if (back !== 'supersededBy') return records.isUsual(other, back) ? [{ side, other, message: back }] : [];
    if (statusGroupOf(other.status) !== 'closed') return [{ side, other, message: 'valid' }];
    return other.status === 'superseded' && records.isUsual(other, back) ? [{ side, other, message: back }] : [];
  });
}

// What is only proposed has not taken anything's place yet, and what was rejected never will.
function isInForce({ status }: Entry): boolean {
  return status === 'accepted' || status === 'implemented' || status === 'superseded' || status === 'deprecated';
}

// "Supersedes parts of ADR-3" leaves the rest in force.
function isPartial({ text, lines, path }: Document, { evidence }: Side): boolean {
  if (evidence.line === 0 || (evidence.path !== undefined && evidence.path !== path)) return false;
  const line = text.slice(Math.max(lines.startOf(evidence.line - 1), evidence.range.start - 300), Math.min(lines.startOf(evidence.line), evidence.range.end + 300));
  const start = Math.max(lines.startOf(evidence.line - 1), evidence.range.start - 300);
  const ahead = text.slice(start, evidence.range.start).replace(/\[[^[\]]{0,200}\](?:\([^()\s]{0,200}\))?/g, '');
  // "Supersedes: the formats that were described in ADR-3" is not about all of it either.
  if (/(?:\p{L}+[ \t]+){4}$/u.test(ahead.slice(ahead.search(/[:：](?![^]*[:：])/) + 1).replace(/[^\p{L} \t]+/gu, ' ').slice(-120))) return true;
  return /\b(?:parts?|partial|partially|partly|portions?|sections?|some|teilweise|parcialmente|partiellement)\b|일부|부분/i.test(line);
}

function placeOf(document: Document, { evidence }: Pick<Side, 'evidence'>): Range {
  const isHere = evidence.line > 0 && (evidence.path === undefined || evidence.path === document.path);
  return isHere ? evidence.range : (document.sections[0]?.heading ?? { start: 0, end: 0 });
}

function shownName({ path }: Entry): string {
  const { name, isFolder } = documentName(path);
  return isFolder ? name : nameOf(path);
}

function sidecarOf({ evidence }: Entry): string[] {
  const path = evidence.status?.path;
  return path !== undefined && isSidecarPath(path) ? [path] : [];
}

// The other side in the words and at the place of the other document; undefined where it has none.
function answer({ document, entry, records, surroundings, vocabulary }: LintInput, side: Side, other: Entry): FileEdits | undefined {
  const [sidecar] = sidecarOf(other);
  const read = surroundings.others?.get(sidecar ?? other.path);
  if (!read || !entry) return undefined;
  const holder = sidecar === undefined ? read : sidecarDocument(sidecar, read.text);
  const relation = INVERSE[side.relation];
  const neighbours = records.inFolder(folderOf(other.path)).slice(0, MOST_NEIGHBOURS).filter((one) => one.path !== other.path);
  const options: RelationOptions = { vocabulary, neighbours, examples: relationExamples([document], relation, [], vocabulary) };
  const named = { ...entry, id: idOf(entry, neighbours, records) };
  const edits = relation === 'supersededBy' ? markSuperseded(holder, other.evidence.status, named, options) : addRelation(holder, relation, named, options);
  return isRefusal(edits) || !(edits as readonly Edit[]).length ? undefined : { path: holder.path, edits };
}

// Its own, or one as it and the documents beside the other write those of others.
function idOf(entry: Entry, neighbours: readonly Entry[], records: Records): string | null {
  if (entry.id !== null && /^\p{L}/u.test(entry.id)) return entry.id;
  for (const { target, evidence } of [entry, ...neighbours.slice(0, MOST_NAMING)].flatMap(sidesOf)) {
    const known = records.at(target);
    const id = known && idLike(evidence.text, known, entry);
    if (id !== undefined) return id;
  }
  return entry.id;
}

/** So many documents beside it are asked how they name others. */
const MOST_NAMING = 10;
/** So many documents beside it show how things are said there. */
const MOST_NEIGHBOURS = 30;
