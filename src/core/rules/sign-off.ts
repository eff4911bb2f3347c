import type { Range } from '../lines.ts';
import type { Document } from '../document.ts';
import type { Entry } from '../entry.ts';
import { namesAnyRole, namesRole } from '../roles.ts';
import { signOffSection, signOffsIn, type SignOff } from '../sign-offs.ts';
import { statusGroupOf } from '../status-group.ts';
import { rule } from './rule.ts';
import type { Severities } from './severities.ts';

const ONCE_ACCEPTED: Severities = { draft: 'off', open: 'off', accepted: 'error', closed: 'off' };

export default rule<'missing' | 'open' | 'refused'>({
  id: 'sign-off',
  meta: {
    title: { en: 'Everybody who has to sign has signed before a document is accepted', ko: '문서는 서명해야 할 사람이 모두 서명한 뒤에 승인된다' },
    severity: ONCE_ACCEPTED,
    fixable: false,
    messages: {
      missing: {
        en: 'The document is "{status}", but nobody has signed off for {role}, as the {type} template asks; name who did, or set the status back.',
        ko: '문서 상태가 "{status}"인데 {type} 템플릿이 요구하는 {role} 담당의 승인이 없습니다. 승인한 사람을 적거나 상태를 되돌리세요.',
      },
      open: {
        en: 'The document is "{status}", but the sign-off for {role} has no verdict yet; add it, or set the status back.',
        ko: '문서 상태가 "{status}"인데 {role} 담당의 판정이 아직 없습니다. 판정을 적거나 상태를 되돌리세요.',
      },
      refused: {
        en: 'The document is "{status}", but {role} has not agreed ("{verdict}"); settle it, or set the status back.',
        ko: '문서 상태가 "{status}"인데 {role} 담당이 동의하지 않았습니다("{verdict}"). 합의하거나 상태를 되돌리세요.',
      },
    },
  },
  check({ document, entry, type, report }) {
    if (!type?.template.signOff.length || !entry || statusGroupOf(entry.status) !== 'accepted') return;
    const all = signOffsIn(document);
    const isAskedFor = type.why === 'field' || type.why === 'files';
    // Headings alone do not say that a team signs by roles; its own words do.
    if (!isAskedFor && !all.some(({ who }) => namesAnyRole(who) || type.template.signOff.some((role) => namesRole(who, role)))) return;
    for (const role of type.template.signOff) {
      const own = all.filter(({ who }) => namesRole(who, role));
      if (own.some(({ state }) => state === 'signed')) continue;
      const best: SignOff | undefined = own.find(({ state }) => state === 'refused') ?? own[0];
      const data = { role, type: type.template.label, status: (entry.statusText ?? '').slice(0, 40), verdict: best?.verdict ?? '' };
      if (best) report({ message: best.state === 'refused' ? 'refused' : 'open', range: best.range, data });
      else report({ message: 'missing', range: placeFor(document, entry), data });
    }
  },
});

function placeFor(document: Document, entry: Entry): Range {
  const status = entry.evidence.status;
  const section = signOffSection(document);
  return section?.heading ?? (status && status.line > 0 && status.path === undefined ? status.range : (document.sections[0]?.heading ?? { start: 0, end: 0 }));
}
