import { folderIn, mailboxClient } from '../../inbound/mailbox-client.ts';
import type { InboundRefusal } from '../examined-server.policy.ts';

/**
 * The reason why the mailbox of INBOUND cannot be read; null when it can. Signs in over TLS and looks at the folder
 * without marking an e-mail as seen.
 */
export async function mailboxRefusal(url: URL, timeoutMs: number): Promise<InboundRefusal | null> {
  const client = mailboxClient(url, { connectingMs: timeoutMs, silentMs: timeoutMs });
  try {
    await client.connect();
    await client.mailboxOpen(folderIn(url), { readOnly: true });
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
