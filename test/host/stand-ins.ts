import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Writes plain JavaScript in place of VS Code's two native modules whose absence would fill the log with errors. */
export async function writeStandIns(nodeModules: string): Promise<void> {
  for (const [name, binary, code] of STAND_INS) {
    const dir = path.join(nodeModules, name);
    if (existsSync(dir) && !existsSync(path.join(dir, 'build', 'Release', binary))) await writeFile(path.join(dir, 'index.js'), code);
  }
}

const WATCHDOG = 'exports.start = () => {};\n';

const SPDLOG = `const fs = require('fs');
const path = require('path');
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
class Logger {
  constructor(name, file) { this.name = name; this.file = file; this.level = 2; this.raw = false; fs.mkdirSync(path.dirname(file), { recursive: true }); }
  write(level, text) {
    if (level < this.level) return;
    try { fs.appendFileSync(this.file, this.raw ? text : new Date().toISOString() + ' [' + LEVELS[level] + '] ' + text + '\\n'); } catch {}
  }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  clearFormatters() { this.raw = true; }
  setPattern() { this.raw = false; }
  flush() {}
  drop() {}
}
LEVELS.forEach((name, level) => { Logger.prototype[name] = function (text) { this.write(level, text); }; });
exports.version = 0;
exports.Logger = Logger;
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async (name, file) => new Logger(name, file);
exports.setLevel = exports.setFlushOn = exports.shutdown = () => {};
`;

const STAND_INS = [
  ['@vscode/spdlog', 'spdlog.node', SPDLOG],
  ['native-watchdog', 'watchdog.node', WATCHDOG],
  ['@vscode/native-watchdog', 'watchdog.node', WATCHDOG],
] as const;
