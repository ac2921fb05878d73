import type { ImapFlow, MailboxObject, SearchObject } from 'imapflow';
import { folderIn, mailboxClient } from './mailbox-client.ts';
import { EMAIL_BYTES } from './reading/email-limits.ts';

/** The folder into which e-mails go that were taken, beside the one that is read. */
export const TAKEN_FOLDER = 'Taken by Aftertalk';

/** The folder for e-mails that could not be taken. */
export const ASIDE_FOLDER = 'Not taken by Aftertalk';

/** How much of a head is read, in bytes: mail servers write whom they delivered to at its beginning. */
const HEAD_BYTES = 65_536;

/** How long connecting may take, and how long an answer may fail to come, in milliseconds. */
const CONNECTING_MS = 20_000;
const SILENT_MS = 120_000;

/** A mailbox that is open, over TLS. Every method throws when the connection breaks. */
export class MailboxConnection {
  private readonly folders = new Set<string>();

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

  /** The number of the last e-mail that had arrived when it was opened, or a later one that none has. */
  get lastAtOpening(): number {
    return this.opened.uidNext - 1;
  }

  /** The numbers of e-mails that arrived since a day, in their order. */
  listSince(day: Date): Promise<number[]> {
    return this.list({ since: day });
  }

  /** The numbers of e-mails after a number, in their order. */
  async listAfter(uid: number): Promise<number[]> {
    // A range whose end is open has the last e-mail in any case (RFC 9051, 9, seq-range).
    return (await this.list({ uid: `${uid + 1}:*` })).filter((each) => each > uid);
  }

  /** The heads of e-mails that are still there, by their numbers. */
  async headsOf(uids: readonly number[]): Promise<Map<number, string>> {
    if (uids.length === 0) return new Map();
    const query = { bodyParts: [{ key: 'header', maxLength: HEAD_BYTES }] };
    const found = await this.client.fetchAll(uids.join(','), query, { uid: true });
    return new Map(found.map(({ uid, headers }) => [uid, headers?.toString('latin1') ?? '']));
  }

  /** Its bytes; of a longer one those that are read, and the rest is not asked for. Null when it is gone. */
  async rawOf(uid: number): Promise<Buffer | null> {
    const found = await this.client.fetchOne(String(uid), { source: { maxLength: EMAIL_BYTES } }, { uid: true });
    return found && found.source ? Buffer.from(found.source) : null;
  }

  /** Moves an e-mail that was taken out of the folder, where it is still there. */
  putAway(uid: number): Promise<void> {
    return this.moveTo(TAKEN_FOLDER, uid);
  }

  /** Moves one that could not be taken. */
  setAside(uid: number): Promise<void> {
    return this.moveTo(ASIDE_FOLDER, uid);
  }

  /** How many lie in the folder of those that could not be taken. */
  async countAside(): Promise<number> {
    const found = await this.client.list({ statusQuery: { messages: true } });
    return found.find(({ name }) => name === ASIDE_FOLDER)?.status?.messages ?? 0;
  }

  /** Deletes what was put away before a day. */
  async deletePutAway(before: Date): Promise<void> {
    await this.make(TAKEN_FOLDER);
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

  private async list(wanted: SearchObject): Promise<number[]> {
    const found = await this.client.search({ deleted: false, ...wanted }, { uid: true });
    if (!Array.isArray(found)) throw new Error('the mail server does not list its e-mails');
    return found.toSorted((a, b) => a - b);
  }

  private async moveTo(folder: string, uid: number): Promise<void> {
    await this.make(folder);
    if ((await this.client.messageMove(String(uid), [folder], { uid: true })) === false)
      throw new Error('the mail server does not move e-mails');
  }

  private async make(folder: string): Promise<void> {
    if (this.folders.has(folder)) return;
    await this.client.mailboxCreate([folder]);
    this.folders.add(folder);
  }
}
