import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';

/** In milliseconds; a repository that needs longer is taken to say nothing. */
export const PATIENCE = 10_000;

/** Starts the `git` program in a folder, which then neither writes nor uses the network. */
export function startGit(cwd: string, args: readonly string[], timeout?: number): ChildProcessWithoutNullStreams {
  const child = spawn('git', ['-c', 'protocol.allow=never', ...args], {
    cwd, stdio: 'pipe', windowsHide: true, ...(timeout === undefined ? {} : { timeout }),
    env: { ...ownEnvironment(), GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' },
  });
  child.stderr.resume();
  child.stdin.on('error', () => {});
  return child;
}

// In a hook of a worktree Git names the repository alone, and would take whatever folder it runs in for the top of it.
function ownEnvironment(): NodeJS.ProcessEnv {
  const { GIT_DIR, ...others } = process.env;
  return GIT_DIR === undefined || others['GIT_WORK_TREE'] !== undefined ? process.env : others;
}

/** What the `git` program prints; rejects where it is not there, fails or takes too long. */
export function git(cwd: string, args: readonly string[], input = ''): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = startGit(cwd, args, PATIENCE);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(Buffer.concat(chunks)) : reject(new Error(`git ${args[0]} ended with ${code}`))));
    child.stdin.end(input);
  });
}
