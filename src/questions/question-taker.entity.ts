import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The account that is answering a question, since two personas of a conference may share a name. Never public. */
@Entity('question_takers')
export class QuestionTaker {
  @PrimaryColumn('uuid') commentId: string;
  @Column('uuid') threadId: string;
  @Column('uuid') accountId: string;
  @Column('timestamptz') at: Date;
}
