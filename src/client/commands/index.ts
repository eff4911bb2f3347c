import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { adoptTemplate } from './adopt-template.ts';
import { amend } from './amend.ts';
import { lintDocument } from './lint-document.ts';
import { lintWorkspace } from './lint-workspace.ts';
import { newDocument } from './new-document.ts';
import { openRulePage } from './open-rule-page.ts';
import { refresh } from './refresh.ts';
import { renumber } from './renumber.ts';
import { showOutput } from './show-output.ts';
import { supersede } from './supersede.ts';
import { updateIndex } from './update-index.ts';

/** Every command, in the order of package.json. */
export const commands: readonly ((client: BaseLanguageClient) => vscode.Disposable)[] = [newDocument, adoptTemplate, lintDocument, lintWorkspace, supersede, amend, updateIndex, renumber, openRulePage, refresh, showOutput];
