export const CONFIG_FILE = '.docket.yaml';

/** A name that people give it by mistake; the file is not read, and that is said. */
export const MISNAMED_CONFIG_FILE = '.docket.yml';
