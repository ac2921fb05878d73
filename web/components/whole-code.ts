/** Whether a typed code is whole: eight letters and digits, with any spaces or hyphens around them. */
export const isWholeCode = (typed: string): boolean => /^(?:[\s-]*[a-z\d]){8}[\s-]*$/i.test(typed);
