import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The contribution that a reply becomes: a comment, or the answer to a question that waits. */
export type ReplyKind = 'comment' | 'answer';

/** The address to which one e-mail of ours can be answered. */
@Entity('reply_addresses')
export class ReplyTarget {
  /** Keyed hash of its token, which stands in the e-mail alone. */
  @PrimaryColumn('bytea') tag: Buffer;
  @Column('uuid') accountId: string;
  @Column('uuid') threadId: string;
  @Column('uuid', { nullable: true }) parentId: string | null;
  /** Null for the only persona of the account; of an answer the one that shows the right. */
  @Column('uuid', { nullable: true }) personaId: string | null;
  @Column('text') kind: ReplyKind;
  @Column('timestamptz') expiresAt: Date;
}
