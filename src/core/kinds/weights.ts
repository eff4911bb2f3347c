import type { SectionRole } from '../vocabulary/index.ts';

/** The kinds of documents that teams keep as their records. */
export type RecordKind = 'decision' | 'design' | 'postmortem' | 'meeting';

/** How much a heading speaks for each kind: the rarer it is elsewhere, the more. */
export const SECTION_WEIGHTS: Readonly<Partial<Record<SectionRole, Readonly<Partial<Record<RecordKind, number>>>>>> = {
  context: { decision: 1.5, design: 0.5 },
  decision: { decision: 3 },
  consequences: { decision: 1.5 },
  options: { decision: 2.5, design: 1 },
  outcome: { decision: 1.5 },
  drivers: { decision: 1.5 },
  prosAndCons: { decision: 1.5 },
  moreInformation: { decision: 0.5 },
  summary: { decision: 0.5, design: 0.5, postmortem: 0.5 },
  motivation: { decision: 1, design: 0.5 },
  proposal: { decision: 1, design: 1 },
  specification: { decision: 1, design: 0.5 },
  rationale: { decision: 1, design: 0.5 },
  drawbacks: { decision: 1, design: 0.5 },
  alternatives: { decision: 1, design: 1 },
  priorArt: { decision: 1.5, design: 0.5 },
  openQuestions: { decision: 1, design: 1 },
  compatibility: { decision: 1, design: 0.5 },
  risks: { decision: 0.5, design: 0.5 },
  testPlan: { decision: 0.5, design: 0.5 },
  userStories: { decision: 1, design: 0.5 },
  teaching: { decision: 0.5 },
  background: { design: 1, decision: 0.5, postmortem: 0.5 },
  goals: { design: 1.5, decision: 0.5 },
  nonGoals: { design: 2, decision: 1 },
  design: { design: 1.5, decision: 0.5 },
  detailedDesign: { design: 1.5, decision: 1 },
  implementation: { design: 0.5, decision: 0.5 },
  security: { design: 0.5, decision: 0.5 },
  operations: { design: 2 },
  overview: { design: 0.5 },
  impact: { postmortem: 1.5 },
  rootCause: { postmortem: 3 },
  timeline: { postmortem: 2 },
  trigger: { postmortem: 1 },
  resolution: { postmortem: 1 },
  detection: { postmortem: 1 },
  lessons: { postmortem: 2 },
  wentWell: { postmortem: 2 },
  wentWrong: { postmortem: 2 },
  lucky: { postmortem: 2 },
  actionItems: { postmortem: 1, meeting: 0.5 },
  attendees: { meeting: 3 },
  agenda: { meeting: 2 },
  minutes: { meeting: 1.5 },
  announcements: { meeting: 0.5 },
};

/** From this score on a document is of a kind by itself. */
export const ENOUGH = 5;
