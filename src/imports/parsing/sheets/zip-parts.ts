import { inflateRawSync } from 'node:zlib';
import { ScheduleRefused } from '../parsed-schedule.ts';

/** Most bytes of one part of a workbook, and of all that are read, once unpacked. */
const PART_BYTES = 30 * 1024 * 1024;
const ALL_BYTES = 60 * 1024 * 1024;
/** Most parts of an archive; a workbook of a programme has some dozens. */
const PARTS = 5_000;
/** Bytes in which the end record is looked for: its own 22 and the longest comment (APPNOTE 4.3.16). */
const END_BYTES = 22 + 65_535;

const [STORED, DEFLATED] = [0, 8];
const [END_RECORD, DIRECTORY_RECORD, LOCAL_RECORD] = [0x06054b50, 0x02014b50, 0x04034b50];

interface PartPlace {
  method: number;
  isEncrypted: boolean;
  packedBytes: number;
  at: number;
}

/**
 * Reads parts of a ZIP archive (PKWARE APPNOTE 6.3), each only when it is asked for and never beyond its limit of
 * bytes, whatever its header says of its size.
 */
export class ZipParts {
  private readonly places: ReadonlyMap<string, PartPlace>;
  private read = 0;

  /** Throws ScheduleRefused when the archive is damaged. */
  constructor(private readonly file: Buffer) {
    this.places = directoryOf(file);
  }

  has(name: string): boolean {
    return this.places.has(name);
  }

  /** The text of a part, or null when there is none. Throws ScheduleRefused when it is too large or damaged. */
  textOf(name: string): string | null {
    const place = this.places.get(name);
    if (!place) return null;
    if (place.isEncrypted) throw new ScheduleRefused('the whole file', 'It has a password. Save it without one.');
    const bytes = this.bytesOf(name, place);
    this.read += bytes.length;
    if (this.read > ALL_BYTES) throw tooLarge(name);
    return bytes.toString('utf8');
  }

  private bytesOf(name: string, { method, packedBytes, at }: PartPlace): Buffer {
    if (at + 30 > this.file.length || this.file.readUInt32LE(at) !== LOCAL_RECORD) throw damaged();
    const begin = at + 30 + this.file.readUInt16LE(at + 26) + this.file.readUInt16LE(at + 28);
    const packed = this.file.subarray(begin, begin + packedBytes);
    if (packed.length < packedBytes || (method !== STORED && method !== DEFLATED)) throw damaged();
    if (method === STORED) return packed;
    try {
      return inflateRawSync(packed, { maxOutputLength: PART_BYTES });
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(name) : damaged();
    }
  }
}

function directoryOf(file: Buffer): Map<string, PartPlace> {
  let end = file.length - 22;
  while (end >= 0 && end >= file.length - END_BYTES && file.readUInt32LE(end) !== END_RECORD) end -= 1;
  if (end < 0 || end < file.length - END_BYTES) throw damaged();
  const count = file.readUInt16LE(end + 10);
  if (count > PARTS) throw new ScheduleRefused('the whole file', `It has more than ${PARTS} parts.`);
  const places = new Map<string, PartPlace>();
  let at = file.readUInt32LE(end + 16);
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== DIRECTORY_RECORD) throw damaged();
    const lengths = [28, 30, 32].map((field) => file.readUInt16LE(at + field));
    places.set(file.toString('utf8', at + 46, at + 46 + lengths[0]!), {
      method: file.readUInt16LE(at + 10),
      isEncrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      packedBytes: file.readUInt32LE(at + 20),
      at: file.readUInt32LE(at + 42),
    });
    at += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
  return places;
}

const damaged = (): ScheduleRefused =>
  new ScheduleRefused('the whole file', 'It is a damaged or incomplete archive. Save it again, and send it.');

const tooLarge = (name: string): ScheduleRefused =>
  new ScheduleRefused(
    'the whole file',
    `Its part "${name}" unpacks to more than ${PART_BYTES / 1024 / 1024} MB. Send the sheet of the programme alone.`,
  );
