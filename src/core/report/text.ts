import type { Action } from '../entry.ts';
import type { Finding, Severity } from '../finding.ts';
import { say, type Language, type Text } from '../language.ts';
import { nameOf } from '../paths.ts';
import { asCode, asTarget, asText } from './escape.ts';
import { readinessOf, type Review } from './review.ts';

const TEXTS = {
  title: { en: 'Review of “{title}”', ko: '“{title}” 검토' },
  document: { en: 'Document', ko: '문서' },
  status: { en: 'Status', ko: '상태' },
  'no-status': { en: 'none is written', ko: '적혀 있지 않음' },
  type: { en: 'Type', ko: '형식' },
  'no-type': { en: 'none that Docket knows, so only what holds for every document was checked; name one under `types` in `.docket.yaml`', ko: 'Docket이 아는 형식이 아니어서 모든 문서에 해당하는 것만 검사했습니다. `.docket.yaml`의 `types`에 형식을 적으세요' },
  readiness: { en: 'Readiness', ko: '준비도' },
  'readiness-of': { en: '**{percent}%**, the lower of two shares: {answered} of {required} required sections have content, and {clean} of {ran} checks found nothing', ko: '**{percent}%**(둘 중 낮은 쪽): 필수 섹션 {required}개 중 {answered}개에 내용이 있고, 검사 {ran}개 중 {clean}개에서 발견된 것이 없습니다' },
  found: { en: 'Found', ko: '발견' },
  nothing: { en: 'nothing', ko: '없음' },
  accepted: { en: '{count} accepted for now by the baseline', ko: '베이스라인에서 지금은 받아들인 것 {count}개' },
  problems: { en: 'Problems', ko: '문제' },
  start: { en: 'At the start', ko: '문서 앞부분' },
  line: { en: 'line {line}', ko: '{line}행' },
  open: { en: 'Still open', ko: '아직 남은 것' },
  question: { en: 'Question', ko: '질문' },
  action: { en: 'Action item', ko: '할 일' },
  unsigned: { en: 'Sign-off missing: {role}', ko: '승인 없음: {role}' },
  'no-owner': { en: 'nobody is named', ko: '담당자 없음' },
  due: { en: 'due {date}', ko: '기한 {date}' },
  more: { en: '{count} more', ko: '그 밖에 {count}개' },
  fine: { en: 'Checked and in order', ko: '검사해서 이상이 없는 것' },
} satisfies Record<string, Text>;

const WHY: Readonly<Record<'field' | 'files' | 'template' | 'headings', Text>> = {
  field: { en: 'the document says so', ko: '문서에 적혀 있음' },
  files: { en: 'its path is under `types` in `.docket.yaml`', ko: '`.docket.yaml`의 `types`에 경로가 있음' },
  template: { en: 'a template lies beside it, and nobody has named it in `.docket.yaml`', ko: '옆에 템플릿이 있고 `.docket.yaml`에는 적혀 있지 않음' },
  headings: { en: 'by its headings', ko: '제목들로 짐작함' },
};

const SEVERITIES: Readonly<Record<Severity, Text>> = {
  error: { en: 'error', ko: '오류' }, warning: { en: 'warning', ko: '경고' }, info: { en: 'note', ko: '알림' }, hint: { en: 'hint', ko: '힌트' },
};
const COUNTS: Readonly<Record<Severity, readonly [one: Text, many: Text]>> = {
  error: [{ en: '1 error', ko: '오류 1개' }, { en: '{count} errors', ko: '오류 {count}개' }],
  warning: [{ en: '1 warning', ko: '경고 1개' }, { en: '{count} warnings', ko: '경고 {count}개' }],
  info: [{ en: '1 note', ko: '알림 1개' }, { en: '{count} notes', ko: '알림 {count}개' }],
  hint: [{ en: '1 hint', ko: '힌트 1개' }, { en: '{count} hints', ko: '힌트 {count}개' }],
};

/** So many of a kind are listed; a report is to be read. */
const MOST = 100;

/**
 * The review as Markdown to read in an editor or to paste into a pull request: what the document says is text in it, and
 * the links, whose targets stand at its end, are relative to the folder. `labels` keeps those of several reviews in one text apart.
 */
export function reviewText(review: Review, language: Language, labels = ''): string {
  const { path, entry, groups, checks } = review;
  const title = entry?.title && entry.title !== path ? entry.title : nameOf(path);
  const parts = [
    `# ${say(TEXTS.title, language, { title: asText(title) })}`,
    headOf(review, language).map(([name, value]) => `- **${say(name, language)}**: ${value}`).join('\n'),
    ...(groups.length ? [`## ${say(TEXTS.problems, language)}`, ...groups.flatMap((group) => problemsOf(group, review, language))] : []),
    ...listUnder(TEXTS.open, openOf(review, language), language),
    ...listUnder(TEXTS.fine, checks.clean.map(({ id, meta }) => `${say(meta.title, language)} (${asCode(id)})`), language),
  ];
  const text = `${parts.join('\n\n')}\n\n${targetsOf(parts, path)}\n`;
  return labels === '' ? text : text.replace(/(\]\[|^\[)(L\d+|document)(?=\])/gm, `$1${labels}$2`);
}

// Long paths in the middle of sentences would make them hard to read.
function targetsOf(parts: readonly string[], path: string): string {
  const lines = new Set(parts.flatMap((part) => [...part.matchAll(/\]\[L(\d+)\]/g)].map(([, line]) => Number(line))));
  return [`[document]: ${asTarget(path)}`, ...[...lines].sort((a, b) => a - b).map((line) => `[L${line}]: ${asTarget(path)}#L${line}`)].join('\n');
}

function headOf(review: Review, language: Language): (readonly [Text, string])[] {
  const { path, entry, type, sections, checks, groups, accepted } = review;
  const percent = readinessOf(review);
  const status = entry?.evidence.status;
  const written = entry?.statusText ? asText(entry.statusText) : say(TEXTS['no-status'], language);
  const counts = countsOf(groups.flatMap(({ findings }) => findings), language);
  const found = [counts || say(TEXTS.nothing, language), ...(accepted ? [say(TEXTS.accepted, language, { count: accepted })] : [])];
  return [
    [TEXTS.document, `[${asCode(path)}][document]`],
    [TEXTS.status, status && status.line > 0 && status.path === undefined ? linkTo(written, status.line) : written],
    [TEXTS.type, type ? `${asText(type.template.label)} (${say(WHY[type.why], language)})` : say(TEXTS['no-type'], language)],
    ...(percent === undefined ? [] : [[TEXTS.readiness, say(TEXTS['readiness-of'], language, { percent, ...sections!, clean: checks.clean.length, ran: checks.ran.length })] as const]),
    [TEXTS.found, found.join('; ')],
  ];
}

function countsOf(findings: readonly Finding[], language: Language): string {
  return (['error', 'warning', 'info', 'hint'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count ? [say(COUNTS[severity][count === 1 ? 0 : 1], language, { count })] : [];
  }).join(', ');
}

function problemsOf({ section, findings }: Review['groups'][number], { lineOf }: Review, language: Language): string[] {
  const heading = section ? linkTo(asText(section.title) || '…', lineOf(section.heading.start)) : say(TEXTS.start, language);
  const lines = findings.map(({ severity, range, reason, ruleId }) => `**${say(SEVERITIES[severity], language)}** · ${lineLink(lineOf(range.start), language)} · ${asText(reason)} (${asCode(ruleId)})`);
  return [`### ${heading}`, listOf(lines, language)];
}

function openOf({ questions, actions, unsigned }: Review, language: Language): string[] {
  return [
    ...unsigned.map((role) => say(TEXTS.unsigned, language, { role: asText(role) })),
    ...questions.map(({ text, line }) => `${say(TEXTS.question, language)} · ${lineLink(line, language)} · ${asText(text)}`),
    ...actions.map((action) => `${say(TEXTS.action, language)} · ${lineLink(action.line, language)} · ${asText(action.text)} (${whoAndWhen(action, language)})`),
  ];
}

function whoAndWhen({ owners, due }: Action, language: Language): string {
  const who = owners.length ? asText(owners.join(', ')) : say(TEXTS['no-owner'], language);
  return due === null ? who : `${who}, ${say(TEXTS.due, language, { date: due })}`;
}

function listUnder(title: Text, lines: readonly string[], language: Language): string[] {
  return lines.length ? [`## ${say(title, language)}`, listOf(lines, language)] : [];
}

function listOf(lines: readonly string[], language: Language): string {
  const rest = lines.length - MOST;
  return [...lines.slice(0, MOST), ...(rest > 0 ? [say(TEXTS.more, language, { count: rest })] : [])].map((line) => `- ${line}`).join('\n');
}

const lineLink = (line: number, language: Language): string => linkTo(say(TEXTS.line, language, { line }), line);

const linkTo = (text: string, line: number): string => `[${text}][L${line}]`;
