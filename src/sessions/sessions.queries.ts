import { Injectable } from '@nestjs/common';
import { byKey } from '../kernel/by-key.ts';
import { Clock } from '../kernel/clock.ts';
import { notFound } from '../kernel/common.problems.ts';
import { isUuid } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';
import { BatchLoader } from '../platform/database/batch-loader.ts';
import type { ActorInSession } from '../platform/http/access.ts';
import { endOf, SESSION_DAYS, SESSION_DAYS_AT_MOST } from './session.policy.ts';
import { hashToken } from './session-token.ts';

/** `expiresAt` is when it ends if it is not used again. */
export interface SessionView {
  id: string;
  /** Time when it began. */
  begunAt: string;
  /** Time when it was last used, to the hour. */
  seenAt: string;
  /** Time when it ends if it is not used again. */
  expiresAt: string;
  /** Whether it is the session that asks. */
  current: boolean;
}

interface HeldSession {
  hash: string;
  id: string;
  accountId: string;
  begunAt: Date;
  seenAt: Date;
  isGuest: boolean;
}

/** Time for which a session may still be used here after it ended on another node, in milliseconds. */
const TRUSTED_MS = 1_000;
const FOUND_AT_MOST = 10_000;

/** Finds the actor of a token, and lists an account's sessions. */
@Injectable()
export class SessionsQueries {
  private readonly enders = new Set<(sessionId: string) => void>();

  private readonly holders: BatchLoader<string, HeldSession>;

  /** Actors found within TRUSTED_MS, by token. */
  private readonly found = new Map<string, { held: HeldSession; at: Date }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.holders = new BatchLoader(async (hashes) =>
      byKey(
        await this.database.askOften<HeldSession>(
          `select encode(s.token_hash, $3) hash, s.id, s.account_id "accountId", s.begun_at "begunAt",
             s.seen_at "seenAt", a.kind = 'guest' "isGuest"
           from sessions s
           join accounts a on a.id = s.account_id
           where s.token_hash = any($1) and s.seen_at > $2 and s.begun_at > $4`,
          [
            hashes.map((hash) => Buffer.from(hash, 'hex')),
            this.clock.ago({ days: SESSION_DAYS }),
            'hex',
            this.clock.ago({ days: SESSION_DAYS_AT_MOST }),
          ],
        ),
        ({ hash }) => hash,
      ),
    );
  }

  /** Null for unknown, ended, idle and year-old tokens. Records the use at most once an hour. */
  async actorBehind(token: string): Promise<ActorInSession | null> {
    const row = await this.holder(hashToken(token).toString('hex'));
    if (!row) return null;
    if (row.seenAt < this.clock.ago({ hours: 1 }))
      await this.database.ask('update sessions set seen_at = $2 where id = $1', [row.id, this.clock.now()]);
    return { accountId: row.accountId, sessionId: row.id, begunAt: row.begunAt, isGuest: row.isGuest };
  }

  private async holder(hash: string): Promise<HeldSession | null> {
    const known = this.found.get(hash);
    if (known && this.isTrusted(known)) return known.held;
    const held = await this.holders.get(hash);
    this.found.delete(hash);
    if (held) this.found.set(hash, { held, at: this.clock.now() });
    // In the order in which they were found: all behind the first trusted one are trusted too.
    for (const [first, each] of this.found) {
      if (this.found.size <= FOUND_AT_MOST && this.isTrusted(each)) break;
      this.found.delete(first);
    }
    return held;
  }

  private isTrusted({ at }: { at: Date }): boolean {
    return Math.abs(this.clock.now().getTime() - at.getTime()) < TRUSTED_MS;
  }

  async list(actor: ActorInSession): Promise<SessionView[]> {
    const rows = await this.database.ask<{ id: string; begunAt: Date; seenAt: Date }>(
      `select id, begun_at "begunAt", seen_at "seenAt"
       from sessions
       where account_id = $1 and seen_at > $2 and begun_at > $3
       order by begun_at desc limit 100`,
      [actor.accountId, this.clock.ago({ days: SESSION_DAYS }), this.clock.ago({ days: SESSION_DAYS_AT_MOST })],
    );
    return rows.map(({ id, begunAt, seenAt }) => ({
      id,
      begunAt: begunAt.toISOString(),
      seenAt: seenAt.toISOString(),
      expiresAt: endOf({ begunAt, seenAt }).toISOString(),
      current: id === actor.sessionId,
    }));
  }

  /** Throws `not-found` for another account's session. */
  async end(accountId: string, sessionId: string): Promise<void> {
    const ended = isUuid(sessionId)
      ? await this.database.ask('delete from sessions where id = $1 and account_id = $2 returning id', [
          sessionId,
          accountId,
        ])
      : [];
    if (ended.length === 0) throw notFound();
    this.hasEnded(sessionId);
  }

  /** Ends all sessions of an account but the one that asks. */
  async endOthers({ accountId, sessionId }: Pick<ActorInSession, 'accountId' | 'sessionId'>): Promise<void> {
    const ended = await this.database.ask<{ id: string }>(
      'delete from sessions where account_id = $1 and id <> $2 returning id',
      [accountId, sessionId],
    );
    for (const { id } of ended) this.hasEnded(id);
  }

  /** To be called after the commit of everything that ends sessions; subscribers close what they hold open for it. */
  hasEnded(sessionId: string): void {
    this.found.clear();
    for (const listener of this.enders) listener(sessionId);
  }

  /** Picks those of these sessions that are still open; called every half minute for those with a socket. */
  async stillOpen(sessionIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.ask<{ id: string }>(
      'select id from sessions where id = any($1) and seen_at > $2 and begun_at > $3',
      [sessionIds, this.clock.ago({ days: SESSION_DAYS }), this.clock.ago({ days: SESSION_DAYS_AT_MOST })],
    );
    return new Set(rows.map(({ id }) => id));
  }

  onEnd(listener: (sessionId: string) => void): void {
    this.enders.add(listener);
  }
}
