import { Injectable } from '@nestjs/common';
import { decodeCursor, pageOf, type Page } from '../kernel/cursor.ts';
import { Database } from '../platform/database/database.ts';
import type { Decision } from './decision.entity.ts';

export interface LedgerLine { at: string; kind: string; rule: string | null; reason: string; role: string; threadId: string | null; reversedBy?: string }

/** What was decided in public, newest first; roles and never names, reasons and never the words. */
@Injectable()
export class LedgerQueries {
  constructor(private readonly database: Database) {}

  async list(conferenceId: string, { limit, cursor }: { limit: number; cursor?: string }): Promise<Page<LedgerLine>> {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['time', 'id'] as const);
    const rows = await this.database.read<Decision & { reversedById: string | null }>(
      `select d.id, d.at, d.kind, d.rule, d.reason, d.role, d.thread_id "threadId", (select r.id from decisions r where r.reverses_id = d.id order by r.at limit 1) "reversedById"
       from decisions d where d.conference_id = $1 and d.is_public and ($3::timestamptz is null or (d.at, d.id) < ($3, $4::uuid)) order by d.at desc, d.id desc limit $2`,
      [conferenceId, limit + 1, after?.[0] ?? null, after?.[1] ?? null],
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.at.toISOString(), row.id]);
    return { items: items.map(toLine), next };
  }
}

const toLine = ({ at, kind, rule, reason, role, threadId, reversedById }: Decision & { reversedById: string | null }): LedgerLine =>
  ({ at: at.toISOString(), kind, rule, reason, role, threadId, ...(reversedById === null ? {} : { reversedBy: reversedById }) });
