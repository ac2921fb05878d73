import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { invalidRequest } from '../kernel/common.problems.ts';
import { blindId } from '../kernel/ids.ts';
import { Config } from '../platform/config/settings.ts';
import type { Tx } from '../platform/database/database.ts';
import { Database } from '../platform/database/database.ts';
import { MailTransport, type Letter } from '../platform/mail/mail.transport.ts';
import { maskAddress, parseAddress } from './private/address.ts';
import { Vault, type SealedAddress } from './private/vault.ts';

export type { SealedAddress };

/**
 * The one counter where addresses are handed in. What leaves it is sealed; the only ways back are a letter to the
 * owner and the masked form for the owner.
 */
@Injectable()
export class AddressDesk {
  private readonly organizers: ReadonlySet<string>;

  constructor(private readonly vault: Vault, private readonly mail: MailTransport, private readonly database: Database, config: Config, private readonly clock: Clock) {
    this.organizers = new Set(config.get('ORGANIZERS').map((typed) => parseAddress(typed)).filter((address) => address !== null)
      .map((address) => vault.index(address).toString('hex')));
  }

  /** Seals what somebody typed into the field `pointer`. Throws invalid-request when it is no address. */
  seal(typed: string, pointer = '#/email'): SealedAddress {
    const address = parseAddress(typed);
    if (!address) throw invalidRequest([{ pointer, detail: 'Give an e-mail address such as name@mail.example.' }]);
    return this.vault.seal(address);
  }

  /** Whether the operator named this address in ORGANIZERS. */
  isOrganizer(index: Buffer): boolean {
    return this.organizers.has(index.toString('hex'));
  }

  /** Writes to the owner of a sealed address. */
  async deliver(sealed: Pick<SealedAddress, 'cipher' | 'keyId'>, letter: Letter): Promise<void> {
    await this.mail.send(this.vault.open(sealed).text, letter);
  }

  /** Writes to an account; to nobody when it is gone. */
  async writeTo(accountId: string, letter: Letter): Promise<void> {
    const [sealed] = await this.database.ask<{ cipher: Buffer; keyId: string }>('select address_cipher cipher, address_key_id "keyId" from accounts where id = $1', [accountId]);
    if (sealed) await this.deliver(sealed, letter);
  }

  /** The account of a confirmed address; made when there is none. */
  async accountOf(tx: Tx, sealed: SealedAddress, locale: 'fr' | 'en'): Promise<string> {
    const [made] = await tx.query<{ id: string }>(
      `insert into accounts (id, address_cipher, address_key_id, address_index, locale, created_on) values ($1, $2, $3, $4, $5, $6)
       on conflict (address_index) do nothing returning id`,
      [blindId(), sealed.cipher, sealed.keyId, sealed.index, locale, this.clock.now().toISOString().slice(0, 10)],
    );
    if (made) return made.id;
    const [known] = await tx.query<{ id: string }>('select id from accounts where address_index = $1', [sealed.index]);
    return known!.id;
  }

  /** For the owner alone: `m•••@mail.example`. */
  async masked(accountId: string): Promise<string> {
    const [row] = await this.database.ask<{ cipher: Buffer; keyId: string }>('select address_cipher cipher, address_key_id "keyId" from accounts where id = $1', [accountId]);
    return row ? maskAddress(this.vault.open(row)) : '';
  }

  /** A keyed hash, for codes and idempotency keys. */
  tag(label: string, ...parts: readonly (string | Buffer)[]): Buffer {
    return this.vault.tag(label, ...parts);
  }
}
