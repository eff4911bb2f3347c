import type { BlameWords } from './words.ts';

// A part of the system may fail to start and should have alerted; only of people is it blame.
const ROLE = String.raw`(?:the|an|our|one|this|that)\s(?:[a-z-]{2,20}\s)?(?:engineers?|operators?|developers?|admins?|administrators?|on-?call|responders?|reviewers?|authors?|committers?|teams?|employees?|colleagues?|managers?|contractors?|maintainers?|deployer)`;
const PEOPLE = String.raw`(?<![\p{L}\d'’-])(?:we|I|he|she|somebody|someone|everyone|nobody|${ROLE})`;
const ADVERB = String.raw`(?:\s(?:also|certainly|clearly|really|then|simply|just|all|both|probably|easily|definitely|instead|never|not|at least|at the time))?`;
const IRREGULAR = 'been|done|caught|seen|known|had|made|gone|taken|told|found|thought|given|run|set|put|read|kept|sent|held|led|left|brought|built|bought|chosen|written|begun|come|shown|got|gotten|heard|understood|asked|rolled back';
const ADJECTIVE = 'limited|unlimited|dedicated|detailed|automated|shared|increased|improved|distributed|redundant|hundred|need|speed|embed';
// `We failed to validate the block` is said of code as often as of people.
const OF_CODE = 'validate|handle|parse|return|account|close|release|free|load|connect|start|fetch|resolve|match|render|install|build|compile|download|deliver|reproduce';
const PREVENTED = 'prevented|avoided|caught|detected|noticed|seen|known|tested|checked|verified|mitigated|reacted|responded|acted|communicated|foreseen|anticipated|predicted|spotted|found|fixed|escalated|reviewed|prepared|done';

export const english: BlameWords = {
  language: 'en',
  patterns: [
    { blame: 'hindsight', pattern: new RegExp(String.raw`${PEOPLE}${ADVERB}\sshould(?:n['’]t)?${ADVERB}\s?(?:\shave|['’]ve)${ADVERB}\s(?:(?:${IRREGULAR})|(?!(?:${ADJECTIVE})(?![\p{L}]))\p{Ll}{2,20}ed)(?![\p{L}\d-])`, 'giu') },
    { blame: 'hindsight', pattern: new RegExp(String.raw`${PEOPLE}${ADVERB}\scould${ADVERB}\s?(?:\shave|['’]ve)${ADVERB}\s(?:${PREVENTED})(?![\p{L}\d-])`, 'giu') },
    { blame: 'hindsight', pattern: new RegExp(String.raw`${PEOPLE}${ADVERB}\s(?:failed\sto(?!\s(?:${OF_CODE})(?![\p{L}]))|forgot(?:\sto)?|neglected\sto|(?:did\snot|didn['’]t)\s(?:bother|care)\sto|should\sknow\sbetter)(?![\p{L}\d-])`, 'giu') },
    { blame: 'judgement', pattern: /(?<![\p{L}\d-])(?:careless(?:ly|ness)?|negligen(?:t|tly|ce)|incompeten(?:t|tly|ce)|stupid(?:ly|ity)?|idiot(?:ic|s)?|sloppy|sloppiness|reckless(?:ly|ness)?|foolish(?:ly|ness)?|clueless|inept(?:itude|ly)?|inexcusabl[ey]|unforgivabl[ey]|ridiculous(?:ly)?)(?![\p{L}\d-])/giu },
    { blame: 'judgement', pattern: /(?<![\p{L}\d-])(?:human|operator|pilot)\s(?:error|mistake)(?![\p{L}\d-])/giu },
    { blame: 'judgement', pattern: new RegExp(String.raw`${PEOPLE}\s(?:was|were|is|are)\s(?:to\sblame|at\sfault)(?![\p{L}\d-])`, 'giu') },
  ],
  denialBefore: /(?:\bnot|\bno|\bnever|\bavoid\w*|\bprevent\w*|\breduc\w*|\beliminat\w*|rather than|instead of|\bwithout|\bless|\bminimi[sz]\w*|risk of|room for|prone to|\bagainst|\bpossible|\bpotential)(?:\s(?:a|an|the|any|of|from|to|for))?\s$/iu,
  denialBehind: /^(?:-prone|\s(?:prevention|budget))/iu,
};
