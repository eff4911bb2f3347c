import type { ArtifactChange, ArtifactLocation, Log, Region, ReportingDescriptor, Result } from 'sarif';
import type { Edit } from '../../../core/edit.ts';
import type { Finding, Fix } from '../../../core/finding.ts';
import { say, type Language } from '../../../core/language.ts';
import { Lines } from '../../../core/lines.ts';
import { rules } from '../../../core/rules/index.ts';
import type { Severities } from '../../../core/rules/severities.ts';
import { printableJson } from '../../display.ts';
import { fingerprintsOf } from '../fingerprint.ts';
import { levelOf } from '../found.ts';
import { jsonList } from '../json-list.ts';
import { placeOf } from '../place.ts';
import type { LintedFile, LintReport, OtherFile } from '../reporter.ts';

const LEVELS = { info: 'note', warning: 'warning', error: 'error' } as const;

const VERSION = process.env['DOCKET_VERSION'] ?? '0.0.0';

/** SARIF 2.1.0, which code scanning services and viewers read. */
export async function* sarif({ files, language, rulePage }: LintReport): AsyncGenerator<string> {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const found = new Set<string>();
  // The rules are described before the results, and go by them.
  const results: string[] = [];
  const written = jsonList(files, (file) => {
    for (const { ruleId } of file.findings) {
      found.add(ruleId);
      if (!indexes.has(ruleId)) indexes.set(ruleId, indexes.size);
    }
    return resultsOf(file, indexes);
  }, 6);
  for await (const some of written) results.push(some);
  const pages = new Map(await Promise.all([...found].map(async (id) => [id, await rulePage(id)] as const)));
  const others = [...indexes.keys()].slice(rules.length);
  const described = [...rules.map((rule) => descriptorOf(rule, language, pages.get(rule.id))), ...others.map((id) => ({ id, ...helpOf(id, id, pages.get(id)) }))];
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [{
      tool: { driver: { name: 'Docket', version: VERSION, semanticVersion: VERSION, language, rules: described } },
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { [TOP]: { description: { text: 'The top of the repository.' } } },
      results: [],
    }],
  };
  const text = printableJson(log, 2);
  const last = text.lastIndexOf('[]');
  yield text.slice(0, last);
  yield* results;
  yield `${text.slice(last + 2)}\n`;
}

function descriptorOf({ id, meta }: (typeof rules)[number], language: Language, page: string | undefined): ReportingDescriptor {
  const title = say(meta.title, language);
  return {
    id,
    name: id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    // GitHub demands it.
    fullDescription: { text: `${title}.` },
    ...helpOf(id, `${title}.`, page),
    ...defaultOf(meta.severity),
  };
}

// A page lies in no place that a reader of the report could open, so what it says goes along, without its examples.
function helpOf(id: string, title: string, page: string | undefined): Pick<ReportingDescriptor, 'help'> {
  const said = (page || undefined)?.replace(/^# .*\n+/, '').replace(/^## (?:Wrong|Right)\n[^]*$/m, '').replace(/\[([^[\]]{1,100})\]\([\w./-]{1,200}\.md\)/g, '`$1`').trim();
  const example = `\`docket lint --explain ${id}\``;
  return { help: { text: `${title} ${example.replaceAll('`', '')}`, markdown: [said ?? title, example].join('\n\n') } };
}

// SARIF has one level for a rule, so it is that of an open document; each result has its own.
function defaultOf(severities: Severities): Pick<ReportingDescriptor, 'defaultConfiguration' | 'properties'> {
  const { open } = severities;
  return { defaultConfiguration: open === 'off' ? { enabled: false } : { level: LEVELS[levelOf({ severity: open })] }, properties: { severityByStatus: severities } };
}

function resultsOf(file: LintedFile, indexes: ReadonlyMap<string, number>): Result[] {
  const fingerprints = fingerprintsOf(file);
  const changed = changesOf(file);
  return file.findings.map((finding, index) => {
    const { line, column, endLine, endColumn } = placeOf(finding);
    return {
      ruleId: finding.ruleId,
      ruleIndex: indexes.get(finding.ruleId) ?? -1,
      level: LEVELS[levelOf(finding)],
      message: { text: finding.reason },
      locations: [{ physicalLocation: { artifactLocation: locationOf(file), region: { startLine: line, startColumn: column, endLine, endColumn } } }],
      // The name is the one that GitHub looks for; without it, two findings on one line would be one.
      partialFingerprints: { primaryLocationLineHash: fingerprints[index]! },
      ...fixesOf(finding, changed),
    };
  });
}

type ChangesOf = (fix: Fix) => ArtifactChange[] | undefined;

// A fix may reach other documents, too; undefined where one of them is not there.
function changesOf(file: LintedFile): ChangesOf {
  const lines = new Map<OtherFile, Lines>();
  const changeOf = (one: OtherFile, edits: readonly Edit[]): ArtifactChange => {
    const known = lines.get(one) ?? new Lines(one.text);
    lines.set(one, known);
    return { artifactLocation: locationOf(one), replacements: edits.map((edit) => replacementOf(edit, known)) };
  };
  return ({ edits, elsewhere = [] }) => {
    const all = [{ one: file as OtherFile | undefined, edits }, ...elsewhere.map(({ path, edits: some }) => ({ one: file.others.get(path), edits: some }))].filter((change) => change.edits.length);
    return all.every(({ one }) => one) ? all.map((change) => changeOf(change.one!, change.edits)) : undefined;
  };
}

// One that is a command has no text to put in.
function fixesOf(finding: Finding, changed: ChangesOf): Pick<Result, 'fixes'> {
  const fixes = finding.fixes.flatMap((fix) => {
    const artifactChanges = changed(fix);
    return artifactChanges?.length ? [{ description: { text: fix.title }, artifactChanges }] : [];
  });
  return fixes.length ? { fixes } : {};
}

function replacementOf({ range, newText }: Edit, lines: Lines): { deletedRegion: Region; insertedContent?: { text: string } } {
  const start = lines.positionAt(range.start);
  const end = lines.positionAt(range.end);
  return {
    deletedRegion: { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 },
    ...(newText === '' ? {} : { insertedContent: { text: newText } }),
  };
}

// The name by which tools agree to call the place where the sources lie.
const TOP = '%SRCROOT%';

const locationOf = ({ pathFromTop }: OtherFile): ArtifactLocation => ({ uri: uriOf(pathFromTop), uriBaseId: TOP });

// Blanks and Korean are encoded, and half of a surrogate pair has no code.
const uriOf = (path: string): string => path.replace(/\p{Surrogate}/gu, '\uFFFD').split('/').map(encodeURIComponent).join('/');
