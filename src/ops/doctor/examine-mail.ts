import type { Config } from '../../platform/config/settings.ts';
import { dkimEntry, dkimSignature, dmarcEntry, type DnsEntry } from '../../platform/mail/dkim.ts';
import type { LookUpText } from '../../platform/mail/dns-text.ts';
import { EmailAddressing } from '../../platform/mail/email-addressing.ts';
import { mailServerRefusal } from '../../platform/mail/mail-server-refusal.ts';
import type { EntryState, MailExamined } from '../examined-server.policy.ts';

interface MailExamination {
  lookUpText: LookUpText;
  timeoutMs: number;
}

/** Connects to the mail server and asks the DNS about the sender's domain. Null without SMTP_URL. */
export async function examineMail(
  config: Config,
  { lookUpText, timeoutMs }: MailExamination,
): Promise<MailExamined | null> {
  const url = config.get('SMTP_URL');
  if (url === null) return null;
  const emailAddressing = new EmailAddressing(config);
  const domain = emailAddressing.senderDomain;
  const signature = dkimSignature(config, emailAddressing);
  const dkim = signature && dkimEntry(signature);
  // A domain without a dot is of this machine alone.
  const isPublic = domain.includes('.');
  const lookUp = async (name: string, stateOf: StateOf): Promise<EntryState> => {
    const texts = await lookUpText(name);
    return texts === null ? 'unknown' : stateOf(texts);
  };
  const [refusal, ofDkim, ofSpf, ofDmarc] = await Promise.all([
    mailServerRefusal(url, timeoutMs),
    isPublic && dkim ? lookUp(dkim.name, stateOfKey(dkim)) : null,
    isPublic ? lookUp(domain, stateByStart('v=spf1')) : null,
    isPublic ? lookUp(dmarcEntry(domain).name, stateByStart('v=DMARC1')) : null,
  ]);
  return {
    host: new URL(url).hostname,
    refusal,
    domain,
    dkimName: dkim?.name ?? null,
    entries: { dkim: ofDkim, spf: ofSpf, dmarc: ofDmarc },
  };
}

type StateOf = (texts: readonly string[]) => EntryState;

const stateByStart =
  (start: string): StateOf =>
  (texts) =>
    texts.some((text) => text.toLowerCase().startsWith(start.toLowerCase())) ? 'right' : 'absent';

/** The key of an entry (RFC 6376, 3.6.1), without the spaces that may stand in it. */
const keyIn = (text: string): string | undefined => /(?:^|;)\s*p=([^;]*)/.exec(text)?.[1]?.replaceAll(/\s/g, '');

const stateOfKey =
  (entry: DnsEntry): StateOf =>
  (texts) => {
    const keys = texts.map(keyIn).filter((key): key is string => key !== undefined);
    if (keys.length === 0) return 'absent';
    return keys.includes(keyIn(entry.value)!) ? 'right' : 'different';
  };
