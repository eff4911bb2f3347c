import { unified, type Processor } from 'unified';
import * as v from 'valibot';
import { VFile } from 'vfile';
import type { Config } from './config.ts';
import type { Document } from './document.ts';
import { findingOfPlain, type Finding, type Fix, type PlainFinding, type Severity } from './finding.ts';
import { say, type MessageData, type Text } from './language.ts';
import type { Range } from './lines.ts';
import { rememberingLast, rememberingOf } from './remembering.ts';
import type { LintInput, OptionsSchema, Report, Rule, RuleContext } from './rules/rule.ts';
import { silenceIn } from './silence.ts';
import { statusGroupOf } from './status-group.ts';
import type { Needs } from './surroundings.ts';
import { structureOf, type Structure } from './structure.ts';

/** Checks one document after another; `rulePage` gives the address of a rule's page. */
export function createLinter(rules: readonly Rule[], rulePage: (id: string) => string): (input: LintInput) => Finding[] {
  const first = pipelineOf(rules.filter(({ meta }) => !meta.last), rulePage);
  const last = pipelineOf(rules.filter(({ meta }) => meta.last), rulePage);
  const known = rules.map(({ id }) => id);
  return (input) => {
    const { document } = input;
    const silence = silenceIn(document);
    const silenced = { silencers: silence.silencers, ran: new Set<string>(), known };
    const file = new VFile({ path: document.path, value: document.text });
    const run: Run = { input, step: undefined, context: { ...input, structure: structureOnce(input), silenced, options: undefined, report: (told) => report(run, file, told) } };
    file.data['run'] = run;
    const findingsOf = (pipeline: Processor): Finding[] => {
      pipeline.runSync(document.tree, file);
      return file.messages.splice(0) as Finding[];
    };
    const kept = silence.keep(findingsOf(first));
    return [...kept, ...silence.keep(findingsOf(last), 'named')].sort((a, b) => a.range.start - b.range.start || a.ruleId.localeCompare(b.ruleId));
  };
}

// All rules are one step of it: a step for each takes longer than most rules.
function pipelineOf(rules: readonly Rule[], rulePage: (id: string) => string): Processor {
  const stepsBy = rememberingLast((settings: Config['rules']) => {
    const known = new Map<string, readonly Step[]>();
    return (input: LintInput): readonly Step[] => {
      const key = standingOf(input);
      const steps = known.get(key) ?? rules.flatMap((rule) => stepOf(rule, settings[rule.id], input));
      known.set(key, steps);
      return steps;
    };
  });
  const stepOf = (rule: Rule, setting: Config['rules'][string] | undefined, input: LintInput): Step[] => {
    const severity = isForKind(rule, input) ? severityOf(rule, setting?.severity, input) : 'off';
    return severity === 'off' ? [] : [{ rule, severity, url: rulePage(rule.id), options: optionsOf(rule, setting?.options) }];
  };
  const pipeline = unified().use(() => (_tree, file) => {
    const run = file.data['run'] as Run;
    for (const step of stepsBy(run.input.config.rules)(run.input)) runRule(step, run, file);
  });
  return pipeline.freeze() as unknown as Processor;
}

/** What the rules that will run on a document want to be gathered first. */
export function needsOf(rules: readonly Rule[], input: LintInput): Needs {
  const seen = { ...input, options: undefined as unknown };
  const needs: Needs = {};
  for (const rule of withNeeds(rules)) {
    if (!isRun(rule, input)) continue;
    seen.options = optionsOf(rule, input.config.rules[rule.id]?.options);
    if (input.watch) Object.assign(seen, input.watch.seenBy(rule.id, input));
    Object.assign(needs, rule.needs!(seen));
  }
  return needs;
}

const withNeeds = rememberingOf((rules: readonly Rule[]): readonly Rule[] => rules.filter((rule) => rule.needs));

/** The rules that look at a document: those that are for its kind and are not off. */
export function rulesFor(rules: readonly Rule[], input: LintInput): Rule[] {
  return rules.filter((rule) => isRun(rule, input));
}

function isRun(rule: Rule, input: LintInput): boolean {
  return isForKind(rule, input) && severityOf(rule, input.config.rules[rule.id]?.severity, input) !== 'off';
}

function isForKind({ meta }: Rule, { entry }: LintInput): boolean {
  return !meta.kinds || meta.kinds.includes(entry?.kind ?? 'other');
}

// All that a document has to do with which rules run on it, and how much they weigh: see `isForKind` and `severityOf`.
function standingOf({ entry, type }: LintInput): string {
  return `${entry?.kind ?? 'other'} ${statusGroupOf(entry?.status)} ${!type || type.isGuess}`;
}

// A team that says how much a rule weighs means its documents, but for those that are still being written; and what
// only informs goes on to.
function severityOf({ meta }: Rule, setting: Severity | 'off' | undefined, { type, entry }: LintInput): Severity | 'off' {
  const group = statusGroupOf(entry?.status);
  const own = meta.severity[group];
  if (setting !== undefined) return group === 'draft' && own === 'hint' && setting !== 'off' ? own : setting;
  const isQuiet = !meta.certain && (!type || type.isGuess);
  return isQuiet && own !== 'off' && own !== 'hint' ? 'info' : own;
}

// Most rules look at the structure; it is made once for all of them.
function structureOnce({ document, type }: LintInput): () => Structure | undefined {
  const isRead = type !== undefined && (document.problems.length === 0 || document.tree.children.length > 0);
  const made: Structure[] = [];
  return () => (isRead ? (made[0] ??= structureOf(document, type.template)) : undefined);
}

/** What is said of a place, beyond what follows from it. */
type Told = Pick<PlainFinding, 'ruleId' | 'messageId' | 'severity' | 'reason' | 'url'> & Partial<Pick<PlainFinding, 'data' | 'fixes' | 'section' | 'expected'>> & { readonly range: Range };

/** Makes a finding of a place and a text, and adds it to the messages of the file. */
export function findingOf(file: VFile, { lines }: Pick<Document, 'lines'>, { range, ...told }: Told): Finding {
  const [start, end] = [lines.positionAt(range.start), lines.positionAt(range.end)];
  const finding = findingOfPlain({ data: {}, fixes: [], section: undefined, expected: undefined, ...told, file: file.path, place: [start.line + 1, start.character + 1, range.start, end.line + 1, end.character + 1, range.end] });
  file.messages.push(finding);
  return finding;
}

function sectionOf({ section }: MessageData, { sections }: Document, { start }: Range): string | undefined {
  if (section !== undefined) return String(section);
  let [low, high] = [0, sections.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sections[middle]!.heading.start <= start) low = middle + 1;
    else high = middle;
  }
  return sections[low - 1]?.title;
}

// What is wrong with them was said where they are written; here nothing but the defaults is left then.
function optionsOf({ meta: { options: schema } }: Rule, written: unknown): unknown {
  if (!schema) return undefined;
  const known = lastOptions.get(schema);
  if (known && known.written === written) return known.options;
  const read = v.safeParse(schema, written ?? {});
  const options = read.success ? read.output : v.parse(schema, {});
  lastOptions.set(schema, { written, options });
  return options;
}

// One document after the other has the same configuration.
const lastOptions = new WeakMap<OptionsSchema, { readonly written: unknown; readonly options: unknown }>();

const FAILED: Text = {
  en: 'The rule "{rule}" failed on this document ({reason}); the other rules went on. Please report it.',
  ko: '"{rule}" 규칙이 이 문서에서 실패했습니다({reason}). 다른 규칙은 계속 검사했습니다. 문제를 알려 주세요.',
};

/** The run of all rules over one document. */
interface Run {
  readonly input: LintInput;
  /** What every rule sees, made ready for one after the other: most rules take less time than a copy of it. */
  readonly context: RuleContext & { options: unknown; readonly silenced: { readonly ran: Set<string> } };
  /** The rule that runs now. */
  step: Step | undefined;
}

/** A rule that runs on some documents, with what the configuration says of it. */
interface Step {
  readonly rule: Rule;
  /** The address of its page. */
  readonly url: string;
  readonly severity: Severity;
  readonly options: unknown;
}

function runRule(step: Step, run: Run, file: VFile): void {
  const { rule, url, options } = step;
  const { input, context } = run;
  const { document, language, watch } = input;
  const before = file.messages.length;
  try {
    run.step = step;
    context.options = options;
    if (watch) Object.assign(context, watch.seenBy(rule.id, input));
    rule.check(context);
    // One that asks for what lies around may have been silent because nobody could tell.
    if (rule.couldTell?.(input) ?? !rule.needs) context.silenced.ran.add(rule.id);
  } catch (error) {
    file.messages.length = before;
    const reason = say(FAILED, language, { rule: rule.id, reason: error instanceof Error ? error.message : String(error) });
    findingOf(file, document, { ruleId: rule.id, messageId: 'failed', severity: 'error', reason, range: { start: 0, end: 0 }, url });
  }
}

// Takes what the rule reports that runs now.
function report({ step, input }: Run, file: VFile, { message, range, data = {}, expected, practice, fix, elsewhere, choices = [] }: Report): void {
  const { document, language, practised } = input;
  const { rule, url, severity } = step!;
  const title = rule.meta.fixes?.[message];
  const own: Fix[] = fix && title ? [{ title: say(title, language, data), edits: fix, ...(elsewhere && { elsewhere }), isAutomatic: true }] : [];
  const fixes = [...own, ...choices.map((choice) => ({ ...choice, title: say(choice.title, language, data), isAutomatic: false }))];
  const reason = say(rule.meta.messages[message]!, language, data);
  const finding = findingOf(file, document, { ruleId: rule.id, messageId: message, severity, reason, range, url, data, fixes, section: sectionOf(data, document, range), expected: expected && [...expected] });
  if (practice) practised?.set(finding, practice);
}
