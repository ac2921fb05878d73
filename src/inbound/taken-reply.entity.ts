import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReplyKind } from './reply-target.entity.ts';

/** `left`: a draft that its owner gave up, or whose time is over. */
export type TakenState = 'taking' | 'published' | 'draft' | 'left';

/** A reply that came in, once for each Message-ID and address. */
@Entity('taken_replies')
export class TakenReply {
  /** Of the draft and of the e-mail about it. */
  @PrimaryColumn('uuid') id: string;
  /** Keyed hash of the address and the Message-ID. */
  @Column('bytea') messageTag: Buffer;
  @Column('bytea') replyTag: Buffer;
  @Column('uuid') accountId: string;
  @Column('uuid') threadId: string;
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column('uuid', { nullable: true }) personaId: string | null;
  @Column('text') kind: ReplyKind;
  @Column('text') state: TakenState;
  /** The reason why it is a draft. */
  @Column('text', { nullable: true }) reason: string | null;
  /** The words of a draft, masked; null for any other state. */
  @Column('text', { nullable: true }) source: string | null;
  @Column('uuid', { nullable: true }) commentId: string | null;
  /** Number of attachments that were dropped. */
  @Column('int') attachments: number;
  @Column('timestamptz') at: Date;
  /** Time at which its owner is told by e-mail; null once they were. */
  @Column('timestamptz', { nullable: true }) notifyDueAt: Date | null;
}
