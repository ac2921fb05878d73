import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An organizer's answer about a column of sheets: what it holds, or how its dates are written. */
@Entity('sheet_answers')
export class SheetAnswerRow {
  @PrimaryColumn('uuid') conferenceId: string;
  @PrimaryColumn('text') kind: 'column' | 'dates';
  /** The heading, folded. */
  @PrimaryColumn('text') key: string;
  /** Null for a column that is not read. */
  @Column('text', { nullable: true }) answer: string | null;
  @Column('timestamptz') answeredAt: Date;
}
