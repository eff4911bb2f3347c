import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { describe, expect, it } from 'vitest';
import type * as vscode from 'vscode';
import { readMessage } from '../../src/client/webviews/messages.ts';
import { pageOf } from '../../src/client/webviews/page.ts';

describe('the frame of the dashboard', () => {
  const script = { toString: () => 'https://file.vscode-resource.example/dist/a"b/dashboard.js' } as vscode.Uri;
  const page = () => pageOf({ asWebviewUri: (uri) => uri }, script, { title: '<b>Docket</b>', waiting: 'a < b' });

  it('lets one script run, by its nonce, and nothing be loaded but pictures that it makes itself', () => {
    const root = fromHtml(page());
    const nonce = select('script', root)?.properties['nonce'];
    expect(nonce).toMatch(/^[0-9a-f]{32}$/);
    expect(select('meta[http-equiv]', root)?.properties['content']).toBe(`default-src 'none'; script-src 'nonce-${String(nonce)}'; img-src data:; base-uri 'none'; form-action 'none'`);
    expect(selectAll('script, link, style, img, iframe', root)).toHaveLength(1);
    expect(select('script', root)?.properties['src']).toBe('https://file.vscode-resource.example/dist/a"b/dashboard.js');
    expect(select('b', root)).toBeUndefined();
  });

  it('has another nonce each time', () => {
    expect(page()).not.toBe(page());
  });
});

describe('a message from the page', () => {
  it('is read where it is one', () => {
    expect(readMessage({ type: 'ready' })).toEqual({ type: 'ready' });
    expect(readMessage({ type: 'open', at: 'file:///a.md', line: 3, beside: true, more: 1 })).toEqual({ type: 'open', at: 'file:///a.md', line: 3, beside: true });
    expect(readMessage({ type: 'save', name: 'burn-down', kind: 'png', data: 'AA==' })).toEqual({ type: 'save', name: 'burn-down', kind: 'png', data: 'AA==' });
  });

  it.each([
    undefined, null, 'ready', 7, [], {}, { type: 'run' }, { type: 'open' }, { type: 'open', at: 'a', line: 0 }, { type: 'open', at: 'a', line: 1.5 }, { type: 'open', at: 'a', line: '1' }, { type: 'open', at: {}, line: 1 },
    { type: 'save', name: '../x', kind: 'svg', data: '' }, { type: 'save', name: 'x', kind: 'exe', data: '' }, { type: 'save', name: 'x', kind: 'svg', data: 1 },
  ])('is passed over where it is none: %j', (message) => {
    expect(readMessage(message)).toBeUndefined();
  });
});
