import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { bundles, type Bundle } from '../bench/bundles/bundles.ts';
import { npm } from './command.ts';
import { step } from './progress.mjs';
import { root } from './root.ts';
import { RESULT_MARK } from './suite/mark.ts';

/** Packages the extension as a release does and returns the file, after telling as test results whether it holds what it should. */
export async function packageExtension(): Promise<string> {
  await step('Packaging (npm run package)', () => npm(['run', 'package'], root));
  const file = path.join(root, 'dist', 'docket.vsix');
  const archive = await readFile(file);
  const files = filesOf(archive);
  const entries = [...files.keys()];
  report([
    ['The package is under 2 MB', archive.length < LIMIT ? [] : [`it has ${archive.length} bytes`]],
    ['The extension’s own bundles are small, for VS Code reads one of them on its way up', bundles.flatMap((bundle) => tooLarge(files, bundle))],
    ['The package holds nothing that is not needed', entries.filter((entry) => ![...NEEDED, ...ALLOWED].some((pattern) => pattern.test(entry)))],
    ['The package holds all that is needed', NEEDED.filter((pattern) => !entries.some((entry) => pattern.test(entry))).map(String)],
    ['The README in the package holds its pictures, for an extension’s page shows no others', picturesElsewhere(files.get('extension/readme.md')?.() ?? '')],
  ]);
  return file;
}

const LIMIT = 2 * 1024 * 1024;

const NEEDED = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/package\.json$/,
  /^extension\/package\.nls\.json$/,
  /^extension\/package\.nls\.ko\.json$/,
  /^extension\/LICENSE\.txt$/,
  /^extension\/readme\.md$/,
  /^extension\/changelog\.md$/,
  /^extension\/dist\/extension\.node\.\w+$/,
  /^extension\/dist\/extension\.browser\.\w+$/,
  /^extension\/dist\/server\.node\.\w+$/,
  /^extension\/dist\/server\.browser\.\w+$/,
  /^extension\/dist\/server\/program\.\w+$/,
  /^extension\/dist\/server\/program\.later\.\w+$/,
  /^extension\/dist\/server\.browser\.later\.\w+$/,
  /^extension\/dist\/docket\.schema\.json$/,
  /^extension\/dist\/rules\/[\w-]+\.md$/,
  /^extension\/dist\/webview\/dashboard\.js$/,
  /^extension\/media\/docket\.(svg|png)$/,
  /^extension\/media\/l10n\/bundle\.l10n\.ko\.json$/,
];

const ALLOWED = [
  /^extension\/dist\/extension\.browser\.cjs\.js$/,
  /^extension\/media\/(?!sample\/|readme\/)[\w./-]+$/,
  /^extension\/syntaxes\/[\w.-]+\.json$/,
];

function tooLarge(files: ReadonlyMap<string, () => string>, { files: own, most }: Bundle): string[] {
  const sizes = [...files].filter(([name]) => own.test(name.replace(/^extension\/dist\//, ''))).map(([name, text]) => [name, Buffer.byteLength(text())] as const);
  return sizes.filter(([, size]) => size > most).map(([name, size]) => `${name} has ${size} bytes`);
}

function picturesElsewhere(readme: string): string[] {
  const pictures = [...readme.matchAll(/!\[[^\]]*\]\(([^)]{0,30})/g)].map((found) => found[1]!);
  return pictures.length ? pictures.filter((address) => !address.startsWith('data:image/png;base64,')) : ['it has no picture'];
}

/** The files of a ZIP archive by name, each with a function that reads its text. */
function filesOf(archive: Buffer): Map<string, () => string> {
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const files = new Map<string, () => string>();
  let at = archive.readUInt32LE(end + 16);
  for (let count = archive.readUInt16LE(end + 10); count > 0; count--) {
    const nameLength = archive.readUInt16LE(at + 28);
    const [size, start] = [archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 42)];
    const isPacked = archive.readUInt16LE(at + 10) !== 0;
    files.set(archive.toString('utf8', at + 46, at + 46 + nameLength), () => {
      const data = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28);
      const content = archive.subarray(data, data + size);
      return (isPacked ? inflateRawSync(content) : content).toString('utf8');
    });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

/** Prints checks and their counts as the suites in the editor do; a check passes when nothing speaks against it. */
function report(checks: readonly (readonly [name: string, objections: readonly string[]])[]): void {
  for (const [name, objections] of checks) {
    console.log(objections.length === 0 ? `  ✓ ${name}` : `  ✗ ${name}\n    ${objections.join('\n    ')}`);
  }
  const failed = checks.filter(([, objections]) => objections.length > 0).length;
  console.log(RESULT_MARK + JSON.stringify({ passed: checks.length - failed, failed }));
}
