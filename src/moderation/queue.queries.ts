import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { decodeCursor, pageOf, type Page } from '../kernel/cursor.ts';
import { Database } from '../platform/database/database.ts';
import type { RecapView } from '../recap/recap.view.ts';
import { DecideOnRecap } from './decide-on-recap.ts';
import { toItem, type QueueItem, type QueueRow } from './queue-item.ts';
import { COUNT_STATEMENT, queueStatement, type QueueKind } from './queue-statement.ts';

export interface QueuePageOptions {
  kind: QueueKind;
  limit: number;
  cursor?: string | undefined;
  accountId: string;
  talkIds: readonly string[] | null;
}

/** Most of a kind that are counted. */
const COUNTED = 100;

/** Lists what waits for moderators, the longest waiting first. */
@Injectable()
export class QueueQueries {
  constructor(
    private readonly database: Database,
    private readonly decideOnRecap: DecideOnRecap,
    private readonly clock: Clock,
  ) {}

  async list(
    conferenceId: string,
    { kind, limit, cursor, accountId, talkIds }: QueuePageOptions,
  ): Promise<Page<QueueItem>> {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['time', 'id'] as const);
    const found = await this.database.ask<QueueRow>(queueStatement(kind), [
      conferenceId,
      limit + 1,
      after?.[0] ?? null,
      after?.[1] ?? null,
      this.clock.now(),
      talkIds,
      ...(kind === 'appeals' ? [accountId] : []),
    ]);
    const { items, next } = pageOf(found, limit, ({ since, itemId }) => [since.toISOString(), itemId]);
    return {
      items: await Promise.all(
        items.map(async (item) => toItem(item, { accountId, recap: await this.recapOf(item.recapId) })),
      ),
      next,
    };
  }

  /** As moderators see it: with its words, whatever its state. */
  private async recapOf(id: string | null): Promise<RecapView | null> {
    return id === null ? null : this.decideOnRecap.read(id);
  }

  /** Counts the cases that wait for a moderator of these talks (null for all), up to 100 of each kind. */
  async countWaiting(conferenceId: string, talkIds: readonly string[] | null): Promise<number> {
    const [found] = await this.database.read<{ waiting: number }>(COUNT_STATEMENT, [
      conferenceId,
      COUNTED,
      null,
      null,
      talkIds,
    ]);
    return found!.waiting;
  }

  /** Whether anything waits, for a link on other pages; never a growing number. */
  async waits(conferenceId: string): Promise<boolean> {
    const [found] = await this.database.read<{ any: boolean }>(
      `select exists (
         select from threads t
         join comments m on m.thread_id = t.id
         where t.conference_id = $1
           and m.held_at is not null
           and m.withheld_at is null
           and m.withdrawn_at is null
       )
         or exists (
           select from recaps a
           where a.conference_id = $1
             and a.held_at is not null
             and a.withheld_at is null
             and a.withdrawn_at is null
         )
         or exists (
           select from reports r
           where r.conference_id = $1 and r.status = 'open' and r.confirmed_at is not null
         )
         or exists (select from appeals a where a.conference_id = $1 and a.outcome is null) "any"`,
      [conferenceId],
    );
    return found!.any;
  }
}
