import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who wrote the note that stands beside a question now: the account that settled it. Never public. */
@Entity('note_authors')
export class NoteAuthor {
  @PrimaryColumn('uuid') commentId: string;
  @Column('uuid') accountId: string;
}
