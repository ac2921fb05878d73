import { ImapFlow } from 'imapflow';
import { EMAIL_BYTES } from './reading/email-limits.ts';

/** Pause after the last question until the server is asked to tell of new e-mails (IDLE, RFC 2177), in milliseconds. */
const IDLE_AFTER_MS = 500;

/** Longest answer without e-mails, in bytes: the numbers of two hundred thousand e-mails. */
const LINE_BYTES = 2 * EMAIL_BYTES;
/** Most words of an answer; one of numbers alone is not counted. A word takes a hundred bytes until it is read. */
const WORDS_AT_MOST = 100_000;

/** Longest time to connect, and longest wait for an answer, in milliseconds. */
interface Patience {
  readonly connectingMs: number;
  readonly silentMs: number;
}

/** A client of the mailbox `imaps://user:password@host[:port][/folder]`, over TLS, that is not yet connected. */
export function mailboxClient(url: URL, { connectingMs, silentMs }: Patience): ImapFlow {
  const client = new ImapFlow({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || '993'),
    secure: true,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    clientInfo: { name: 'Aftertalk' },
    autoIdleDelay: IDLE_AFTER_MS,
    connectionTimeout: connectingMs,
    greetingTimeout: connectingMs,
    socketTimeout: silentMs,
    maxLiteralSize: EMAIL_BYTES,
    maxLineLength: LINE_BYTES,
    maxResponseSize: LINE_BYTES + EMAIL_BYTES,
    maxResponseTokens: WORDS_AT_MOST,
  });
  // Without a listener an error would end the process; whatever waits for the connection throws it.
  client.on('error', () => undefined);
  return client;
}

/** The folder that the address of a mailbox names, INBOX unless it names one. */
export const folderIn = (url: URL): string => decodeURIComponent(url.pathname.slice(1)) || 'INBOX';
