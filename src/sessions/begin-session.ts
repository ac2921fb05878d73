import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { blindId, secretToken } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';
import { endOf } from './session.policy.ts';
import { hashToken } from './session-token.ts';
import { SessionsQueries } from './sessions.queries.ts';

export interface NewSession {
  token: string;
  expiresAt: Date;
  accountId: string;
}

/** Begins a session under a fresh token; the session it replaces ends in the same transaction. */
@Injectable()
export class BeginSession {
  constructor(
    private readonly sessionsQueries: SessionsQueries,
    private readonly clock: Clock,
  ) {}

  async begin(tx: Tx, accountId: string, replaces: string | null): Promise<NewSession> {
    const token = secretToken();
    const now = this.clock.now();
    if (replaces !== null) await tx.query('delete from sessions where id = $1', [replaces]);
    await tx.query('insert into sessions (id, token_hash, account_id, begun_at, seen_at) values ($1, $2, $3, $4, $4)', [
      blindId(),
      hashToken(token),
      accountId,
      now,
    ]);
    return { token, expiresAt: endOf({ begunAt: now, seenAt: now }), accountId };
  }

  /** To be called after the commit; the sockets of the replaced session close. */
  signalReplaced(replaced: string | null): void {
    if (replaced !== null) this.sessionsQueries.hasEnded(replaced);
  }
}
