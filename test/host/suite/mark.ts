/** The start of the line that carries the counts of a suite out of the editor, as JSON. */
export const RESULT_MARK = 'docket-result ';
