import { Injectable } from '@nestjs/common';
import type { SealedAddress } from '../accounts/address-desk.ts';
import { Clock } from '../kernel/clock.ts';
import { blindId } from '../kernel/ids.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { minutesOf } from './code.policy.ts';
import { CodeSecrets, type CodeOrigin } from './code-secrets.ts';
import { DeliverCodes } from './deliver-codes.ts';

/** `asker` is the browser that asked, in which alone the link works; a program has a network instead. */
export interface SendCodeInput {
  address: SealedAddress;
  purpose: string;
  locale: 'fr' | 'en';
  asker: CodeOrigin;
  /** From whose page it is asked for, and in whose colours it is mailed. */
  conferenceId?: string | null;
}

/**
 * Accepts to mail a code and a link. Nothing here looks an address up and the only work before the answer is one
 * insert, so that known and unknown addresses are indistinguishable. The e-mail is sent afterwards.
 */
@Injectable()
export class SendCode {
  constructor(
    private readonly database: Database,
    private readonly codeSecrets: CodeSecrets,
    private readonly deliverCodes: DeliverCodes,
    private readonly clock: Clock,
  ) {}

  /** For signing in. Voids older codes of the same asker, and no one else's. */
  async send(wanted: Omit<SendCodeInput, 'purpose'>): Promise<void> {
    await this.database.transaction((tx) => this.make(tx, { ...wanted, purpose: 'sign-in' }));
    this.deliverNow();
  }

  /** Makes a code in another module's transaction; call `deliverNow` after the commit. */
  async make(tx: Tx, { address, purpose, locale, asker, conferenceId = null }: SendCodeInput): Promise<{ id: string }> {
    const id = blindId();
    const { code, token } = this.codeSecrets.of(id);
    await tx.query(
      `insert into login_codes (
         id, address_cipher, address_key_id, address_index, purpose, code_hash, token_hash, browser_hash, locale,
         made_at, expires_at, asker_tag, conference_id
       )
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        id,
        address.cipher,
        address.keyId,
        address.index,
        purpose,
        this.codeSecrets.hashOfCode(address, code),
        this.codeSecrets.hashOfToken(token),
        this.codeSecrets.hashOfBrowser(asker.browser),
        locale,
        this.clock.now(),
        this.clock.in({ minutes: minutesOf(purpose) }),
        this.codeSecrets.askerTag(address.mark, asker),
        conferenceId,
      ],
    );
    return { id };
  }

  deliverNow(): void {
    this.deliverCodes.deliverNow();
  }
}
