import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import type { ColumnKind } from './parsing/sheets/column-kinds.ts';
import type { SheetAnswers } from './parsing/sheets/sheet-answers.ts';
import type { DateOrder } from './parsing/sheets/sheet-dates.ts';
import type { SheetAnswerRow } from './sheet-answer.entity.ts';

/** Remembers what organizers say of the sheets of a conference, so that none is asked twice. */
@Injectable()
export class StoredSheetAnswers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(conferenceId: string): Promise<SheetAnswers> {
    const rows = await this.database.ask<Pick<SheetAnswerRow, 'kind' | 'key' | 'answer'>>(
      'select kind, key, answer from sheet_answers where conference_id = $1',
      [conferenceId],
    );
    const of = (kind: SheetAnswerRow['kind']) =>
      Object.fromEntries(rows.filter((row) => row.kind === kind).map(({ key, answer }) => [key, answer]));
    return {
      columns: of('column') as Record<string, ColumnKind | null>,
      dates: of('dates') as Record<string, DateOrder>,
    };
  }

  /** In the transaction of the import for which they were given. */
  async remember(tx: Tx, conferenceId: string, { columns, dates }: SheetAnswers): Promise<void> {
    const rows = [
      ...Object.entries(columns).map(([key, answer]) => ({ kind: 'column', key, answer })),
      ...Object.entries(dates).map(([key, answer]) => ({ kind: 'dates', key, answer })),
    ];
    if (rows.length === 0) return;
    await tx.query(
      `insert into sheet_answers (conference_id, kind, key, answer, answered_at)
       select $1, kind, key, answer, $3 from jsonb_to_recordset($2::jsonb) as r(kind text, key text, answer text)
       on conflict (conference_id, kind, key) do update
       set answer = excluded.answer, answered_at = excluded.answered_at`,
      [conferenceId, JSON.stringify(rows), this.clock.now()],
    );
  }
}
