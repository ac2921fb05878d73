import { Injectable } from '@nestjs/common';
import { JoinAccounts } from '../accounts/join-accounts.ts';
import { Clock } from '../kernel/clock.ts';
import { blindId, secretToken } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';
import type { ActorInSession } from '../platform/http/access.ts';
import { endOf } from './session.policy.ts';
import { hashToken } from './session-token.ts';
import { SessionsQueries } from './sessions.queries.ts';

export interface NewSession {
  token: string;
  expiresAt: Date;
  accountId: string;
  sessionId: string;
  begunAt: Date;
}

/**
 * Begins a session under a fresh token; the session it replaces ends in the same transaction. When that was a guest's,
 * all that the guest had goes to the account.
 */
@Injectable()
export class BeginSession {
  constructor(
    private readonly sessionsQueries: SessionsQueries,
    private readonly joinAccounts: JoinAccounts,
    private readonly clock: Clock,
  ) {}

  async begin(tx: Tx, accountId: string, replaces: ActorInSession | null): Promise<NewSession> {
    const token = secretToken();
    const now = this.clock.now();
    if (replaces !== null) await tx.query('delete from sessions where id = $1', [replaces.sessionId]);
    if (replaces?.isGuest && replaces.accountId !== accountId) {
      await tx.query('delete from sessions where account_id = $1', [replaces.accountId]);
      await this.joinAccounts.join(tx, { from: replaces.accountId, into: accountId });
    }
    const sessionId = blindId();
    await tx.query('insert into sessions (id, token_hash, account_id, begun_at, seen_at) values ($1, $2, $3, $4, $4)', [
      sessionId,
      hashToken(token),
      accountId,
      now,
    ]);
    return { token, expiresAt: endOf({ begunAt: now, seenAt: now }), accountId, sessionId, begunAt: now };
  }

  /** To be called after the commit; the sockets of the replaced session close. */
  signalReplaced(replaced: ActorInSession | null): void {
    if (replaced !== null) this.sessionsQueries.hasEnded(replaced.sessionId);
  }
}
