// Stands in for `Buffer` in the browser bundles: gray-matter keeps a copy of the text in one, which Docket never reads.
export const Buffer = { from: (text: string): string => text, isBuffer: (): boolean => false };
