import { isUtf8 } from 'node:buffer';
import { ScheduleRefused } from './parsed-schedule.ts';

/** Bytes in which the declaration of an XML file may be (XML 1.0, 4.3.3). */
const DECLARATION = 300;
const DECLARED = /^\s*<\?xml\s.{0,200}?\bencoding\s*=\s*(["'])([^"']{1,40})\1/;

/**
 * Decodes a file: by its byte order mark, by the declaration of an XML file, else as UTF-8. Throws ScheduleRefused with
 * the place of the first undecodable byte, so that no letter is lost silently.
 */
export function decodeFile(file: Buffer): string {
  const label = markedEncoding(file) ?? declaredEncoding(file) ?? 'utf-8';
  const decoder = decoderOf(label);
  if (decoder.encoding === 'utf-8') return utf8(file);
  try {
    return decoder.decode(file);
  } catch {
    throw unreadable('the whole file', `It says that it is written in "${label}", and it is not.`);
  }
}

/** By a byte order mark, or by the zero bytes of UTF-16 around a first ASCII character. */
export function markedEncoding(file: Buffer): string | null {
  const [first, second] = file;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && file[2] === 0xbf) return 'utf-8';
  if (first === 0 && second !== 0) return 'utf-16be';
  return second === 0 && first !== undefined && first !== 0 ? 'utf-16le' : null;
}

/** A declaration readable as ASCII is not UTF-16, whatever it says: such a file was saved again as UTF-8. */
function declaredEncoding(file: Buffer): string | null {
  const declared = DECLARED.exec(file.subarray(0, DECLARATION).toString('latin1'))?.[2] ?? null;
  return declared !== null && /^utf-?16/i.test(declared) ? null : declared;
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    throw unreadable('line 1, column 1', `Its encoding "${label}" is unknown.`);
  }
}

function utf8(file: Buffer): string {
  const text = file.toString('utf8');
  if (!isUtf8(file)) throw unreadable(placeOf(text, firstLost(file, text)), 'A letter here is not written in UTF-8.');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

const REPLACED = '\uFFFD';

/** The index of the first replacement character that the file itself does not hold. */
function firstLost(file: Buffer, text: string): number {
  let bytes = 0;
  let taken = 0;
  for (let at = text.indexOf(REPLACED); at !== -1; at = text.indexOf(REPLACED, at + 1)) {
    bytes += Buffer.byteLength(text.slice(taken, at));
    if (file.readUIntBE(Math.min(bytes, file.length - 3), 3) !== 0xefbfbd) return at;
    taken = at;
  }
  return text.length;
}

const unreadable = (place: string, sentence: string): ScheduleRefused =>
  new ScheduleRefused(
    place,
    `${sentence} Save the file as UTF-8, or declare its encoding in the first line of the XML, and send it again.`,
  );

/** A place in a text as people count: `line 3, column 14`. */
export function placeOf(text: string, position: number): string {
  const lines = text.slice(0, position).split('\n');
  return `line ${lines.length}, column ${lines.at(-1)!.length + 1}`;
}
