/** A text up to so long stands for itself. */
const SHORT = 22;

/** What stands for a text wherever it is only compared: the text itself while it is short, otherwise its length and 64 bits of it. It keeps no secret. */
export function fingerprint(text: string): string {
  if (text.length <= SHORT) return text;
  let [one, other] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x85ebca6b) + (other >>> 15);
  }
  return [text.length, one >>> 0, other >>> 0].map((number) => number.toString(36)).join('.');
}
