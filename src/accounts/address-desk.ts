import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { invalidRequest } from '../kernel/common.problems.ts';
import { blindId } from '../kernel/ids.ts';
import { Config } from '../platform/config/settings.ts';
import type { Tx } from '../platform/database/database.ts';
import { Database } from '../platform/database/database.ts';
import type { Email } from '../platform/mail/email.ts';
import { MailTransport } from '../platform/mail/mail.transport.ts';
import { maskAddress, parseAddress, type Address } from './private/address.ts';
import { storedUnlessReturned } from './returned-emails.ts';
import { Vault, type SealedAddress, type StoredAddress } from './private/vault.ts';

export type { SealedAddress, StoredAddress };

/**
 * The only place where addresses are handed in. They are sealed here; afterwards only an e-mail to the owner and the
 * masked form for the owner use them.
 */
@Injectable()
export class AddressDesk {
  private readonly organizers: readonly Address[];
  private indexesOfOrganizers: { generation: number; known: ReadonlySet<string> } | null = null;

  constructor(
    private readonly vault: Vault,
    private readonly mailTransport: MailTransport,
    private readonly database: Database,
    config: Config,
    private readonly clock: Clock,
  ) {
    this.organizers = config
      .get('ORGANIZERS')
      .map((typed) => parseAddress(typed))
      .filter((address) => address !== null);
  }

  /** Whether a typed text reads as an address. */
  isAddress(typed: string): boolean {
    return parseAddress(typed) !== null;
  }

  /** Seals the address typed into the field `pointer`. Throws `invalid-request` when it is invalid. */
  seal(typed: string, pointer = '#/email'): SealedAddress {
    const address = parseAddress(typed);
    if (!address) throw invalidRequest([{ pointer, detail: 'Give an e-mail address such as name@mail.example.' }]);
    return this.vault.seal(address);
  }

  /** Encrypts an address for a page that sends it back; only this forum can read it. Throws `invalid-request`. */
  wrap(typed: string): string {
    const { cipher, keyId } = this.seal(typed);
    return `${cipher.toString('base64url')}.${keyId}`;
  }

  /** Seals an address from `wrap` under the current key. Throws `invalid-request` for anything else. */
  unwrap(wrapped: string, pointer = '#/email'): SealedAddress {
    const end = wrapped.indexOf('.');
    try {
      return this.vault.reseal({
        cipher: Buffer.from(wrapped.slice(0, end), 'base64url'),
        keyId: wrapped.slice(end + 1),
      });
    } catch {
      throw invalidRequest([{ pointer, detail: 'Give an e-mail address such as name@mail.example.' }]);
    }
  }

  /** A stored address under the current key, with its marks. */
  reseal(stored: Pick<StoredAddress, 'cipher' | 'keyId'>): SealedAddress {
    return this.vault.reseal(stored);
  }

  /** The masked form of an address that its owner has just typed. */
  maskedOf(sealed: Pick<StoredAddress, 'cipher' | 'keyId'>): string {
    return maskAddress(this.vault.open(sealed));
  }

  /** Whether ORGANIZERS names this address; a guest has none. */
  isOrganizer(index: Buffer | null): boolean {
    return index !== null && this.knownOrganizers().has(index.toString('hex'));
  }

  /** The blind indexes of the addresses in ORGANIZERS, under every key. */
  organizerIndexes(): Buffer[] {
    return [...this.knownOrganizers()].map((index) => Buffer.from(index, 'hex'));
  }

  private knownOrganizers(): ReadonlySet<string> {
    const { generation } = this.vault;
    if (this.indexesOfOrganizers?.generation !== generation)
      this.indexesOfOrganizers = {
        generation,
        known: new Set(
          this.organizers.flatMap((address) => this.vault.indexes(address).map((each) => each.toString('hex'))),
        ),
      };
    return this.indexesOfOrganizers.known;
  }

  /** Sends an e-mail to the owner of a sealed address. False when the mail server refused it for good. */
  deliver(stored: Pick<StoredAddress, 'cipher' | 'keyId'>, email: Email): Promise<boolean> {
    return this.mailTransport.send(this.vault.open(stored).text, email);
  }

  /**
   * Whether a mailbox that an e-mail names is an account's. The local part and the domain as typed; false for what
   * reads as no address.
   */
  async isMailboxOf(accountId: string, { local, domain }: { local: string; domain: string }): Promise<boolean> {
    const address = parseAddress(`${local}@${domain}`);
    return address !== null && this.isOf(accountId, { ...this.vault.seal(address) });
  }

  /**
   * Sends an e-mail to an account; does nothing when it is gone, or a guest's. False when the mail server refused it
   * for good, and for an e-mail that is not necessary when earlier ones came back.
   */
  async writeTo(accountId: string, email: Email): Promise<boolean> {
    const sealed = email.end
      ? await storedUnlessReturned(this.database, accountId, this.clock)
      : await this.storedOf(accountId);
    if (sealed === 'returned') return false;
    return sealed === null || (await this.deliver(sealed, { ...email, accountId }));
  }

  /** Finds the account of a confirmed address, under whichever key it was sealed; makes one when there is none. */
  async accountOf(tx: Tx, stored: Pick<StoredAddress, 'cipher' | 'keyId'>, locale: 'fr' | 'en'): Promise<string> {
    const known = await this.knownAccount(tx, stored);
    if (known !== null) return known;
    const sealed = this.vault.reseal(stored);
    await lockAddress(tx, sealed);
    const [made] = await tx.query<{ id: string }>(
      `insert into accounts (id, address_cipher, address_key_id, address_index, locale, created_on, mailbox_index)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (address_index) do nothing
       returning id`,
      [
        blindId(),
        sealed.cipher,
        sealed.keyId,
        sealed.index,
        locale,
        this.clock.now().toISOString().slice(0, 10),
        sealed.mailbox,
      ],
    );
    return made?.id ?? (await this.knownAccount(tx, stored))!;
  }

  /** The account of a confirmed address; null when there is none. */
  async knownAccount(tx: Tx, stored: Pick<StoredAddress, 'cipher' | 'keyId'>): Promise<string | null> {
    const { indexes } = this.vault.reseal(stored);
    const [known] = await tx.query<{ id: string }>('select id from accounts where address_index = any($1)', [indexes]);
    return known?.id ?? null;
  }

  /** Gives a guest's account a confirmed address. False when another account got it at the same moment. */
  async giveAddress(
    tx: Tx,
    guestId: string,
    stored: Pick<StoredAddress, 'cipher' | 'keyId'>,
    locale: 'fr' | 'en',
  ): Promise<boolean> {
    const sealed = this.vault.reseal(stored);
    await lockAddress(tx, sealed);
    const given = await tx.query(
      `update accounts
       set kind = 'full', address_cipher = $2, address_key_id = $3, address_index = $4, mailbox_index = $5, locale = $6
       where id = $1 and kind = 'guest' and not exists (select from accounts where address_index = any($7))
       returning id`,
      [guestId, sealed.cipher, sealed.keyId, sealed.index, sealed.mailbox, locale, sealed.indexes],
    );
    return given.length > 0;
  }

  /** Adds the mailbox index to accounts of an earlier version, at most `atMost` at a time. Returns how many. */
  async indexMailboxes(atMost = 500): Promise<number> {
    return this.database.transaction(async (tx) => {
      const rows = await tx.query<{ id: string; cipher: Buffer; keyId: string }>(
        `select id, address_cipher cipher, address_key_id "keyId"
         from accounts
         where mailbox_index is null and kind = 'full'
         order by id limit $1
         for no key update skip locked`,
        [atMost],
      );
      const sealed = rows.map((row) => this.vault.reseal(row).mailbox);
      await tx.query(
        `update accounts a
         set mailbox_index = v.mailbox
         from unnest($1::uuid[], $2::bytea[]) v(id, mailbox)
         where a.id = v.id`,
        [rows.map(({ id }) => id), sealed],
      );
      return rows.length;
    });
  }

  /** Whether this is the address of an account. */
  async isOf(accountId: string, { indexes }: SealedAddress): Promise<boolean> {
    return (
      (
        await this.database.ask('select 1 from accounts where id = $1 and address_index = any($2)', [
          accountId,
          indexes,
        ])
      ).length > 0
    );
  }

  /** The mark of an account's address, equal under every key; null when the account is gone, or a guest's. */
  async markOf(accountId: string): Promise<Buffer | null> {
    const stored = await this.storedOf(accountId);
    return stored && this.vault.reseal(stored).mark;
  }

  /** The masked address for its owner: `m•••@mail.example`; null for a guest. */
  async masked(accountId: string): Promise<string | null> {
    const stored = await this.storedOf(accountId);
    return stored && maskAddress(this.vault.open(stored));
  }

  private async storedOf(accountId: string): Promise<Pick<StoredAddress, 'cipher' | 'keyId'> | null> {
    const [row] = await this.database.ask<Pick<StoredAddress, 'cipher' | 'keyId'>>(
      `select address_cipher cipher, address_key_id "keyId" from accounts where id = $1 and kind = 'full'`,
      [accountId],
    );
    return row ?? null;
  }

  /** A keyed hash, for codes and idempotency keys. */
  tag(label: string, ...parts: readonly (string | Buffer)[]): Buffer {
    return this.vault.tag(label, ...parts);
  }
}

/** Until the transaction ends, so that two sign-ins with one address at once find one account. */
const lockAddress = (tx: Tx, { mark }: SealedAddress): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock($1)', [mark.readBigInt64BE(0).toString()]);
