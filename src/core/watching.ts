import type { Entry, Property } from './entry.ts';
import type { Finding } from './finding.ts';
import type { Records } from './records.ts';
import type { LintInput } from './rules/rule.ts';

/** What a rule asked of the records: its id, the name of the question, and its arguments as plain data, entries by their path. */
export type Question = readonly [rule: string, ask: Ask, ...args: readonly unknown[]];

/** The questions that records answer. */
export type Ask = Exclude<keyof Records, 'all'> | 'all';

/** What was found in a document, and what rules went by that other documents can change. */
export interface Watched {
  readonly findings: readonly Finding[];
  readonly questions: readonly Question[];
  /** The properties of the document's own entry that each rule has looked at. */
  readonly properties: ReadonlyMap<string, ReadonlySet<string>>;
  /** Does a comment silence anything in it? Then what one rule finds has to do with what others find. */
  readonly isSilencing: boolean;
}

/** What was asked of records about a document, and what they said. */
export interface Answered {
  readonly ask: Ask;
  readonly args: readonly unknown[];
  readonly answer: unknown;
}

/** Records that note what they are asked, without what is asked about paths at which nobody can know a document. */
export function notedRecords(records: Records, mayBeThere: (path: string) => boolean): { readonly records: Records; readonly answered: readonly Answered[] } {
  const answered: Answered[] = [];
  const noted = new Proxy(records, {
    get(target, key) {
      const ask = key as Ask;
      const member: unknown = target[ask];
      if (typeof member !== 'function') {
        answered.push({ ask, args: [], answer: member });
        return member;
      }
      return (...args: unknown[]) => {
        const answer = (member as (...all: unknown[]) => unknown)(...args);
        if (!BY_PATH.has(ask) || args.some((path) => mayBeThere(String(path)))) answered.push({ ask, args, answer });
        return answer;
      };
    },
  });
  return { records: noted, answered };
}

/** Would other records, of the same documents and more, say the same to a rule? */
export function isAnsweredAlike(records: Records, { ask, args, answer }: Answered): boolean {
  const asked = args.map((one) => (isEntry(one) ? records.at(one.path) : one));
  if (!isAlike(args, asked)) return false;
  const member: unknown = records[ask];
  return isAlike(answer, typeof member === 'function' ? (member as (...all: unknown[]) => unknown)(...asked) : member);
}

/** Do two entries of one document say the same to a rule? None asks which documents one requires. */
export function isSameToRules(one: Entry | undefined, other: Entry | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && isSameBut(one, other));
}

// Most of what is the same is so because it is one object.
function isSameBut(one: object, other: object): boolean {
  const [ours, theirs] = [one, other] as readonly Readonly<Record<string, unknown>>[];
  return Object.keys({ ...ours, ...theirs }).every((key) => {
    const [our, their] = [ours![key], theirs![key]];
    if (UNASKED.has(key) || our === their) return true;
    return BY_PROPERTY.has(key) ? isSameBut(our ?? {}, their ?? {}) : JSON.stringify(our) === JSON.stringify(their);
  });
}

/** No rule asks for these of any entry. */
export const UNASKED: ReadonlySet<string> = new Set(['requires', 'requiredBy'] satisfies Property[]);
const BY_PROPERTY: ReadonlySet<string> = new Set(['evidence', 'further'] satisfies (keyof Entry)[]);

/** Do both hold the same, as deeply as plain data goes? Entries are the same where they are the same object. */
export function isAlike(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (isEntry(one)) return isEntry(other) && isSameToRules(one, other);
  const [ours, theirs] = [Object.values(one), Object.values(other)];
  return ours.length === theirs.length && ours.every((value, index) => isAlike(value, theirs[index]));
}

const BY_PATH: ReadonlySet<Ask> = new Set(['at', 'supersededAt']);

/** What rules are seen to ask; `mayBeThere` says of a path whether anybody could know a document there. */
export class Watch {
  readonly #mayBeThere: (path: string) => boolean;
  readonly #questions = new Map<string, Question>();
  readonly #properties = new Map<string, Set<string>>();

  constructor(mayBeThere: (path: string) => boolean) {
    this.#mayBeThere = mayBeThere;
  }

  questions(): readonly Question[] {
    return [...this.#questions.values()];
  }

  properties(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#properties;
  }

  /** The same input for one rule, which is written down when the rule looks at it. */
  seenBy(rule: string, { entry, records }: Pick<LintInput, 'entry' | 'records'>): Pick<LintInput, 'entry' | 'records'> {
    const own = entry && this.#watchedEntry(rule, entry);
    // The watched entry stands for the real one wherever the rule meets it, so that it can be compared and asked for.
    const real = (value: unknown): unknown => (value === own ? entry : value);
    const shown = (value: unknown): unknown => (own && value === entry ? own : value);
    return { entry: own, records: this.#watchedRecords(rule, records, real, (answer) => shownIn(answer, shown, entry)) };
  }

  #watchedEntry(rule: string, entry: Entry): Entry {
    const seen = this.#properties.get(rule) ?? new Set<string>();
    this.#properties.set(rule, seen);
    return new Proxy(entry, {
      get(target, key) {
        // What is remembered at the entry would hide what that goes by.
        if (typeof key !== 'string') return undefined;
        seen.add(key);
        return Reflect.get(target, key) as unknown;
      },
    });
  }

  #watchedRecords(rule: string, records: Records, real: (value: unknown) => unknown, shown: (answer: unknown) => unknown): Records {
    return new Proxy(records, {
      get: (target, key) => {
        const member = Reflect.get(target, key) as unknown;
        if (typeof member !== 'function') {
          this.#note([rule, 'all']);
          return shown(member);
        }
        return (...args: unknown[]) => {
          const meant = args.map(real);
          if (!BY_PATH.has(key as Ask) || meant.some((path) => this.#mayBeThere(String(path)))) this.#note([rule, key as Ask, ...meant.map(plainArgument)]);
          return shown((member as (...all: unknown[]) => unknown)(...meant));
        };
      },
    });
  }

  #note(question: Question): void {
    this.#questions.set(JSON.stringify(question), question);
  }
}

/** What the records say to a question that was asked of others, as a text to compare. */
export function answerText(records: Records, [, ask, ...args]: Question): string {
  if (ask === 'all') return JSON.stringify(records.all);
  const answer = (records[ask] as (...all: unknown[]) => unknown)(...args.map((one) => argumentOf(one, records)));
  return JSON.stringify(answer) ?? 'nothing';
}

/** Is it an entry, among what rules are told? */
export const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && 'kind' in value && 'path' in value;

const plainArgument = (value: unknown): unknown => (isEntry(value) ? { entry: value.path } : value);

function argumentOf(value: unknown, records: Records): unknown {
  return typeof value === 'object' && value !== null && 'entry' in value ? records.at(String(value.entry)) : value;
}

function shownIn(answer: unknown, shown: (value: unknown) => unknown, own: Entry | undefined): unknown {
  if (!Array.isArray(answer) || !own) return shown(answer);
  if (answer.includes(own)) return answer.map(shown);
  return answer.some((one: unknown) => isPlaced(one) && one.entry === own) ? answer.map((one: unknown) => (isPlaced(one) ? { ...one, entry: shown(one.entry) } : one)) : answer;
}

const isPlaced = (value: unknown): value is { readonly entry: Entry } => typeof value === 'object' && value !== null && 'entry' in value;
