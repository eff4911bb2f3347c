import decisionEn from './en/decision.md';
import decisionNygardEn from './en/decision-nygard.md';
import designEn from './en/design.md';
import meetingEn from './en/meeting.md';
import postmortemEn from './en/postmortem.md';
import decisionKo from './ko/decision.md';
import decisionNygardKo from './ko/decision-nygard.md';
import designKo from './ko/design.md';
import meetingKo from './ko/meeting.md';
import postmortemKo from './ko/postmortem.md';

/** The text of every built-in document template by language, in the order in which they are offered. */
export const templates: { en: readonly string[]; ko: readonly string[] } = {
  en: [decisionEn, decisionNygardEn, designEn, postmortemEn, meetingEn],
  ko: [decisionKo, decisionNygardKo, designKo, postmortemKo, meetingKo],
};
