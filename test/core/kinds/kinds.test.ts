import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/core/document.ts';
import { readDocumentFacts } from '../../../src/core/reading.ts';
import { WorkspaceIndex } from '../../../src/core/workspace-index.ts';

function kindsOf(files: Readonly<Record<string, string>>): Record<string, string> {
  const index = new WorkspaceIndex();
  for (const [path, text] of Object.entries(files)) index.set(readDocumentFacts(parseDocument(path, text)));
  return Object.fromEntries(index.entries().map((entry) => [entry.path, entry.kind]));
}

const decision = '# X\n\n## Status\n\nAccepted\n\n## Context\n\nC.\n\n## Decision\n\nD.\n\n## Consequences\n\nE.\n';

describe('the kind of a document', () => {
  it.each([
    ['a decision', 'docs/adr/0001-x.md', decision, 'decision'],
    ['a decision in Korean', 'docs/결정/0001-x.md', '# X\n\n## 상태\n\n승인됨\n\n## 맥락\n\nC.\n\n## 결정\n\nD.\n', 'decision'],
    ['a decision in a folder that says nothing', 'notes/x.md', decision, 'decision'],
    ['a decision without a word of status', 'doc/adr/0007-x.md', '# Use X\n\n## Considered Options\n\n## Decision Outcome\n', 'decision'],
    ['a proposal', 'text/2094-x.md', '- Feature Name: x\n- Start Date: 2017-08-02\n\n# Summary\n\n# Motivation\n\n# Drawbacks\n\n# Prior art\n', 'decision'],
    ['a design', 'docs/design/cache.md', '# Cache\n\n**Authors:** Ann\n**Status:** In Review\n\n## Background\n\n## Goals\n\n## Non-goals\n\n## Detailed design\n', 'design'],
    ['a postmortem', 'incidents/2020-05-07-outage.md', '# Outage\n\n## Impact\n\n## Root causes\n\n## Timeline\n\n## Lessons learned\n', 'postmortem'],
    ['a postmortem in German', 'vorfälle/2020-05-07.md', '# Ausfall\n\n## Auswirkung\n\n## Ursache\n\n## Zeitverlauf\n\n## Erkenntnisse\n', 'postmortem'],
    ['minutes', 'meetings/2020-05-07.md', '# Weekly\n\n## Attendees\n\n- Ann\n\n## Agenda\n', 'meeting'],
    ['minutes in a folder with a name in one word', 'BiweeklyMeetings/2020-07-01.md', '## Triage\n\n## Review\n', 'meeting'],
    ['a decision about titles', 'docs/title.md', decision.replace('# X', '# Title'), 'decision'],
    ['a decision whose title nobody has written yet', 'docs/ledger.md', `---\nstatus: proposed\ndate: 2026-01-02\n---\n${decision.replace('# X', '# Title')}`, 'decision'],
    ['a template by its name', 'docs/adr/template.md', '# Title\n\n## Status\n\n## Context\n\n## Decision\n', 'template'],
    ['a template by its placeholders', 'docs/adr/000-sample.md', '# ADR 000 - {title}\n\n- Status: {proposed | accepted}\n- Date: YYYY-MM-DD\n\n## Context\n\n## Decision\n', 'template'],
    ['a template in a folder of templates', 'templates/postmortem-azure.md', '# Title (what broke)\n\n## Impact\n\n## Root cause\n\n## Timeline\n', 'template'],
    ['a decision with escaped brackets in its title', 'docs/adr/0001-x.md', decision.replace('# X', '# \\{title}'), 'decision'],
    ['a decision about templates', 'docs/adr/0016-use-madr-template.md', decision.replace('# X', '# Use the MADR template'), 'decision'],
    ['a decision about templates without a number', 'docs/decisions/use-a-template-for-records.md', decision.replace('# X', '# Use a template for records'), 'decision'],
    ['a decision about a tag of HTML', 'docs/adr/0002-x.md', decision.replace('# X', '# Allow `<details>` in messages'), 'decision'],
    ['a decision about braces', 'docs/adr/0003-x.md', decision.replace('# X', '# Deprecate {{with}} and {{#if foo}}'), 'decision'],
    ['a decision about a type with parameters', 'docs/adr/0004-x.md', decision.replace('# X', '# Return Map<String, Object>'), 'decision'],
    ['a decision whose title begins with a part of the system', 'docs/adr/0005-x.md', decision.replace('# X', '# [Backend] Keep sessions in Redis'), 'decision'],
    ['a proposed decision about an engine for templates', 'docs/decisions/template-engine.md', decision.replace('# X', '# Use one engine for templates').replace('Accepted', 'Proposed'), 'decision'],
    ['a proposed decision about a model of data in Spanish', 'docs/decisions/modelo-de-datos.md', decision.replace('# X', '# Modelo de datos').replace('Accepted', 'Proposed'), 'decision'],
    ['what belongs to one record', 'docs/evidence/adr-0021/measurements.md', '# Measurements\n\nDate: 2020-05-07\n\n## Results\n\n## Discussion\n', 'other'],
    ['a numbered decision whose title nobody has filled in', 'text/0049-modes.md', '# Title\n\n## Summary\n\n## Motivation\n\n## Drawbacks\n\n## Alternatives\n', 'decision'],
    ['a numbered decision with a title in brackets', 'rfcs/RFC-0038-versions.md', '# [Versions that are supported]\n\n**Authors:** Ann\n\n## Motivation\n\n## Proposal\n', 'decision'],
    ['a template of a series with a name of its own', 'cap-template.md', '## Preamble\n\n```\nCAP: To Be Assigned\nTitle: <CAP title>\nStatus: Draft\n```\n\n## Abstract\n', 'template'],
    ['a template of a series within a series', 'adr/ODH-ADR-0000-template.md', decision, 'template'],
    ['a call with an agenda', 'gc/2020/GC-06-02.md', '## Agenda for the June 2nd video call\n\n- **When**: June 2nd, 4pm\n\n### Registration\n\n## Logistics\n\n## Agenda items\n\n1. Opening\n\n## Meeting notes\n', 'meeting'],
    ['a template that asks for the title', 'docs/adr/x.md', decision.replace('# X', '# ADR-NNN: {short title of the problem}').replace('Accepted', 'Proposed'), 'template'],
    ['a template with a filled example in it', 'docs/adr/000-template.md', '# ADR 1: Purpose\n\nDate: 2020-05-07\n\n## Context\n\n## Decision\n', 'template'],
    ['a template whose own number stands in its title', 'docs/adr/ADR-003-template.md', '# ADR-003: Template\n\n**Status:** Draft\n\n## Context\n\n## Decision\n', 'template'],
    ['a lone README with a status', 'README.md', '# Project\n\n## Status\n\nStable\n\n## Install\n\nRun it.\n', 'other'],
    ['a README that says how to contribute', 'CONTRIBUTING.md', '# Contributing\n\n## Decision process\n\n## Proposal\n', 'other'],
    ['the README of a numbered folder', 'rfcs/0009-checks/README.md', '# RFC-0009 Checks\n\n**Status:** implemented\n\n## Summary\n\n## Motivation\n\n### Goals\n', 'decision'],
    ['minutes with those present on a line', 'notes/2024-03-05-meeting.md', '# Production meeting 2024-03-05\n\n**Attendees:** Ann, Ben\n\n## Discussion\n\nD.\n\n## Action items\n\n- [ ] x\n', 'meeting'],
    ['a design that calls itself one', 'notes/x.md', '# Design Doc: X\n\n## Status\n\nDraft\n\n## Context\n\nC.\n', 'design'],
    ['a change log', 'CHANGELOG.md', '# Changelog\n\n## 1.0.0\n\n- Decision\n', 'other'],
    ['a guide', 'docs/getting-started.md', '# Getting started\n\n## Overview\n\n## Design\n', 'other'],
  ])('%s', (_, path, text, kind) => {
    expect(kindsOf({ [path]: text })).toEqual({ [path]: kind });
  });

  it('is index for a front page that links to its records', () => {
    const kinds = kindsOf({ 'docs/adr/README.md': '# Architecture Decision Records\n\n## Decisions\n\n- [1](0001-x.md)\n- [2](0002-x.md)\n- [3](0003-x.md)\n', 'docs/adr/0001-x.md': decision });
    expect(kinds).toEqual({ 'docs/adr/README.md': 'index', 'docs/adr/0001-x.md': 'decision' });
  });

  it('is that of its neighbours where a document says little and is named like them', () => {
    const little = '# Y\n\nSomething.\n';
    expect(kindsOf({ 'text/0001-x.md': decision, 'text/0002-x.md': decision, 'text/0003-y.md': little, 'text/notes.md': little })).toMatchObject({ 'text/0003-y.md': 'decision', 'text/notes.md': 'other' });
  });

  it('asks the folders around where its own has too few to say', () => {
    const little = '# Y\n\nSomething.\n';
    expect(kindsOf({ 'text/0001-x.md': decision, 'text/0002-x.md': decision, 'text/logs/0003-y.md': little })).toMatchObject({ 'text/logs/0003-y.md': 'decision' });
  });

  it('asks less of the few among many records that are named alike', () => {
    const records = Object.fromEntries([...'abcdefgh'].map((name) => [`docs/${name}-syntax.md`, decision]));
    const little = '# Y\n\n**Status**: Implemented\n\n## Y in detail\n';
    expect(kindsOf({ ...records, 'docs/y-syntax.md': little, 'docs/index.md': '# Y\n' })).toMatchObject({ 'docs/y-syntax.md': 'decision', 'docs/index.md': 'other' });
    expect(kindsOf({ 'docs/a-syntax.md': decision, 'docs/b-syntax.md': decision, 'docs/y-syntax.md': little })).toMatchObject({ 'docs/y-syntax.md': 'other' });
  });

  it('is one of decision and design for the whole of a folder', () => {
    const design = '# X\n\n- Status: Draft\n- Owner: Ann\n\n## Background\n\n## Goals\n\n## Non-goals\n\n## Design\n';
    expect(Object.values(kindsOf({ 'design/a.md': design, 'design/b.md': design, 'design/c.md': '# C\n\n- Status: Accepted\n\n## Context\n\n## Decision\n\n## Goals\n' }))).toEqual(['design', 'design', 'design']);
  });
});
