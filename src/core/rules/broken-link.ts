import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { Linked } from '../around.ts';
import { looseAnchor } from '../anchors.ts';
import type { Document } from '../document.ts';
import type { Edit } from '../edit.ts';
import type { Fix } from '../finding.ts';
import type { Text } from '../language.ts';
import type { Link } from '../links.ts';
import { isTarget, undefinedReferences, usedLabels } from '../markdown/references.ts';
import { nearest } from '../nearest.ts';
import { folderOf, isReadme, nameOf, relativePath } from '../paths.ts';
import type { Records } from '../records.ts';
import { rememberingOf } from '../remembering.ts';
import { recordsNamedIn } from '../shared-index/named-records.ts';
import { namePartsOf, stemOf } from '../titles.ts';
import { rule } from './rule.ts';

type Choice = Omit<Fix, 'title' | 'isAutomatic'> & { readonly title: Text };

const SCHEME: Text = { en: 'Write "https://" in front', ko: '앞에 "https://" 쓰기' };
const MAIL: Text = { en: 'Write "mailto:" in front', ko: '앞에 "mailto:" 쓰기' };
const LEAD: Text = { en: 'Lead to "{near}"', ko: '"{near}"(으)로 연결하기' };

export default rule<'elsewhere' | 'record' | 'file' | 'no-scheme' | 'no-mailto' | 'file-near' | 'image' | 'moved' | 'case' | 'anchor' | 'anchor-near' | 'reference' | 'brackets'>({
  id: 'broken-link',
  meta: {
    title: { en: 'Links lead somewhere', ko: '링크가 가리키는 것이 있다' },
    severity: { draft: 'info', open: 'warning', accepted: 'warning', closed: 'hint' },
    certain: true,
    fixable: true,
    messages: {
      elsewhere: {
        en: '"{repository}" has no "{target}" by its index; correct the link, or renew the index.',
        ko: '"{repository}"의 인덱스에 "{target}"이(가) 없습니다. 링크를 고치거나 인덱스를 새로 만드세요.',
      },
      record: {
        en: '"{repository}" has no record "{target}" by its index; correct the number, or renew the index.',
        ko: '"{repository}"의 인덱스에 "{target}" 기록이 없습니다. 번호를 고치거나 인덱스를 새로 만드세요.',
      },
      file: {
        en: 'There is no "{target}"; correct the link or remove it.',
        ko: '"{target}"이(가) 없습니다. 링크를 고치거나 지우세요.',
      },
      'file-near': {
        en: 'There is no "{target}"; did you mean "{near}"?',
        ko: '"{target}"이(가) 없습니다. "{near}"을(를) 뜻했나요?',
      },
      'no-scheme': {
        en: 'There is no "{target}"; if the page on the web is meant, write "https://{page}".',
        ko: '"{target}"이(가) 없습니다. 웹 페이지를 뜻한다면 "https://{page}"(으)로 쓰세요.',
      },
      'no-mailto': {
        en: 'There is no file "{address}"; for the address of a mail, write "mailto:{address}".',
        ko: '"{address}" 파일이 없습니다. 메일 주소를 뜻한다면 "mailto:{address}"(으)로 쓰세요.',
      },
      image: {
        en: 'There is no image "{target}"; add the file, or correct the link.',
        ko: '"{target}" 이미지가 없습니다. 파일을 추가하거나 링크를 고치세요.',
      },
      moved: {
        en: 'There is no "{target}"; the only file of that name is "{near}".',
        ko: '"{target}"이(가) 없습니다. 그 이름의 파일은 "{near}" 하나뿐입니다.',
      },
      case: {
        en: 'The file is called "{near}" and not "{target}"; where capitals count, as on GitHub, the link leads nowhere.',
        ko: '파일 이름은 "{target}"이(가) 아니라 "{near}"입니다. GitHub처럼 대소문자를 구별하는 곳에서는 링크가 열리지 않습니다.',
      },
      anchor: {
        en: '"{target}" has no heading or anchor "#{fragment}"; correct the link or leave the anchor out.',
        ko: '"{target}"에 "#{fragment}" 제목이나 앵커가 없습니다. 링크를 고치거나 앵커를 빼세요.',
      },
      'anchor-near': {
        en: '"{target}" has no heading or anchor "#{fragment}"; did you mean "#{near}"?',
        ko: '"{target}"에 "#{fragment}" 제목이나 앵커가 없습니다. "#{near}"을(를) 뜻했나요?',
      },
      reference: {
        en: 'The reference "{label}" is defined nowhere in the document, so no link is made; add a line "[{label}]: …".',
        ko: '참조 "{label}"이(가) 문서에 정의되어 있지 않아 링크가 되지 않습니다. "[{label}]: …" 줄을 추가하세요.',
      },
      brackets: {
        en: 'The target "{label}" stands in square brackets, so no link is made; write it in round ones.',
        ko: '링크의 대상 "{label}"이(가) 대괄호 안에 있어 링크가 되지 않습니다. 소괄호로 쓰세요.',
      },
    },
    fixes: { brackets: { en: 'Write round brackets', ko: '소괄호로 쓰기' }, moved: LEAD, case: LEAD },
  },
  needs: ({ entry }) => ({ links: entry?.kind !== 'template' }),
  couldTell: ({ document: { links }, surroundings: { links: known } }) => known !== undefined && links.every((link) => isDecided(link, known.get(link))),
  check({ document, entry, records, surroundings, repositories, report }) {
    if (entry?.kind === 'template') return;
    for (const link of repositories ? document.links : []) {
      const elsewhere = repositories?.linked(link.target);
      if (elsewhere?.isGone) report({ message: 'elsewhere', range: link.targetRange ?? link.range, data: { repository: elsewhere.index.name, target: elsewhere.path } });
    }
    for (const { range, elsewhere: { index, path, isGone } } of repositories ? recordsNamedIn(document, repositories) : []) {
      // A folder of this repository may have the name of another one.
      if (isGone && !records.below(document.text.slice(range.start, range.end - path.length - 1)).length) report({ message: 'record', range, data: { repository: index.name, target: path } });
    }
    const guesses = { left: MOST_GUESSES };
    const used = document.links.some(({ kind }) => kind === 'definition') ? usedLabels(document) : NONE;
    for (const [link, linked] of surroundings.links ?? []) {
      // `[^1]: …` is a footnote, which CommonMark alone takes for a definition.
      if (link.kind === 'definition' && (link.text.startsWith('^') || !used.has(normalizeIdentifier(link.text).toLowerCase()))) continue;
      const found = problemOf(document, link, linked, records, guesses);
      if (found) report({ range: link.targetRange ?? link.range, ...found });
    }
    for (const { label, range, labelRange } of undefinedReferences(document)) {
      if (isTarget(label) && !/[()\s]/.test(label)) report({ message: 'brackets', range, data: { label }, fix: [{ range: labelRange, newText: `(${label})` }] });
      else report({ message: 'reference', range, data: { label } });
    }
  },
});

const NONE: ReadonlySet<string> = new Set();

/** In a document with more broken links the others get no guess at what was meant. */
const MOST_GUESSES = 20;
/** In a folder with more files nothing is guessed. */
const MOST_NAMES = 1000;

type Problem = Pick<Parameters<Parameters<typeof rule>[0]['check']>[0]['report'] extends (report: infer R) => void ? R & object : never, 'data' | 'fix' | 'choices'> & { readonly message: 'file' | 'no-scheme' | 'no-mailto' | 'file-near' | 'image' | 'moved' | 'case' | 'anchor' | 'anchor-near' };

function problemOf(document: Document, link: Link, linked: Linked, records: Records, guesses: { left: number }): Problem | undefined {
  const { place, target } = linked;
  if (place.is === 'unknown') return undefined;
  if (place.is === 'there') return isOtherCase(place.path, target.path) ? caseProblem(document, link, target.path, place.path) : anchorProblem(document, link, linked, guesses);
  if (isElsewhere(target.path, target.isFromTop, place.folder)) return undefined;
  const shown = shownPath(target.path);
  const inFront = (newText: string): readonly Edit[] | undefined => link.targetRange && [{ range: { start: link.targetRange.start, end: link.targetRange.start }, newText }];
  if (ADDRESS.test(link.target)) return { message: 'no-mailto', data: { address: link.target.slice(0, LONGEST_SHOWN) }, ...choice(MAIL, inFront('mailto:')) };
  if (HOST.test(link.target)) return { message: 'no-scheme', data: { target: shown, page: link.target.slice(0, LONGEST_SHOWN) }, ...choice(SCHEME, inFront('https://')) };
  if (link.kind === 'image' || link.kind === 'html-image') return { message: 'image', data: { target: shown } };
  const moved = guesses.left > 0 ? movedTo(document, target.path, records) : undefined;
  const near = moved === undefined && guesses.left > 0 && place.folder === folderOf(target.path) && place.names.length <= MOST_NAMES && nameOf(target.path).length <= LONGEST_SHOWN ? nearName(target.path, place.names) : undefined;
  guesses.left--;
  if (moved !== undefined) return { message: 'moved', data: { target: shown, near: moved }, ...automatic(toPath(document, link, moved)) };
  if (near === undefined) return { message: 'file', data: { target: shown } };
  const path = place.folder === '' ? near : `${place.folder}/${near}`;
  return { message: 'file-near', data: { target: shown, near }, ...choice(LEAD, toPath(document, link, path)) };
}

// What leads out of the folder could be found broken where more of the repository is read.
function isDecided(link: Link, linked: Linked | undefined): boolean {
  if (!linked) return ON_THE_WEB.test(link.target);
  const { place, target } = linked;
  return place.is === 'there' || (place.is !== 'unknown' && !isElsewhere(target.path, target.isFromTop, place.folder));
}

const ON_THE_WEB = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;

const automatic = (edits: readonly Edit[] | undefined): { readonly fix?: readonly Edit[] } => (edits ? { fix: edits } : {});
const choice = (title: Text, edits: readonly Edit[] | undefined): { readonly choices?: readonly Choice[] } => (edits ? { choices: [{ title, edits }] } : {});
const shownPath = (path: string): string => path.slice(0, LONGEST_SHOWN);
const LONGEST_SHOWN = 200;

// A way that only differs in how accents are put together leads to the same file.
function isOtherCase(there: string, wanted: string): boolean {
  return wanted !== '' && there.normalize('NFC').toLowerCase() === wanted.normalize('NFC').toLowerCase() && there.normalize('NFC') !== wanted.normalize('NFC');
}

// What a web site has at its top, or the code host beside the files: nobody can tell from here.
function isElsewhere(path: string, isFromTop: boolean, folder: string): boolean {
  const name = nameOf(path);
  if (isFromTop && (folder === '' || !ENDING.test(name))) return true;
  if (!path.includes('/') && !ENDING.test(name)) return true;
  return folder === '' && CODE_HOST.test(path);
}

// What begins with the name of a host; `read.me/x` and `main.rs` are files as well.
const HOST = /^(?:www\.|(?:[a-z\d-]{1,60}\.){1,4}(?:com|org|net|io|dev|edu|gov)(?:\/|$))/i;
const ADDRESS = /^[\w.+-]{1,64}@(?=[a-z])(?:[a-z\d-]{1,60}\.){1,4}(?!(?:png|jpe?g|gif|svg|webp|pdf|md|html?|txt|json|ya?ml|[jt]s)$)[a-z]{2,20}$/i;
const ENDING = /\.[a-z]\w{0,9}$/i;
const CODE_HOST = /^(?:issues?|pulls?|merge_requests|wikis?|releases|actions|discussions|tree|blob|raw|commits?|compare|tags|projects|milestones?|labels|security|edit|-)(?:\/|$)/i;

function caseProblem(document: Document, link: Link, wanted: string, there: string): Problem {
  return { message: 'case', data: { target: nameOf(wanted) === nameOf(there) ? wanted : nameOf(wanted), near: nameOf(wanted) === nameOf(there) ? there : nameOf(there) }, ...automatic(toPath(document, link, there)) };
}

function anchorProblem(document: Document, link: Link, { target: { fragment, path }, anchors }: Linked, guesses: { left: number }): Problem | undefined {
  if (!fragment || !anchors || /[/=:]/.test(fragment) || /^(?:l\d+|(?:top|readme)$|fn|footnote)/i.test(fragment)) return undefined;
  const wanted = fragment.replace(/^user-content-/, '');
  if (anchors.all.has(fragment)) return undefined;
  const target = nameOf(path === '' ? document.path : path);
  const data = { target, fragment: fragment.slice(0, LONGEST_SHOWN) };
  // Another renderer may call it so.
  if (anchors.loose.has(looseAnchor(wanted))) return undefined;
  const near = guesses.left-- > 0 && anchors.all.size <= MOST_NAMES && wanted.length <= LONGEST_SHOWN ? nearest(wanted, [...anchors.all]) : undefined;
  if (near === undefined) return { message: 'anchor', data };
  return { message: 'anchor-near', data: { ...data, near }, ...choice({ en: 'Lead to "#{near}"', ko: '"#{near}"(으)로 연결하기' }, toAnchor(link, near)) };
}

// The only document of that name, wherever it lies now.
function movedTo(document: Document, path: string, records: Records): string | undefined {
  const name = nameOf(path);
  if (isReadme(name) || stemOf(name).replace(/[^\p{L}]/gu, '').length < 4) return undefined;
  const found = records.called(name);
  return found.length === 1 && found[0]!.path !== document.path ? found[0]!.path : undefined;
}

// A name with the same words and another number, or one that is spelt almost so.
function nearName(path: string, names: readonly string[]): string | undefined {
  const name = nameOf(path);
  const ending = /\.\w+$/.exec(name)?.[0].toLowerCase() ?? '';
  const isAlike = (one: string): boolean => one.toLowerCase().endsWith(ending);
  const { words } = namePartsOf(stemOf(name));
  const { byWords, byDigits } = sortedNames(names);
  const renumbered = words.length < 4 ? [] : (byWords.get(words) ?? []).filter(isAlike);
  return renumbered.length === 1 ? renumbered[0] : nearest(name, (byDigits.get(digitsIn(name)) ?? []).filter(isAlike));
}

// Many links of a folder's documents lead to what is not in the folder.
const sortedNames = rememberingOf((names: readonly string[]) => ({
  byWords: grouped(names, (name) => namePartsOf(stemOf(name)).words),
  byDigits: grouped(names, digitsIn),
}));

function grouped(names: readonly string[], by: (name: string) => string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const key = by(name);
    const group = groups.get(key);
    if (group) group.push(name);
    else groups.set(key, [name]);
  }
  return groups;
}

const digitsIn = (name: string): string => name.replace(/\D+/g, ' ').trim();

function toPath(document: Document, { targetRange, target, kind }: Link, path: string): readonly Edit[] | undefined {
  if (!targetRange) return undefined;
  const end = target.search(/[?#]/);
  const way = target.startsWith('/') ? `/${path}` : `${target.startsWith('./') ? './' : ''}${relativePath(folderOf(document.path), path)}`.replace(/^\.\/\.\.\//, '../');
  const isBracketed = document.text[targetRange.start - 1] === '<';
  const range = { start: targetRange.start, end: end < 0 ? targetRange.end : targetRange.start + end };
  if (kind.startsWith('html')) return [{ range, newText: encodeURI(way).replace(/['&]/g, (one) => (one === '&' ? '&amp;' : '%27')) }];
  return [{ range, newText: isBracketed ? way.replace(/[<>]/g, encodeURIComponent) : encodeURI(way).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29')) }];
}

function toAnchor({ targetRange, target }: Link, anchor: string): readonly Edit[] | undefined {
  const at = target.indexOf('#');
  return targetRange && at >= 0 ? [{ range: { start: targetRange.start + at + 1, end: targetRange.end }, newText: /[\s()<>]/.test(anchor) ? encodeURIComponent(anchor) : anchor }] : undefined;
}
