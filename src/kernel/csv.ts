/** Spreadsheets read a file as UTF-8 when it begins with this, and as their country's old letters without. */
export const CSV_BEGINS = '\uFEFF';

/** Signs that make a spreadsheet take what follows for a formula, also after a space or in full width. */
const FORMULA = /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/** A line of CSV (RFC 4180) without its end; a text that would be a formula is made a text by an apostrophe. */
export const csvLine = (fields: readonly string[]): string => fields.map(quoted).join(',');

const quoted = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
