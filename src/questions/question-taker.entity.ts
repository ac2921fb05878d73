import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who is answering a question now: an account, since two of one conference may share a face's name. Never public. */
@Entity('question_takers')
export class QuestionTaker {
  @PrimaryColumn('uuid') commentId: string;
  @Column('uuid') threadId: string;
  @Column('uuid') accountId: string;
  @Column('timestamptz') at: Date;
}
