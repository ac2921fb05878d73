import { Injectable } from '@nestjs/common';
import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  type VerifiedRegistrationResponse,
} from '@simplewebauthn/server';
import { AddressDesk } from '../accounts/address-desk.ts';
import { Notices } from '../accounts/notices.ts';
import { Clock } from '../kernel/clock.ts';
import { blindId } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';
import { Challenges } from './challenges.ts';
import { PASSKEY_COLUMNS, PasskeysQueries, type PasskeyView } from './passkeys.queries.ts';
import { passkeyRefused } from './passkeys.problems.ts';

/** Adds a passkey to an account: challenges the device, then verifies what it signed. */
@Injectable()
export class AddPasskey {
  // A passkey joins a device's challenge with the account's address, its other passkeys and its notices.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
    private readonly challenges: Challenges,
    private readonly passkeysQueries: PasskeysQueries,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /**
   * The options for the device: the masked address as a label, and a name of the account that means nothing elsewhere.
   */
  async options(accountId: string): Promise<PublicKeyCredentialCreationOptionsJSON> {
    // Guests, who have no address, are refused before.
    const [masked, known, challenge] = await Promise.all([
      this.addressDesk.masked(accountId),
      this.passkeysQueries.credentialsOf(accountId),
      this.challenges.make(accountId),
    ]);
    const label = masked ?? '';
    return generateRegistrationOptions({
      rpName: 'Aftertalk',
      rpID: this.challenges.site.id,
      userName: label,
      userDisplayName: label,
      userID: new Uint8Array(this.addressDesk.tag('passkey-owner', accountId)),
      challenge,
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  }

  /** Throws `passkey-refused`. */
  async add(accountId: string, answer: RegistrationResponseJSON, name: string): Promise<PasskeyView> {
    const challenge = await this.challenges.spend(answer.response.clientDataJSON, accountId);
    const { registrationInfo } = await this.verified(answer, challenge);
    if (!registrationInfo) throw passkeyRefused();
    const { credential } = registrationInfo;
    const made = await this.database.transaction(async (tx) => {
      const [row] = await tx.query<PasskeyView>(
        `insert into passkeys (id, account_id, credential_id, public_key, counter, transports, name, made_on)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (credential_id) do nothing
         returning ${PASSKEY_COLUMNS}`,
        [
          blindId(),
          accountId,
          credential.id,
          Buffer.from(credential.publicKey),
          credential.counter,
          credential.transports ?? [],
          name,
          this.clock.now().toISOString().slice(0, 10),
        ],
      );
      if (row) await this.notices.add(tx, { accountId, kind: 'passkey-added', commentId: null });
      return row;
    });
    if (!made) throw passkeyRefused();
    this.notices.signal();
    return made;
  }

  private verified(
    response: RegistrationResponseJSON,
    expectedChallenge: string,
  ): Promise<VerifiedRegistrationResponse> {
    const { id, origin } = this.challenges.site;
    // The library throws a sentence for each way in which an answer can be wrong; the sender gets one refusal for all.
    return verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    }).catch(() => {
      throw passkeyRefused();
    });
  }
}
