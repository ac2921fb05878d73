import type { ImapFlow, MailboxObject } from 'imapflow';
import { folderIn, mailboxClient } from './mailbox-client.ts';
import { EMAIL_BYTES } from './reading/email-limits.ts';
import { RECIPIENT_FIELDS } from './reading/recipients.ts';

/** The folder into which e-mails go that were taken, beside the one that is read. */
export const TAKEN_FOLDER = 'Taken by Aftertalk';

/** How long connecting may take, and how long an answer may fail to come, in milliseconds. */
const CONNECTING_MS = 20_000;
const SILENT_MS = 120_000;

/** A mailbox that is open, over TLS. Every method throws when the connection breaks. */
export class MailboxConnection {
  private hasFolder = false;

  private constructor(
    private readonly client: ImapFlow,
    private readonly path: string,
    private readonly opened: MailboxObject,
  ) {}

  /**
   * Opens the folder that `url` names: `imaps://user:password@host[:port][/folder]`, INBOX unless given. Calls
   * `onNews` when e-mails arrive, and when the connection ends. Throws what is wrong with server, user or folder.
   */
  static async open(url: URL, onNews: () => void): Promise<MailboxConnection> {
    const client = mailboxClient(url, { connectingMs: CONNECTING_MS, silentMs: SILENT_MS });
    try {
      await client.connect();
      const path = folderIn(url);
      const opened = await client.mailboxOpen(path);
      client.on('exists', onNews);
      client.on('close', onNews);
      return new MailboxConnection(client, path, opened);
    } catch (error) {
      client.close();
      throw error;
    }
  }

  get isOpen(): boolean {
    return this.client.usable;
  }

  /** Changes when the server has numbered all e-mails anew (RFC 9051, 2.3.1.1). */
  get numbering(): string {
    return String(this.opened.uidValidity);
  }

  /** The numbers of all e-mails in the folder, in the order in which they arrived. */
  async list(): Promise<number[]> {
    const found = await this.client.search({ deleted: false }, { uid: true });
    if (!Array.isArray(found)) throw new Error('the mail server does not list its e-mails');
    return found.toSorted((a, b) => a - b);
  }

  /** The fields that name its recipients; null when it is gone. */
  async headOf(uid: number): Promise<string | null> {
    const found = await this.client.fetchOne(String(uid), { headers: [...RECIPIENT_FIELDS] }, { uid: true });
    return found && found.headers ? found.headers.toString('latin1') : null;
  }

  /** Its bytes; of a longer one those that are read, and the rest is not asked for. Null when it is gone. */
  async rawOf(uid: number): Promise<Buffer | null> {
    const found = await this.client.fetchOne(String(uid), { source: { maxLength: EMAIL_BYTES } }, { uid: true });
    return found && found.source ? Buffer.from(found.source) : null;
  }

  /** Moves an e-mail out of the folder, where it is still there. */
  async putAway(uid: number): Promise<void> {
    await this.makeFolder();
    if ((await this.client.messageMove(String(uid), [TAKEN_FOLDER], { uid: true })) === false)
      throw new Error('the mail server does not move e-mails');
  }

  /** Deletes what was put away before a day. */
  async deletePutAway(before: Date): Promise<void> {
    await this.makeFolder();
    try {
      await this.client.mailboxOpen([TAKEN_FOLDER]);
      await this.client.messageDelete({ before });
    } finally {
      await this.client.mailboxOpen(this.path);
    }
  }

  close(): void {
    this.client.close();
  }

  private async makeFolder(): Promise<void> {
    if (this.hasFolder) return;
    await this.client.mailboxCreate([TAKEN_FOLDER]);
    this.hasFolder = true;
  }
}
