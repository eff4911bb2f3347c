import path from 'node:path';
import type { VFile } from 'vfile';
import type { Finding } from '../core/finding.ts';
import type { Language } from '../core/language.ts';
import type { Workspace } from '../core/workspace.ts';
import { optionMistakes } from './options.ts';
import { rootOf } from './root.ts';
import { userLanguage, workspacesOf, type Settings } from './workspaces.ts';

/** What can be said of the plugin where it is used; `.docket.yaml` says everything else. */
export interface Options extends Settings {
  /** The language of the messages; left out: that of `.docket.yaml`, or of the environment. */
  readonly language?: Language;
}

/** The rules of Docket as one plugin: finds the workspace of each file, and adds what it finds to the file's messages; `run` is the file set of unified-engine, which attaches the plugin again for each file. */
export default function remarkDocket(options: Options = {}, run?: object): (tree: unknown, file: VFile) => Promise<void> {
  const wrong = optionMistakes(options, userLanguage());
  const workspaces = workspacesOf(options, run);
  return async (_tree, file) => {
    if (file.path === undefined) return;
    for (const reason of wrong) file.message(reason, { ruleId: 'options', source: 'docket' }).fatal = true;
    if (wrong.length) return;
    const absolute = path.resolve(file.cwd, file.path);
    const root = await rootOf(absolute);
    const { workspace, mistakes, inTurn } = await workspaces(root);
    const name = path.relative(root.folder, absolute).split(path.sep).join('/');
    if (mistakes.length) {
      for (const { path: config, finding } of mistakes) tell(file, finding, `${config}:${finding.line}:${finding.column}: ${finding.reason}`);
      return;
    }
    const text = String(file).replace(/^\uFEFF/, '');
    for (const finding of await inTurn(() => lintText(workspace, name, text))) tell(file, finding);
  };
}

async function lintText(workspace: Workspace, name: string, text: string): Promise<readonly Finding[]> {
  if (!workspace.has(name)) await workspace.refresh(name);
  // What an editor has not saved yet counts as it stands in the editor.
  if ((await workspace.document(name)).text !== text) await workspace.open(name, text);
  return workspace.lint(name);
}

function tell(file: VFile, finding: Finding, reason?: string): void {
  const place = reason === undefined ? finding.place : undefined;
  const message = file.message(reason ?? finding.reason, { ...(place ? { place } : {}), ruleId: finding.ruleId, source: 'docket' });
  message.fatal = finding.fatal;
  message.url = finding.url;
  message.expected = finding.expected;
}
