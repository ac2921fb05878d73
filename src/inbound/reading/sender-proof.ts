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

/**
 * Whether a mail server of the operator proved that From is who sent the e-mail (RFC 8601): DMARC passed, or DKIM or
 * SPF did for the domain of From. `hosts` are the names by which these servers sign their results; fields of others
 * prove nothing. Of each method the uppermost field counts, because a forged one would stand below it.
 */
export function provesSender(email: ParsedEmail, hosts: readonly string[]): boolean {
  const sender = senderOf(email);
  if (sender === null) return false;
  const methods = new Map<string, string[]>();
  for (const field of fieldsNamed(email, 'authentication-results')) {
    const [server = '', ...results] = withoutComments(field).split(';').slice(0, RESULTS);
    if (!hosts.includes(server.trim().split(/\s/)[0]!.toLowerCase())) continue;
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

const METHOD = /^\s*([a-z0-9-]+)(?:\/\d+)?\s*=\s*([a-z]+)/i;
const methodOf = (result: string): string => METHOD.exec(result)?.[1]!.toLowerCase() ?? '';

function passesFor(domain: string, result: string): boolean {
  if (METHOD.exec(result)?.[2]!.toLowerCase() !== 'pass') return false;
  const said = (name: string): string[] =>
    [...result.matchAll(new RegExp(`(?:^|\\s)${name}\\s*=\\s*"?([^\\s";]+)`, 'gi'))].map(([, each]) =>
      each!.slice(each!.lastIndexOf('@') + 1).toLowerCase(),
    );
  switch (methodOf(result)) {
    case 'dmarc':
      return said('header\\.from').every((from) => from === domain);
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

function withoutComments(field: string): string {
  let [depth, kept] = [0, ''];
  for (const sign of field.slice(0, 8_000)) {
    if (sign === '(') depth += 1;
    else if (sign === ')' && depth > 0) depth -= 1;
    else if (depth === 0) kept += sign;
  }
  return kept;
}
