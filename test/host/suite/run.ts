import 'mocha/mocha.js';
import { RESULT_MARK } from './mark.ts';

/** Runs the tests that `load` defines, and rejects when one fails or none is there. */
export async function runTests(load: () => void): Promise<void> {
  const Mocha = (globalThis as unknown as { Mocha: typeof import('mocha') }).Mocha;
  const mocha = new Mocha({ ui: 'bdd', reporter: Report as unknown as Mocha.ReporterConstructor, timeout: 40_000 });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  load();
  const failed = await new Promise<number>((resolve) => mocha.run(resolve));
  const passed = mocha.suite.total() - failed;
  if (failed > 0) throw new Error(`${failed} of ${passed + failed} tests failed`);
  if (passed === 0) throw new Error('There are no tests.');
}

/** Prints a line for each test, and at the end one line with the counts. */
class Report {
  constructor(runner: Mocha.Runner) {
    const counts = { passed: 0, failed: 0 };
    runner.on('pass', (test) => {
      counts.passed++;
      console.log(`  ✓ ${test.fullTitle()} (${test.duration} ms)`);
    });
    runner.on('fail', (test, error: Error & { expected?: unknown; actual?: unknown }) => {
      counts.failed++;
      const difference = 'expected' in error ? `\n    expected ${JSON.stringify(error.expected)}\n    but got  ${JSON.stringify(error.actual)}` : '';
      console.log(`  ✗ ${test.fullTitle()}${difference}\n    ${shortStack(error)}`);
    });
    runner.on('pending', (test) => console.log(`  - ${test.fullTitle()}`));
    runner.on('end', () => console.log(RESULT_MARK + JSON.stringify(counts)));
  }
}

/** An error's message and the first places of its stack, without the ways of the test runner. */
function shortStack({ message, stack = message }: Error): string {
  const lines = stack.split('\n');
  return lines.filter((line, index) => !/^\s+at /.test(line) || index < 6).join('\n');
}
