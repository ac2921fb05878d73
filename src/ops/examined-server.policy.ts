/** The request that the doctor sent through PUBLIC_URL, as it arrived at the server. */
export interface Arrival {
  /** Whether a proxy named the address it had the request from. */
  readonly isForwarded: boolean;
  /** Whether TRUSTED_PROXIES names the program that handed it in. */
  readonly isTrusted: boolean;
  /** The address of that program; empty when it is not known. */
  readonly peer: string;
}

export interface CertificateSpan {
  readonly beganAt: Date;
  readonly endsAt: Date;
}

/**
 * The answer at PUBLIC_URL: this forum, another program, a proxy that reaches no node, another address, one whose
 * certificate is not trusted, or nothing; `unasked` without keys, by which the forum knows who asks.
 */
export type PublicAnswer =
  | {
      readonly kind: 'forum';
      readonly arrival: Arrival;
      readonly certificate: CertificateSpan | null;
      /** Seconds by which this machine's clock is ahead of the `Date` of the answer; null without one. */
      readonly secondsAhead: number | null;
    }
  | { readonly kind: 'other' | 'down'; readonly status: number }
  | { readonly kind: 'elsewhere'; readonly location: string }
  | { readonly kind: 'untrusted' | 'silent'; readonly why: string }
  | { readonly kind: 'unasked' };

/** An entry of the DNS: right, absent, different, or unknown because no resolver answered. */
export type EntryState = 'right' | 'absent' | 'different' | 'unknown';

export interface MailExamined {
  readonly host: string;
  /** The reason why the mail server lets the forum in no further; null when it does. */
  readonly refusal: { readonly kind: 'login' | 'tls' | 'silent'; readonly why: string } | null;
  readonly domain: string;
  /** The name of the entry with the public key; null when the forum does not sign. */
  readonly dkimName: string | null;
  /** Null for what is not looked at: no key, or a domain that is in no public DNS. */
  readonly entries: Readonly<Record<'dkim' | 'spf' | 'dmarc', EntryState | null>>;
}

export interface InboundRefusal {
  readonly kind: 'login' | 'silent';
  readonly why: string;
}

export interface InboundExamined {
  /** A port of this machine, or a mailbox elsewhere. */
  readonly kind: 'port' | 'mailbox';
  /** Host and port, without a user. */
  readonly place: string;
  /** Null when e-mails are taken there. */
  readonly refusal: InboundRefusal | null;
  /** Number of the mail servers' names that INBOUND_TRUSTS holds. */
  readonly trusts: number;
}

export interface DatabaseExamined {
  /** `server_version_num`, and as people write it. */
  readonly versionNumber: number;
  readonly version: string;
  /** Seconds by which this machine's clock is ahead of the database's. */
  readonly secondsAhead: number;
  readonly pending: number;
  /** Changes of the schema that this build does not know. */
  readonly unknown: number;
  /** E-mails of the last 14 days that mail servers refused because of their sender; null where no table has them. */
  readonly senderRefusals: {
    readonly count: number;
    readonly status: string | null;
    readonly latest: Date | null;
  } | null;
  /** E-mails that could not be taken, in a folder of the mailbox; null where no table has them. */
  readonly setAsideEmails: { readonly count: number; readonly folder: string } | null;
}

export interface BackupExamined {
  readonly takenAt: Date;
  readonly isBesideData: boolean;
}

/** The facts found out about a server, before it is judged. */
export interface ServerFacts {
  readonly now: Date;
  readonly publicUrl: string;
  readonly answer: PublicAnswer;
  readonly trustedProxies: readonly string[];
  readonly hasRateLimits: boolean;
  /** Null without SMTP_URL. */
  readonly mail: MailExamined | null;
  /** Null without INBOUND. */
  readonly inbound: InboundExamined | null;
  /** Null without REDIS_URL; `why` is null when it answers. */
  readonly redis: { readonly why: string | null } | null;
  /** `only-here`: in DATA_DIR, and nothing says that there is a copy; `none`: not there either. */
  readonly keys: 'settings' | 'copied' | 'only-here' | 'none';
  /** The folder of the server's own data. */
  readonly dataDir: string;
  readonly backup: BackupExamined | null;
  /** Of the disk of DATA_DIR; null when it cannot be read. */
  readonly disk: { readonly freeBytes: number; readonly totalBytes: number } | null;
  /** Or the sentence about why it cannot be used. */
  readonly database: DatabaseExamined | { readonly why: string };
}
