import type stringWidth from 'string-width';

declare const require: (file: string) => { readonly default: typeof stringWidth };

/** Latin letters, and punctuation such as the ellipsis and quotation marks: each takes one column. */
const NARROW = /^[ -~\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027]*$/;

/** In the place of string-width, which takes a tenth of a short command's time to load: it is loaded for the first text that needs it. */
export default function widthOf(text: string): number {
  return NARROW.test(text) ? text.length : require('string-width/whole').default(text);
}
