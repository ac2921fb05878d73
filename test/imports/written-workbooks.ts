import { deflateRawSync } from 'node:zlib';

/** A cell of a workbook: a text, a number, a formula with its stored result, or nothing. */
export type WrittenCell = string | number | { formula: string; result?: number | string } | null;

export interface WrittenSheet {
  name?: string;
  rows: readonly (readonly WrittenCell[])[];
  /** Numbers of rows, counted from one. */
  hiddenRows?: readonly number[];
  merged?: readonly string[];
  isHidden?: boolean;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const letter = (index: number): string => String.fromCodePoint(65 + index);

function cellXml(cell: WrittenCell, place: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${place}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  const { formula, result } = cell;
  const value = result === undefined ? '' : `<v>${escaped(String(result))}</v>`;
  return `<c r="${place}"${typeof result === 'string' ? ' t="str"' : ''}><f>${escaped(formula)}</f>${value}</c>`;
}

function sheetXml({ rows, hiddenRows = [], merged = [] }: WrittenSheet): string {
  const written = rows.map((cells, r) => {
    const hidden = hiddenRows.includes(r + 1) ? ' hidden="1"' : '';
    return `<row r="${r + 1}"${hidden}>${cells.map((cell, c) => cellXml(cell, `${letter(c)}${r + 1}`)).join('')}</row>`;
  });
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<worksheet><sheetData>${written.join('')}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`;
}

/** A workbook as spreadsheets write it, with `more` parts beside its sheets. */
export function workbook(
  sheets: readonly WrittenSheet[],
  { isFrom1904 = false, more = {} }: { isFrom1904?: boolean; more?: Record<string, string | Buffer> } = {},
): Buffer {
  const listed = sheets.map(({ name = 'Programme', isHidden }, i) => {
    const state = isHidden ? ' state="hidden"' : '';
    return `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i + 1}"${state}/>`;
  });
  const relations = sheets.map((_, i) => `<Relationship Id="r${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`);
  return archive({
    'xl/workbook.xml':
      `<workbook xmlns:r="urn:r"><workbookPr date1904="${isFrom1904 ? 1 : 0}"/>` +
      `<sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    ...Object.fromEntries(sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet)])),
    ...more,
  });
}

/** A ZIP archive of these parts. */
export function archive(parts: Record<string, string | Buffer>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const [named, whole] = [Buffer.from(name), Buffer.from(content)];
    const packed = deflateRawSync(whole);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(whole.length, 22);
    local.writeUInt16LE(named.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(whole.length, 24);
    entry.writeUInt16LE(named.length, 28);
    entry.writeUInt32LE(at, 42);
    files.push(local, named, packed);
    directory.push(entry, named);
    at += local.length + named.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, listed, end]);
}
