// Stands in for `fs` in the browser bundles: gray-matter asks for it and uses it only in a function that Docket never calls.
export default {};
