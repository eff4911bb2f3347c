import type { Wording } from './wording.ts';

const LEAD = /^(?:(?:we|they|the team|someone|somebody|should|must|need(?:s)? to|have to|will|want to|could|would like to|try to|continue to|also|to|please|let['’]s) )+/;
const ENDLESS = /^(?:improv(?:e|ing)|enhanc(?:e|ing)|strengthen(?:ing)?|optimi[sz](?:e|ing)|look(?:ing)? (?:more )?(?:closely |deeper )?(?:in)?to|investigat(?:e|ing)|explor(?:e|ing)|consider(?:ing)?|think(?:ing)? about|reflect(?:ing)? on|work(?:ing)? on|keep(?:ing)? an eye on|be more|make (?:\S+ ){1,3}better)(?: |$)/;
const BETTER = /^(?:better|more|improved|enhanced|stronger|additional) /;
/** What makes an end of it: a number, a means, a purpose, a question that can be answered, a product, a list of parts. */
const END = new RegExp(
  [
    String.raw`(?<![a-z])\d|%|[:;?"“”(]|https?:|\be\.g\.|\.\s+\S+ \S`,
    String.raw`\b(?:so that|such that|so (?:we|it|they|you)|until|unless|instead|rather than|in order|from \S+ to|whether|if|how|why|which|what|who|when|where|that|than|because|after|before|without|only|all|every|each|any)\b`,
    String.raw`\bby (?:\w+ing|\w+)\b|\bto (?!the\b|our\b|a\b|an\b)\w+|\bwith \w+ing\b`,
    String.raw`\b(?:and|then|or) (?:fix|document|decide|report|write|propose|add|implement|remove|replace|file|open|share|publish|present|create|update|set|upgrade|use|move|delete|cull|make|run)\b`,
    String.raw`\b(?:root causes?|causes?|reasons?|proposal|proof of concept|poc|prototype|rfc|pr|script|alert|alarm|test|check)\b`,
  ].join('|'),
);
const MATTERS = new Set(
  'monitoring alerting alerts alarms documentation docs logging logs observability dashboards dashboard metrics runbook runbooks communication governance automation testing tests coverage capacity planning performance reliability security backups onboarding process processes tooling visibility training reviews validation resilience scalability stability quality'.split(' '),
);
const CONNECTIONS = new Set('and & / , of for the our in on better more improved'.split(' '));
const MOST_WORDS = 12;

const PEOPLE = String.raw`(?:(?:the|our|all|new|other|more) )*(?:[\w-]+ )?(?:teams?|team members|engineers?|developers?|devs|operators?|staff|people|everyone|everybody|on-?call(?:ers?)?|employees|members|humans|sres?|admins?|administrators?|personnel|colleagues|newcomers|maintainers|users)(?![\w-])`;
const FIXES_PEOPLE = new RegExp(
  [
    String.raw`^(?:re-?)?train(?:ing)? (?:for |of )?${PEOPLE}`,
    String.raw`^(?:provide|give|schedule|organi[sz]e|conduct|hold) (?:\w+ ){0,2}training (?:for|to) ${PEOPLE}`,
    String.raw`^(?:teach|educate|coach|instruct|retrain) ${PEOPLE}`,
    String.raw`^remind (?:${PEOPLE}|\S+ (?:to|that|of|about) )`,
    String.raw`\bbe(?:ing)? (?:(?:more|extra|very) )?(?:careful|cautious|attentive|diligent|vigilant|mindful)\b`,
    String.raw`\b(?:pay|paying) (?:(?:more|closer|better) )?attention\b|\btak(?:e|ing) (?:more|extra|better|greater) care\b|^tak(?:e|ing) care (?:when|while|not to|to|with|during|before|after|that)\b|\b(?:use|exercise) (?:more )?caution\b`,
    String.raw`\bneeds? to (?:learn|understand|know|remember|be (?:more )?aware|pay)\b`,
    String.raw`^(?:raise|increase) (?:the )?awareness\b`,
    String.raw`^(?:make sure|ensure)(?: that)? ${PEOPLE} (?:checks?|knows?|understands?|remembers?|follows?|double-?checks?|(?:is|are) (?:aware|careful))\b`,
    String.raw`^(?:remember|don['’]t forget|do not forget|never forget) to\b|^double-?check (?:before|that|everything)\b`,
  ].join('|'),
);
/** Then something that is no person is taught, or the system has a part in it. */
const SYSTEM = /\b(?:models?|classifiers?|data ?sets?|network|automatically|automated?|scripts?|bots?|check ?lists?|linter?|pipeline|ci|alerts?|guard|prompts?)\b|\band (?:add|automate|implement|enforce|block|document|write)\b/;

export const english: Wording = {
  language: 'en',
  isOf: (text) => /^[\p{Script=Latin}\p{Script=Common}]+$/u.test(text) && /[a-z]{2}/i.test(text),
  vagueness(text) {
    const words = text.toLowerCase().replace(/[.!]+$/, '').replace(LEAD, '').trim();
    const all = words.split(/[\s,]+/);
    if (all.length <= 4 && all.some((word) => MATTERS.has(word)) && all.every((word) => MATTERS.has(word) || CONNECTIONS.has(word))) return 'no-verb';
    const start = ENDLESS.exec(words) ?? BETTER.exec(words);
    if (!start || all.length > MOST_WORDS || END.test(words.slice(start[0].length))) return undefined;
    return BETTER.test(words) ? 'no-verb' : 'no-end';
  },
  fixesPeople(text) {
    const words = text.toLowerCase().replace(LEAD, '');
    return FIXES_PEOPLE.test(words) && !SYSTEM.test(words);
  },
};
