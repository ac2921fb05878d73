import { createTransport } from 'nodemailer';

/**
 * The reason why a mail server lets the forum in no further: its login is refused, encryption fails, or nothing
 * answers.
 */
export interface MailServerRefusal {
  readonly kind: 'login' | 'tls' | 'silent';
  /** The server's reply code or the system's words; never an address. */
  readonly why: string;
}

/**
 * Connects to the mail server of SMTP_URL, greets and signs in as for an e-mail, and sends none. Null when it lets the
 * forum in; each step may take `timeoutMs`.
 */
export async function mailServerRefusal(url: string, timeoutMs: number): Promise<MailServerRefusal | null> {
  const transporter = createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transporter.verify();
    return null;
  } catch (thrown) {
    const { code = '', responseCode, message } = thrown as Error & { code?: string; responseCode?: number };
    // A reply to a login often quotes the user.
    if (code === 'EAUTH') return { kind: 'login', why: String(responseCode ?? code) };
    return { kind: /TLS|CERT|SSL/.test(`${code} ${message}`) ? 'tls' : 'silent', why: message || code };
  } finally {
    transporter.close();
  }
}
