import acceptedTextChanged from './accepted-text-changed.ts';
import acceptedUnfinished from './accepted-unfinished.ts';
import actionDue from './action-due.ts';
import actionFixesPeople from './action-fixes-people.ts';
import actionOverdue from './action-overdue.ts';
import actionOwner from './action-owner.ts';
import actionRepeated from './action-repeated.ts';
import actionUnreadable from './action-unreadable.ts';
import actionUntracked from './action-untracked.ts';
import actionVague from './action-vague.ts';
import attendance from './attendance.ts';
import blameless from './blameless.ts';
import brokenLink from './broken-link.ts';
import chair from './chair.ts';
import changeDetails from './change-details.ts';
import citesSuperseded from './cites-superseded.ts';
import componentOwner from './component-owner.ts';
import decideBy from './decide-by.ts';
import doneWithOpenBoxes from './done-with-open-boxes.ts';
import droppedAction from './dropped-action.ts';
import duplicateNumber from './duplicate-number.ts';
import duplicateSection from './duplicate-section.ts';
import durationMismatch from './duration-mismatch.ts';
import emptySection from './empty-section.ts';
import fieldRequired from './field-required.ts';
import fieldValue from './field-value.ts';
import frontMatterSyntax from './front-matter-syntax.ts';
import headingDepth from './heading-depth.ts';
import impactQuantified from './impact-quantified.ts';
import indexRot from './index-rot.ts';
import late from './late.ts';
import metricObjective from './metric-objective.ts';
import minimumItems from './minimum-items.ts';
import noPreventiveAction from './no-preventive-action.ts';
import notEmpty from './not-empty.ts';
import numberMismatch from './number-mismatch.ts';
import ownerGone from './owner-gone.ts';
import pagingVerdict from './paging-verdict.ts';
import placeholderText from './placeholder-text.ts';
import readable from './readable.ts';
import requiredSections from './required-sections.ts';
import type { Rule } from './rule.ts';
import sectionOrder from './section-order.ts';
import signOff from './sign-off.ts';
import staleProposal from './stale-proposal.ts';
import statusStep from './status-step.ts';
import statusUnknown from './status-unknown.ts';
import supersededOneSided from './superseded-one-sided.ts';
import supersedesNothing from './supersedes-nothing.ts';
import tableColumns from './table-columns.ts';
import timelineOrder from './timeline-order.ts';
import title from './title.ts';
import unknownSection from './unknown-section.ts';
import unusedSuppression from './unused-suppression.ts';

/** Every rule, in the order of its page's name. A rule is one source, one page and one line here. */
export const rules: readonly Rule[] = [
  acceptedTextChanged,
  acceptedUnfinished,
  actionDue,
  actionFixesPeople,
  actionOverdue,
  actionOwner,
  actionRepeated,
  actionUnreadable,
  actionUntracked,
  actionVague,
  attendance,
  blameless,
  brokenLink,
  chair,
  changeDetails,
  citesSuperseded,
  componentOwner,
  decideBy,
  doneWithOpenBoxes,
  droppedAction,
  duplicateNumber,
  duplicateSection,
  durationMismatch,
  emptySection,
  fieldRequired,
  fieldValue,
  frontMatterSyntax,
  headingDepth,
  impactQuantified,
  indexRot,
  late,
  metricObjective,
  minimumItems,
  noPreventiveAction,
  notEmpty,
  numberMismatch,
  ownerGone,
  pagingVerdict,
  placeholderText,
  readable,
  requiredSections,
  sectionOrder,
  signOff,
  staleProposal,
  statusStep,
  statusUnknown,
  supersededOneSided,
  supersedesNothing,
  tableColumns,
  timelineOrder,
  title,
  unknownSection,
  unusedSuppression,
];

/** Those that hold a document against the headings and prompts of its template. */
export const structureRules: readonly Rule[] = [duplicateSection, emptySection, placeholderText, requiredSections, sectionOrder];
