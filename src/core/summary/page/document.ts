import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { say } from '../../language.ts';
import { asTarget } from '../../report/escape.ts';
import type { Shown } from '../markdown.ts';
import type { Summary } from '../summary.ts';
import { WORDS } from '../words.ts';
import { pageBody } from './body.ts';
import { OWN_COLOURS, STYLE } from './style.ts';

/** What the page names as its writer. */
export const GENERATOR = 'docket report';

/** The style of the page as a whole. */
export const PAGE_STYLE = OWN_COLOURS + STYLE;

/** The summary as one HTML file that loads nothing and runs nothing; `styleHash` is the SHA-256 of `PAGE_STYLE` in base64, the only style that it allows. */
export function summaryHtml(summary: Summary, { name, language, wayTo }: Shown, styleHash: string): string {
  const links = ({ at, line }: { readonly at: string; readonly line: number }) => ({ href: `${asTarget(wayTo(at))}${line > 1 ? `#L${line}` : ''}` });
  const page = h('html', { lang: language }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: 'content-security-policy', content: `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'` }),
      h('meta', { name: 'generator', content: GENERATOR }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('title', say(WORDS.title, language, { name })),
      h('style', PAGE_STYLE),
    ]),
    h('body', [pageBody(summary, { name, language, links, savesFigures: false })]),
  ]);
  return `<!doctype html>\n${toHtml(page, { closeSelfClosing: true })}\n`;
}
