/** Whether a line of the window's console is one that VS Code prints on every start here. */
export function isNoise(line: string): boolean {
  return NOISE.some((start) => line.startsWith(start));
}

const NOISE = [
  '(Use `node',
  '(node:',
  'No search provider registered',
  'Resolving connection token',
  'Resolved connection token',
  'Creating a socket',
  'Creation of workbench contribution',
  'Ignoring fetching additional builtin',
  'Updating additional builtin',
  '[Service Worker] registration',
  'ChatSessionStore',
  '[reconnection-grace-time]',
  '[AgentHost',
  '[AccountPolicyGate]',
];
