import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { SEVERITIES } from '../finding.ts';
import { LANGUAGES } from '../language.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { english } from '../vocabulary/en.ts';

/** What can be said of a rule's weight. */
export const LEVELS = ['off', ...SEVERITIES] as const;

const level = v.picklist(LEVELS);
const setting = v.union([level, v.strictTuple([level]), v.strictTuple([level, v.unknown()])]);
const nonEmpty = v.pipe(v.string(), v.minLength(1));

const oneOrMore = v.union([nonEmpty, v.array(nonEmpty)]);

const wordsOf = (names: readonly string[]) => v.strictObject(Object.fromEntries(names.map((name) => [name, v.optional(v.array(nonEmpty))])));

/** What a team's own words can stand for. */
export const VOCABULARY = { statuses: Object.keys(english.statuses), fields: Object.keys(english.fields), headings: Object.keys(english.sections) } as const;

function rulesSchema<S extends v.GenericSchema>(settingOf: (rule: Rule) => S) {
  return v.pipe(
    v.strictObject(Object.fromEntries(rules.map((rule) => [rule.id, v.optional(v.pipe(settingOf(rule), v.description(rule.meta.title.en)))]))),
    v.description('The severity of each rule: off, hint, info, warning or error, or a list of the severity and the options.'),
  );
}

/** Under what the action items of an agenda can stand. */
export const AGENDA_GROUPS = ['owner', 'service'] as const;

export type AgendaGroup = (typeof AGENDA_GROUPS)[number];

/** The shape of `.docket.yaml`; the type, the check and the JSON Schema are all made from it. */
export const configSchema = v.strictObject({
  extends: v.optional(
    v.pipe(
      oneOrMore,
      v.description('Files, folders with a .docket.yaml or installed packages whose types, rules and vocabulary are taken; later ones win, and what this file says wins over all of them.'),
    ),
  ),
  types: v.optional(
    v.pipe(
      v.record(
        v.pipe(v.string(), v.regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u)),
        v.strictObject({
          template: v.optional(v.pipe(nonEmpty, v.description('The Markdown file whose headings are the schema, relative to this file.'))),
          files: v.optional(v.pipe(oneOrMore, v.description('A glob or several, relative to this file, of the documents of this type.'))),
        }),
      ),
      v.description('Document types: the name is the type, the template its schema.'),
    ),
  ),
  rules: v.optional(rulesSchema(() => setting)),
  exclude: v.optional(v.pipe(oneOrMore, v.description('A glob or several, relative to this file, of files that Docket leaves alone.'))),
  vocabulary: v.optional(
    v.pipe(
      v.strictObject({
        statuses: v.optional(v.pipe(wordsOf(VOCABULARY.statuses), v.description('Words of the team that mean a status: accepted: [ratified].'))),
        fields: v.optional(v.pipe(wordsOf(VOCABULARY.fields), v.description('Names of fields, by what they hold: status: [phase].'))),
        headings: v.optional(v.pipe(wordsOf(VOCABULARY.headings), v.description('Headings, by what stands under them: context: [Why we are here].'))),
      }),
      v.description('Words of the team, beside those that Docket knows.'),
    ),
  ),
  language: v.optional(v.pipe(v.picklist(LANGUAGES), v.description('The language of findings and new documents.'))),
  adopt: v.optional(v.pipe(v.boolean(), v.description('Are documents checked, quietly, by a template that lies beside them and that no type names? Yes, where nothing is said.'))),
  agenda: v.optional(v.pipe(v.strictObject({ group: v.optional(v.pipe(v.picklist(AGENDA_GROUPS), v.description('Under what the action items stand: owner, where nothing is said, or service, the part of the repository that their documents are about.'))) }), v.description('How the agenda of the next meeting is drawn.'))),
  baseline: v.optional(v.pipe(nonEmpty, v.description('A file, relative to this one, with findings that are accepted for now; `docket init --baseline` and `docket lint --update-baseline` write it.'))),
  indexes: v.optional(v.pipe(oneOrMore, v.description('Indexes of other repositories, as `docket index` writes them: files, relative to this one. Links to the pages of their records, and their names (payments/ADR-12), are looked up there.'))),
  repository: v.optional(
    v.pipe(
      v.strictObject({
        name: v.optional(v.pipe(nonEmpty, v.description('What other repositories call this one, as in payments/ADR-12.'))),
        url: v.optional(v.pipe(nonEmpty, v.description('The address of its pages on the web: a path behind it is the page of a file, such as https://github.com/acme/payments/blob/main/.'))),
      }),
      v.description('How other repositories know this one: what docket index writes, and by which their indexes name records of this one.'),
    ),
  ),
});

export type ConfigText = v.InferOutput<typeof configSchema>;

/** The JSON Schema (draft 7) of `.docket.yaml`, for editors that complete it; here each rule has its own options. */
export function configJsonSchema(): Record<string, unknown> {
  const schema = toJsonSchema(v.strictObject({ ...configSchema.entries, rules: v.optional(rulesSchema((rule) => (rule.meta.options ? v.union([level, v.strictTuple([level]), v.strictTuple([level, rule.meta.options])]) : setting))) }), { errorMode: 'ignore', typeMode: 'input' });
  return { ...schema, title: 'Docket configuration (.docket.yaml)' } as Record<string, unknown>;
}
