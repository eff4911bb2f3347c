// Stands in for `semver` in the bundle: the language client asks it only whether VS Code is new enough, which `engines` in package.json has settled before.
export default (): object => ({});
