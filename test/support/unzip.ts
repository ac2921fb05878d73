import { inflateRawSync } from 'node:zlib';

const [END_RECORD, DIRECTORY_RECORD] = [Buffer.from('PK\u0005\u0006'), 0x02014b50];
const STORED = 0;

/** The files of a ZIP archive by their names (PKWARE APPNOTE 4.3), as its directory lists them. */
export function unzip(archive: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = archive.lastIndexOf(END_RECORD);
  let at = archive.readUInt32LE(end + 16);
  while (archive.readUInt32LE(at) === DIRECTORY_RECORD) {
    const [name, extra, comment] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const [method, packed, local] = [
      archive.readUInt16LE(at + 10),
      archive.readUInt32LE(at + 20),
      archive.readUInt32LE(at + 42),
    ];
    const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = archive.subarray(begin, begin + packed);
    files.set(archive.toString('utf8', at + 46, at + 46 + name), method === STORED ? bytes : inflateRawSync(bytes));
    at += 46 + name + extra + comment;
  }
  return files;
}
