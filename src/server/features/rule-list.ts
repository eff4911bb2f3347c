import { say } from '../../core/language.ts';
import { rules } from '../../core/rules/index.ts';
import { Method, type RuleChoice } from '../../protocol/protocol.ts';
import type { Session } from '../session.ts';

/** Names every rule, in the user's language. */
export function ruleList(session: Session): void {
  session.connection.onRequest(Method.rules, (): RuleChoice[] => rules.map(({ id, meta }) => ({ id, title: say(meta.title, session.folders.language) })));
}
