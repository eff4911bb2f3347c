import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import type { Kind, Status } from '../entry.ts';

const KINDS = ['decision', 'design', 'postmortem', 'meeting', 'template', 'index', 'other'] as const satisfies readonly Kind[];
const STATUSES = ['draft', 'proposed', 'accepted', 'rejected', 'deprecated', 'superseded', 'withdrawn', 'implemented', 'deferred'] as const satisfies readonly Status[];

/** So many documents one relation of a record can name. */
export const MOST_RELATED = 100;

const text = v.pipe(v.string(), v.maxLength(1000));
const shown = v.optional(text);
/** A path that leads nowhere else: no scheme, no way up, nothing that a terminal obeys. */
const path = v.pipe(text, v.check((one) => one !== '' && !one.startsWith('/') && !/[\u0000-\u001f\u007f\\]/.test(one) && !one.split('/').some((part) => part === '..' || part === '.' || part === '')));
const ADDRESS = /^https?:\/\/[^\s/?#]+\/(?:[^\s?#]*\/)?$/;

/** The address of a repository's pages with the slash at its end; undefined where it is none. */
export function pagesAddress(given: string | undefined): string | undefined {
  const address = given === undefined || given.endsWith('/') ? given : `${given}/`;
  return address !== undefined && ADDRESS.test(address) ? address : undefined;
}

/** Is it the page of a document of yet another repository, and no path? */
export const isWebAddress = (one: string): boolean => /^https?:\/\//i.test(one);

const page = v.pipe(text, v.regex(/^https?:\/\/[^\s/?#]+\/[^\s?#]*$/));
const paths = v.optional(v.pipe(v.array(v.union([page, path])), v.maxLength(MOST_RELATED)));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

/** The shape of what `docket index` publishes; the type, the check and the JSON Schema are all made from it. */
export const sharedIndexSchema = v.strictObject({
  docket: v.pipe(v.literal('index'), v.description('What the file is.')),
  version: v.pipe(v.literal(1), v.description('The version of this format.')),
  name: v.pipe(text, v.minLength(1), v.description('What people call the repository.')),
  url: v.optional(v.pipe(text, v.regex(ADDRESS), v.description('The address to which the path of a document is added for its page on the web; ends with a slash.'))),
  documents: v.pipe(
    v.array(v.strictObject({
      path: v.pipe(path, v.description('From the top of the repository.')),
      kind: v.optional(v.picklist(KINDS)),
      id: shown,
      number: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
      title: shown,
      status: v.optional(v.picklist(STATUSES)),
      date: v.optional(v.pipe(day, v.description('YYYY-MM-DD'))),
      decideBy: v.optional(v.pipe(day, v.description('YYYY-MM-DD by which the decision is to be taken.'))),
      supersededBy: paths,
      supersedes: paths,
      amends: paths,
      amendedBy: paths,
      requires: paths,
      requiredBy: paths,
    })),
    v.maxLength(100_000),
    v.description('All Markdown files that Docket reads there; of those that are no records, the path alone.'),
  ),
});

export type SharedIndexText = v.InferOutput<typeof sharedIndexSchema>;

/** The JSON Schema (draft 7) of an index. */
export function sharedIndexJsonSchema(): Record<string, unknown> {
  return { ...toJsonSchema(sharedIndexSchema, { errorMode: 'ignore', typeMode: 'input' }), title: 'Docket index of a repository' } as Record<string, unknown>;
}
