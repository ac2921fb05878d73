import { isUtf8 } from 'node:buffer';
import { decodeFile, markedEncoding } from '../decode-file.ts';
import { ScheduleRefused } from '../parsed-schedule.ts';
import { COLUMNS, ROWS, type SheetFile, type SheetRow } from './sheet.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Rows by which the delimiter is recognised. */
const SAMPLE = 30;

/** The text of a table: by its byte order mark, as UTF-8, else as Windows-1252, which Excel writes in Europe. */
export const decodeTable = (file: Buffer): string =>
  markedEncoding(file) !== null || isUtf8(file) ? decodeFile(file) : new TextDecoder('windows-1252').decode(file);

/** Reads CSV (RFC 4180) with any of four delimiters. Throws ScheduleRefused for more than 20,000 rows. */
export function readCsv(text: string): SheetFile {
  const { delimiter, skipped } = delimiterOf(text);
  const rows = rowsOf(text, delimiter, ROWS);
  return { sheets: [{ name: '', rows: rows.slice(skipped) }], isFrom1904: false, hiddenSheets: [] };
}

/** The delimiter that Excel's first line `sep=;` names, else the one that cuts most rows into as many cells. */
function delimiterOf(text: string): { delimiter: string; skipped: number } {
  const named = /^sep=(.)\r?\n/i.exec(text)?.[1];
  if (named !== undefined) return { delimiter: named, skipped: 1 };
  const sample = text.slice(0, 100_000);
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const widths = rowsOf(sample, delimiter, SAMPLE, false).map(({ cells }) => cells.length);
    const counts = new Map<number, number>();
    for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
    const score = Math.max(0, ...[...counts].map(([width, count]) => count * Math.min(width, 12)));
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, skipped: 0 };
}

/** One pass over the text. A quote counts only at the beginning of a cell, as spreadsheets read it. */
function rowsOf(text: string, delimiter: string, most: number, refuses = true): SheetRow[] {
  const rows: SheetRow[] = [];
  let cells: string[] = [];
  const endRow = (): void => {
    rows.push({ number: rows.length + 1, cells, isHidden: false });
    cells = [];
  };
  const add = (cell: string): void => void (cells.length < COLUMNS && cells.push(cell));
  for (let at = 0; at < text.length;) {
    if (rows.length >= most) {
      if (refuses) throw new ScheduleRefused(`row ${most + 1}`, `It has more than ${most} rows.`);
      return rows;
    }
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, delimiter);
    add(cell.value);
    at = cell.end;
    if (text[at] === delimiter) {
      at += 1;
      if (at < text.length) continue;
      add('');
    } else if (at < text.length && text[at] !== '\r' && text[at] !== '\n') {
      // Text after a closing quote belongs to the cell.
      const rest = plainCell(text, at, delimiter);
      cells[cells.length - 1] += rest.value;
      at = rest.end;
      if (text[at] === delimiter) {
        at += 1;
        continue;
      }
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    endRow();
  }
  if (cells.length > 0) endRow();
  return rows;
}

interface ReadCell {
  value: string;
  end: number;
}

function plainCell(text: string, from: number, delimiter: string): ReadCell {
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { value: text.slice(from, end), end };
}

function quotedCell(text: string, from: number): ReadCell {
  let value = '';
  for (let at = from + 1; ;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return { value: value + text.slice(at), end: text.length };
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}
