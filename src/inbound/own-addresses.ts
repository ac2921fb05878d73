/** The purpose of an address of one e-mail: replies, returned e-mails, unsubscribing. */
export type AddressPurpose = 'reply' | 'return' | 'end';

/** An address of the forum, read. */
export interface OwnAddress {
  /** `complaint`: where mailbox providers report complaints, of all e-mails. */
  readonly purpose: AddressPurpose | 'complaint';
  /** Empty for `complaint`. */
  readonly token: string;
}

const TAGS: Readonly<Record<AddressPurpose, string>> = { reply: 'reply', return: 'b', end: 'unsubscribe' };
const COMPLAINTS = 'complaints';
const PURPOSES = Object.keys(TAGS) as AddressPurpose[];

/**
 * The addresses of the forum: `reply+<token>@mail.example` where a domain is its own, and
 * `forum+reply.<token>@mail.example` where one mailbox is. Complaints have no token: `complaints@mail.example`,
 * `forum+complaints@mail.example`.
 */
export class OwnAddresses {
  private readonly mailbox: string | null;
  readonly domain: string;

  /** A domain, or the address of a mailbox; in lower case. */
  constructor(addressOrDomain: string) {
    const at = addressOrDomain.lastIndexOf('@');
    this.mailbox = at < 0 ? null : addressOrDomain.slice(0, at);
    this.domain = addressOrDomain.slice(at + 1);
  }

  make(purpose: AddressPurpose, token: string): string {
    return `${this.before(purpose)}${token}@${this.domain}`;
  }

  /** Null for any other address. */
  read(address: string): OwnAddress | null {
    const at = address.lastIndexOf('@');
    const [local, domain] = [address.slice(0, at).toLowerCase(), address.slice(at + 1).toLowerCase()];
    if (at < 1 || domain !== this.domain) return null;
    if (local === (this.mailbox === null ? COMPLAINTS : `${this.mailbox}+${COMPLAINTS}`))
      return { purpose: 'complaint', token: '' };
    const purpose = PURPOSES.find((each) => local.startsWith(this.before(each)));
    const token = purpose && local.slice(this.before(purpose).length);
    return purpose && token && /^[a-z0-9.-]{16,100}$/.test(token) ? { purpose, token } : null;
  }

  private before(purpose: AddressPurpose): string {
    return this.mailbox === null ? `${TAGS[purpose]}+` : `${this.mailbox}+${TAGS[purpose]}.`;
  }
}
