import { cellUnder, isNothing, type Line } from '../meeting/lines.ts';
import { linesOn } from '../meeting/topics.ts';
import { rule } from './rule.ts';
import { ADVICE } from './severities.ts';

export default rule<'missing'>({
  id: 'metric-objective',
  meta: {
    title: { en: 'A metric stands beside its objective', ko: '지표는 목표와 함께 적는다' },
    severity: ADVICE,
    fixable: false,
    kinds: ['meeting'],
    messages: {
      missing: {
        en: 'The metric "{metric}" has a value and no objective; write what it should be, over which time, so that it can be told whether it is good.',
        ko: '지표 "{metric}"에 값은 있지만 목표가 없습니다. 좋은 값인지 알 수 있게 목표치와 측정 기간을 적어 주세요.',
      },
    },
  },
  check({ document, structure, vocabulary, report }) {
    for (const line of linesOn('metrics', document, structure(), vocabulary)) if (!hasObjective(line)) report({ message: 'missing', range: line.range, data: { metric: line.name } });
  },
});

const OBJECTIVE_HEADER = /objective|slo|target|goal|threshold|limit|목표|기준|한도/u;
const OBJECTIVE = /[<>≤≥=]|\d\s?%\sof(?!\p{L})|(?<!\p{L})(?:slos?|slas?|targets?|objectives?|goals?|limits?|thresholds?|budgets?|quota|capacity|ceiling|maximum|headroom|agreed|promised|allowed)(?!\p{L})|(?<!\p{L})of\s(?:\p{L}{1,8}\s)?[^\p{L}\s]{0,3}\d|(?<!\p{L})(?:at most|at least|below|above|under|within|out of)\s(?:\p{L}{1,12}\s){0,3}[^\p{L}\s]{0,3}\d|목표|기준|한도|대비|용량|한계|최대|이하|이상|이내|미만|초과/iu;

const EVENTS = 'deploys?|deployments?|rollbacks?|rollouts?|releases?|pages?|incidents?|outages?|alerts?|tickets?|changes';
const KOREAN_EVENTS = '배포|롤백|릴리스|호출|장애|변경|알림';
/** What happened is counted and has no objective: `3 deploys, 0 rollbacks`, `배포 3건`. */
const COUNTS = new RegExp(String.raw`(?<![\d.,])\d{1,5} (?:\p{L}{1,12} )?(?:${EVENTS})(?!\p{L})|(?:${KOREAN_EVENTS}) ?[:=]? ?\d{1,5} ?[건회번](?!\p{L})`, 'giu');

function hasObjective(line: Line): boolean {
  const cell = cellUnder(line, OBJECTIVE_HEADER);
  return cell ? !isNothing(cell.text) : !/\d/.test(line.text.replace(COUNTS, '')) || OBJECTIVE.test(line.text);
}
