/** What the look of an element in a picture comes from. */
const PROPERTIES = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity', 'font-family', 'font-size', 'font-weight'];

/** Pixels of a picture for each pixel of the figure; fewer where it would be larger than browsers can draw. */
const SCALE = 2;
const MOST_PIXELS = 8000;

const MARGIN = 16;

/** A figure as a file, in base64: with the colours that it has now, in front of the colour of the page. */
export async function pictureOf(svg: SVGSVGElement, kind: 'svg' | 'png'): Promise<string> {
  const { text, width, height } = standAlone(svg);
  const source = base64Of(new TextEncoder().encode(text));
  return kind === 'svg' ? source : drawn(source, width, height);
}

function standAlone(svg: SVGSVGElement): { readonly text: string; readonly width: number; readonly height: number } {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const from = svg.querySelectorAll('*');
  for (const [index, element] of copy.querySelectorAll('*').entries()) {
    const style = getComputedStyle(from[index]!);
    for (const property of PROPERTIES) element.setAttribute(property, style.getPropertyValue(property));
    for (const name of ['class', 'tabindex', 'role', 'data-at', 'data-line']) element.removeAttribute(name);
  }
  const { width: inner, height: high } = svg.viewBox.baseVal;
  const [width, height] = [inner + 2 * MARGIN, high + 2 * MARGIN];
  for (const [name, value] of Object.entries({ xmlns: 'http://www.w3.org/2000/svg', viewBox: `${-MARGIN} ${-MARGIN} ${width} ${height}`, width: String(width), height: String(height), 'font-size': '12' })) copy.setAttribute(name, value);
  copy.removeAttribute('class');
  const page = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of Object.entries({ x: -MARGIN, y: -MARGIN, width, height, fill: getComputedStyle(document.body).backgroundColor })) page.setAttribute(name, String(value));
  copy.prepend(page);
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

async function drawn(source: string, width: number, height: number): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;base64,${source}`;
  await image.decode();
  const scale = Math.min(SCALE, MOST_PIXELS / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').split(',')[1]!;
}

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
