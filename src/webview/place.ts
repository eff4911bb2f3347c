/** Remembers where a reader is on a page; what it returns brings them back there after the page was drawn anew. */
export function keepPlace(content: Element): () => void {
  const top = window.scrollY;
  const regions = new Map([...content.querySelectorAll('[role=region]')].map((region) => [nameOf(region), [region.scrollLeft, region.scrollTop] as const]));
  const opened = new Set([...content.querySelectorAll('figure:has(details[open])')].map(({ id }) => id));
  const focus = document.activeElement && content.contains(document.activeElement) ? pathTo(document.activeElement) : undefined;
  return () => {
    for (const details of content.querySelectorAll('details')) details.open = opened.has(details.closest('figure')?.id ?? '');
    for (const region of content.querySelectorAll('[role=region]')) {
      const [left, down] = regions.get(nameOf(region)) ?? [0, 0];
      region.scrollTo(left, down);
    }
    const again = focus && [...content.querySelectorAll(focus.selector)][focus.nth];
    if (again instanceof HTMLElement || again instanceof SVGElement) {
      if (again.matches('.node')) {
        for (const node of content.querySelectorAll('.node[tabindex="0"]')) node.setAttribute('tabindex', '-1');
        again.setAttribute('tabindex', '0');
      }
      again.focus({ preventScroll: true });
    }
    window.scrollTo(0, top);
  };

  // By what it leads to and not by its place, for rows come and go.
  function pathTo(element: Element): { readonly selector: string; readonly nth: number } {
    const at = element.getAttribute('data-at');
    const within = element.closest('figure');
    const inside = within ? `#${CSS.escape(within.id)} ` : '';
    const selector = inside + (at === null ? element.localName + (element.hasAttribute('data-save') ? `[data-save=${element.getAttribute('data-save')}]` : '') : `${element.localName}[data-at="${CSS.escape(at)}"][data-line="${CSS.escape(element.getAttribute('data-line') ?? '')}"]`);
    return { selector, nth: [...content.querySelectorAll(selector)].indexOf(element) };
  }
}

const nameOf = (region: Element): string => `${region.closest('figure')?.id ?? ''} ${region.getAttribute('aria-label')}`;
