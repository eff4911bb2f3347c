import { unified, type Processor } from 'unified';
import * as v from 'valibot';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Root } from 'mdast';
import type { Document } from './document.ts';
import { fatalOf, type Finding, type Fix, type Severity } from './finding.ts';
import { say, type MessageData, type Text } from './language.ts';
import type { Range } from './lines.ts';
import type { LintInput, OptionsSchema, Rule, Silenced } from './rules/rule.ts';
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
    const ran = new Set<string>();
    const silenced: Silenced = { silencers: silence.silencers, ran, known };
    const structure = structureOnce(input);
    const findingsOf = (pipeline: Processor): Finding[] => {
      const file = new VFile({ path: document.path, value: document.text, data: { lint: input, structure, ran, silenced } });
      pipeline.runSync(document.tree, file);
      return file.messages as Finding[];
    };
    const kept = silence.keep(findingsOf(first));
    return [...kept, ...silence.keep(findingsOf(last), 'named')].sort((a, b) => a.range.start - b.range.start || a.ruleId.localeCompare(b.ruleId));
  };
}

function pipelineOf(rules: readonly Rule[], rulePage: (id: string) => string): Processor {
  const pipeline = unified();
  // A plugin of its own for each rule: unified takes the same function only once.
  for (const rule of rules) pipeline.use(() => transformerOf(rule, rulePage));
  return pipeline.freeze() as unknown as Processor;
}

/** What the rules that will run on a document want to be gathered first. */
export function needsOf(rules: readonly Rule[], input: LintInput): Needs {
  const needs = rules.flatMap((rule) => (rule.needs && isRun(rule, input) ? [rule.needs({ ...input, ...input.watch?.seenBy(rule.id, input), options: optionsOf(rule, input.config.rules[rule.id]?.options) })] : []));
  return Object.assign({}, ...needs) as Needs;
}

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

/** Makes a finding of a place and a text; `point`s count from 1. */
export function findingOf(file: VFile, document: Pick<Document, 'lines'>, about: { ruleId: string; messageId: string; severity: Severity; reason: string; range: Range; url: string }): Finding {
  const point = (offset: number) => {
    const { line, character } = document.lines.positionAt(offset);
    return { line: line + 1, column: character + 1, offset };
  };
  const message = file.message(about.reason, {
    place: { start: point(about.range.start), end: point(about.range.end) },
    ruleId: about.ruleId,
    source: 'docket',
  }) as VFileMessage & Partial<Finding>;
  message.url = about.url;
  message.fatal = fatalOf(about.severity);
  return Object.assign(message, { severity: about.severity, messageId: about.messageId, data: {}, range: about.range, fixes: [] }) as unknown as Finding;
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

function transformerOf(rule: Rule, rulePage: (id: string) => string): (tree: Root, file: VFile) => void {
  return (_tree, file) => {
    const input = file.data['lint'] as LintInput;
    const { document, config, language } = input;
    const setting = config.rules[rule.id];
    if (!isForKind(rule, input)) return;
    const severity = severityOf(rule, setting?.severity, input);
    if (severity === 'off') return;
    const url = rulePage(rule.id);
    const before = file.messages.length;
    try {
      rule.check({
        ...input,
        ...input.watch?.seenBy(rule.id, input),
        options: optionsOf(rule, setting?.options),
        structure: file.data['structure'] as () => Structure | undefined,
        silenced: file.data['silenced'] as Silenced,
        report({ message, range, data = {}, expected, fix, elsewhere, choices = [] }) {
          const finding = findingOf(file, document, { ruleId: rule.id, messageId: message, severity, reason: say(rule.meta.messages[message]!, language, data), range, url });
          finding.data = data;
          finding.section = sectionOf(data, document, range);
          if (expected) finding.expected = [...expected];
          const title = rule.meta.fixes?.[message];
          const own: Fix[] = fix && title ? [{ title: say(title, language, data), edits: fix, ...(elsewhere && { elsewhere }), isAutomatic: true }] : [];
          finding.fixes = [...own, ...choices.map((choice) => ({ ...choice, title: say(choice.title, language, data), isAutomatic: false }))];
        },
      });
      // One that asks for what lies around may have been silent because nobody could tell.
      if (rule.couldTell?.(input) ?? !rule.needs) (file.data['ran'] as Set<string>).add(rule.id);
    } catch (error) {
      file.messages.length = before;
      const reason = say(FAILED, language, { rule: rule.id, reason: error instanceof Error ? error.message : String(error) });
      findingOf(file, document, { ruleId: rule.id, messageId: 'failed', severity: 'error', reason, range: { start: 0, end: 0 }, url });
    }
  };
}
