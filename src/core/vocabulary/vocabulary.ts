import type { Kind, Status } from '../entry.ts';

/** What the key of a field, or the heading of a short section, can stand for. */
export type FieldRole =
  | 'title' | 'feature' | 'id' | 'number' | 'status' | 'stage'
  | 'created' | 'date' | 'started' | 'decided' | 'updated' | 'decideBy'
  | 'owners' | 'deciders' | 'authors'
  | 'supersededBy' | 'supersedes' | 'amends' | 'amendedBy' | 'requires'
  | 'metadata' | 'changelog' | 'related';

/** How one document can stand to another. */
export type Relation = 'supersededBy' | 'supersedes' | 'amends' | 'amendedBy' | 'requires';

/** The headings that tell what kind of document it is. */
export type SectionRole =
  | 'context' | 'decision' | 'consequences' | 'options' | 'outcome' | 'drivers' | 'prosAndCons' | 'moreInformation'
  | 'summary' | 'motivation' | 'proposal' | 'specification' | 'rationale' | 'drawbacks' | 'alternatives' | 'priorArt' | 'openQuestions'
  | 'compatibility' | 'risks' | 'testPlan' | 'userStories' | 'teaching'
  | 'background' | 'goals' | 'nonGoals' | 'design' | 'detailedDesign' | 'implementation' | 'security' | 'operations' | 'overview'
  | 'impact' | 'rootCause' | 'timeline' | 'trigger' | 'resolution' | 'detection' | 'lessons' | 'wentWell' | 'wentWrong' | 'lucky' | 'actionItems'
  | 'attendees' | 'agenda' | 'minutes' | 'announcements' | 'productionChanges' | 'pagingEvents' | 'metrics'
  | 'references' | 'contents';

/** The words of one language; every entry is written in lower case. */
export interface Words {
  readonly language: string;
  readonly statuses: Readonly<Record<Status, readonly string[]>>;
  readonly fields: Readonly<Partial<Record<FieldRole, readonly string[]>>>;
  readonly sections: Readonly<Partial<Record<SectionRole, readonly string[]>>>;
  /** Phrases with `%` where the other document is named. */
  readonly relations: Readonly<Partial<Record<Relation, readonly string[]>>>;
  /** Words in titles and in the names of folders that tell the kind of what lies there. */
  readonly kinds: Readonly<Partial<Record<Kind, readonly string[]>>>;
  /** Titles that stand in for one; whole titles, not words in them. */
  readonly placeholderTitles: readonly string[];
  /** Twelve names or abbreviations, from January on; alternatives divided by `|`. */
  readonly months: readonly string[];
  /** Words in front of a status that say nothing: `currently`, `this proposal is`. */
  readonly statusFillers: readonly string[];
  /** Words in front of a status that turn it into its opposite. */
  readonly negations: readonly string[];
  /** Words behind a status that say it has not come to that: `not accepted yet`, `승인 예정`. */
  readonly postponements: readonly string[];
  /** What in a status says that people look at the document now: `active review`, `last call`. */
  readonly reviews: readonly string[];
}
