import type { RootContent } from 'mdast';
import { plainText, rangeOf, type Document, type Section } from '../document.ts';
import type { Range } from '../lines.ts';

const NEGATED = /\b(?:not|never|isn['’]t|aren['’]t|non)[- ](?:an? |strictly |really )?optional\b|선택 ?(?:사항|항목)?[이가은는도]? 아[닙닌니님]|생략(?:할 수 없|하지|불가)/iu;

// "필요한 경우에만 작성하세요", "Fill in only if needed".
const WHERE_NEEDED = '(?:^|[.!。] )(?:이 (?:섹션|항목|절)[은는] )?(?:필요|해당)(?:한|하는|할|되는|될) (?:경우|때)에?만 (?:작성|기술|기재|추가|포함|쓰|적)|(?:^|[.!] )(?:only )?(?:fill (?:this )?in|write|include) (?:this (?:section )?)?(?:only )?(?:if|when|where) (?:it is |this is )?(?:needed|necessary|applicable)\\b';

const STATED = new RegExp([
  '^[^\\p{L}\\p{N}]*optional\\b', '[(\\[]optional[)\\]]', '\\b(?:is|are) (?:(?!an? )\\w+ )?optional\\b',
  '\\boptional (?:section|subsection|element|part|heading|chapter|block|item|field)s?\\b',
  '\\b(?:section|subsection|element|part|heading|chapter|this)s? (?:may|can|could) (?:also )?be (?:omitted|removed|skipped|deleted|dropped|left out|left off)\\b',
  '(?:^|[.!] )it (?:may|can) be (?:omitted|removed|skipped|deleted|left out)', '\\bsection should be (?:removed|deleted)\\b', '\\b(?:feel free to|you (?:can|may)) (?:remove|delete|omit|skip|drop|leave out)(?: (?:it|this|the section|this section))?(?=[.,;!]| if | when |$)',
  '\\b(?:remove|delete|omit|skip|drop) (?:this|the) (?:section|heading|part)\\b',
  '\\bonly (?:needed|required|necessary) (?:if|for|when|in)\\b',
  '선택 ?(?:사항|항목|섹션|요소)', '선택적', '선택입니다', '\\(선택\\)', '^[^\\p{L}]*선택(?!\\p{L})', '생략 ?(?:가능|해도|할 수 있|하세요)', WHERE_NEEDED, '(?:없으면|없다면|필요 없으면) ?(?:삭제|생략)',
].join('|'), 'iu');

const SECTION_STATED = /\b(?:this|the)(?: "[^"]{1,60}"| \w+)? (?:sub)?(?:section|heading|chapter)s? (?:is|are|may be|can be|should be) (?:\w+ )?(?:optional|omitted|removed|skipped|deleted|dropped|left out)\b|(?:이|해당) (?:섹션|항목|절)[은는이]? (?:선택|생략)/iu;
const NEEDED = new RegExp(WHERE_NEEDED, 'iu');

/** Few words with "optional" among them mean the section that they stand by. */
const FEW_WORDS = 6;

const LONGEST = 20_000;

/** Does a section's own text, or the comment above its heading, say that the section may be left out? */
export function isOptional(section: Section, nodes: readonly RootContent[], above: RootContent | undefined, { text }: Pick<Document, 'text'>): boolean {
  const inHeading = text.slice(section.heading.start, section.heading.end);
  if (/<!--/.test(inHeading) && commentsIn(inHeading).some(isStated)) return true;
  if ([...leading(nodes), ...(above ? [above] : [])].some((node) => isComment(node) && commentsIn(sourceOf(node, text)).some(isStated))) return true;
  const paragraphs = nodes.filter((node) => !isComment(node) && node.type !== 'definition').map((node) => (node.type === 'blockquote' ? (node.children[0] ?? node) : node));
  return paragraphs.some((node, index) => node.type === 'paragraph' && (saysSo(node, text) || (index === 0 && /^[^\p{L}\p{N}]*optional\b/iu.test(plainText(node)))));
}

/** Do the words say of all sections inside that they may be left out, or that they are examples? */
export function saysOptionalInside(nodes: readonly RootContent[], text: string): boolean {
  return nodes.some((node) => {
    if (node.type !== 'paragraph' && !isComment(node)) return false;
    const source = sourceOf(node, text);
    const words = isComment(node) ? commentsIn(source).join(' ') : wordsOf(source);
    return /\ball (?:of )?(?:the|these|its)? ?(?:sub-?)?(?:sections|headings)\b[^.]{0,60}\bare optional\b|\b(?:sample|example) (?:sub-?)?(?:headings|sections)\b/iu.test(words);
  });
}

/** Does the comment say nothing else than that something may be left out? */
export function isOnlyOptional(words: string): boolean {
  return words.split(/(?<=[.!])\s/u).every((sentence) => isStated(sentence) && !asksBehind(sentence));
}

// "Optional: describe what you watch" asks for something, too.
function asksBehind(sentence: string): boolean {
  const rest = sentence.replace(MARK, '');
  if (rest === sentence || CONDITION.test(rest) || STATED.test(rest)) return false;
  return rest.split(' ').length >= FEWEST_WORDS || (rest.length >= 10 && /[^\0-\u024f]/u.test(rest));
}

const MARK = /^[^\p{L}\p{N}]*(?:optional(?: ?[)\]])?[:：\-–—]+|optional[)\]]|선택(?: ?(?:사항|항목))?(?: ?[)\]])?[:：\-–—]+|선택(?: ?(?:사항|항목))?[)\]])\s*|(?:optional|선택(?: ?(?:사항|항목))?) [-–—] /iu;
const CONDITION = /^(?:but|if|when|where|only|not|and|or|recommended|for|required|unless|except|can|may|you can|you may|include if|keep if)\b|필요|해당|경우/iu;

/** Fewer words than these behind the mark are a name. */
const FEWEST_WORDS = 4;

/** The comments before the first other block; definitions of links are passed over. */
export function leading(nodes: readonly RootContent[]): readonly RootContent[] {
  const end = nodes.findIndex((node) => !isComment(node) && node.type !== 'definition');
  return nodes.slice(0, end < 0 ? undefined : end);
}

export function isComment(node: RootContent): boolean {
  return node.type === 'html' && node.value.trimStart().startsWith('<!--');
}

/** A node as it is written. */
export function sourceOf(node: RootContent, text: string): string {
  const { start, end } = rangeOf(node);
  return text.slice(start, end);
}

/** What stands inside the comments of an HTML text, without those that speak to Docket alone. */
export function commentsIn(source: string): string[] {
  return placedCommentsIn(source).map(({ words }) => words);
}

/** The same, each with where it stands from `<!--` to `-->`, in UTF-16 offsets of the text. */
export function placedCommentsIn(source: string): { readonly words: string; readonly range: Range }[] {
  if (!source.includes('<!--')) return [];
  return [...source.slice(0, LONGEST).matchAll(/<!--(?!\s{0,100}docket[:-])([\s\S]*?)(?:-->|$)/g)].map((found) => ({ words: wordsOf(found[1]!), range: { start: found.index, end: found.index + found[0].length } }));
}

function isStated(words: string): boolean {
  if (NEGATED.test(words)) return false;
  return STATED.test(words) || (words.split(' ').length <= FEW_WORDS && /\boptional\b/iu.test(words));
}

function saysSo(node: RootContent, text: string): boolean {
  const words = wordsOf(sourceOf(node, text));
  return (SECTION_STATED.test(words) || NEEDED.test(words)) && !NEGATED.test(words);
}

const wordsOf = (source: string): string => source.slice(0, LONGEST).replace(/[*_]+|\s+/gu, ' ').replace(/ {2,}/g, ' ').trim();
