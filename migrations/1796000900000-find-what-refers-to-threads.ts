import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns that name a thread, a talk, a comment or a speaker, by index; those that are mostly null without the nulls. */
const INDEXES: Readonly<Record<string, string>> = {
  talks_thread: 'talks (thread_id)',
  grants_talk: 'grants (talk_id) where talk_id is not null',
  badges_talk: 'badges (talk_id)',
  invitations_talk: 'invitations (talk_id) where talk_id is not null',
  reader_places_thread: 'reader_places (thread_id)',
  email_notices_thread: 'email_notices (thread_id)',
  decisions_thread: 'decisions (thread_id)',
  pending_comments_thread: 'pending_comments (thread_id)',
  pending_comments_parent: 'pending_comments (parent_id) where parent_id is not null',
  question_takers_thread: 'question_takers (thread_id)',
  recap_versions_thread: 'recap_versions (thread_id) where thread_id is not null',
  recaps_about_thread: 'recaps (about_thread_id) where about_thread_id is not null',
  reply_addresses_thread: 'reply_addresses (thread_id)',
  reply_addresses_parent: 'reply_addresses (parent_id) where parent_id is not null',
  taken_replies_thread: 'taken_replies (thread_id)',
  taken_replies_parent: 'taken_replies (parent_id) where parent_id is not null',
  taken_replies_comment: 'taken_replies (comment_id) where comment_id is not null',
  comments_answer: 'comments (answer_id) where answer_id is not null',
  talk_speakers_speaker: 'talk_speakers (speaker_id)',
  invitation_emails_speaker: 'invitation_emails (speaker_id) where speaker_id is not null',
};

/**
 * Indexes what refers to a thread, a talk, a comment or a speaker: for each of them that goes its foreign keys look
 * there, so that undoing an import of 1,500 talks read whole tables 1,500 times.
 */
export class FindWhatRefersToThreads1796000900000 implements MigrationInterface {
  name = 'FindWhatRefersToThreads1796000900000';

  async up(q: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(INDEXES)) await q.query(`create index ${name} on ${columns}`);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const name of Object.keys(INDEXES)) await q.query(`drop index ${name}`);
  }
}
