import type { RootContent } from 'mdast';
import { rangeOf, type Document, type Section } from '../document.ts';
import type { Range } from '../lines.ts';
import { announcementOf, sectionsOf } from '../section-roles.ts';
import type { Structure } from '../structure.ts';
import { durationsIn } from './durations.ts';
import { stampOf } from './stamps.ts';

/** How long the document says that the incident lasted. */
export interface Stated {
  readonly minutes: number;
  readonly range: Range;
  readonly written: string;
  /** Minutes from the first to the second time that stand beside it (`from 15:02 to 15:41`); undefined where there are not two. */
  readonly beside: number | undefined;
  /** Only about so long. */
  readonly isAbout: boolean;
  /** It stands where the document speaks of the whole incident. */
  readonly isOfAll: boolean;
}

const LABEL = /^[ \t>|*_+-]*(?:(?:total|outage|incident|downtime|impact) )?(?:duration|downtime|지속 ?시간|장애 ?시간|중단 ?시간)(?:[ \t]of[ \t](?:the[ \t])?(?:outage|incident|impact))?[*_ \t]*[:：|][*_ \t]*([^\r\n]{1,300})/gimu;

/** The durations that have a label of their own, and those that a sentence of the summary or of the impact gives the outage. */
export function statedDurations(document: Document, seen: Structure | undefined): Stated[] {
  const found: Stated[] = [];
  for (const label of [...document.text.matchAll(LABEL)].slice(0, MOST)) {
    const at = label.index + label[0].length - label[1]!.length;
    const section = sectionAt(at, document);
    const [first, ...others] = durationsIn(label[1]!);
    if (!first || others.length || isCode(at, section, document)) continue;
    const { start, end, minutes } = first;
    found.push({ minutes, range: { start: at + start, end: at + end }, written: label[1]!.slice(start, end), beside: besides(label[1]!), isAbout: ABOUT.test(label[1]!.slice(0, start)), isOfAll: speaksOfAll(section, document, seen) });
  }
  const [title] = document.sections;
  const nodesOf = (role: 'summary' | 'impact'): RootContent[] => sectionsOf(role, document, seen).flatMap(({ section }) => section.nodes);
  const paragraphs = [...document.preamble, ...(title?.depth === 1 ? title.nodes : []), ...nodesOf('summary')].filter(({ type }) => type === 'paragraph').map(rangeOf);
  const ofAll = paragraphs.flatMap((range) => saidIn(range, document));
  if (ofAll.length || found.some(({ isOfAll }) => isOfAll)) return [...found, ...ofAll];
  // The impact may speak of one part of the users: only where nothing else is said it stands for the whole.
  const impact = nodesOf('impact').filter(({ type }) => type === 'paragraph' || type === 'list').map(rangeOf);
  return [...found, ...impact.flatMap((range) => saidIn(range, document))];
}

// The durations that the sentences of a paragraph or a list give the outage.
function saidIn({ start, end }: Range, document: Document): Stated[] {
  const text = document.text.slice(start, Math.min(end, start + LONGEST));
  return durationsIn(text).flatMap(({ minutes, ...at }): Stated[] => {
    const before = BEFORE.exec(text.slice(Math.max(0, at.start - 60), at.start));
    if (!before && !BEHIND.test(text.slice(at.end, at.end + 80))) return [];
    const behind = /^[^.:]{0,8}(?:from|between|\()[^.]{0,60}/iu.exec(text.slice(at.end, at.end + 80));
    return [{ minutes, range: { start: start + at.start, end: start + at.end }, written: text.slice(at.start, at.end), beside: behind ? besides(behind[0]) : undefined, isAbout: before !== null && ABOUT.test(before[0]), isOfAll: true }];
  });
}

const LONGEST = 4000;
const MOST = 50;

function sectionAt(at: number, { sections }: Document): Section | undefined {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sections[middle]!.heading.start <= at) low = middle + 1;
    else high = middle;
  }
  return sections[low - 1];
}

function isCode(at: number, section: Section | undefined, { preamble }: Document): boolean {
  return (section?.nodes ?? preamble).some((node) => node.type === 'code' && rangeOf(node).start <= at && at < rangeOf(node).end);
}

function speaksOfAll(section: Section | undefined, { sections }: Document, seen: Structure | undefined): boolean {
  const roles = announcementOf(section, seen);
  return !section || section === sections[0] || roles.includes('summary') || roles.includes('impact') || roles.includes('overview');
}

const ABOUT = /(?:about|approximately|approx\.?|around|roughly|nearly|almost|over|more than|less than|up to|at least|~|≈|약|대략|거의|최대|최소)\s?$/iu;
const BEFORE = /(?:lasted|lasting|lasts|down for|unavailable for|degraded for|disrupted for|unreachable for|offline for|outage of|downtime of|disruption of|interruption of|duration of)\s+(?:for\s+)?(?:(?:a total of|about|approximately|around|roughly|nearly|almost|over|more than)\s+|~)?$/iu;
const BEHIND = /^(?:[ -](?:long )?(?:total |partial |full |complete )?(?:outage|downtime|disruption|interruption)|\s?(?:동안|간)[^.]{0,60}(?:장애|중단|받지 못|불가|멈))/iu;

const CLOCK = /(?<![\d:.])\d{1,2}:\d{2}(?![\d:%])(?:\s?[ap]\.?m\b)?/giu;

function besides(text: string): number | undefined {
  const times = [...text.matchAll(CLOCK)].flatMap(([time]) => stampOf(time)?.minutes ?? []);
  return times.length === 2 && !/\d{4}/.test(text) ? (times[1]! - times[0]! + 1440) % 1440 : undefined;
}
