import { ProgressType } from 'vscode-languageserver';
import type { Finding } from '../../core/finding.ts';
import { Method, type LintParams, type LintProgress, type LintSummary, type ReportParams } from '../../protocol/protocol.ts';
import { answer, whenCancelled } from '../answering.ts';
import { uriOf } from '../folders.ts';
import { pauses } from '../pause.ts';
import type { Session } from '../session.ts';

/** Checks one document or the whole workspace on request, sends the findings and sums them up, or makes a report of one. */
export function lint(session: Session): void {
  session.connection.onRequest(Method.lint, async ({ uri, progressToken }: LintParams, cancellation): Promise<LintSummary> => {
    const stopped = whenCancelled(cancellation);
    if (uri !== undefined) return (await Promise.race([stopped, lintOne(session, uri)])) ?? summary(0, [], true, true);
    const all: (readonly Finding[])[] = [];
    const folders = session.folders.all();
    const pause = pauses();
    await Promise.race([stopped, Promise.all([...session.documents.keys().map((one) => session.settle(one)), ...folders.map(({ upkeep }) => upkeep.settled())])]);
    if (cancellation.isCancellationRequested) return summary(0, [], true, true);
    const uris = folders.flatMap((folder) => folder.workspace.paths().map((path) => uriOf(folder, path)));
    for (const [done, one] of uris.entries()) {
      if (cancellation.isCancellationRequested) return summary(done, all.flat(), true, true);
      if (done % 10 === 0) session.background(() => session.connection.sendProgress(new ProgressType<LintProgress>(), progressToken, { done, total: uris.length }));
      all.push(await session.checkNow(one));
      await pause();
    }
    session.allChecked();
    for (const folder of folders) for (const path of folder.workspace.configPaths()) all.push(folder.workspace.configFindings(path));
    return summary(uris.length, all.flat(), true, false);
  });

  answer(session.connection, Method.report, async ({ uri }: ReportParams, signal): Promise<string | null> => {
    await session.settle(uri);
    const located = session.folders.locate(uri);
    await located?.folder.upkeep.loaded;
    signal.throwIfAborted();
    return located ? located.folder.workspace.review(located.path) : null;
  });
}

async function lintOne(session: Session, uri: string): Promise<LintSummary> {
  await session.settle(uri);
  const findings = await session.checkNow(uri);
  const located = session.folders.locate(uri);
  return summary(1, findings, (await located?.folder.workspace.isTyped(located.path)) ?? false, false);
}

function summary(documents: number, findings: readonly Finding[], typed: boolean, cancelled: boolean): LintSummary {
  const count = (...severities: readonly string[]): number => findings.filter((finding) => severities.includes(finding.severity)).length;
  return { documents, errors: count('error'), warnings: count('warning'), infos: count('info', 'hint'), typed, cancelled };
}
