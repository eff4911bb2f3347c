import { cellUnder, isNothing, type Line } from '../meeting/lines.ts';
import { linesOn } from '../meeting/topics.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

export default rule<'missing'>({
  id: 'paging-verdict',
  meta: {
    title: { en: 'Each paging event says whether it should have paged', ko: '호출 이벤트마다 호출할 일이었는지 적혀 있다' },
    severity: ADVICE,
    fixable: false,
    kinds: ['meeting'],
    messages: {
      missing: {
        en: '"{alert}" paged somebody, and the minutes do not say whether it should have, and in that way; write the verdict and what changes.',
        ko: '"{alert}" 호출이 필요했는지, 방식이 맞았는지 적혀 있지 않습니다. 판단과 바꿀 점을 적어 주세요.',
      },
    },
  },
  check({ document, structure, vocabulary, report }) {
    for (const line of linesOn('paging', document, structure(), vocabulary)) if (!hasVerdict(line)) report({ message: 'missing', range: line.range, data: { alert: line.name } });
  },
});

const VERDICT_HEADER = /should|verdict|keep|actionable|warranted|useful|justified|판정|판단|호출할|호출해야|맞았|적절|필요/u;
const VERDICT = /(?<!\p{L})(?:should|shouldn['’]t|actionable|unactionable|inactionable|false (?:alarm|positive|alert)|true positive|keep|kept|tun(?:e|ed|ing)|remov(?:e|ed|ing)|delet(?:e|ed|ing)|silenc(?:e|ed|ing)|thresholds?|raise|raised|lower|lowered|downgrad(?:e|ed)|disabl(?:e|ed)|justified|warranted|legit(?:imate)?|valid|nois[ey]|spurious|correct(?:ly)?|rightly|appropriate|flapp(?:y|ing)|working as intended|ticket instead|(?:right|wrong|good|bad) to (?:page|call|wake|alert)|(?:right|wrong|good|bad) (?:page|call|alert)|(?:not )?worth (?:a page|a call|paging|waking|it)|(?:un)?necessary|deserved|no need|yes|no|real|genuine|bogus)(?!\p{L})|(?<!\p{L})(?:예|네|아니)|호출할|호출했|호출해야|(?:호출|알림|알람)(?:이|은|도)? (?:맞|옳|정당|타당|과했|과도|성급)|호출하지 않|호출 안|(?:정당|타당|올바)[한른] (?:호출|알림|알람)|맞는 (?:호출|알림|알람)|상향|하향|적절|필요|임계|기준|올리|올림|낮추|낮춤|삭제|제거|유지|조정|오탐|정탐|노이즈|정상 호출/iu;

function hasVerdict(line: Line): boolean {
  const cell = cellUnder(line, VERDICT_HEADER);
  return cell ? !isNothing(cell.text) || /^(?:no|none)/iu.test(cell.text.trim()) : VERDICT.test(line.text);
}
