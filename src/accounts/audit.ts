import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { decodeCursor, pageOf, type Page } from '../kernel/cursor.ts';
import { blindId } from '../kernel/ids.ts';
import { Database, type Queryable } from '../platform/database/database.ts';
import { knownName } from './known-name.ts';

export interface AuditedAct {
  conferenceId: string | null;
  accountId: string | null;
  role: string;
  action: string;
  subject?: string | null;
}

/**
 * An entry as organizers see it. Its account is shown by one persona or none, so that no entry tells which personas
 * belong together.
 */
export interface AuditView {
  /** Time when it was done. */
  at: string;
  /** The right it was done with, such as `moderator`; `server` for what the forum did by itself. */
  role: string;
  /** The persona of its doer in the conference; null without one. */
  name: string | null;
  /** An act with a dot (`decision.withhold`), or the method and path of the route that did it. */
  action: string;
  /** The thing it was done to, by its id or slug; null without one. */
  subject: string | null;
}

/** Records every privileged act, in the transaction of the act where there is one. */
@Injectable()
export class Audit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async note(tx: Queryable, { conferenceId, accountId, role, action, subject = null }: AuditedAct): Promise<void> {
    await tx.query(
      `insert into audit_entries (id, conference_id, account_id, role, action, subject, at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [blindId(), conferenceId, accountId, role, action, subject, this.clock.now()],
    );
  }

  /** For routes whose verb opens no transaction: recorded once it is done. */
  noteAfter(audited: AuditedAct): Promise<void> {
    return this.note({ query: (sql, values) => this.database.ask(sql, values) }, audited);
  }

  /** Newest first. */
  async list(
    conferenceId: string,
    { limit, cursor }: { limit: number; cursor?: string | undefined },
  ): Promise<Page<AuditView>> {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['time', 'id'] as const);
    const rows = await this.database.read<Omit<AuditView, 'at'> & { id: string; at: Date }>(
      `select e.id, e.at, e.role, e.action, e.subject, ${knownName('e.account_id', '$1')} "name"
       from audit_entries e
       where e.conference_id = $1
         and ($3::timestamptz is null or (e.at, e.id) < ($3, $4::uuid))
       order by e.at desc, e.id desc limit $2`,
      [conferenceId, limit + 1, after?.[0] ?? null, after?.[1] ?? null],
    );
    const { items, next } = pageOf(rows, limit, ({ at, id }) => [at.toISOString(), id]);
    return {
      items: items.map(({ at, role, name, action, subject }) => ({
        at: at.toISOString(),
        role,
        name,
        action,
        subject,
      })),
      next,
    };
  }
}
