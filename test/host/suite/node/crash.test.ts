import { execFileSync } from 'node:child_process';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { problem, row, rows } from '../docket.ts';
import { equal, eventually } from '../expect.ts';

const INCOMPLETE = 'docs/postmortems/2026-11-12-추적-페이지-지연.md';

describe('The language server', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  it('is started again when it crashes, and the views and all problems that were asked for come back', async () => {
    await vscode.commands.executeCommand('docket.lintWorkspace');
    await problem(INCOMPLETE, 'required-sections');
    equal(serverOf(process.pid).length, 1);
    await crash();
    await eventually('another server', () => serverOf(process.pid).length > 0);
    await row('decisions', 'Keep decisions next to the code');
    await problem(INCOMPLETE, 'required-sections');
  });

  it('is left alone when it keeps crashing, until a command starts it', async function () {
    this.timeout(60_000);
    for (let crashes = 2; crashes <= 5; crashes++) {
      await eventually('a server that answers', () => rows('decisions').then(() => true, () => false));
      await crash();
    }
    await new Promise((resolve) => setTimeout(resolve, 1500));
    equal(serverOf(process.pid), []);
    await vscode.commands.executeCommand('docket.refresh');
    await row('decisions', 'Keep decisions next to the code');
    await problem(INCOMPLETE, 'required-sections');
    equal(serverOf(process.pid).length, 1);
  });
});

async function crash(): Promise<void> {
  const [pid] = await eventually('a server', () => serverOf(process.pid).length > 0 && serverOf(process.pid));
  process.kill(pid!, 'SIGKILL');
  await eventually('its end', () => !serverOf(process.pid).includes(pid!));
}

function serverOf(parent: number): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [pid, ppid, ...args] = line.trim().split(/\s+/);
    return Number(ppid) === parent && args.join(' ').includes('server.node.cjs') ? [Number(pid)] : [];
  });
}
