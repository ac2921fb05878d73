import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The account that settled a question and so wrote the note beside it. Never public. */
@Entity('note_authors')
export class NoteAuthor {
  @PrimaryColumn('uuid') commentId: string;
  @Column('uuid') accountId: string;
}
