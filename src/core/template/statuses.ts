import { isMap, isScalar, isSeq, type Document as YamlDocument, type Node } from 'yaml';
import type { Status } from '../entry.ts';
import { builtInVocabulary } from '../vocabulary/index.ts';
import { termOf } from '../vocabulary/terms.ts';
import { MESSAGES, oneOf, readMap, texts, yesOrNo, type TemplateMistake } from './directives.ts';

/** A status that the documents of a template may have. */
export interface TemplateStatus {
  /** As the template writes it. */
  readonly name: string;
  /** Which of Docket's statuses it is; undefined where nobody says and no language knows the word. */
  readonly means: Status | undefined;
  /** Is there still something to decide? */
  readonly open: boolean;
  /** The names of the statuses that may follow; undefined: any. */
  readonly next: readonly string[] | undefined;
}

/** Docket's own statuses, in the order of a document's life. */
export const STATUSES: readonly Status[] = ['draft', 'proposed', 'accepted', 'implemented', 'rejected', 'withdrawn', 'deferred', 'deprecated', 'superseded'];

const OPEN: readonly Status[] = ['draft', 'proposed'];
const SHAPE = { open: yesOrNo, next: texts, means: oneOf(STATUSES) } as const;

/** Reads `statuses` of a template: a list of words or a map; its mistakes are told with places that count from `offset`. */
export function readStatuses(node: Node | undefined, yaml: YamlDocument, offset: number, tell: (mistake: TemplateMistake) => void): readonly TemplateStatus[] {
  if (isSeq(node)) return node.items.flatMap((item) => (isScalar(item) ? [statusOf(String(item.value), {})] : []));
  if (!isMap(node)) return [];
  const names = node.items.flatMap((pair) => (isScalar(pair.key) ? [String(pair.key.value)] : []));
  return node.items.flatMap((pair) => {
    if (!isScalar(pair.key)) return [];
    const own = isMap(pair.value) ? readMap(pair.value, (one) => one.toJS(yaml, { maxAliasCount: 100 }) as unknown, offset, SHAPE, tell) : {};
    const strange = own.next?.find((one) => !names.includes(one));
    const range = isMap(pair.value) ? pair.value.range : undefined;
    if (strange !== undefined && range) tell({ message: MESSAGES.status, data: { key: strange, known: names.join(', ') }, range: { start: offset + range[0], end: offset + range[1] } });
    return [statusOf(String(pair.key.value), own)];
  });
}

function statusOf(name: string, { open, next, means }: { readonly open?: boolean; readonly next?: readonly string[]; readonly means?: Status }): TemplateStatus {
  const meaning = means ?? builtInVocabulary.statuses.get(termOf(name));
  return { name, means: meaning, open: open ?? (meaning !== undefined && OPEN.includes(meaning)), next };
}
