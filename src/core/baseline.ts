import type { Finding } from './finding.ts';

/** The findings that a team has accepted for now: how many of each rule, section by section, document by document. */
export type Baseline = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;

/** The JSON of the findings of each document, by its path; sorted, so that a change of it can be read. Of documents that are not given, `before` still holds. */
export function baselineText(findings: ReadonlyMap<string, readonly Finding[]>, before: Baseline = {}): string {
  const kept = Object.entries(before).filter(([path]) => !findings.has(path));
  const counted = [...findings].filter(([, all]) => all.length).map(([path, all]) => [path, countsOf(all)] as const);
  const documents = [...kept, ...counted].sort(([a], [b]) => compare(a, b));
  return `${JSON.stringify({ version: 1, documents: Object.fromEntries(documents) }, null, 2)}\n`;
}

/** The findings of the document at `path` that the baseline does not hold; of several alike the later ones are new. */
export function beyondBaseline(findings: readonly Finding[], baseline: Baseline, path: string): Finding[] {
  const held = Object.hasOwn(baseline, path) ? baseline[path]! : {};
  const left = new Map(Object.entries(held).flatMap(([rule, sections]) => Object.entries(sections).map(([section, count]) => [keyOf(rule, section), count] as const)));
  return findings.filter((finding) => {
    const key = keyOf(finding.ruleId, sectionOf(finding));
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

const keyOf = (rule: string, section: string): string => `${rule}\n${section}`;

const sectionOf = (finding: Finding): string => finding.section ?? '';

function countsOf(findings: readonly Finding[]): Record<string, Record<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const finding of findings) {
    const sections = counts.get(finding.ruleId) ?? new Map<string, number>();
    counts.set(finding.ruleId, sections.set(sectionOf(finding), (sections.get(sectionOf(finding)) ?? 0) + 1));
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => compare(a, b)).map(([rule, sections]) => [rule, Object.fromEntries([...sections].sort(([a], [b]) => compare(a, b)))]));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
