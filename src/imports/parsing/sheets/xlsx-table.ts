import path from 'node:path/posix';
import { line } from '../loose.ts';
import { ScheduleRefused } from '../parsed-schedule.ts';
import { child, children, readXml, type XmlNode } from '../xml-tree.ts';
import { COLUMNS, ROWS, columnName, type Sheet, type SheetFile, type SheetRow } from './sheet.ts';
import { ZipParts } from './zip-parts.ts';

const WORKBOOK = 'xl/workbook.xml';
/** Most merged ranges of one sheet, and most cells that they fill; a programme has some hundreds. */
const MERGED = 20_000;
const FILLED = 200_000;
/** The value of a formula that was never calculated. */
export const UNCALCULATED = '\u0000formula';

/** The parts of a workbook; null when the archive holds none. Throws ScheduleRefused when it is damaged. */
export function workbookIn(file: Buffer): ZipParts | null {
  const parts = new ZipParts(file);
  return parts.has(WORKBOOK) ? parts : null;
}

/**
 * Reads the visible sheets of a workbook (ECMA-376, part 1, 18.3): values as they are stored, formulas by their last
 * result, merged cells filled. Macros and anything but values is ignored. Throws ScheduleRefused.
 */
export function readXlsx(parts: ZipParts): SheetFile {
  const workbook = xmlOf(parts, WORKBOOK);
  const targets = targetsIn(parts);
  const texts = sharedTexts(parts);
  const listed = children(child(workbook, 'sheets'), 'sheet');
  const isHidden = ({ attributes }: XmlNode): boolean => /hidden/i.test(attributes['state'] ?? '');
  let left = ROWS;
  const sheets = listed
    .filter((sheet) => !isHidden(sheet))
    .flatMap(({ attributes }) => {
      const part = targets.get(attributes['r:id'] ?? '');
      const text = part === undefined ? null : parts.textOf(part);
      if (text === null) return [];
      const name = attributes['name'] ?? '';
      // Counted before they are read, because each element takes memory.
      if (timesIn(text, 'mergeCell ') > MERGED) throw tooManyMerged(name);
      const sheet = sheetOf(name, readXml(text), texts);
      left -= sheet.rows.length;
      if (left < 0) throw new ScheduleRefused(`sheet "${sheet.name}"`, `The file has more than ${ROWS} rows.`);
      return [sheet];
    });
  return {
    sheets,
    isFrom1904: /^(?:1|true)$/.test(child(workbook, 'workbookPr')?.attributes['date1904'] ?? ''),
    hiddenSheets: listed.filter(isHidden).map(({ attributes }) => line(attributes['name'], 60)),
  };
}

/** The element of a part, whatever prefix its names have. */
function xmlOf(parts: ZipParts, name: string): XmlNode | undefined {
  const text = parts.textOf(name);
  return text === null ? undefined : readXml(text);
}

function targetsIn(parts: ZipParts): Map<string, string> {
  const relations = children(xmlOf(parts, 'xl/_rels/workbook.xml.rels'), 'Relationship');
  return new Map(
    relations.map(({ attributes }) => {
      const target = attributes['Target'] ?? '';
      return [attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : path.join('xl', target)];
    }),
  );
}

function sharedTexts(parts: ZipParts): string[] {
  return children(xmlOf(parts, 'xl/sharedStrings.xml'), 'si').map(richText);
}

/** The text of a cell with or without runs of formatting; phonetic hints are left out. */
const richText = (node: XmlNode): string =>
  children(node, 't')
    .concat(children(node, 'r').flatMap((run) => children(run, 't')))
    .map(({ text }) => text)
    .join('');

function sheetOf(name: string, root: XmlNode, texts: readonly string[]): Sheet {
  const rows: (SheetRow & { cells: string[] })[] = [];
  for (const row of children(child(root, 'sheetData'), 'row')) {
    const cells: string[] = [];
    for (const cell of children(row, 'c')) {
      const at = columnOf(cell.attributes['r']) ?? cells.length;
      if (at >= COLUMNS) break;
      while (cells.length < at) cells.push('');
      cells[at] = valueOf(cell, texts);
    }
    const number = Number(row.attributes['r'] ?? (rows.at(-1)?.number ?? 0) + 1);
    rows.push({ number, cells, isHidden: /^(?:1|true)$/.test(row.attributes['hidden'] ?? '') });
  }
  if (!fillMerged(rows, children(child(root, 'mergeCells'), 'mergeCell'))) throw tooManyMerged(name);
  return { name: line(name, 60), rows };
}

/** The index of a column in a reference as `AB12`. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.codePointAt(0)! - 64, 0) - 1;
}

function valueOf(cell: XmlNode, texts: readonly string[]): string {
  const value = child(cell, 'v')?.text ?? '';
  const kind = cell.attributes['t'];
  if (kind === 's') return texts[Number(value)] ?? '';
  if (kind === 'inlineStr') return richText(child(cell, 'is') ?? cell);
  if (value === '' && child(cell, 'f')) return UNCALCULATED;
  return value;
}

/** Counts the occurrences of a text in another, in one pass. */
function timesIn(text: string, part: string): number {
  let times = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) times += 1;
  return times;
}

const tooManyMerged = (sheet: string): ScheduleRefused =>
  new ScheduleRefused(
    `sheet "${line(sheet, 60)}"`,
    `It has more merged cells than a programme (${MERGED} ranges, ${FILLED} cells). ` +
      'Undo the merging, and send it again.',
  );

/**
 * Gives each cell of a merged range of rows the value of its first; merged columns stay one cell. False when there are
 * too many cells to fill.
 */
function fillMerged(rows: readonly (SheetRow & { cells: string[] })[], merged: readonly XmlNode[]): boolean {
  let filled = 0;
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  for (const { attributes } of merged) {
    const [from, to] = (attributes['ref'] ?? '').split(':');
    const column = columnOf(from);
    const [first, last] = [from, to].map((reference) => Number(/\d{1,7}$/.exec(reference ?? '')?.[0] ?? 0));
    if (column === null || column >= COLUMNS) continue;
    const value = byNumber.get(first!)?.cells[column] ?? '';
    for (let number = first! + 1; value !== '' && number <= Math.min(last!, first! + ROWS); number += 1) {
      filled += 1;
      if (filled > FILLED) return false;
      const cells = byNumber.get(number)?.cells;
      if (!cells) continue;
      while (cells.length <= column) cells.push('');
      if (cells[column] === '') cells[column] = value;
    }
  }
  return true;
}

/** The name of a cell, as `row 7, column C`. */
export const cellPlace = (row: number, column: number): string => `row ${row}, column ${columnName(column)}`;
