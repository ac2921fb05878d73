import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The words of a public comment as search compares them. */
@Entity('comment_words')
export class CommentWords {
  @PrimaryColumn('uuid') commentId: string;
  @Column('uuid') threadId: string;
  @Column('uuid') conferenceId: string;
  @Column('tsvector') words: string;
  @Column('smallint', { default: 1 }) rulesVersion: number;
}
