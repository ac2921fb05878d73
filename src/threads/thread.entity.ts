import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SlowMode, Screening } from '../programme/conference.settings.ts';
import type { ThreadEventKind } from './thread-event.ts';
import type { PhaseState } from './thread.policy.ts';

export interface PhaseOverrides {
  opensAt?: string;
  readonlyAt?: string;
  archivedAt?: string;
}

/**
 * The discussion of a talk, of a recap, or of a subject of the conference (the hallway). Kept when the talk moves or is
 * cancelled.
 */
@Entity('threads')
export class Thread {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') conferenceId: string;
  @Column('uuid', { nullable: true }) talkId: string | null;
  /** The recap that is answered here; such a thread has no talk and is no hallway. */
  @Column('uuid', { nullable: true }) recapId: string | null;
  /** The persona that wrote the recap, marked as its author here; null for an official one. */
  @Column('uuid', { nullable: true }) authorId: string | null;
  /** Set while the recap is not public, so that nobody reads the thread. */
  @Column('timestamptz', { nullable: true }) hiddenAt: Date | null;
  /** A part of its address, never changed. */
  @Column('text') slug: string;
  /** Short address, made by the database and never changed. */
  @Column('text', { default: () => 'new_thread_code()' }) code: string;
  @Column('text') title: string;
  /** The phase by the clock, written by a recurring task, each change with a number. */
  @Column('text') state: PhaseState;
  @Column('timestamptz', { nullable: true }) lockedAt: Date | null;
  /** The published reason of the lock; null while there is none. */
  @Column('text', { nullable: true }) lockReason: string | null;
  @Column('timestamptz', { nullable: true }) liveSince: Date | null;
  /** The end by itself of the live hour; null outside of one. */
  @Column('timestamptz', { nullable: true }) liveUntil: Date | null;
  /** The comment above the thread, announced by one of the people who lead it. */
  @Column('uuid', { nullable: true }) announcementId: string | null;
  /** Null for the conference's mode. */
  @Column('text', { nullable: true }) screening: Screening | null;
  @Column('jsonb', { nullable: true }) slowMode: SlowMode | null;
  @Column('timestamptz') opensAt: Date;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') readonlyAt: Date;
  @Column('timestamptz') archivedAt: Date;
  @Column('jsonb') phaseOverrides: PhaseOverrides;
}

/** The head of a thread: a narrow row with its numbers, whose lock orders everything that happens in the thread. */
@Entity('thread_heads')
export class ThreadHead {
  @PrimaryColumn('uuid') threadId: string;
  /** The latest public number. */
  @Column('int') seq: number;
  /** The latest number of any event, public or not. */
  @Column('int') n: number;
  /** Clients with a lower number must load again. */
  @Column('int') floor: number;
  @Column('int') comments: number;
  @Column('int') questions: number;
  @Column('int') answered: number;
  @Column('int') declined: number;
  @Column('int') merged: number;
  @Column('int') expired: number;
  @Column('timestamptz', { nullable: true }) lastActivityAt: Date | null;
  @Column('timestamptz', { nullable: true }) nextPhaseAt: Date | null;
}

/** A numbered event of a thread. Names comments; never personas, never text. */
@Entity('thread_log')
export class ThreadLogEntry {
  @PrimaryColumn('uuid') threadId: string;
  @PrimaryColumn('int') n: number;
  /** Null for an event that changed nothing public. */
  @Column('int', { nullable: true }) seq: number | null;
  @Column('text') kind: ThreadEventKind;
  @Column('uuid', { nullable: true }) commentId: string | null;
  @Column('jsonb') data: Record<string, unknown>;
  @Column('timestamptz') at: Date;
}
