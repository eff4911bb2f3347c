const refuse = (): never => {
  throw new Error('gray-matter is given another engine');
};

// Stands in for `js-yaml` in the bundles: gray-matter makes its default engine of it, which Docket replaces wherever it calls gray-matter.
export const safeLoad = refuse;
export const safeDump = refuse;
