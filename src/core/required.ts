import type { Entry, Status } from './entry.ts';
import type { Template, TemplateSection } from './template.ts';
import { STATUSES } from './template/statuses.ts';

/** A record that ends so was never held to what an accepted one is. */
const NEVER_TAKEN: readonly Status[] = ['rejected', 'withdrawn', 'deferred'];

/** Is a section of the template required of a document with the entry's status? */
export function isRequired(section: TemplateSection, template: Template, entry: Entry | undefined): boolean {
  if (!section.required) return false;
  const from = section.requiredFrom;
  if (from === undefined) return true;
  const status = entry?.status ?? null;
  const names = template.statuses.map(({ name }) => name.toLowerCase());
  const written = names.indexOf((entry?.statusText ?? '').toLowerCase());
  const needed = names.indexOf(from.toLowerCase());
  if (written >= 0 && needed >= 0) return written >= needed && !(status && NEVER_TAKEN.includes(status));
  const meant = template.statuses[needed]?.means ?? STATUSES.find((one) => one === from.toLowerCase());
  if (status === null || meant === undefined || (NEVER_TAKEN.includes(status) && status !== meant)) return false;
  return STATUSES.indexOf(status) >= STATUSES.indexOf(meant);
}
