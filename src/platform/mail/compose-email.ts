import type { SendMailOptions } from 'nodemailer';
import type { EmailAddresses, EmailAddressing } from './email-addressing.ts';
import type { Email, EmailBrand } from './email.ts';
import { htmlEmail } from './html-email.ts';

/** The colours of an e-mail that comes from no conference. */
const USUAL_COLOURS: Pick<EmailBrand, 'light' | 'dark'> = {
  light: { accent: '#0b5d6b', ink: '#ffffff' },
  dark: { accent: '#7cc4cf', ink: '#0c1f23' },
};

/** A message for Nodemailer, with the envelope it travels in. */
export interface ComposedEmail {
  message: SendMailOptions;
  envelope: { from: string; to: string[] };
}

/** Makes messages of e-mails: text first, HTML with the same content, and the headers that keep machines quiet. */
export class ComposeEmail {
  constructor(private readonly emailAddressing: EmailAddressing) {}

  async compose(to: string, email: Email): Promise<ComposedEmail> {
    const addresses = await this.emailAddressing.of(email);
    const { messageId, rootId, from, envelopeFrom, replyTo } = addresses;
    const { subject, text, locale, action } = email;
    const footer = footerOf(email, replyTo !== null);
    const marker = replyTo?.marker;
    return {
      envelope: { from: envelopeFrom, to: [to] },
      message: {
        from,
        to: { name: '', address: to },
        messageId,
        ...(rootId === null ? {} : { references: [rootId] }),
        ...(replyTo === null ? {} : { replyTo: replyTo.address }),
        subject,
        text: textOf(text, footer, marker),
        html: htmlEmail({
          locale,
          subject,
          text,
          brand: email.brand ?? { name: from.name || 'Aftertalk', ...USUAL_COLOURS },
          ...(footer !== undefined && { footer }),
          ...(action !== undefined && { action }),
          ...(marker !== undefined && { marker }),
        }),
        textEncoding: 'quoted-printable',
        headers: headersOf(email, addresses),
      },
    };
  }
}

/** The sentence that no reply is read, for an e-mail to which none is taken. */
function footerOf({ footer, onPage }: Email, canBeAnswered: boolean): string | undefined {
  const parts = [canBeAnswered ? undefined : onPage, footer].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join('\n\n');
}

/** The line for replies first, because mail programs quote below it. */
const textOf = (text: string, footer: string | undefined, marker: string | undefined): string =>
  [marker, text.trim(), footer === undefined ? undefined : `– – –\n${footer.trim()}`]
    .filter((part) => part !== undefined)
    .join('\n\n')
    .concat('\n');

/**
 * Nobody is away to an automatic e-mail (RFC 3834, 5; Microsoft's X-Auto-Response-Suppress), and what can end ends by
 * one press (RFC 2369, 8058).
 */
function headersOf({ end }: Email, { listId, unsubscribeTo }: EmailAddresses): Record<string, string> {
  const headers: Record<string, string> = {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
  };
  if (listId !== null) headers['List-Id'] = `<${listId}>`;
  if (end) {
    headers['List-Unsubscribe'] = `<${end.url}>${unsubscribeTo === null ? '' : `, <mailto:${unsubscribeTo}>`}`;
    headers['List-Unsubscribe-Post'] = 'List-Unsubscribe=One-Click';
  }
  return headers;
}
