import { Column, Entity, PrimaryColumn } from 'typeorm';

export type CommentKind = 'comment' | 'question' | 'answer';

/** One contribution. Public once it has a number; `state` is the first of withdrawn, withheld, held that is set. */
@Entity('comments')
export class Comment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') threadId: string;
  /** The number that first made it public: its place for good. Null until then. */
  @Column('int', { nullable: true }) seq: number | null;
  /** The number of the latest change of any public field. */
  @Column('int', { nullable: true }) changedSeq: number | null;
  @Column('int') revision: number;
  @Column('text') kind: CommentKind;
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column('uuid', { nullable: true }) rootId: string | null;
  /** A persona, never an account: nothing below this line can lead back to an address. */
  @Column('uuid', { nullable: true }) personaId: string | null;
  @Column('boolean') isAnonymous: boolean;
  /** As the persona was called at the row's number; null once it is gone. A change of it takes a number of its own. */
  @Column('text', { nullable: true }) authorName: string | null;
  @Column('text', { array: true }) authorRoles: string[];
  @Column('text') source: string;
  @Column('text') html: string;
  @Column('timestamptz', { nullable: true }) heldAt: Date | null;
  @Column('text', { nullable: true }) heldBecause: string | null;
  @Column('timestamptz', { nullable: true }) withheldAt: Date | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
  @Column('int') votes: number;
  /** Of a top-level comment: its public replies, at any depth, tombstones included. */
  @Column('int') replyCount: number;
  @Column('text', { nullable: true }) questionStatus: string | null;
  @Column('text', { nullable: true }) questionReason: string | null;
  /** When a moderator hid the note; the question stays as it is. */
  @Column('timestamptz', { nullable: true }) noteWithheldAt: Date | null;
  @Column('uuid', { nullable: true }) answerId: string | null;
  @Column('uuid', { nullable: true }) mergedInto: string | null;
  @Column('timestamptz') postedAt: Date;
  @Column('timestamptz', { nullable: true }) editedAt: Date | null;
}

/** Earlier wordings. */
@Entity('comment_revisions')
export class CommentRevision {
  @PrimaryColumn('uuid') commentId: string;
  @PrimaryColumn('int') revision: number;
  @Column('uuid') threadId: string;
  @Column('text') source: string;
  @Column('text') html: string;
  @Column('boolean') wasPublic: boolean;
  @Column('timestamptz') writtenAt: Date;
}

@Entity('votes')
export class Vote {
  @PrimaryColumn('uuid') commentId: string;
  @PrimaryColumn('uuid') accountId: string;
  @Column('uuid') threadId: string;
  /** The question it was given to, when it came here with a merge. */
  @Column('uuid', { nullable: true }) movedFrom: string | null;
}

/** Which key made which comment, as keyed hashes; kept as long as the comment. */
@Entity('posting_keys')
export class PostingKey {
  @PrimaryColumn('uuid') threadId: string;
  @PrimaryColumn('bytea') tag: Buffer;
  @Column('bytea') bodyTag: Buffer;
  @Column('uuid') commentId: string;
}

/** What a guest wrote, until the code that was mailed publishes it. */
@Entity('pending_comments')
export class PendingComment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') loginCodeId: string;
  @Column('uuid') threadId: string;
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column('text') kind: CommentKind;
  @Column('text') name: string;
  @Column('boolean') isAnonymous: boolean;
  @Column('text') source: string;
  @Column('bytea', { nullable: true }) tag: Buffer | null;
  @Column('bytea', { nullable: true }) bodyTag: Buffer | null;
  /** The account it was given back to, once its code was right and it was refused all the same. */
  @Column('uuid', { nullable: true }) refusedTo: string | null;
  /** The slug of that refusal. */
  @Column('text', { nullable: true }) refusedAs: string | null;
  /** The same for the same words of one address in one thread: of these, one is published. */
  @Column('bytea', { nullable: true }) copiesTag: Buffer | null;
}
