/** A part of a form: a text, or a file with the name that its browser gave it. */
export interface FormPart {
  readonly name: string;
  /** Null for a text. */
  readonly fileName: string | null;
  /** Of the body of the request, without a copy. */
  readonly bytes: Buffer;
}

/** Most parts of a form; the largest of ours, with 500 answers and 100 columns, has some 800. */
const PARTS = 2_000;
/** Longest head of a part, in bytes. */
const HEAD_BYTES = 8 * 1024;

const BOUNDARY = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i;
const LINE_END = '\r\n';
const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * Cuts a form with files at its boundaries (RFC 7578; RFC 2046, 5.1.1), by searches of the bytes alone: the parser of
 * Node held the event loop for two seconds over eight megabytes of heads. Null for what is no such form, and for one
 * with more than 2,000 parts.
 */
export function formParts(body: Buffer, contentType: string): FormPart[] | null {
  const [, quoted, plain] = BOUNDARY.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return null;
  const delimiter = Buffer.from(`${LINE_END}--${boundary}`);
  const parts: FormPart[] = [];
  // The first boundary has no line end before it.
  let at = delimiter.length - LINE_END.length;
  if (!body.subarray(0, at).equals(delimiter.subarray(LINE_END.length))) return null;
  while (parts.length <= PARTS) {
    const sign = body.toString('latin1', at, at + 2);
    if (sign === '--') return parts;
    if (sign !== LINE_END) return null;
    // With the line end of the boundary, so that a head without a line ends, too.
    const headEnd = body.subarray(at, at + HEAD_BYTES).indexOf(HEAD_END);
    if (headEnd < 0) return null;
    const begin = at + headEnd + HEAD_END.length;
    const end = body.indexOf(delimiter, begin);
    const named = end < 0 ? null : namesIn(body.toString('utf8', at, at + headEnd));
    if (named === null) return null;
    parts.push({ ...named, bytes: body.subarray(begin, end) });
    at = end + delimiter.length;
  }
  return null;
}

/** The words of a text of a form. */
export const textOfPart = ({ bytes }: FormPart): string => new TextDecoder().decode(bytes);

const DISPOSITION = /^content-disposition:\s*form-data\s*;(.*)$/im;
const ENCODED = /^content-transfer-encoding:[ \t]*(?![ \t]|7bit|8bit|binary)/im;

/** The names in the head of a part; null for one without a name, and for bytes that stand for others. */
function namesIn(head: string): Pick<FormPart, 'name' | 'fileName'> | null {
  const said = DISPOSITION.exec(head)?.[1];
  if (said === undefined || ENCODED.test(head)) return null;
  const name = valueOf('name', said);
  return name === null ? null : { name, fileName: valueOf('filename', said) };
}

/** As browsers write it (HTML, multipart form data): in quotes, with line ends and quotes as `%0D`, `%0A`, `%22`. */
function valueOf(parameter: 'name' | 'filename', said: string): string | null {
  const [, value = null] = new RegExp(`(?:^|;)\\s*${parameter}="([^"]*)"`, 'i').exec(said) ?? [];
  return value && value.replaceAll(/%0d|%0a|%22/gi, (sign) => decodeURIComponent(sign));
}
