import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { countingStatement, quickStatement } from './counting-statement.ts';
import type { Figure } from './figure.ts';
import type { StillWaiting } from './still-waiting.ts';

/** The count of a figure in one window: of the whole, or of one part. */
export interface SumRow {
  isThreadAll: number;
  isDayAll: number;
  isPartAll: number;
  threadId: string | null;
  day: string | null;
  part: string | null;
  value: number;
  people: number;
  /** Of a figure that is renewed by the day: what tells whether its next version may follow. */
  marks?: string;
  [measure: string]: unknown;
}

/** The share of questions that still wait, by the key of the window. */
export type KeptCurves = Readonly<Record<string, readonly StillWaiting[]>>;

/** Rows of a figure that look alike, and their number. */
export interface KeptLine {
  part: string;
  times: number;
  minutes: number | null;
  rows: number;
}

/** The kept sums of a figure without their numbers. */
export interface KeptHead {
  readonly asOf: Date;
  readonly countedAt: Date;
  readonly tookMs: number;
  /** The place up to which the logs of the conference had been written when it was counted. */
  readonly place: string;
  readonly statement: string;
}

/** A figure in all windows of a conference, as it was counted. */
export interface KeptSums extends KeptHead {
  readonly sums: readonly SumRow[];
  readonly curves: KeptCurves;
  readonly lines: readonly KeptLine[] | null;
}

/** The heads of figures of a conference, and how far its logs are. */
export interface KeptHeads {
  readonly heads: ReadonlyMap<string, KeptHead>;
  readonly place: string;
}

/** A figure whose sums are kept. */
export interface FigureOfConference {
  readonly conferenceId: string;
  readonly figure: string;
}

/** SQL: how far the logs of the conference $1 have been written; grows with every event in any of its threads. */
const PLACE = `(
    select coalesce(sum(h.n), 0) + count(*) from threads t join thread_heads h on h.thread_id = t.id
    where t.conference_id = $1
  )`;

const HEAD = 's.as_of "asOf", s.counted_at "countedAt", s.took_ms "tookMs", s.place::text place, s.statement';

const hashes = new WeakMap<Figure, string>();

/** Tells one formula from another. */
export function hashOfStatement(figure: Figure): string {
  const known = hashes.get(figure);
  if (known !== undefined) return known;
  const hash = createHash('sha256')
    .update(countingStatement(figure) + (quickStatement(figure) ?? ''))
    .digest('base64url')
    .slice(0, 22);
  hashes.set(figure, hash);
  return hash;
}

/** Keeps what was counted, for the pages of every node. */
@Injectable()
export class FigureSums {
  constructor(private readonly database: Database) {}

  /** The heads of kept sums by figure, of those that have any, and how far the logs of their conference are now. */
  async headsOf(conferenceId: string, figures: readonly string[]): Promise<KeptHeads> {
    const rows = await this.database.askOften<KeptHead & { figure: string | null; now: string }>(
      `select s.figure, ${HEAD}, ${PLACE}::text "now"
       from (select) one
       left join figure_sums s on s.conference_id = $1 and s.figure = any($2)`,
      [conferenceId, figures],
    );
    const heads = rows.flatMap(({ figure, now: _now, ...head }) => (figure === null ? [] : [[figure, head] as const]));
    return { heads: new Map(heads), place: rows[0]!.now };
  }

  async read(conferenceId: string, figure: string): Promise<KeptSums | null> {
    const [row] = await this.database.ask<KeptSums>(
      `select ${HEAD}, s.sums, s.curves, s.lines from figure_sums s where s.conference_id = $1 and s.figure = $2`,
      [conferenceId, figure],
    );
    return row ?? null;
  }

  async placeOf(conferenceId: string): Promise<string> {
    const [row] = await this.database.askOften<{ place: string }>(`select ${PLACE}::text place`, [conferenceId]);
    return row!.place;
  }

  /** Keeps a count; one that another node began later stays. */
  async keep(conferenceId: string, figure: string, kept: KeptSums): Promise<void> {
    await this.database.ask(
      `insert into figure_sums as s
         (conference_id, figure, statement, place, as_of, counted_at, took_ms, sums, curves, lines)
       select id, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb, $10::jsonb from conferences where id = $1
       on conflict (conference_id, figure) do update
       set statement = excluded.statement, place = excluded.place, as_of = excluded.as_of,
         counted_at = excluded.counted_at, took_ms = excluded.took_ms, sums = excluded.sums,
         curves = excluded.curves, lines = excluded.lines
       where s.counted_at <= excluded.counted_at`,
      [
        conferenceId,
        figure,
        kept.statement,
        kept.place,
        kept.asOf,
        kept.countedAt,
        kept.tookMs,
        JSON.stringify(kept.sums),
        JSON.stringify(kept.curves),
        kept.lines === null ? null : JSON.stringify(kept.lines),
      ],
    );
  }

  /**
   * The figures whose conference has gone on since they were counted, and whose counting takes longer than `longerThan`
   * (ms); each rests ten times as long as it took.
   */
  async behind(longerThan: number, now: Date): Promise<FigureOfConference[]> {
    return this.database.ask(
      `select s.conference_id "conferenceId", s.figure
       from figure_sums s
       where s.took_ms > $1
         and s.counted_at + 10 * s.took_ms * interval '1 millisecond' < $2
         and s.place <> ${PLACE.replaceAll('$1', 's.conference_id')}
       order by s.counted_at`,
      [longerThan, now],
    );
  }

  /** Lets a figure rest that could not be counted, so that it holds up no other; its numbers stay. */
  async postpone(conferenceId: string, figure: string, now: Date): Promise<void> {
    await this.database.ask(
      'update figure_sums set counted_at = $3 where conference_id = $1 and figure = $2 and counted_at < $3',
      [conferenceId, figure, now],
    );
  }

  /** Of these figures the one compared longest ago, which is noted as compared now; null without any. */
  async nextToCheck(figures: readonly string[], now: Date): Promise<FigureOfConference | null> {
    const [row] = await this.database.ask<FigureOfConference>(
      `update figure_sums u
       set checked_at = $1
       from (
         select conference_id, figure from figure_sums
         where figure = any($2)
         order by checked_at limit 1 for update skip locked
       ) s
       where u.conference_id = s.conference_id and u.figure = s.figure
       returning u.conference_id "conferenceId", u.figure`,
      [now, figures],
    );
    return row ?? null;
  }
}
