import type { Around, BlameWords } from './words.ts';

// A part of the system may fail to start and should have alerted; only of people is it blame.
const PERSON = 'engineer|operator|developer|admin|administrator|on-?call|responder|reviewer|author|committer|team|employee|colleague|manager|contractor|maintainer|deployer';
const ROLE = String.raw`(?:the|an|our|one|this|that)\s(?:[a-z-]{2,20}\s)?(?:${PERSON})s?`;
const PEOPLE = String.raw`(?<![\p{L}\d'’-])(?:we|I|he|she|somebody|someone|everyone|${ROLE})`;
const ANYBODY = String.raw`(?:${PEOPLE}|(?<![\p{L}\d'’-])nobody)`;
// With what only people do behind it.
const NAMED = String.raw`(?<![\p{L}\d.@/’'-])(?:(?!(?:It|This|That|The|They|Nobody|Which|What|Who)\s)\p{Lu}\p{Ll}{1,20}(?:\s\p{Lu}\p{Ll}{1,20})?|@[a-z\d][\w-]{1,38})`;
const ADVERB = String.raw`(?:\s(?:also|certainly|clearly|really|then|simply|just|all|both|probably|easily|definitely|instead|at least|at the time))?`;
const OR_NOT = ADVERB.replace('also', 'never|not|also');
const IRREGULAR = 'been|done|caught|seen|known|had|made|gone|taken|told|found|thought|given|run|set|put|read|kept|sent|held|led|left|brought|built|bought|chosen|written|begun|come|shown|got|gotten|heard|understood|asked|rolled back';
const ADJECTIVE = 'limited|unlimited|dedicated|detailed|automated|shared|increased|improved|distributed|redundant|hundred|need|speed|embed';
// `We failed to validate the block` is said of code as often as of people.
const OF_CODE = 'validate|handle|parse|return|account|close|release|free|load|connect|start|fetch|resolve|match|render|install|build|compile|download|deliver|reproduce|reconcile|sync|schedule|decode|encode|acquire|renew|mount|bind|boot|converge';
// What should have been done for people, or spared them, is not their fault.
const SPARED = String.raw`(?!(?:needed|had)\sto(?![\p{L}])|been\s(?:[\p{Ll}]{2,20}ed|told|woken|given|shown|sent|taught)(?![\p{L}]))`;
const PREVENTED = 'prevented|avoided|caught|detected|noticed|seen|known|tested|checked|verified|mitigated|reacted|responded|acted|communicated|foreseen|anticipated|predicted|spotted|found|fixed|escalated|reviewed|prepared|done';

// What people do and what comes of it; a loop, a default or a parser may be as careless as it likes.
const ACT = 'act|action|attitude|behaviou?r|change|choice|command|commit|conduct|decision|deploy|deployment|edit|error|handling|handover|merge|mistake|misstep|move|omission|operation|oversight|patch|push|release|restart|review|rollback|rollout|slip|typo|way|work';
const OF_PEOPLE = 'careless|negligent|incompetent|stupid|idiotic|sloppy|reckless|foolish|clueless|inept|inexcusable|unforgivable|ridiculous';
const word = (words: string): RegExp => new RegExp(String.raw`(?<![\p{L}\d-])(?:${words})(?![\p{L}\d-])`, 'giu');
const FUNCTION_WORD = 'to|of|and|or|but|because|when|in|on|that|not|with|for|from|at|by|as|how|if|enough|about|since|so|too';

// Up to the end of the clause: a negation before "because" or "but" is about something else.
const REST_OF_CLAUSE = String.raw`(?:\s(?!(?:because|since|but|and|so|when|while|which|who|due|owing|after|although|though)\s)[^\s.;:!?()—–,]+,?(?=\s))*\s?$`;
const DENIAL = new RegExp(String.raw`(?:(?:\b(?:not|never|nobody|no one|none|neither|nor|cannot|without|whether|if|unless|rather than|instead of|avoid\p{L}*|prevent\p{L}*|rul(?:e[sd]?|ing) out|blam\p{L}*|(?:wrong|tempting|easy|misleading|convenient|unfair) to)|n['’]t)${REST_OF_CLAUSE})|(?:\b(?:no|reduc\p{L}*|eliminat\p{L}*|less|minimi[sz]\p{L}*|risk of|room for|prone to|against|possible|potential)(?:\s(?:a|an|the|any|of|from|to|for))?\s$)`, 'iu');
const NOT_SO = String.raw`(?:(?:is|was|are|were|be|been|can|could|did|does|do|has|had|should|must|will|would)\s(?:not|never|no|rarely|seldom|hardly|only\sa|just\sa)|(?:is|was|are|were|ca|could|did|does|do|has|had|should|wo|would)n['’]t|cannot|never)`;
const DENIED_NOUN: Around = {
  before: DENIAL,
  behind: new RegExp(String.raw`^(?:-prone|\s(?:prevention|budget|rates?|handling|messages?|logs?|codes?|metrics?|counts?|analysis|margins?)(?![\p{L}])|(?:\s(?!(?:because|but|and|so|which|who)\s)[\p{L}-]+){0,3}\s${NOT_SO}(?![\p{L}])|\s(?:is|was)\s(?:an?|the)\s(?:symptom|consequence|effect|starting\spoint|beginning|myth))`, 'iu'),
};
const DENIED: Around = { before: DENIAL };
// "This does not mean that …", "instead of asking whether …".
const NOT_SAID: Around = { before: /(?:\b(?:not|never|nobody|no one|no longer|avoid\p{L}*|stop\p{L}*|instead of|rather than|without)|n['’]t)\s(?:[\p{L}-]+\s){0,2}(?:say|mean|impl|claim|ask|argu|suggest|believ|think|conclud|discuss|wonder|judg)\p{L}*\s(?:[\p{L}-]+\s){0,2}$/iu };

// "If we had tested it, this would not have happened": only what would have been spared is hindsight.
const WOULD_HAVE = new RegExp(String.raw`^[^.!?;]{0,70}?\s(?:(?:would|could|might)(?:n['’]t|\snot|\snever)\shave\s(?:happened|occurred|failed|gone|been\s(?:affected|down|lost|needed|an?\s))|(?:would|could|might)\shave\s(?:been\s)?(?:${PREVENTED}))(?![\p{L}\d-])`, 'iu');

export const english: BlameWords = {
  language: 'en',
  patterns: [
    { blame: 'hindsight', unless: NOT_SAID, pattern: new RegExp(String.raw`${ANYBODY}${OR_NOT}\sshould(?:n['’]t)?${OR_NOT}\s?(?:\shave|['’]ve)${OR_NOT}\s${SPARED}(?:(?:${IRREGULAR})|(?!(?:${ADJECTIVE})(?![\p{L}]))\p{Ll}{2,20}ed)(?![\p{L}\d-])`, 'giu') },
    { blame: 'hindsight', unless: NOT_SAID, pattern: new RegExp(String.raw`${PEOPLE}${ADVERB}\scould${ADVERB}\s?(?:\shave|['’]ve)${ADVERB}\s(?:${PREVENTED})(?![\p{L}\d-])`, 'giu') },
    { blame: 'hindsight', unless: NOT_SAID, pattern: new RegExp(String.raw`${PEOPLE}${ADVERB}\s(?:failed\sto(?!\s(?:${OF_CODE})(?![\p{L}]))|forgot(?:\sto)?|neglected\sto|(?:did\snot|didn['’]t)\s(?:bother|care)\sto|should\sknow\sbetter)(?![\p{L}\d-])`, 'giu') },
    { blame: 'hindsight', unless: NOT_SAID, needs: { behind: WOULD_HAVE }, pattern: new RegExp(String.raw`(?:(?<![\p{L}\d-])if\s(?:only\s)?${PEOPLE}${ADVERB}(?:\shad|['’]d)|(?<![\p{L}\d-])had\s${PEOPLE})${ADVERB}\s(?:(?:${IRREGULAR})|(?!(?:${ADJECTIVE})(?![\p{L}]))\p{Ll}{2,20}ed)(?![\p{L}\d-])`, 'giu') },
    { blame: 'hindsight', unless: NOT_SAID, pattern: new RegExp(String.raw`${NAMED}\s(?:forgot\sto|neglected\sto|(?:did\snot|didn['’]t)\sbother\sto|should(?:\shave|['’]ve)\s(?:known|asked|double-checked|been\smore\scareful))(?![\p{L}\d-])`, 'gu') },
    { blame: 'judgement', unless: DENIED_NOUN, pattern: word('carelessness|negligence|incompetence|stupidity|idiots?|sloppiness|recklessness|foolishness|ineptitude') },
    { blame: 'judgement', unless: DENIED_NOUN, pattern: word(String.raw`(?:human|operator|pilot)\s(?:error|mistake)`) },
    {
      blame: 'judgement', unless: DENIED, pattern: word(OF_PEOPLE),
      needs: { behind: new RegExp(String.raw`^(?:\s(?!(?:${FUNCTION_WORD})\s)[\p{L}-]{2,20}){0,2}\s(?:${PERSON}|${ACT})s?(?![\p{L}-])`, 'iu') },
    },
    {
      blame: 'judgement', unless: DENIED, pattern: word(OF_PEOPLE),
      needs: {
        before: new RegExp(String.raw`(?<![\p{L}\d'’-])(?:it|this|that|what|we|I|you|he|she|they|who|somebody|someone|everyone|(?:${PERSON}|${ACT})s?)\s(?:was|were|is|are|has\sbeen|had\sbeen|have\sbeen|became|seems?|seemed|looks?|looked)(?:\s(?:so|very|just|simply|quite|a\sbit|too|really|plainly|also|rather|both))?\s$`, 'iu'),
        behind: new RegExp(String.raw`^(?:\s*$|\s?[.,;:!?)—–]|\s(?:${FUNCTION_WORD})(?![\p{L}]))`, 'iu'),
      },
    },
    {
      blame: 'judgement', unless: DENIED, pattern: word('carelessly|negligently|incompetently|stupidly|recklessly|foolishly|ineptly'),
      needs: { before: new RegExp(String.raw`(?:^|[.!?]\s|(?<![\p{L}\d'’-])(?:was|were|been|being|be|had|have|got|done|made|run|set|written|left|taken|\p{L}{2,20}ed|we|I|he|she|they|who|somebody|someone|(?:${PERSON})s?)\s)(?:(?:so|very|quite|rather)\s)?$`, 'iu') },
    },
    { blame: 'judgement', unless: DENIED, pattern: new RegExp(String.raw`${PEOPLE}\s(?:was|were|is|are)\s(?:to\sblame|at\sfault)(?![\p{L}\d-])`, 'giu') },
    { blame: 'judgement', unless: DENIED, pattern: new RegExp(String.raw`${PEOPLE}${ADVERB}\s(?:had\s)?made\s(?:an?|the|this|that|some|several|two|many)?\s?(?:(?!no\s)[a-z-]{2,20}\s)?(?:mistakes?|errors?)(?![\p{L}\d-])`, 'giu') },
  ],
  credit: {
    before: /(?:thanks to|reported by|found by|discovered by|identified by|noticed by|fixed by|spotted by|according to|credit to)\s$/iu,
    behind: /^\s(?:found|noticed|discovered|reported|identified|fixed|suggested|spotted|saw|realized|realised|pointed out)(?!\p{L})/iu,
  },
  possession: new RegExp(String.raw`^['’]s?\s(?!(?:[\p{L}-]{2,20}\s){0,2}(?:${ACT}|PR|MR|pull\srequest|merge\srequest|migration|script|fix|query|carelessness|negligence)s?(?![\p{L}-]))`, 'iu'),
};
