const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The record that an arrow key leads to from another one: the nearest in that direction; undefined for other keys, and where there is none. */
export function nextNode(from: Element, key: string): Element | undefined {
  const nodes = [...(from.closest('svg')?.querySelectorAll('.node') ?? [])];
  if (key === 'Home') return nodes[0];
  if (key === 'End') return nodes.at(-1);
  const direction = DIRECTIONS[key];
  if (!direction) return undefined;
  const here = middleOf(from);
  let best: { readonly node: Element; readonly cost: number } | undefined;
  for (const node of nodes) {
    const there = middleOf(node);
    const [dx, dy] = [there.x - here.x, there.y - here.y];
    const ahead = dx * direction[0] + dy * direction[1];
    const aside = Math.abs(dx * direction[1]) + Math.abs(dy * direction[0]);
    // What lies more to the side than ahead is in another direction.
    if (ahead <= 1 || aside > 4 * ahead) continue;
    const cost = ahead + 2 * aside;
    if (!best || cost < best.cost) best = { node, cost };
  }
  return best?.node;
}

function middleOf(node: Element): { readonly x: number; readonly y: number } {
  const { x, y, width, height } = node.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}
