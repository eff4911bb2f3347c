import { isMap, isScalar, parseDocument as parseYaml } from 'yaml';
import { unreadDocument, type Document } from '../document.ts';
import { YAML_OPTIONS } from '../front-matter.ts';
import { builtInVocabulary, type Vocabulary } from '../vocabulary/index.ts';
import type { Claim } from './dialect.ts';
import { yamlClaims } from './front-matter.ts';

/** Is it a YAML file that holds the metadata of the README beside it, such as `kep.yaml`? */
export function isSidecarPath(path: string): boolean {
  return SIDECAR.test(path);
}

/** What a side-car says; the ranges are its own. */
export function sidecarClaims(path: string, text: string, vocabulary: Vocabulary = builtInVocabulary): Claim[] {
  const document: Document = unreadDocument(path, text, { id: 'unreadable', data: {} });
  if (text.length > LONGEST) return [];
  try {
    const yaml = parseYaml(text, YAML_OPTIONS);
    if (!isMap(yaml.contents)) return [];
    const keys = yaml.contents.items.filter((pair) => isScalar(pair.key)).length;
    return keys ? yamlClaims(document, vocabulary, 'sidecar', yaml.contents, 0, 110).map((each) => ({ ...each, path })) : [];
  } catch {
    return [];
  }
}

const LONGEST = 100_000;
const SIDECAR = /(?:^|\/)(?:kep|tep|adr|rfc|rfd|proposal|decision)\.ya?ml$/i;
