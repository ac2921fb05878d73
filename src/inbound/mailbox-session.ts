import type { FetchMessageObject, FetchQueryObject, ImapFlow, SearchObject } from 'imapflow';
import { folderIn, mailboxClient } from './mailbox-client.ts';
import type { MailboxMethods, OpenedMailbox } from './mailbox.messages.ts';
import { ASIDE_FOLDER, TAKEN_FOLDER } from './mailbox-folders.ts';
import { EMAIL_BYTES, LISTED_AT_ONCE } from './reading/email-limits.ts';

/** The part of a head that is read, in bytes: mail servers write whom they delivered to at its beginning. */
const HEAD_BYTES = 65_536;

/** Longest time to connect, and longest wait for an answer, in milliseconds. */
const CONNECTING_MS = 20_000;
const SILENT_MS = 120_000;

/** Rows that a server may send besides those that were asked for: others may be told of at any time. */
const ROWS_BESIDES = 1_000;

/** Most e-mails of a folder: a server that has more may list as many in some bytes. */
const EXIST_AT_MOST = 2_000_000;

interface Listeners {
  onNews: () => void;
  /** Ends at once. */
  onTooMuch: () => never;
  onEnd: () => void;
}

const failing = (code: string): Error => Object.assign(new Error(code), { code });

/** A mailbox that is open, over TLS. Every method throws when the connection breaks. */
export class MailboxSession implements MailboxMethods {
  private readonly folders = new Set<string>();

  private constructor(
    private readonly client: ImapFlow,
    private readonly path: string,
    readonly opened: OpenedMailbox,
  ) {}

  /** Throws what is wrong with server, user or folder. */
  static async open(url: URL, { onNews, onTooMuch, onEnd }: Listeners): Promise<MailboxSession> {
    const client = mailboxClient(url, { connectingMs: CONNECTING_MS, silentMs: SILENT_MS });
    try {
      await client.connect();
      const path = folderIn(url);
      // Before the folder is open too, because a server may tell in the middle of any answer.
      client.on('exists', ({ count }) => (count > EXIST_AT_MOST ? onTooMuch() : onNews()));
      const { uidValidity, uidNext, exists } = await client.mailboxOpen(path);
      if (!uidValidity || !uidNext) throw failing('NotNumbered');
      if (exists > EXIST_AT_MOST) onTooMuch();
      client.on('close', onEnd);
      return new MailboxSession(client, path, { numbering: String(uidValidity), lastAtOpening: uidNext - 1 });
    } catch (error) {
      client.close();
      throw error;
    }
  }

  /** The numbers of the first e-mails that arrived since a day, in their order. */
  async listSince(day: Date): Promise<number[]> {
    const found = await this.list({ since: day });
    // A server that answers nothing at all would have every e-mail passed over.
    if (found.length === 0) await this.demandLast();
    return found.slice(0, LISTED_AT_ONCE);
  }

  /** The numbers of the first e-mails after a number, in their order. */
  async listAfter(uid: number): Promise<number[]> {
    // A range whose end is open has the last e-mail in any case (RFC 9051, 9, seq-range).
    return (await this.list({ uid: `${uid + 1}:*` })).filter((each) => each > uid).slice(0, LISTED_AT_ONCE);
  }

  /** Picks those of these e-mails that are still there. */
  async stillListed(uids: readonly number[]): Promise<number[]> {
    const listed = new Set(uids.length === 0 ? [] : await this.list({ uid: uids.join(',') }));
    return uids.filter((uid) => listed.has(uid));
  }

  /** The heads of e-mails that are still there, by their numbers. */
  async headsOf(uids: readonly number[]): Promise<Map<number, string>> {
    const heads = new Map<number, string>();
    const query = { bodyParts: [{ key: 'header', maxLength: HEAD_BYTES }] };
    await this.fetch(uids, query, ({ uid, headers }) => {
      if (headers) heads.set(uid, headers.toString('latin1', 0, HEAD_BYTES));
    });
    return heads;
  }

  /** The bytes of an e-mail, of a longer one those that are read; the rest is not asked for. Null when it is gone. */
  async rawOf(uid: number): Promise<Uint8Array | null> {
    let raw: Uint8Array | null = null;
    await this.fetch([uid], { source: { maxLength: EMAIL_BYTES } }, ({ source }) => {
      if (source) raw = new Uint8Array(source.subarray(0, EMAIL_BYTES));
    });
    return raw;
  }

  /** Moves an e-mail that was taken out of the folder, where it is still there. */
  putAway(uid: number): Promise<void> {
    return this.moveTo(TAKEN_FOLDER, uid);
  }

  /** Moves one that could not be taken. */
  setAside(uid: number): Promise<void> {
    return this.moveTo(ASIDE_FOLDER, uid);
  }

  /** Counts the e-mails in the folder of those that could not be taken. */
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
      await this.comeBack();
    }
  }

  /** Into the folder that is read. Throws where its e-mails have other numbers now. */
  private async comeBack(): Promise<void> {
    const { uidValidity } = await this.client.mailboxOpen(this.path);
    if (String(uidValidity) !== this.opened.numbering) throw failing('NumberedAnew');
  }

  private async list(wanted: SearchObject): Promise<number[]> {
    const found = await this.client.search({ deleted: false, ...wanted }, { uid: true });
    if (!Array.isArray(found)) throw failing('NotListed');
    return found.toSorted((a, b) => a - b);
  }

  /** Throws for a server that has e-mails and does not give the last of them. */
  private async demandLast(): Promise<void> {
    const { mailbox } = this.client;
    if (!mailbox || mailbox.exists === 0) return;
    const last = await this.client.fetchOne('*', { uid: true });
    if (!last || !last.uid) throw failing('NothingGiven');
  }

  /** Hands on the rows of these e-mails, of each of which a server may send several. Throws where others do not end. */
  private async fetch(
    uids: readonly number[],
    query: FetchQueryObject,
    onRow: (row: FetchMessageObject) => void,
  ): Promise<void> {
    if (uids.length === 0) return;
    const asked = new Set(uids);
    let rows = 0;
    for await (const row of this.client.fetch(uids.join(','), { ...query, uid: true }, { uid: true })) {
      rows += 1;
      if (rows > asked.size + ROWS_BESIDES) throw failing('TooMuchSent');
      if (asked.has(row.uid)) onRow(row);
    }
  }

  private async moveTo(folder: string, uid: number): Promise<void> {
    await this.make(folder);
    if ((await this.client.messageMove(String(uid), [folder], { uid: true })) === false) throw failing('NotMoved');
  }

  private async make(folder: string): Promise<void> {
    if (this.folders.has(folder)) return;
    await this.client.mailboxCreate([folder]);
    this.folders.add(folder);
  }
}
