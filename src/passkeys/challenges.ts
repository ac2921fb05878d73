import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { secretToken } from '../kernel/ids.ts';
import { Config } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';
import { passkeyRefused } from './passkeys.problems.ts';

/** Lifetime of a challenge, in minutes. */
export const CHALLENGE_MINUTES = 5;

/** Challenges for devices: random, for one account or for an unknown one, and good once. */
@Injectable()
export class Challenges {
  /** The owner of passkeys: the site's name as browsers know it, and the origin of its pages. */
  readonly site: { id: string; origin: string };

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    config: Config,
  ) {
    const { hostname, origin } = new URL(config.publicUrl);
    this.site = { id: hostname, origin };
  }

  async make(accountId: string | null): Promise<Uint8Array<ArrayBuffer>> {
    const challenge = secretToken();
    await this.database.ask('delete from passkey_challenges where expires_at < $1', [this.clock.now()]);
    await this.database.ask('insert into passkey_challenges (challenge, account_id, expires_at) values ($1, $2, $3)', [
      challenge,
      accountId,
      this.clock.in({ minutes: CHALLENGE_MINUTES }),
    ]);
    return new Uint8Array(Buffer.from(challenge, 'base64url'));
  }

  /** Spends the challenge that a device says it signed. Throws `passkey-refused`. */
  async spend(clientData: string, accountId: string | null): Promise<string> {
    const challenge = challengeIn(clientData);
    const spent = await this.database.ask(
      `delete from passkey_challenges
       where challenge = $1 and account_id is not distinct from $2 and expires_at > $3
       returning challenge`,
      [challenge, accountId, this.clock.now()],
    );
    if (spent.length === 0) throw passkeyRefused();
    return challenge;
  }
}

function challengeIn(clientData: string): string {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientData, 'base64url').toString('utf8')) as { challenge?: unknown };
    if (typeof challenge === 'string' && /^[\w-]{43}$/.test(challenge)) return challenge;
  } catch {
    /* An unreadable answer was signed by no device. */
  }
  throw passkeyRefused();
}
