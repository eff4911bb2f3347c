import { execFileSync } from 'node:child_process';
import { describe, it } from 'mocha';
import { row } from '../docket.ts';
import { equal, eventually } from '../expect.ts';

describe('The language server', () => {
  it('is started again when it crashes, and the views come back', async function () {
    if (process.platform === 'win32') this.skip();
    await row('decisions', 'Keep decisions next to the code');
    const before = serverOf(process.pid);
    equal(before.length, 1);
    process.kill(before[0]!, 'SIGKILL');
    await eventually('another server process', () => serverOf(process.pid).some((pid) => pid !== before[0]));
    await row('decisions', 'Keep decisions next to the code');
  });
});

function serverOf(parent: number): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [pid, ppid, ...args] = line.trim().split(/\s+/);
    return Number(ppid) === parent && args.join(' ').includes('server.node.cjs') ? [Number(pid)] : [];
  });
}
