import { MailParser, type AttachmentStream, type HeaderLines, type MessageText } from 'mailparser';
import { EMAIL_BYTES, EMAIL_PARTS, HEAD_BYTES, TEXT_CHARACTERS } from './email-limits.ts';
import { emailHtmlAsText } from './email-html-as-text.ts';

/** One line of a head, unfolded and undecoded; its name is in lower case. */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

/** A part that is no text of the e-mail. */
export interface EmailPart {
  readonly type: string;
  /** In full for reports, which are short; else empty, because attachments are dropped. */
  readonly content: string;
  readonly isNamed: boolean;
}

/** An e-mail taken apart: nothing is decided yet. */
export interface ParsedEmail {
  readonly fields: readonly HeaderField[];
  /** The type of the whole, without parameters. */
  readonly type: string;
  readonly text: string;
  readonly parts: readonly EmailPart[];
}

/** An e-mail that cannot be taken apart: too long, too many parts, too deep, or broken. */
export class UnreadableEmail extends Error {}

const REPORT_TYPES = ['message/delivery-status', 'message/feedback-report', 'message/rfc822', 'text/rfc822-headers'];

/** Longest content of a part that is kept, in characters. */
const REPORT_CHARACTERS = 64 * 1024;

/** Takes the bytes of an e-mail (RFC 5322, 2045) apart. Throws UnreadableEmail. */
export async function parseEmail(raw: Buffer): Promise<ParsedEmail> {
  if (raw.length > EMAIL_BYTES) throw new UnreadableEmail('it is longer than 1 MB');
  const parser = new MailParser({
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
    keepDeliveryStatus: true,
    ignoreEmbedded: true,
    checksumAlgo: false,
    maxHeadSize: HEAD_BYTES,
    maxChildNodes: EMAIL_PARTS,
  });
  const parts: EmailPart[] = [];
  let fields: HeaderField[] = [];
  let words: Pick<MessageText, 'text' | 'html'> = {};
  await new Promise<void>((resolve, reject) => {
    parser.on('headerLines', (lines) => {
      fields = fieldsOf(lines);
    });
    parser.on('data', (data) => {
      if (data.type === 'text') words = data;
      else void partOf(data).then((part) => parts.push(part), reject);
    });
    parser.on('error', () => reject(new UnreadableEmail('its parts cannot be told apart')));
    parser.on('end', resolve);
    parser.end(raw);
  });
  return { fields, type: typeOf(fields), text: textOf(words), parts };
}

/** The decoded value of the first field of a name; undefined when there is none. */
export const fieldOf = ({ fields }: Pick<ParsedEmail, 'fields'>, name: string): string | undefined =>
  fields.find((field) => field.name === name)?.value;

export const fieldsNamed = ({ fields }: Pick<ParsedEmail, 'fields'>, name: string): string[] =>
  fields.filter((field) => field.name === name).map(({ value }) => value);

/** Control characters of a head say nothing and could end a line elsewhere. */
const fieldsOf = (lines: HeaderLines): HeaderField[] =>
  lines.map(({ key, line }) => ({
    name: key.toLowerCase(),
    value: asWritten(line.slice(line.indexOf(':') + 1))
      .replaceAll(/\p{Cc}+/gu, ' ')
      .trim(),
  }));

/** Heads are bytes here; since RFC 6532 those that are not ASCII are UTF-8. */
function asWritten(bytes: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(bytes, 'latin1'));
  } catch {
    return bytes;
  }
}

/** The first of several, as mail programs take it. */
const typeOf = (fields: readonly HeaderField[]): string =>
  (fields.find(({ name }) => name === 'content-type')?.value ?? 'text/plain').split(';')[0]!.trim().toLowerCase();

async function partOf(attachment: AttachmentStream): Promise<EmailPart> {
  const isKept = REPORT_TYPES.includes(attachment.contentType.toLowerCase());
  let content = '';
  for await (const piece of attachment.content)
    if (isKept && content.length < REPORT_CHARACTERS) content += (piece as Buffer).toString('latin1');
  attachment.release?.();
  return {
    type: attachment.contentType.toLowerCase(),
    content: content.slice(0, REPORT_CHARACTERS).replaceAll('\r\n', '\n'),
    isNamed: attachment.filename !== undefined && attachment.filename !== '',
  };
}

/** The plain text; that of the HTML only where there is no plain one, because HTML hides quotations better. */
function textOf({ text, html }: Pick<MessageText, 'text' | 'html'>): string {
  const plain = (text ?? '').slice(0, TEXT_CHARACTERS);
  const chosen = plain.trim() === '' && html ? emailHtmlAsText(html.slice(0, EMAIL_BYTES)) : plain;
  return chosen
    .slice(0, TEXT_CHARACTERS)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '');
}
