import { Column, Entity, PrimaryColumn } from 'typeorm';

export type CommentKind = 'comment' | 'question' | 'answer';

/**
 * A comment, question or answer. Public once it has a number; `state` is the first of withdrawn, withheld, held that is
 * set.
 */
@Entity('comments')
export class Comment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') threadId: string;
  /** The number that first made it public, which is its place for good. Null until then. */
  @Column('int', { nullable: true }) seq: number | null;
  /** The number of the latest change of any public field. */
  @Column('int', { nullable: true }) changedSeq: number | null;
  @Column('int') revision: number;
  @Column('text') kind: CommentKind;
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column('uuid', { nullable: true }) rootId: string | null;
  /** A persona, never an account, so that a comment does not lead to an address. */
  @Column('uuid', { nullable: true }) personaId: string | null;
  @Column('boolean') isAnonymous: boolean;
  /**
   * The persona's name at the row's number; null once the persona is gone. A changed name takes a number of its own.
   */
  @Column('text', { nullable: true }) authorName: string | null;
  @Column('text', { array: true }) authorRoles: string[];
  @Column('text') source: string;
  @Column('text') html: string;
  @Column('timestamptz', { nullable: true }) heldAt: Date | null;
  @Column('text', { nullable: true }) heldBecause: string | null;
  @Column('timestamptz', { nullable: true }) withheldAt: Date | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
  @Column('int') votes: number;
  /** Of a top-level comment: its public replies at any depth, tombstones included. */
  @Column('int') replyCount: number;
  @Column('text', { nullable: true }) questionStatus: string | null;
  @Column('text', { nullable: true }) questionReason: string | null;
  /** Time when a moderator hid the note; the question stays unchanged. */
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
  /** The question it was given to, when a merge moved it here. */
  @Column('uuid', { nullable: true }) movedFrom: string | null;
  /** Given without an address; stays when the guest is deleted, and ends when the guest confirms one. */
  @Column('boolean') isByGuest: boolean;
}

/** The comment of each idempotency key, as keyed hashes; kept as long as the comment. */
@Entity('posting_keys')
export class PostingKey {
  @PrimaryColumn('uuid') threadId: string;
  @PrimaryColumn('bytea') tag: Buffer;
  @Column('bytea') bodyTag: Buffer;
  @Column('uuid') commentId: string;
}

/** A guest's words, until the mailed code publishes them. */
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
  /** The account that got it back when it was refused after the right code. */
  @Column('uuid', { nullable: true }) refusedTo: string | null;
  /** The slug of that refusal. */
  @Column('text', { nullable: true }) refusedAs: string | null;
  /** Equal for equal words of one address in one thread, of which one is published. */
  @Column('bytea', { nullable: true }) copiesTag: Buffer | null;
}
