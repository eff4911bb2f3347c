import type { Finding } from '../../core/finding.ts';
import { Method, type LintParams, type LintProgress, type LintSummary } from '../../protocol/protocol.ts';
import { uriOf } from '../folders.ts';
import type { Session } from '../session.ts';

/** Checks one document or the whole workspace on request, sends the findings and sums them up. */
export function lint(session: Session): void {
  session.connection.onRequest(Method.lint, async ({ uri, token }: LintParams, cancellation): Promise<LintSummary> => {
    if (uri !== undefined) {
      await session.settle(uri);
      const findings = await session.checkNow(uri);
      const { folder, path } = session.folders.locate(uri);
      return summary([findings], await folder.workspace.isTyped(path), false);
    }
    const all: (readonly Finding[])[] = [];
    const folders = session.folders.all();
    await Promise.all(folders.map((folder) => folder.loaded));
    const uris = folders.flatMap((folder) => folder.workspace.paths().map((path) => uriOf(folder, path)));
    for (const [done, one] of uris.entries()) {
      if (cancellation.isCancellationRequested) return summary(all, true, true);
      if (done % 10 === 0) {
        await session.connection.sendNotification(Method.lintProgress, { token, done, total: uris.length } satisfies LintProgress);
        await new Promise((resolve) => setTimeout(resolve));
      }
      all.push(await session.checkNow(one));
    }
    for (const folder of folders) for (const path of folder.workspace.configPaths()) all.push(folder.workspace.configFindings(path));
    return summary(all, true, false);
  });
}

function summary(all: readonly (readonly Finding[])[], typed: boolean, cancelled: boolean): LintSummary {
  const findings = all.flat();
  const count = (...severities: readonly string[]): number => findings.filter((finding) => severities.includes(finding.severity)).length;
  return { documents: all.length, errors: count('error'), warnings: count('warning'), infos: count('info', 'hint'), typed, cancelled };
}
