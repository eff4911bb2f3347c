import type { FromPage, ToPage } from '../client/webviews/messages.ts';
import { STYLE } from '../core/summary/page/style.ts';
import { nextNode } from './keys.ts';
import { pictureOf } from './picture.ts';
import { keepPlace } from './place.ts';
import { THEME } from './theme.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; getState(): unknown; setState(state: unknown): void };

const editor = acquireVsCodeApi();
const content = document.getElementById('content')!;
const look = new CSSStyleSheet();
look.replaceSync(THEME + STYLE);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, look];

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type !== 'draw') return;
  const isFirst = !content.querySelector('main');
  const restore = keepPlace(content);
  document.documentElement.lang = data.language;
  content.innerHTML = data.html;
  for (const graph of content.querySelectorAll('svg.graph')) for (const [index, node] of [...graph.querySelectorAll('.node')].entries()) node.setAttribute('tabindex', index === 0 ? '0' : '-1');
  restore();
  if (isFirst) window.scrollTo(0, Number(editor.getState() ?? 0));
});

window.addEventListener('scroll', () => editor.setState(window.scrollY), { passive: true });

content.addEventListener('click', (event) => {
  const { target } = event;
  if (!(target instanceof Element)) return;
  open(target.closest('[data-at]'), event.ctrlKey || event.metaKey);
  const button = target.closest('[data-save]');
  if (button) void save(button);
});

content.addEventListener('keydown', (event) => {
  const { target, key } = event;
  if (!(target instanceof Element)) return;
  if (key === 'Enter' && target.matches('[data-at]')) open(target, event.ctrlKey || event.metaKey);
  const next = target.matches('.node') ? nextNode(target, key) : undefined;
  if (!next) return;
  event.preventDefault();
  target.setAttribute('tabindex', '-1');
  next.setAttribute('tabindex', '0');
  (next as SVGElement).focus();
  next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
});

editor.postMessage({ type: 'ready' });

function open(link: Element | null, beside: boolean): void {
  const at = link?.getAttribute('data-at');
  if (at) editor.postMessage({ type: 'open', at, line: Number(link?.getAttribute('data-line') ?? 1), beside });
}

async function save(button: Element): Promise<void> {
  const figure = button.closest('figure');
  const svg = figure?.querySelector('svg');
  const kind = button.getAttribute('data-save') === 'png' ? 'png' : 'svg';
  if (figure && svg) editor.postMessage({ type: 'save', name: figure.id, kind, data: await pictureOf(svg, kind) });
}
