/** Byte order mark: with it spreadsheets read a file as UTF-8, without it in the legacy encoding of their country. */
export const CSV_BEGINS = '\uFEFF';

/** Signs that make a spreadsheet read a field as a formula, also after a space or in full width. */
const FORMULA = /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/** A line of CSV (RFC 4180) without its line end; an apostrophe keeps a field from being read as a formula. */
export const csvLine = (fields: readonly string[]): string => fields.map(quoted).join(',');

const quoted = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
