import { folderOf } from './paths.ts';
import { namePartsOf, stemOf } from './titles.ts';

/** What a reference can be resolved to. */
export interface Named {
  readonly path: string;
  /** Its neighbours: the first place to look for a number. */
  readonly group: string;
  readonly project: string;
  readonly id: string | null;
  readonly number: number | null;
  /** Its own name, or that of its folder where it is the folder's front page. */
  readonly name: string;
}

/** Finds documents by what people write to name them: a path, an id, a number, a file's name. */
export class NameTable {
  readonly #paths = new Map<string, Named>();
  readonly #keys = new Map<string, Named[]>();

  constructor(documents: Iterable<Named>) {
    for (const document of documents) {
      this.#paths.set(document.path, document);
      const keys = new Set<string>([`name:${document.name.toLowerCase()}`]);
      if (document.number !== null) keys.add(`number:${document.number}`);
      for (const key of keys) {
        const named = this.#keys.get(key);
        if (named) named.push(document);
        else this.#keys.set(key, [document]);
      }
    }
  }

  /** The path of the document that `reference` means in the document `from`; undefined where there is none, or more than one. */
  resolve(reference: string, from: Named): string | undefined {
    const written = reference.trim();
    // `#2` is a number, `x.md#status` a place in a file.
    const target = /^#\d{1,8}$/.test(written) ? written : written.replace(/[?#].*$/s, '').trim();
    if (target === '') return undefined;
    if (target.includes('/') || /\.(?:md|markdown|mdx)$/i.test(target)) {
      const found = this.#byPath(decoded(target), from);
      if (found) return found;
    }
    const last = stemOf(decoded(target.replace(/\/(?:readme\.md)?$/i, '')));
    const named = this.#nearest(`name:${last.toLowerCase()}`, from, () => true);
    if (named) return named;
    const id = /^#?(?:([A-Za-z][A-Za-z_ -]*?)[-_ #]*)?(\d{1,8})$/.exec(last) ?? idOfName(last);
    if (!id) return undefined;
    const prefix = id[1]?.toLowerCase();
    return this.#nearest(`number:${Number(id[2])}`, from, (other) => prefix === undefined || sameSeries(other, prefix, from));
  }

  #byPath(target: string, from: Named): string | undefined {
    const web = /^[a-z][a-z+.-]*:\/\/[^/]+\/(.*)$/i.exec(target);
    if (web) return this.#bySuffix(web[1]!, from);
    const base = target.startsWith('/') ? from.project : folderOf(from.path);
    const path = joined(base, target);
    for (const candidate of [path, `${path}.md`, `${path}/README.md`, `${path}/index.md`]) if (candidate !== from.path && this.#paths.has(candidate)) return candidate;
    return undefined;
  }

  // The address of a file on a web site: its last parts are those of the path here.
  #bySuffix(address: string, from: Named): string | undefined {
    const parts = address.replace(/\/$/, '').split('/').filter(Boolean);
    for (let start = Math.max(0, parts.length - 8); start < parts.length - 1; start++) {
      const path = joined(from.project, parts.slice(start).join('/'));
      for (const candidate of [path, `${path}/README.md`]) if (candidate !== from.path && this.#paths.has(candidate)) return candidate;
    }
    return undefined;
  }

  #nearest(key: string, from: Named, usable: (other: Named) => boolean): string | undefined {
    const others = (this.#keys.get(key) ?? []).filter((other) => other.path !== from.path && other.project === from.project && usable(other));
    const near = others.filter((other) => other.group === from.group);
    const found = near.length ? near : others;
    if (found.length < 2) return found[0]?.path;
    // Translations of one document lie beside it as `x.ja.md`.
    const [base, language] = translationOf(from.name);
    const [first] = translationOf(found[0]!.name);
    if (found.some(({ name }) => translationOf(name)[0] !== first) || first === base) return undefined;
    return (found.find(({ name }) => translationOf(name)[1] === language) ?? found.find(({ name }) => translationOf(name)[1] === ''))?.path;
  }
}

function translationOf(name: string): readonly [base: string, language: string] {
  const found = /\.([a-z]{2}(?:[-_][A-Za-z]{2,4})?)$/.exec(name);
  return found ? [name.slice(0, found.index), found[1]!.toLowerCase()] : [name, ''];
}

function idOfName(name: string): readonly [string, string | undefined, string] | undefined {
  const parts = namePartsOf(name);
  return parts.number === undefined ? undefined : [name, parts.prefix, String(parts.number)];
}

// `ADR-5` must not be an RFC with the number 5; where ids have no letters, the number alone decides.
function sameSeries(other: Named, prefix: string, from: Named): boolean {
  const letters = /^[A-Za-z][A-Za-z_ -]{0,60}?(?=[-_ #]*\d)/.exec(other.id ?? '')?.[0].toLowerCase();
  return letters === undefined || letters === prefix || prefix.endsWith(letters) || (other.group === from.group && other.group !== '');
}

function joined(base: string, target: string): string {
  const parts = base === '' ? [] : base.split('/');
  for (const part of target.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
