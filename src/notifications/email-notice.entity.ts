import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EmailNoticeKind, NoticeRule } from './mail.policy.ts';

/** Something that concerns an account, and what became of it; names comments and recaps, never words. */
@Entity('email_notices')
export class EmailNotice {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  /** `archived` is sent without a plan, and noted once it left. */
  @Column('text') kind: EmailNoticeKind | 'archived';
  @Column('uuid') conferenceId: string;
  /** Null for the queue of a conference. */
  @Column('uuid', { nullable: true }) threadId: string | null;
  @Column('uuid', { nullable: true }) commentId: string | null;
  @Column('uuid', { nullable: true }) recapId: string | null;
  /** The addresses that were added to the thread's talk; null for all else. */
  @Column('text', { array: true, nullable: true }) linkUrls: string[] | null;
  /** The number of the event in its thread. */
  @Column('int', { nullable: true }) n: number | null;
  @Column('timestamptz') at: Date;
  /** Time at which it is considered next; null once an e-mail holds it or it came to nothing. */
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  /** The reason why it waits, waited, or came to nothing. */
  @Column('text', { nullable: true }) rule: NoticeRule | null;
  /** Null until it is decided. */
  @Column('text', { nullable: true }) fate: 'sent' | 'digest' | 'held' | 'void' | null;
  @Column('timestamptz', { nullable: true }) settledAt: Date | null;
  @Column('uuid', { nullable: true }) emailId: string | null;
}

/** An e-mail about notices; its id is in its Message-ID, and its text is made when it is sent. */
@Entity('emails')
export class SentEmail {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('text') form: 'notice' | 'digest' | 'summary';
  /** The kind of its notices; null for a digest. */
  @Column('text', { nullable: true }) kind: EmailNoticeKind | null;
  @Column('timestamptz') madeAt: Date;
  @Column('timestamptz', { nullable: true }) triedAt: Date | null;
  /** Time when the mail server took it, or it was given up. */
  @Column('timestamptz', { nullable: true }) leftAt: Date | null;
}

/** A thread whose news an account gets in its digest. */
@Entity('thread_follows')
export class ThreadFollow {
  @PrimaryColumn('uuid') threadId: string;
  @PrimaryColumn('uuid') accountId: string;
}
