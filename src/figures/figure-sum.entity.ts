import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeptCurves, KeptLine, SumRow } from './figure-sums.ts';

/** The numbers of a figure in all windows of a conference; they can always be counted anew. */
@Entity('figure_sums')
export class FigureSum {
  @PrimaryColumn('uuid') conferenceId: string;
  @PrimaryColumn('text') figure: string;
  /** Hash of the statement that counted, so that another formula counts anew. */
  @Column('text') statement: string;
  /** The place up to which the logs of the conference had been written when it was counted. */
  @Column('bigint') place: string;
  /** The moment that the numbers are about. */
  @Column('timestamptz') asOf: Date;
  /** Time of the last count, also where that changed nothing that is shown. */
  @Column('timestamptz') countedAt: Date;
  /** Time of the last comparison with a full count. */
  @Column('timestamptz') checkedAt: Date;
  @Column('int') tookMs: number;
  @Column('jsonb') sums: SumRow[];
  @Column('jsonb') curves: KeptCurves;
  /** The rows without anything that tells them apart; null where they are read from the tables. */
  @Column('jsonb', { nullable: true }) lines: KeptLine[] | null;
}

/** The most readers that a thread had at the same moment within an hour; never who. */
@Entity('reader_peaks')
export class ReaderPeak {
  @PrimaryColumn('uuid') threadId: string;
  @PrimaryColumn('timestamptz') hour: Date;
  @Column('int') readers: number;
}
