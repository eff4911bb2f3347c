#!/usr/bin/env node
// Stands where @vscode/test-electron expects the executable of a desktop VS Code.
import { register } from 'tsx/esm/api';

register();
await import('./launcher.ts');
