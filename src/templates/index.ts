import charterEn from './en/charter.md';
import decisionEn from './en/decision.md';
import decisionNygardEn from './en/decision-nygard.md';
import decisionShortEn from './en/decision-short.md';
import designEn from './en/design.md';
import meetingEn from './en/meeting.md';
import migrationEn from './en/migration.md';
import postmortemEn from './en/postmortem.md';
import readinessEn from './en/readiness.md';
import rfcEn from './en/rfc.md';
import charterKo from './ko/charter.md';
import decisionKo from './ko/decision.md';
import decisionNygardKo from './ko/decision-nygard.md';
import decisionShortKo from './ko/decision-short.md';
import designKo from './ko/design.md';
import meetingKo from './ko/meeting.md';
import migrationKo from './ko/migration.md';
import postmortemKo from './ko/postmortem.md';
import readinessKo from './ko/readiness.md';
import rfcKo from './ko/rfc.md';

/** The text of every built-in document template by language, in the order in which they are offered. */
export const templates: { en: readonly string[]; ko: readonly string[] } = {
  en: [designEn, decisionEn, decisionShortEn, decisionNygardEn, rfcEn, meetingEn, postmortemEn, migrationEn, readinessEn, charterEn],
  ko: [designKo, decisionKo, decisionShortKo, decisionNygardKo, rfcKo, meetingKo, postmortemKo, migrationKo, readinessKo, charterKo],
};
