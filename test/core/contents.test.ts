import { describe, expect, it } from 'vitest';
import { readTemplate } from '../../src/core/template.ts';
import { lintText, typeOf } from './lint-text.ts';

const left = (template: string, text: string): string[] =>
  lintText(`# T\n\n## A\n\n${text}\n`, { types: [typeOf(readTemplate('rfc', `# {title}\n\n## A\n\n${template}\n`))] }).map((finding) => `${finding.ruleId} ${finding.data['section']}`);
const LEFT = ['placeholder-text A'];

describe('a prompt is left', () => {
  it.each([
    ['in braces', '{what it costs}', '{what it costs}'],
    ['in angle brackets', '<what it costs>', '<what it costs>'],
    ['in square brackets', '[what it costs]', '[what it costs]'],
    ['within a sentence', 'We choose {option}, because {reason}.', 'We choose Redis, because {reason}.'],
    ['in a table', '| Who | What |\n|---|---|\n| {name} | {work} |', '| Who | What |\n|---|---|\n| Mina | {work} |'],
    ['as a row of a table that is still to be filled in', '| Risk | Answer |\n|---|---|\n| TBD | TBD |', '|Risk|Answer|\n|-|-|\n|TBD|TBD|'],
    ['as an example of a row', '| Id | Risk | Answer |\n|---|---|---|\n| R1 | ... | ... |', '| Id | Risk | Answer |\n|---|---|---|\n| R0 | Loss | Copies |\n| R1 | ... | ... |'],
    ['as a row with the form of a time', '| Time | Event |\n|---|---|\n| `HH:MM` | What happened |', '| Time | Event |\n|---|---|\n| `HH:MM` | What happened |'],
    ['as a box with three dots', '- [ ] ...', '- [ ] ...'],
    ['as a box that is still to come', '- [ ] TODO', '- [x] Tests\n- [ ] TODO'],
    ['as code that holds only a comment', '```yaml\n# Put the new fields here\n```', 'As below.\n\n```yaml\n# Put the new fields here\n```'],
    ['as code that holds only a comment of several lines', '```ts\n/*\n the new interface\n*/\n```', '```ts\n/*\n the new interface\n*/\n```'],
    ['as code that is still to come', '~~~\n...\n~~~', '~~~\n...\n~~~'],
    ['as a sentence', 'Say what changes for users.', 'Say what changes for users.'],
    ['as a sentence with other words behind it', 'Say what changes for the users.', 'Say what changes for the users. Nothing.'],
    ['as a question', '- Why not do this?\n- What else is there?', 'We could wait.\n\n- What else is there?'],
    ['as a question with another one of the template in it', '- Why not do this?\n  - What does it cost?', '- Why not do this?\n  - What does it cost?'],
    ['as a question beside an answer to another one', '- Why not do this?\n- What else is there?', '- Why not do this?\n- Because it costs a day.'],
    ['as a question whose answer is still to come', '- Why not do this?', '- Why not do this?\n  - TBD'],
    ['broken into other lines', 'Say what changes\nfor users.', 'Say what\nchanges for users.'],
    ['as a comment', '<!-- Say what changes for users. -->', '<!-- Say what changes for users. -->\n\nNothing.'],
    ['as a part of a comment', '<!--\nSay what changes for users. Give numbers where there are some.\n-->', '<!--\nGive numbers where there are some.\n-->\n\nNothing.'],
    ['in a quote', '> Say what changes for users.', '> Say what changes for users.'],
    ['as a label with a place for a value', '- Owner: (name of the one who answers)', '- Owner: (name of the one who answers)'],
    ['as a form of labels in which nothing was filled in', '- Users:\n- Duration:', '- Users:\n- Duration:'],
    ['in Korean', '바뀌는 것을 적어 주세요.', '바뀌는 것을 적어 주세요.'],
    ['in the sentence of a comment that says optional', '<!-- Optional: describe the metrics that you watch -->', '<!-- Optional: describe the metrics that you watch -->\n\nThe queue.'],
    ['in such a comment alone', '<!-- Optional: describe the metrics that you watch -->', '<!-- Optional: describe the metrics that you watch -->'],
    ['in such a comment in Korean', '<!-- 선택: 데이터 모델을 적는다 -->', '<!-- 선택: 데이터 모델을 적는다 -->\n\n표 하나.'],
    ['behind the mark of an optional part', '<!--\n(optional)\n\nGo in to as much detail as necessary here.\n-->', '<!--\n(optional)\n\nGo in to as much detail as necessary here.\n-->'],
    ['in one cell of a row that was begun', '| What | Now | Then |\n|---|---|---|\n| Latency | TBD | TBD |', '| What | Now | Then |\n|---|---|---|\n| Latency | 12 ms | TBD |'],
    ['as the instruction in a row', '| 항목 | 내용 |\n|---|---|\n| 담당자 | 담당자 이름을 입력하세요 |', '| 항목 | 내용 |\n|---|---|\n| 담당자 | 담당자 이름을 입력하세요 |'],
    ['as questions in a row', '| Risk | Answer |\n|---|---|\n| What may go wrong? | How do we handle it? |', '| Risk | Answer |\n|---|---|\n| Loss | Copies |\n| What may go wrong? | How do we handle it? |'],
    ['as a box with an instruction', '- [ ] Describe the first task\n- [ ] Describe the second task', '- [ ] Move the data\n- [ ] Describe the second task'],
    ['as a box with an instruction in Korean', '- [ ] 할 일을 적어 주세요', '- [ ] 할 일을 적어 주세요'],
    ['in Korean beside a table', '위험과 대응을 적어 주세요.\n\n| 위험 | 대응 |\n|---|---|\n| | |', '위험과 대응을 적어 주세요.\n\n| 위험 | 대응 |\n|---|---|\n| 유실 | 사본 |'],
    ['in plain Korean beside a table', '위험과 대응을 적는다.\n\n| 위험 | 대응 |\n|---|---|\n| | |', '위험과 대응을 적는다.\n\n| 위험 | 대응 |\n|---|---|\n| 유실 | 사본 |'],
    ['in Korean beside a check list', '남은 일을 나열하시오.\n\n- [ ] 시험', '남은 일을 나열하시오.\n\n- [x] 시험'],
    ['behind a label in Korean', '- Team: 팀 이름을 적어 주세요', '- Team: 팀 이름을 적어 주세요'],
    ['behind one of two labels in a paragraph', '**Owner:** name of the owner\n**Date:** YYYY-MM-DD', '**Owner:** Ann\n**Date:** YYYY-MM-DD'],
    ['by saying that it is still to come', '{x}', 'TBD'],
    ['as the handle of nobody', '- Lead: @name', '- Lead: @name\n- Deputy: @ann'],
    ['as the handle of nobody in Korean', '- 담당: @이름', '- 담당: @이름'],
    ['as a link that leads nowhere yet', '- Doc: [Design doc](URL)', '- Doc: [Design doc](URL)'],
    ['as a line to write on', 'Threats: ____', 'Threats: ____\n\nA stolen key.'],
    ['as a word that stands for another', 'xxx', 'Copies.\n\nxxx'],
    ['as a word in brackets', '(작성)', '(작성)'],
    ['as the form of a time in Korean minutes', '| 시각 | 내용 |\n|---|---|\n| 00:00 | 알람 발생 |', '| 시각 | 내용 |\n|---|---|\n| 10:02 | 알람 발생 |\n| 00:00 | 알람 발생 |'],
    ['as a polite instruction in a row', '| 필드 | 설명 |\n|---|---|\n| 필드명 | 설명을 적습니다 |', '| 필드 | 설명 |\n|---|---|\n| id | 식별자 |\n| 필드명 | 설명을 적습니다 |'],
    ['in a row whose first cell was answered', '| Risk | Answer |\n|---|---|\n| Describe the risk | Describe the mitigation |', '| Risk | Answer |\n|---|---|\n| Loss | Describe the mitigation |'],
    ['as the choices in such a row', '| Risk | Impact | Answer |\n|---|---|---|\n| {risk} | L/M/H | {answer} |', '| Risk | Impact | Answer |\n|---|---|---|\n| Loss | L/M/H | Copies |'],
    ['as a form of labels above the answers', '- Users:\n- Duration:', '- Users:\n- Duration:\n\nAll of them, for an hour.'],
    ['as a form of labels above the same one with the answers', '- Users:\n- Duration:', '- Users:\n- Duration:\n- Users:\n  - all\n- Duration: an hour'],
    ['as a word that says what stands there', '* Bullet\n* Bullet', '* Speed\n* Bullet'],
    ['as a row of words in brackets', '| 위험 | 영향도 | 대응 |\n|---|---|---|\n| (위험) | 상/중/하 | (대응) |', '| 위험 | 영향도 | 대응 |\n|---|---|---|\n| (위험) | 상/중/하 | (대응) |'],
    ['as one cell of such a row', '| 위험 | 영향도 | 대응 |\n|---|---|---|\n| (위험) | 상/중/하 | (대응) |', '| 위험 | 영향도 | 대응 |\n|---|---|---|\n| 유실 | 상 | (대응) |'],
    ['as a box that begins with what is to do', '- [ ] TODO: name the owner', '- [x] Mina\n- [ ] TODO: name the owner'],
    ['in what is folded away', '<details><summary>How</summary>\nSteps that anybody can follow.\n</details>', 'As below.\n\n<details><summary>How</summary>\nSteps that anybody can follow.\n</details>'],
    ['as a question in HTML', '<p>Who is called, and when?</p>', '<p>Who is called, and when?</p>'],
    ['as a row with a name that belongs to nobody', '| Name | Role |\n|---|---|\n| Jane Doe | Lead |', '| Name | Role |\n|---|---|\n| Ann Lee | Lead |\n| Jane Doe | Lead |'],
    ['as such a name behind a label', '작성자: 홍길동', '작성자: 홍길동'],
    ['as an address that belongs to nobody', 'your.name@example.com', 'your.name@example.com'],
    ['as code that leaves something out', '```http\nPOST /v1/...\n```', 'As below.\n\n```http\nPOST /v1/...\n```'],
    ['as code whose comment asks', '```mermaid\ngraph LR\n  %% replace with your diagram\n```', '```mermaid\ngraph LR\n  %% replace with your diagram\n```'],
    ['by saying so in Korean', '{x}', '추후 작성'],
  ])('%s', (_, template, text) => {
    expect(left(template, text)).toEqual(LEFT);
  });
});

describe('where a prompt is left', () => {
  const told = (template: string, text: string): (readonly [string, string])[] => {
    const source = `# T\n\n## A\n\n${text}\n`;
    return lintText(source, { types: [typeOf(readTemplate('rfc', `# {title}\n\n## A\n\n${template}\n`))] }).map(({ range, message }) => [source.slice(range.start, range.end), message]);
  };

  it('is told of the comment alone behind an answer', () => {
    expect(told('- Way: {way} <!-- One of: fast, slow -->', '- Way: slow <!-- One of: fast, slow -->').map(([words]) => words)).toEqual(['<!-- One of: fast, slow -->']);
  });

  it('is told of the label, too, where nothing is filled in', () => {
    expect(told('- Way: {way} <!-- One of: fast, slow -->', '- Way: <!-- One of: fast, slow -->').map(([words]) => words)).toEqual(['Way: <!-- One of: fast, slow -->']);
  });

  it('is called still to come where the template says so itself', () => {
    expect(told('TBD', 'TBD')).toEqual([['TBD', 'The section "A" still says "TBD"; write what belongs there.']]);
  });
});

describe('no prompt is left', () => {
  it.each([
    ['where nothing is the template’s', '{what it costs}', 'Ten euros for {each} of them [sic].'],
    ['where the template introduces a form', 'The following lists what was done.\n\n| Who | What |\n|---|---|\n| | |', 'The following lists what was done.\n\n| Who | What |\n|---|---|\n| Mina | Tests |'],
    ['where the template has a table with fixed rows', '| Check | Done |\n|---|---|\n| Alerts | [ ] |', '| Check | Done |\n|---|---|\n| Alerts | [ ] |'],
    ['where a table of the author’s has something still to come', '{x}', '| Risk | Owner |\n|---|---|\n| Loss | TBD |'],
    ['where the template has code', '```sh\n#!/bin/sh\nmake\n```', '```sh\n#!/bin/sh\nmake\n```'],
    ['where code has other comments', '```yaml\n# Put the new fields here\n```', '```yaml\n# Put the new fields here\nname: a\n```'],
    ['where a fixed row has words to keep', '| Who | Does |\n|---|---|\n| Operator | Add capacity |', '| Who | Does |\n|---|---|\n| Operator | Add capacity |'],
    ['where a question of a fixed row was answered', '| No. | Question | Answer |\n|---|---|---|\n| 1 | Is it idempotent? | |', '| No. | Question | Answer |\n|---|---|---|\n| 1 | Is it idempotent? | Yes |'],
    ['where both labels of a paragraph have values', '**Owner:** name of the owner\n**Date:** YYYY-MM-DD', '**Owner:** Ann\n**Date:** 2026-01-02'],
    ['where a check list is done as the template says', '- [ ] Describe the change in the handbook', '- [x] Describe the change in the handbook'],
    ['where a check list is still to be done', '- [ ] Test plan is in place\n- [ ] Run the tests', '- [ ] Test plan is in place\n- [ ] Run the tests'],
    ['where a comment only says when to leave a part out', '<!-- Optional, but recommended for large changes -->', '<!-- Optional, but recommended for large changes -->\n\nYes.'],
    ['where the template has a check list', '- [ ] Tests are written', '- [x] Tests are written'],
    ['where the template has a label', 'Users:', 'Users:\n\n- all'],
    ['where one label of a form was filled in', '- Users:\n- Duration:', '- Users: all\n- Duration:'],
    ['where one label of a form was answered below it', '- Users:\n- Duration:', '- Users:\n- Duration:\n  - an hour'],
    ['where the last label of a form was answered below it', '**Users:**\n\n**Duration:**', '**Users:**\n\n**Duration:**\n\nAn hour.'],
    ['where HTML holds a picture and its name', '<p align="center"><img src="a.png"> The team that builds it</p>', '<p align="center"><img src="a.png"> The team that builds it</p>\n\nYes.'],
    ['where a row has nothing in brackets but a remark', '| Call | Cost |\n|---|---|\n| read (v1) | (none) |', '| Call | Cost |\n|---|---|\n| read (v1) | (none) |'],
    ['where the labels of a form stand below boxes that were not chosen', '- [ ] Metrics\n  - Name:\n  - Unit:\n- [ ] Other', '- [ ] Metrics\n  - Name:\n  - Unit:\n- [x] Other\n\nThe queue.'],
    ['where a label with a line to write on was answered', 'Threats: ____', 'Threats:\n\n- a stolen key'],
    ['where a handle is another’s', '- Lead: @name', '- Lead: @named'],
    ['where code only has an argument with dots', '```js\nrun(...rest)\n```', '```js\nrun(...rest)\n```'],
    ['where a row of the author’s is still to come beside a fixed row', '| What | Now |\n|---|---|\n| Latency | TBD |', '| What | Now |\n|---|---|\n| Latency | 3 ms |\n| Errors | TBD |'],
    ['where the template has a question in bold as a heading', '**What does it cost?**', '**What does it cost?**\n\nNothing.'],
    ['where a question that is an item was answered in it', '- Why not do this?\n- What else is there?', '- Why not do this?\n\n  It costs a day.\n- What else is there?\n  1. Nothing'],
    ['where the words are about the licence', 'Copyright and related rights waived via CC0.', 'Copyright and related rights waived via CC0.'],
    ['where a sentence in another script ends with a word for what is still to come', '{x}', '한도의 크기는 미정.'],
    ['where the answer is none', 'None.', 'None.'],
    ['where the template starts with a status', 'Proposed', 'Proposed'],
    ['where the template says that its text stays', '<!-- docket: {keep: true} -->\n\nWe are bound by these words.', 'We are bound by these words.'],
    ['where it stands in code', 'Run {command}.', 'Run `make {command}`.'],
    ['where only the comment of an optional part is left', '<!-- This part is optional. -->\n\nx {y}', '<!-- This part is optional. -->\n\nYes.'],
  ])('%s', (_, template, text) => {
    expect(left(template, text)).toEqual([]);
  });
});

describe('a note of the template', () => {
  it.each([
    ['_All times in UTC._'], ['All times are UTC.'], ['(All times in Pacific Time)'], ['Times are in CEST.'], ['All dates and times are given in local time (KST).'], ['All amounts are in USD unless stated otherwise.'],
    ['This document is confidential.'], ['This is a blameless postmortem.'], ['This record follows the format of our handbook.'], ['For internal use only.'], ['Severity levels are defined in [the handbook](a.md).'],
    ['모든 시각은 UTC 기준입니다.'], ['모든 시각은 KST입니다.'], ['시간은 모두 한국 표준시(KST)로 표기합니다.'], ['모든 시각 KST 기준'], ['이 문서는 비난하지 않는 회고를 원칙으로 합니다.'], ['본 문서는 사내에만 공유합니다.'], ['대외비'],
  ])('stays: %s', (note) => {
    expect(left(`${note}\n\n{what}`, `${note}\n\nTen orders were lost.`)).toEqual([]);
  });

  it.each([
    ['All times of the events in their order.'], ['Times when a user noticed something.'], ['Give all times in UTC, please.'], ['All times should be in your time zone.'], ['Are all times in UTC?'], ['The date that the proposal was submitted.'],
    ['This document describes what changes.'], ['This document is for whoever is on call.'], ['This section is a summary.'],
    ['모든 시각을 UTC로 적으세요.'], ['시간 순서대로 일어난 일'], ['이 문서는 바뀌는 것을 설명합니다.'], ['숫자 단위를 함께 쓰세요.'],
  ])('is none that asks for something: %s', (prompt) => {
    expect(left(prompt, prompt)).toEqual(LEFT);
  });

  it('stays although the rest of its paragraph does not', () => {
    const template = 'All times are in UTC here. Say in which order things happened.';
    expect(left(template, 'All times are in UTC here. The pager rang at 10:02.')).toEqual([]);
    expect(left(template, 'The pager rang at 10:02. Say in which order things happened.')).toEqual(LEFT);
  });
});

it('may hold the form of the template as it is where that is to stay', () => {
  const form = '<!-- docket: {keep: true} -->\n\n| Follow-up |\n|---|';
  expect(left(form, '| Follow-up |\n|---|')).toEqual([]);
  expect(left(form, '<!-- none -->')).toEqual(['empty-section A']);
});

describe('the title of a document', () => {
  const told = (template: string, text: string): string[] =>
    lintText(`${text}\n\n## A\n\nYes.\n`, { types: [typeOf(readTemplate('rfc', `${template}\n\n## A\n\n{x}\n`))] }).filter((finding) => finding.ruleId === 'placeholder-text').map((finding) => `${finding.messageId} ${finding.data['prompt']}`);

  it.each([
    ['# KEP-NNNN: Your short, descriptive title', '# KEP-NNNN: Your short, descriptive title', 'KEP-NNNN'],
    ['# KEP-NNNN: Your short, descriptive title', '# KEP-12: Your short, descriptive title', 'Your short, descriptive title'],
    ['# KEP-NNNN: Your short, descriptive title', '# KEP-NNNN: Retry budget', 'KEP-NNNN'],
    ['# NUMBER. TITLE', '# 12. Title', 'Title'],
    ['# Title', 'Title\n=====', 'Title'],
    ['# ADR XXXX – Feature name', '# ADR 12 – Feature name', 'Feature name'],
    ['# Postmortem Template', '# Postmortem Template', 'Postmortem Template'],
    ['# 장애 보고서: 제목', '# 장애 보고서: 제목', '제목'],
    ['# 제목을 입력하세요', '# 제목을 입력하세요', '제목을 입력하세요'],
    ['# TEP-NNNN: My TEP', '# TEP-12: My TEP', 'My TEP'],
  ])('holds what the template has: %s, %s', (template, text, prompt) => {
    expect(told(template, text)).toEqual([`start ${prompt}`]);
  });

  it.each([['# KEP-NNNN: Your short title', '# KEP-12: Retry budget'], ['# Production meeting', '# Production meeting'], ['# Design: Title', '# Design: Title of the film'], ['# NUMBER. TITLE', '# 3. Choose a title']])('is the author’s own: %s, %s', (template, text) => {
    expect(told(template, text)).toEqual([]);
  });

  it.each([
    ['kep-number: NNNN'], ['title: Your short title'], ['title: A human-readable title for this RFC'], ['authors: ["@jane.doe"]'], ['authors:\n  - TBD'], ['owning-sig: sig-xxx'], ['latest-milestone: "v1.xx"'], ['owner: Owner'], ['date: YYYY-MM-DD'], ['id: ADR-{number}'],
    ['owner: someone@example.com'], ['작성자: 홍길동'], ['title: 제목을 입력하세요'], ['title: My TEP'], ['owner: "@name"'], ['created: 0000-00-00'],
  ])('in the front matter holds what the template has: %s', (field) => {
    expect(told(`---\n${field}\n---\n# T`, `---\n${field}\n---\n# T`)).toEqual([expect.stringMatching(/^field /)]);
  });

  it.each([['status: Draft'], ['type: decision'], ['title: Production meeting'], ['parent: Decisions'], ['number: null'], ['tags: [meeting, sre]'], ['layout: page'], ['description: Decisions of the team']])('in the front matter stays: %s', (field) => {
    expect(told(`---\n${field}\n---\n# T`, `---\n${field}\n---\n# T`)).toEqual([]);
  });
});

describe('a section is empty', () => {
  it.each([['with nothing', ''], ['with a comment of the author’s', '<!-- ask Mina -->'], ['with the definition of a link', '[a]: #a'], ['with a line', '---'], ['with an anchor', '<a name="x"></a>'],
    ['with the head of a table', '| Risk | Answer |\n|---|---|'], ['with a table of empty rows', '| Risk | Answer |\n|---|---|\n| | &nbsp; |'], ['with empty boxes', '- [ ]\n- [ ] \n'], ['with an empty fence', '```\n\n```'], ['with a blank written as an entity', '&nbsp;'], ['with empty items', '-\n-']])('%s', (_, text) => {
    expect(left('{x}', text)).toEqual(['empty-section A']);
  });

  it.each([['N/A'], ['None'], ['없음'], ['![](a.png)'], ['```\ncode\n```'], ['<img src="a.png">'], ['- one'], ['| Risk | Answer |\n|---|---|\n| Loss | |'], ['- [x]'], ['- [ ] Tests'], ['[ ](a.md)'], ['| A |\n|---|\n| ![](a.png) |'], ['—'], ['<https://example.com/x>'], ['- <https://example.com/x>'], ['<ann@example.com>']])('but not with %s', (text) => {
    expect(left('{x}', text)).toEqual([]);
  });
});

describe('a free section', () => {
  const template = readTemplate('rfc', '# {title}\n\n## Summary\n\n## Body\n\n<!-- docket: {free: true} -->\n\n### Example\n\n### Other example\n\n## Links\n');
  const told = (text: string): string[] => lintText(`---\nstatus: accepted\n---\n# T\n\n${text}\n`, { types: [typeOf(template)] }).map(({ ruleId, data }) => `${ruleId} ${data['section']}`);

  it('is itself a section like others', () => {
    expect(told('## Summary\n\nYes.\n\n## Body\n\n## Links\n\nNone.')).toEqual(['empty-section Body']);
    expect(told('## Body\n\nYes.\n\n## Summary\n\nYes.\n\n## Links\n\nNone.')).toEqual(['section-order Body']);
  });

  it('holds whatever its author puts there', () => {
    expect(told('## Summary\n\nYes.\n\n## Body\n\n### Other example\n\n### Example\n\n### Own\n\nYes.\n\n## Links\n\nNone.')).toEqual([]);
  });
});

describe('a section that says only that there is nothing', () => {
  const template = readTemplate('rfc', '# {title}\n\n## Rollout\n\n### Steps\n\n### Way back\n');
  const told = (text: string): string[] => lintText(`---\nstatus: accepted\n---\n# T\n\n## Rollout\n\n${text}\n`, { types: [typeOf(template)] }).map(({ ruleId, data }) => `${ruleId} ${data['section']}`);

  it.each([['N/A'], ['None.'], ['N/A, because nothing is deployed.'], ['없음'], ['해당 없음 (배포하지 않음)'], ['해당 사항 없음.']])('is not asked for its parts: %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  it.each([['None of the steps is automatic.'], ['None.\n\nThen the flag is turned on.'], ['N/A\n\n### Steps\n\nOne.']])('is asked for them where it says more: %s', (text) => {
    expect(told(text)).toContain('required-sections Way back');
  });
});
