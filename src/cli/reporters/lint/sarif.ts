import type { Log, Region, ReportingDescriptor, Result } from 'sarif';
import type { Edit } from '../../../core/edit.ts';
import type { Finding } from '../../../core/finding.ts';
import { say, type Language } from '../../../core/language.ts';
import { Lines } from '../../../core/lines.ts';
import { rules } from '../../../core/rules/index.ts';
import type { Severities } from '../../../core/rules/severities.ts';
import { printableJson } from '../../display.ts';
import { fingerprintsOf } from '../fingerprint.ts';
import { levelOf } from '../found.ts';
import { placeOf } from '../place.ts';
import type { LintedFile, LintReport } from '../reporter.ts';

const LEVELS = { info: 'note', warning: 'warning', error: 'error' } as const;

const VERSION = process.env['DOCKET_VERSION'] ?? '0.0.0';

/** SARIF 2.1.0, which code scanning services and viewers read. */
export function sarif({ files, language, rulePage }: LintReport): string {
  const known = new Set(rules.map(({ id }) => id));
  const others = new Set(files.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId)).filter((id) => !known.has(id)));
  const described = [...rules.map((rule) => descriptorOf(rule, language, rulePage)), ...[...others].map((id) => ({ id, helpUri: rulePage(id) }))];
  const indexes = new Map(described.map(({ id }, index) => [id, index]));
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [{
      tool: { driver: { name: 'Docket', version: VERSION, semanticVersion: VERSION, language, rules: described } },
      columnKind: 'utf16CodeUnits',
      results: files.flatMap((file) => resultsOf(file, indexes)),
    }],
  };
  return `${printableJson(log, 2)}\n`;
}

function descriptorOf({ id, meta }: (typeof rules)[number], language: Language, rulePage: (id: string) => string): ReportingDescriptor {
  const title = say(meta.title, language);
  return {
    id,
    name: id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    // GitHub demands it.
    fullDescription: { text: `${title}.` },
    helpUri: rulePage(id),
    help: { text: `${title}. docket lint --explain ${id}`, markdown: `${title}.\n\n\`docket lint --explain ${id}\`` },
    ...defaultOf(meta.severity),
  };
}

// SARIF has one level for a rule, so it is that of an open document; each result has its own.
function defaultOf(severities: Severities): Pick<ReportingDescriptor, 'defaultConfiguration' | 'properties'> {
  const { open } = severities;
  return { defaultConfiguration: open === 'off' ? { enabled: false } : { level: LEVELS[levelOf({ severity: open })] }, properties: { severityByStatus: severities } };
}

function resultsOf(file: LintedFile, indexes: ReadonlyMap<string, number>): Result[] {
  const fingerprints = fingerprintsOf(file);
  const lines = new Lines(file.text);
  const uri = uriOf(file.pathFromCwd);
  return file.findings.map((finding, index) => {
    const { line, column, endLine, endColumn } = placeOf(finding);
    return {
      ruleId: finding.ruleId,
      ruleIndex: indexes.get(finding.ruleId) ?? -1,
      level: LEVELS[levelOf(finding)],
      message: { text: finding.reason },
      locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: line, startColumn: column, endLine, endColumn } } }],
      // The name is the one that GitHub looks for; without it, two findings on one line would be one.
      partialFingerprints: { primaryLocationLineHash: fingerprints[index]! },
      ...fixesOf(finding, uri, lines),
    };
  });
}

// A fix that also reaches other documents would be half of it here, and one that is a command has no text to put in.
function fixesOf(finding: Finding, uri: string, lines: Lines): Pick<Result, 'fixes'> {
  const fixes = finding.fixes.filter(({ edits, elsewhere }) => edits.length && !elsewhere?.length);
  if (!fixes.length) return {};
  return { fixes: fixes.map((fix) => ({ description: { text: fix.title }, artifactChanges: [{ artifactLocation: { uri }, replacements: fix.edits.map((edit) => replacementOf(edit, lines)) }] })) };
}

function replacementOf({ range, newText }: Edit, lines: Lines): { deletedRegion: Region; insertedContent?: { text: string } } {
  const start = lines.positionAt(range.start);
  const end = lines.positionAt(range.end);
  return {
    deletedRegion: { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 },
    ...(newText === '' ? {} : { insertedContent: { text: newText } }),
  };
}

// Relative to the folder in which the command runs; blanks and Korean are encoded, and half of a surrogate pair has no code.
const uriOf = (path: string): string => path.replace(/\p{Surrogate}/gu, '\uFFFD').split('/').map(encodeURIComponent).join('/');
