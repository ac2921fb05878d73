import type { ReturnVerdict } from '../../accounts/returned-emails.policy.ts';
import { isComplaint, isFromMachine } from './machine-email.ts';
import { fieldOf, type ParsedEmail } from './parsed-email.ts';

/** A mail system's word of an e-mail that could not be delivered: an enhanced status code (RFC 3463), or none. */
export interface DeliveryReport {
  readonly kind: 'report';
  /** Such as 5.1.1; null when it says none. */
  readonly status: string | null;
}

/** A reader pressed "this is spam" (RFC 5965). */
export interface Complaint {
  readonly kind: 'complaint';
  /** Senders of envelopes and Message-IDs that it names; those of the e-mail it is about are among them. */
  readonly names: readonly string[];
}

/** Delays are no failure: the mail system goes on trying, and tells when it gives up. */
export interface DelayReport {
  readonly kind: 'delay';
}

export type ReportedReturn = DeliveryReport | Complaint | DelayReport;

/** Most names that are read of one complaint. */
const NAMES = 20;

const STATUS = /\b([45])\.(\d{1,3})\.(\d{1,3})\b/;

/** Reads what came back to an envelope's sender; null for anything that is no report, such as an answer of absence. */
export function readReturn(email: ParsedEmail): ReportedReturn | null {
  if (isComplaint(email)) return { kind: 'complaint', names: namesIn(email) };
  const part = email.parts.find(({ type }) => type === 'message/delivery-status');
  const said = part?.content ?? (email.type === 'multipart/report' ? email.text : null);
  if (said !== null && /^(action|status|final-recipient)\s*:/im.test(said)) return readStatus(said, email.text);
  const isFailure = isFromMachine(email) || fieldOf(email, 'x-failed-recipients') !== undefined;
  if (!isFailure) return null;
  const words = aboveTheCopy(email.text);
  if (/\bdelay(ed)?\b|will (retry|be retried)|incomplete/i.test(fieldOf(email, 'subject') ?? ''))
    return { kind: 'delay' };
  return { kind: 'report', status: statusIn(words) };
}

/** The sender and Message-ID of the e-mail that a complaint is about (RFC 5965, 3.2), and of that e-mail's head. */
function namesIn({ parts }: ParsedEmail): string[] {
  const fields = parts
    .map(({ content }) => content)
    .join('\n')
    .matchAll(/^(?:original-mail-from|return-path|message-id)\s*:\s*<?([^\s<>]{3,200})>?\s*$/gim);
  return [...fields].slice(0, NAMES).map(([, name]) => name!);
}

/** The worst of its recipients (RFC 3464, 2.3); there is one, because each e-mail has its own envelope. */
function readStatus(said: string, text: string): ReportedReturn {
  const actions = [...said.matchAll(/^action\s*:\s*([a-z]+)/gim)].map(([, action]) => action!.toLowerCase());
  if (actions.length > 0 && actions.every((action) => action !== 'failed')) return { kind: 'delay' };
  const statuses = [...said.matchAll(/^status\s*:\s*(.*)/gim)].map(([, value]) => statusIn(value!));
  const status = statuses.find((each) => each !== null) ?? null;
  if (status !== null && !/^[45]\.0\.0$/.test(status)) return { kind: 'report', status };
  // A code that says nothing is often beside one that does.
  const diagnostic = /^diagnostic-code\s*:((?:.*\n?)(?:[ \t].*\n?)*)/im.exec(said)?.[1] ?? '';
  return { kind: 'report', status: statusIn(diagnostic) ?? status ?? statusIn(aboveTheCopy(text)) };
}

function statusIn(words: string): string | null {
  const found = STATUS.exec(words.replaceAll(/\d+\.\d+\.\d+\.\d+/g, ''));
  return found ? `${found[1]}.${Number(found[2])}.${Number(found[3])}` : null;
}

/** The part that a mail system writes itself; below it is a copy of the e-mail, whose words prove nothing. */
function aboveTheCopy(text: string): string {
  const copy =
    /^(-{2,}.*(copy|message).*|.*original message.*|received:|return-path:|message headers follow.*)$/im.exec(text);
  return text.slice(0, copy?.index ?? text.length).slice(0, 8_000);
}

/**
 * A missing mailbox is final (5.1.x, 5.2.1); refusals for reasons of security or reputation (5.7.x), and of our own
 * address (5.1.7, 5.1.8), are the operator's and never the reader's; anything else may pass.
 */
export function verdictOn(status: string | null): Exclude<ReturnVerdict, 'complaint'> {
  if (status === null) return 'soft';
  if (/^[45]\.7\./.test(status) || status === '5.1.7' || status === '5.1.8') return 'operator';
  return status.startsWith('5.1.') || status === '5.2.1' ? 'hard' : 'soft';
}
