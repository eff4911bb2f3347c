/** What the page of the dashboard tells the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  /** `line` counts from 1. */
  | { readonly type: 'open'; readonly at: string; readonly line: number; readonly beside: boolean }
  /** `data` is base64. */
  | { readonly type: 'save'; readonly name: string; readonly kind: 'svg' | 'png'; readonly data: string };

/** What the extension tells the page. */
export interface ToPage {
  readonly type: 'draw';
  readonly language: string;
  readonly html: string;
}

const NAME = /^[a-z-]{1,40}$/;

/** What a message from a page says; undefined for what is none, for a page is not to be trusted. */
export function readMessage(message: unknown): FromPage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, at, line, beside, name, kind, data } = message as Readonly<Record<string, unknown>>;
  if (type === 'ready') return { type };
  if (type === 'open' && typeof at === 'string' && typeof line === 'number' && Number.isSafeInteger(line) && line > 0) return { type, at, line, beside: beside === true };
  if (type === 'save' && typeof name === 'string' && NAME.test(name) && (kind === 'svg' || kind === 'png') && typeof data === 'string') return { type, name, kind, data };
  return undefined;
}
