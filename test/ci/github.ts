import { build } from 'esbuild';
import { beforeAll } from 'vitest';

interface Parser {
  readonly NoOperationTraceWriter: new () => object;
  readonly parseAction: Parse;
  readonly parseWorkflow: Parse;
}

type Parse = (file: { readonly name: string; readonly content: string }, trace: object) => { readonly context: { readonly errors: { getErrors(): readonly { readonly message: string }[] } } };

/** GitHub's own reader of actions and workflows: what it says of a text. It is bundled first, for it imports JSON in a way that Node refuses. */
export function githubParser(): (kind: 'action' | 'workflow', content: string) => readonly string[] {
  const made: Parser[] = [];
  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: { contents: "export { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'; export { parseAction } from '@actions/workflow-parser/actions/index';", resolveDir: process.cwd() },
      bundle: true, write: false, format: 'esm', platform: 'browser', logLevel: 'error',
    });
    made.push((await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.text).toString('base64')}`)) as Parser);
  });
  return (kind, content) => {
    const [{ NoOperationTraceWriter, parseAction, parseWorkflow }] = made as [Parser];
    const { context } = (kind === 'action' ? parseAction : parseWorkflow)({ name: `${kind}.yml`, content }, new NoOperationTraceWriter());
    return context.errors.getErrors().map(({ message }) => message);
  };
}
