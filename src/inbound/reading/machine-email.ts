import { fieldOf, fieldsNamed, type ParsedEmail } from './parsed-email.ts';
import { mailboxesIn } from './mailboxes.ts';

/** The rule by which an e-mail is a machine's, in the order in which they are asked. */
export type MachineRule =
  | 'report'
  | 'automatic'
  | 'no-return'
  | 'bulk'
  | 'list'
  | 'postmaster'
  | 'failed-recipients'
  | 'loop';

const BULK = ['list', 'junk', 'bulk', 'auto_reply', 'auto-reply'];
const LIST_FIELDS = ['list-id', 'list-unsubscribe', 'list-post', 'list-help'];
const AUTOMATIC_FIELDS = ['x-autoreply', 'x-autorespond', 'x-auto-reply-from', 'x-mail-autoreply'];
const MACHINES = /^(mailer-?daemon|postmaster|no[-._]?reply|do[-._]?not[-._]?reply|bounces?|daemon|root)$/i;

/**
 * The rule by which an e-mail is a machine's and never a comment (RFC 3834, 2 and 5); null for a person's.
 * X-Auto-Response-Suppress is no sign, because programs of people set it, too.
 */
export function machineRule(email: ParsedEmail, envelopeFrom: string | null): MachineRule | null {
  if (email.type === 'multipart/report' || email.parts.some(isReport) || isComplaint(email)) return 'report';
  if (isAutomatic(email)) return 'automatic';
  if (envelopeFrom === '' || hasNoReturn(email)) return 'no-return';
  if (BULK.includes((fieldOf(email, 'precedence') ?? '').toLowerCase())) return 'bulk';
  if (LIST_FIELDS.some((name) => fieldOf(email, name) !== undefined)) return 'list';
  if (isFromMachine(email)) return 'postmaster';
  if (fieldOf(email, 'x-failed-recipients') !== undefined) return 'failed-recipients';
  return fieldOf(email, 'x-loop') === undefined ? null : 'loop';
}

/** Whether the sender is a mail system: one that reports failures and no person. */
export const isFromMachine = (email: ParsedEmail): boolean =>
  fieldsNamed(email, 'from').some((from) => {
    const senders = mailboxesIn(from);
    return senders.length === 0 || senders.some(({ local }) => MACHINES.test(local));
  });

/** Whether an e-mail says that a reader complained about another. */
export const isComplaint = ({ type, parts, text }: ParsedEmail): boolean =>
  parts.some((part) => part.type === 'message/feedback-report') ||
  (type === 'multipart/report' && /^feedback-type\s*:/im.test(text)) ||
  // Hotmail's programme sends the e-mail alone, with the reader in a field of its own.
  parts.some((part) => part.type === 'message/rfc822' && /^x-hmxmroriginalrecipient\s*:/im.test(part.content));

const isReport = ({ type }: { type: string }): boolean =>
  type === 'message/delivery-status' ||
  type === 'message/feedback-report' ||
  type === 'message/disposition-notification';

function isAutomatic(email: ParsedEmail): boolean {
  const said = fieldOf(email, 'auto-submitted')?.toLowerCase();
  return (
    (said !== undefined && said.split(/[\s;(]/)[0] !== 'no') ||
    AUTOMATIC_FIELDS.some((name) => fieldOf(email, name) !== undefined)
  );
}

const hasNoReturn = (email: ParsedEmail): boolean =>
  fieldsNamed(email, 'return-path').some((path) => path === '' || path === '<>');

/** Names that programs give an e-mail that says its owner is away, in languages of our readers and their neighbours. */
const AWAY = [
  /\bout[ -]of[ -](the[ -])?office\b/i,
  /\bauto(matic(ally)?)?[ -]?(reply|response|answer)\b/i,
  /\bautoreply\b/i,
  /\baway from (my|the) (e-?mail|office|desk)\b/i,
  /\bon (vacation|holiday|annual leave)\b/i,
  /r[ée]ponse\s+automatique/i,
  /absen(ce|t|te)\s+(du|de)\s+bureau/i,
  /message\s+d[’']absence/i,
  /abwesen(heit|d)/i,
  /automatische\s+(antwort|beantwortung|antwoord)/i,
  /respuesta\s+autom[áa]tica/i,
  /fuera\s+de\s+la\s+oficina/i,
  /risposta\s+automatica/i,
  /fuori\s+(sede|ufficio)/i,
  /resposta\s+autom[áa]tica/i,
  /afwezig(heid)?/i,
  /autosvar/i,
  /fr[åa]nvaro/i,
  /fravær/i,
  /автоответ/i,
  /自動(応答|返信)/,
  /自动(回复|答复)/,
];

/** Whether a subject says that its sender is away. The e-mail is held then, because a person may write so, too. */
export const saysAway = (subject: string): boolean => AWAY.some((pattern) => pattern.test(subject.slice(0, 500)));
