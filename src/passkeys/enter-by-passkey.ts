import { Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type VerifiedAuthenticationResponse,
} from '@simplewebauthn/server';
import { Clock } from '../kernel/clock.ts';
import { Database } from '../platform/database/database.ts';
import type { ActorInSession } from '../platform/http/access.ts';
import { BeginSession, type NewSession } from '../sessions/begin-session.ts';
import { Challenges } from './challenges.ts';
import type { Passkey } from './passkey.entity.ts';
import { passkeyRefused } from './passkeys.problems.ts';

/** Signs in by a passkey. The account is not named before, because the device knows it. */
@Injectable()
export class EnterByPasskey {
  constructor(
    private readonly database: Database,
    private readonly challenges: Challenges,
    private readonly beginSession: BeginSession,
    private readonly clock: Clock,
  ) {}

  async options(): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return generateAuthenticationOptions({
      rpID: this.challenges.site.id,
      userVerification: 'required',
      challenge: await this.challenges.make(null),
    });
  }

  /** `replaces` is the session that ends. Throws `passkey-refused`. */
  async enter(answer: AuthenticationResponseJSON, replaces: ActorInSession | null): Promise<NewSession> {
    const challenge = await this.challenges.spend(answer.response.clientDataJSON, null);
    const [passkey] = await this.database.ask<Passkey>(
      `select id, account_id "accountId", credential_id "credentialId", public_key "publicKey", counter
       from passkeys
       where credential_id = $1`,
      [answer.id],
    );
    if (!passkey) throw passkeyRefused();
    const { verified, authenticationInfo } = await this.verified(answer, challenge, passkey);
    if (!verified) throw passkeyRefused();
    const begun = await this.database.transaction(async (tx) => {
      const used = await tx.query(
        'update passkeys set counter = $2, used_on = $3 where id = $1 and counter <= $2 returning id',
        [passkey.id, authenticationInfo.newCounter, this.clock.now().toISOString().slice(0, 10)],
      );
      if (used.length === 0) throw passkeyRefused();
      return this.beginSession.begin(tx, passkey.accountId, replaces);
    });
    this.beginSession.signalReplaced(replaces);
    return begun;
  }

  private verified(
    response: AuthenticationResponseJSON,
    expectedChallenge: string,
    { credentialId, publicKey, counter }: Passkey,
  ): Promise<VerifiedAuthenticationResponse> {
    const { id, origin } = this.challenges.site;
    const credential = { id: credentialId, publicKey: new Uint8Array(publicKey), counter: Number(counter) };
    return verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: id,
      credential,
      requireUserVerification: true,
    }).catch(() => {
      throw passkeyRefused();
    });
  }
}
