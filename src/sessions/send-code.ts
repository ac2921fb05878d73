import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { words } from '../../locales/catalogues.ts';
import { AddressDesk, type SealedAddress } from '../accounts/address-desk.ts';
import { Clock } from '../kernel/clock.ts';
import { blindId, secretToken } from '../kernel/ids.ts';
import { Background } from '../platform/background.ts';
import { Config } from '../platform/config/settings.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { CODE_MINUTES, codeFrom } from './code.policy.ts';

export interface CodeWanted { address: SealedAddress; purpose: string; locale: 'fr' | 'en' }

/** Mails a code and a link to an address. Known and unknown addresses are treated alike: nothing here looks. */
@Injectable()
export class SendCode {
  constructor(private readonly database: Database, private readonly desk: AddressDesk, private readonly background: Background, private readonly config: Config, private readonly clock: Clock) {}

  /** For signing in: answers at once, the work is done behind. The newest code voids older ones. */
  run(address: SealedAddress, locale: 'fr' | 'en'): void {
    this.background.run('send a code', async () => {
      const letter = await this.database.transaction(async (tx) => {
        await tx.query(`delete from login_codes where expires_at < $1`, [this.clock.ago({ hours: 24 })]);
        await tx.query(`update login_codes set expires_at = $2 where address_index = $1 and purpose = 'sign-in' and used_at is null and expires_at > $2`, [address.index, this.clock.now()]);
        return (await this.make(tx, { address, purpose: 'sign-in', locale })).letter;
      });
      await this.desk.deliver(address, letter);
    });
  }

  /** For another room: in its transaction; the letter is for it to send after the commit. */
  async make(tx: Tx, { address, purpose, locale }: CodeWanted): Promise<{ id: string; letter: { subject: string; text: string; hint: string } }> {
    const id = blindId();
    const code = codeFrom(() => randomBytes(1)[0]!);
    const token = secretToken();
    const now = this.clock.now();
    await tx.query(
      `insert into login_codes (id, address_cipher, address_key_id, address_index, purpose, code_hash, token_hash, locale, made_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, address.cipher, address.keyId, address.index, purpose, this.desk.tag('code', address.index, code), this.desk.tag('link', token), locale, now, this.clock.in({ minutes: CODE_MINUTES })],
    );
    const url = `${this.config.publicUrl}/sign-in#${token}`;
    const say = words(locale);
    return { id, letter: { subject: say(`mails.${purpose}.subject`, { code }), text: say(`mails.${purpose}.text`, { code, url, minutes: CODE_MINUTES }), hint: code } };
  }

  deliver(address: SealedAddress, letter: { subject: string; text: string; hint: string }): void {
    this.background.run('deliver a code', () => this.desk.deliver(address, letter));
  }
}
