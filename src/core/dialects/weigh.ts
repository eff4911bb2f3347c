import type { DateOrder } from '../dates.ts';
import type { Evidence, Property, Status } from '../entry.ts';
import { bareTitle } from '../titles.ts';
import { builtInVocabulary } from '../vocabulary/index.ts';
import type { Claim } from './dialect.ts';

/** What is believed of one document when all claims are weighed; relations are still words. */
export interface Weighed {
  readonly id: string | null;
  readonly number: number | null;
  readonly title: string;
  readonly status: Status | null;
  readonly statusText: string | null;
  readonly date: string | null;
  readonly decideBy: string | null;
  readonly owners: readonly string[];
  readonly evidence: Readonly<Partial<Record<Property, Evidence>>>;
  readonly contradicted: Readonly<Partial<Record<Property, Evidence>>>;
}

/** The one place where claims are weighed: the heaviest is believed, and of two alike the first. */
export function weigh(claims: readonly Claim[], order: DateOrder | undefined): Weighed {
  const evidence: Partial<Record<Property, Evidence>> = {};
  const contradicted: Partial<Record<Property, Evidence>> = {};
  const heaviest = (property: Property, usable: (claim: Claim) => boolean = () => true) => {
    let found: Claim | undefined;
    for (const claim of claims) if (claim.property === property && usable(claim) && (!found || claim.weight > found.weight)) found = claim;
    if (found) evidence[property] = evidenceOf(found);
    return found;
  };

  const number = heaviest('number');
  const id = heaviest('id', (claim) => number === undefined || Number(/\d+$/.exec(claim.value)?.[0]) === Number(number.value)) ?? heaviest('id');
  const title = heaviest('title');
  const status = heaviest('status');
  const date = heaviest('date', (claim) => dateOf(claim, order) !== undefined && claim.weight > 1);
  const decideBy = heaviest('decideBy', (claim) => dateOf(claim, order) !== undefined);
  const owners = heaviest('owners');
  const other = status && claims.find((claim) => claim.property === 'status' && claim.value !== '' && claim.line > 0 && claim.value !== status.value && claim.dialect !== status.dialect && claim.weight > LIGHT);
  if (other) contradicted.status = evidenceOf(other);
  const otherNumber = number && claims.find((claim) => claim.property === 'number' && claim.value !== number.value && claim.weight > LIGHT);
  if (otherNumber) contradicted.number = evidenceOf(otherNumber);

  // A number in the title is its id where another source says the same.
  const numbers = claims.flatMap((claim) => (claim.property === 'number' && claim.dialect !== 'heading' ? [Number(claim.value)] : []));
  return {
    id: id?.value ?? null,
    number: number ? Number(number.value) : null,
    title: title ? bareTitle(title.value, numbers, builtInVocabulary) || title.value : '',
    status: status && status.value !== '' ? (status.value as Status) : null,
    statusText: status?.text ?? null,
    date: date ? (dateOf(date, order) ?? null) : null,
    decideBy: decideBy ? (dateOf(decideBy, order) ?? null) : null,
    owners: owners ? owners.value.split('\n') : [],
    evidence,
    contradicted,
  };
}

/** Is the decision still to be taken? */
export function isOpen(status: Status | null): boolean | null {
  if (status === null || status === 'deferred') return null;
  return status === 'draft' || status === 'proposed';
}

/** The claim without what only weighing needs. */
export function evidenceOf({ text, range, line, dialect, token, path }: Claim): Evidence {
  return { text, range, line, dialect, ...(token && { token }), ...(path !== undefined && { path }) };
}

// Evidence lighter than this (the folder, the change log) does not contradict what is written.
const LIGHT = 40;

function dateOf(claim: Claim, order: DateOrder | undefined): string | undefined {
  if (claim.dayFirst === undefined) return claim.value;
  return order === undefined ? undefined : order === 'day-first' ? claim.dayFirst : claim.value;
}
