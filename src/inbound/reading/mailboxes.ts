/** A mailbox as a field names it, in lower case. */
export interface Mailbox {
  readonly local: string;
  readonly domain: string;
}

/** Longest field that is read, in characters. */
const FIELD_CHARACTERS = 4_000;

/**
 * The mailboxes of a field such as From (RFC 5322, 3.4), without names, comments and groups. A quoted local part counts
 * as none, because no account has one; so does everything that reads as no mailbox.
 */
export function mailboxesIn(field: string): Mailbox[] {
  return partsOf(field.slice(0, FIELD_CHARACTERS)).flatMap((part) => {
    const angle = part.lastIndexOf('<');
    const address = (angle < 0 ? part : part.slice(angle + 1, endAfter(part, angle))).trim().toLowerCase();
    const at = address.lastIndexOf('@');
    const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
    if (at < 1 && /^mailer-daemon$/.test(address)) return [{ local: address, domain: '' }];
    return at < 1 || domain === '' || /[\s"<>(),;]/.test(address) ? [] : [{ local, domain }];
  });
}

function endAfter(part: string, angle: number): number {
  const end = part.indexOf('>', angle);
  return end < 0 ? part.length : end;
}

/** Cuts at commas and semicolons outside of quotes and comments, and drops these. */
function partsOf(field: string): string[] {
  const parts = [''];
  let comments = 0;
  let isQuoted = false;
  for (let at = 0; at < field.length; at += 1) {
    const sign = field[at]!;
    if (sign === '\\' && (isQuoted || comments > 0)) at += 1;
    else if (isQuoted) isQuoted = sign !== '"';
    else if (sign === '(') comments += 1;
    else if (sign === ')' && comments > 0) comments -= 1;
    else if (comments > 0) continue;
    else if (sign === '"') {
      isQuoted = true;
      // Marks where a quoted local part stood, so that what is left of it is no mailbox.
      parts[parts.length - 1] += '"';
    } else if (sign === ',' || sign === ';') parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
