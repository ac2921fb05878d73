import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has taken a question, votes that came with a merge, the end of a live hour, and words to an account. */
export class LetSpeakersAnswer1795540000000 implements MigrationInterface {
  name = 'LetSpeakersAnswer1795540000000';

  async up(q: QueryRunner): Promise<void> {
    for (const statement of UP.split(';\n')
      .map((s) => s.trim())
      .filter(Boolean))
      await q.query(statement);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const statement of DOWN.split(';\n')
      .map((s) => s.trim())
      .filter(Boolean))
      await q.query(statement);
  }
}

const UP = `
create extension if not exists pg_trgm;
alter table threads add column live_until timestamptz;
alter table pending_comments add column is_anonymous boolean not null default false;
alter table votes add column moved_from uuid;
create table question_takers (
  comment_id uuid primary key references comments,
  thread_id uuid not null references threads,
  account_id uuid not null references accounts on delete cascade,
  at timestamptz not null
);
create table account_notices (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  kind text not null,
  comment_id uuid not null,
  decision_id uuid,
  at timestamptz not null default clock_timestamp()
);
create index notices_of_an_account on account_notices (account_id, at);
create index unsettled_questions on comments (thread_id) where question_status in ('open', 'taken');
create index anonymous_comments on comments (thread_id) where is_anonymous and persona_id is not null;
`;

const DOWN = `
drop table account_notices, question_takers;
drop index unsettled_questions, anonymous_comments;
alter table threads drop column live_until;
alter table pending_comments drop column is_anonymous;
alter table votes drop column moved_from;
drop extension pg_trgm;
`;
