/** Requests to an open mailbox: the methods of `MailboxSession`, by their names. */
export interface MailboxMethods {
  listSince(day: Date): Promise<number[]>;
  listAfter(uid: number): Promise<number[]>;
  stillListed(uids: readonly number[]): Promise<number[]>;
  headsOf(uids: readonly number[]): Promise<Map<number, string>>;
  rawOf(uid: number): Promise<Uint8Array | null>;
  putAway(uid: number): Promise<void>;
  setAside(uid: number): Promise<void>;
  countAside(): Promise<number>;
  deletePutAway(before: Date): Promise<void>;
}

/** A question for the thread that speaks to the mail server; `n` is named by its answer. */
export interface MailboxRequest {
  n: number;
  method: keyof MailboxMethods;
  args: readonly unknown[];
}

/** A fault of server, user or folder, without the server's words, which may quote addresses. */
export interface MailboxFailure {
  name: string;
  code?: string | undefined;
  serverResponseCode?: string | undefined;
  authenticationFailed?: boolean | undefined;
}

export interface OpenedMailbox {
  /** Changes when the server has numbered all e-mails anew (RFC 9051, 2.3.1.1). */
  numbering: string;
  /** The number of the last e-mail that had arrived when it was opened, or a later one that none has. */
  lastAtOpening: number;
}

/** Messages of the thread: the mailbox is open, an answer, something arrived, or the connection has ended. */
export type MailboxAnswer =
  | { kind: 'opened'; opened: OpenedMailbox }
  | { kind: 'answer'; n: number; value: unknown }
  | { kind: 'failure'; n: number; failure: MailboxFailure }
  | { kind: 'news' }
  | { kind: 'ended'; failure: MailboxFailure | null };
