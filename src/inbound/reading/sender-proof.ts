import { mailboxesIn, type Mailbox } from './mailboxes.ts';
import { fieldsNamed, type ParsedEmail } from './parsed-email.ts';

/** The one mailbox of From; null for none, for two, and for two fields. */
export function senderOf(email: ParsedEmail): Mailbox | null {
  const fields = fieldsNamed(email, 'from');
  const senders = fields.flatMap(mailboxesIn);
  return fields.length === 1 && senders.length === 1 ? senders[0]! : null;
}

/** Most results that are read of one field. */
const RESULTS = 50;

/** Longest field that is read, in characters. */
const FIELD_CHARACTERS = 8_000;

/**
 * Whether a mail server of the operator proved that From is who sent the e-mail (RFC 8601): DMARC passed, or DKIM or
 * SPF did for the domain of From. `hosts` are the names by which these servers sign their results; fields of others
 * prove nothing. Of each method the uppermost field counts, because a forged one would stand below it. A field of
 * theirs that cannot be told apart lets none count: it quotes what the sender of the e-mail chose.
 */
export function provesSender(email: ParsedEmail, hosts: readonly string[]): boolean {
  const sender = senderOf(email);
  if (sender === null) return false;
  const methods = new Map<string, string[]>();
  for (const field of fieldsNamed(email, 'authentication-results')) {
    const { server, results, isWhole } = fieldRead(field);
    if (!hosts.includes(server)) continue;
    if (!isWhole) return false;
    for (const method of new Set(results.map(methodOf)))
      if (!methods.has(method))
        methods.set(
          method,
          results.filter((result) => methodOf(result) === method),
        );
  }
  const dmarc = methods.get('dmarc') ?? [];
  if (dmarc.some((result) => /=\s*fail/i.test(result))) return false;
  return [...methods.values()].flat().some((result) => passesFor(sender.domain, result));
}

/** The beginning of a result: a method, perhaps with a version, and its verdict. */
const METHOD = /^\s*([a-z0-9-]+)(?:\/\d+)?\s*=\s*([a-z]+)/i;
const VERDICT_ALONE = /^\s*[a-z0-9-]+(?:\/\d+)?\s*=\s*[a-z]+$/i;
const methodOf = (result: string): string => METHOD.exec(result)?.[1]!.toLowerCase() ?? '';

function passesFor(domain: string, result: string): boolean {
  if (METHOD.exec(result)?.[2]!.toLowerCase() !== 'pass') return false;
  const said = (name: string): string[] =>
    [...result.matchAll(new RegExp(`(?:^|\\s)${name}\\s*=\\s*([^\\s;]+)`, 'gi'))].map(([, each]) =>
      each!.slice(each!.lastIndexOf('@') + 1).toLowerCase(),
    );
  switch (methodOf(result)) {
    case 'dmarc': {
      const froms = said('header\\.from');
      return froms.length > 0 && froms.every((from) => from === domain);
    }
    case 'dkim':
      return [...said('header\\.d'), ...said('header\\.i')].some((signer) => isAligned(domain, signer));
    case 'spf':
      return said('smtp\\.mailfrom').some((from) => isAligned(domain, from));
    default:
      return false;
  }
}

/** Equal, or one above the other with two labels at least; stricter than DMARC, which knows where domains are sold. */
const isAligned = (domain: string, other: string): boolean =>
  domain === other ||
  (other.includes('.') && domain.endsWith(`.${other}`)) ||
  (domain.includes('.') && other.endsWith(`.${domain}`));

/** A field cut at its semicolons, without comments; the names of servers are in lower case. */
interface ReadField {
  readonly server: string;
  readonly results: readonly string[];
  /** False where a quotation or a comment does not end, a comment hangs on a value, or holds a quotation. */
  readonly isWhole: boolean;
}

/**
 * Reads a field as its server meant it (RFC 8601, 2.2): a semicolon, a bracket or a space in a quoted local part cuts
 * nothing. Servers write the address of the envelope and the domain of a signature as their sender gave them, so that
 * `d=mail.example(.evil.example` would be mail.example with a comment that never ends.
 */
function fieldRead(field: string): ReadField {
  const parts = [''];
  let [depth, isQuoted, isWhole] = [0, false, field.length <= FIELD_CHARACTERS];
  for (let at = 0; at < Math.min(field.length, FIELD_CHARACTERS); at += 1) {
    const sign = field[at]!;
    const part = parts.at(-1)!;
    if (sign === '\\' && (isQuoted || depth > 0)) at += 1;
    else if (isQuoted) {
      isQuoted = sign !== '"';
      if (isQuoted) parts[parts.length - 1] = part + (/[\w.@+-]/.test(sign) ? sign : '?');
    } else if (sign === '(') {
      isWhole &&= depth > 0 || mayComment(part);
      depth += 1;
    } else if (depth > 0) {
      isWhole &&= sign !== '"';
      depth -= sign === ')' ? 1 : 0;
    } else if (sign === '"') isQuoted = true;
    else if (sign === ';') parts.push('');
    else parts[parts.length - 1] = part + sign;
  }
  const [server = '', ...results] = parts;
  return {
    server: server.trim().split(/\s/)[0]!.toLowerCase(),
    results: results.slice(0, RESULTS),
    isWhole: isWhole && !isQuoted && depth === 0,
  };
}

/** Whether a comment may follow: after a space, or right after a verdict, as Yahoo writes `dmarc=pass(p=reject)`. */
const mayComment = (before: string): boolean => before === '' || /\s$/.test(before) || VERDICT_ALONE.test(before);
