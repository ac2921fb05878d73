import { ImapFlow } from 'imapflow';
import type { InboundRefusal } from '../examined-server.policy.ts';

/**
 * Why the mailbox of INBOUND cannot be read; null when it can. Signs in over TLS and looks at the folder without
 * marking an e-mail as seen.
 */
export async function mailboxRefusal(url: URL, timeoutMs: number): Promise<InboundRefusal | null> {
  const client = new ImapFlow({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || '993'),
    secure: true,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.mailboxOpen(decodeURIComponent(url.pathname.slice(1)) || 'INBOX', { readOnly: true });
    return null;
  } catch (error) {
    const { authenticationFailed, serverResponseCode, code, message } = error as MailboxError;
    // Words of the server often quote the user.
    if (authenticationFailed) return { kind: 'login', why: serverResponseCode ?? 'NO' };
    return { kind: 'silent', why: serverResponseCode ?? (message || code || 'no answer') };
  } finally {
    client.close();
  }
}

interface MailboxError extends Error {
  authenticationFailed?: boolean;
  serverResponseCode?: string;
  code?: string;
}
