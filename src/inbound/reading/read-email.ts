import type { DraftReason } from '../reply-words.policy.ts';
import { cutQuotes, type OwnSigns } from './cut-quotes.ts';
import { decodedSubject } from './decoded-subject.ts';
import { readReturn, type ReportedReturn } from './delivery-report.ts';
import { machineRule, saysAway, type MachineRule } from './machine-email.ts';
import type { Mailbox } from './mailboxes.ts';
import { fieldOf, parseEmail, UnreadableEmail, type ParsedEmail } from './parsed-email.ts';
import { provesSender, senderOf } from './sender-proof.ts';

/** A person's e-mail. */
export interface PersonsEmail {
  readonly kind: 'reply';
  readonly text: string;
  readonly cause: DraftReason | null;
  readonly isAboveLine: boolean;
  readonly attachments: number;
  readonly sender: Mailbox | null;
  readonly isProven: boolean;
}

/** The kind and the kept parts of an e-mail. Nothing else of it is kept. */
export type ReadEmail =
  | PersonsEmail
  | { readonly kind: 'machine'; readonly rule: MachineRule }
  | { readonly kind: 'unreadable' };

export interface ReadingRules extends OwnSigns {
  /** Names of mail servers whose Authentication-Results are believed, in lower case. */
  readonly trustedHosts: readonly string[];
}

/** An e-mail as a mail server hands it in. */
export interface ArrivedEmail {
  readonly raw: Buffer;
  /** Of the envelope: empty for the null return path; null where there is no envelope. */
  readonly envelopeFrom: string | null;
}

/** An e-mail to a reply address, read once. */
export interface ReadArrival {
  readonly read: ReadEmail;
  /** The Message-ID, by which the same e-mail is taken once; empty when it has none. */
  readonly messageId: string;
}

/** The answer for an e-mail that cannot be read. */
export const UNREADABLE: ReadArrival = { read: { kind: 'unreadable' }, messageId: '' };

/** Reads an e-mail to a reply address. */
export async function readArrival({ raw, envelopeFrom }: ArrivedEmail, rules: ReadingRules): Promise<ReadArrival> {
  const email = await parsed(raw);
  if (email === null) return UNREADABLE;
  const messageId = (fieldOf(email, 'message-id') ?? '').slice(0, 1_000);
  return { read: readParsed(email, envelopeFrom, rules), messageId };
}

function readParsed(email: ParsedEmail, envelopeFrom: string | null, rules: ReadingRules): ReadEmail {
  const rule = machineRule(email, envelopeFrom);
  if (rule !== null) return { kind: 'machine', rule };
  const { text, cause, isAboveLine } = cutQuotes(email.text, rules);
  return {
    kind: 'reply',
    text,
    cause: saysAway(decodedSubject(fieldOf(email, 'subject') ?? '')) ? 'away' : cause,
    isAboveLine,
    attachments: email.parts.length,
    sender: senderOf(email),
    isProven: provesSender(email, rules.trustedHosts),
  };
}

/** Reads an e-mail to the sender of an envelope: null when it reports nothing. */
export async function readReturned(raw: Buffer): Promise<ReportedReturn | null> {
  const email = await parsed(raw);
  return email && readReturn(email);
}

async function parsed(raw: Buffer): Promise<ParsedEmail | null> {
  try {
    return await parseEmail(raw);
  } catch (error) {
    if (error instanceof UnreadableEmail) return null;
    throw error;
  }
}
