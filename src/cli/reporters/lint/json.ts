import { foundJson } from '../found.ts';
import { jsonList } from '../json-list.ts';
import type { LintReport } from '../reporter.ts';

/** All findings as one array. */
export async function* json({ files }: LintReport): AsyncGenerator<string> {
  yield* jsonList(files, (file) => file.findings.map((finding) => foundJson(file, finding)));
  yield '\n';
}
