import type stringWidth from 'string-width';

declare const require: (file: string) => { readonly default: typeof stringWidth };

const PRINTABLE_ASCII = /^[ -~]*$/;

/** In the place of string-width, which takes a tenth of a short command's time to load: it is loaded for the first text that needs it. */
export default function widthOf(text: string): number {
  return PRINTABLE_ASCII.test(text) ? text.length : require('string-width/whole').default(text);
}
