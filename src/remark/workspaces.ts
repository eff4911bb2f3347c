import type { RuleSettings } from '../core/config.ts';
import { dayOf } from '../core/calendar.ts';
import type { Finding } from '../core/finding.ts';
import { languageOf, type Language } from '../core/language.ts';
import { readTemplates } from '../core/template.ts';
import { Workspace } from '../core/workspace.ts';
import { nodeFiles } from '../files/node.ts';
import { templates } from '../templates/index.ts';
import type { Root } from './root.ts';

/** How documents are checked, beyond what configurations say. */
export interface Settings {
  readonly language?: Language;
  /** Severities that go before those of every `.docket.yaml`. */
  readonly rules?: RuleSettings;
}

/** A folder that has been read, with the mistakes of its configurations, for which nothing is checked. */
export interface Opened {
  readonly workspace: Workspace;
  readonly mistakes: readonly { readonly path: string; readonly finding: Finding }[];
  /** Does one thing after the other: remark hands over many files at once, and each would work out for itself what one of them can remember for all. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

type Open = (root: Root) => Promise<Opened>;

/** What was read in each run of unified-engine, for all files of it; the next run, after an edit, reads again. */
const RUNS = new WeakMap<object, Map<string, Open>>();

/** The workspaces of one run, or those of one plugin where there is no engine; each is read once. */
export function workspacesOf(settings: Settings, run: object = {}): Open {
  const bySettings = RUNS.get(run) ?? new Map<string, Open>();
  RUNS.set(run, bySettings);
  const key = JSON.stringify(settings);
  const open = bySettings.get(key) ?? openWorkspaces(settings);
  bySettings.set(key, open);
  return open;
}

/** The user's language, as the environment has it. */
export function userLanguage(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return languageOf(LC_ALL || LC_MESSAGES || LANG);
}

// Reads each folder when its first file comes.
function openWorkspaces(settings: Settings): Open {
  const opened = new Map<string, Promise<Opened>>();
  return (root) => {
    const found = opened.get(root.folder) ?? open(root, settings);
    opened.set(root.folder, found);
    return found;
  };
}

async function open({ folder, deep }: Root, { language, rules = {} }: Settings): Promise<Opened> {
  const workspace = new Workspace({
    files: nodeFiles(folder, { deep }),
    templates: readTemplates(templates),
    language: userLanguage(),
    ...(language ? { alwaysLanguage: language } : {}),
    alwaysRules: rules,
    rulePage: (id) => new URL(`rules/${id}.md`, import.meta.url).href,
    today: () => dayOf(new Date()),
  });
  await workspace.load();
  const found = [...workspace.configPaths().map((path) => [path, workspace.configFindings(path)] as const), ...(await workspace.templateFindings())];
  return { workspace, mistakes: found.flatMap(([path, findings]) => findings.map((finding) => ({ path, finding }))), inTurn: turns() };
}

function turns(): Opened['inTurn'] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}
