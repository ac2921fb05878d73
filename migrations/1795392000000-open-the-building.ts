import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The first tables: a programme, its people, their threads.
 *
 * Every table of a thread carries thread_id, the shard key for later. The hot row of a thread is thread_heads, narrow
 * and with free space in its pages, so that its updates stay in place (fillfactor, HOT).
 */
export class OpenTheBuilding1795392000000 implements MigrationInterface {
  name = 'OpenTheBuilding1795392000000';

  async up(q: QueryRunner): Promise<void> {
    for (const statement of UP.split(';\n')
      .map((s) => s.trim())
      .filter(Boolean))
      await q.query(statement);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table write_keys, decisions, votes, posting_keys, pending_comments, comment_revisions, comments, thread_log,
      thread_heads, threads, sessions, login_codes, invitations, standings, grants, persona_changes, personas, accounts, talk_speakers, speakers,
      talk_slots, talks, conferences`);
  }
}

const UP = `
create table conferences (
  id uuid primary key,
  slug text not null,
  title text not null,
  url text,
  locale text not null,
  time_zone text not null,
  starts_on date not null,
  ends_on date not null,
  phase text not null,
  settings jsonb not null,
  edition integer not null default 1,
  constraint conference_slug_is_unique unique (slug)
);
create table talks (
  id uuid primary key,
  conference_id uuid not null references conferences,
  guid text not null,
  slug text not null,
  title text not null,
  subtitle text not null,
  abstract_html text not null,
  language text not null,
  track text not null,
  room text not null,
  starts_at timestamptz,
  duration_minutes integer not null,
  status text not null,
  url text,
  thread_id uuid,
  edition integer not null default 1,
  edited_fields text[] not null default '{}',
  is_imported boolean not null default false,
  constraint talk_guid_is_unique_in_its_conference unique (conference_id, guid),
  constraint talk_slug_is_unique_in_its_conference unique (conference_id, slug)
);
create table talk_slots (
  talk_id uuid not null references talks,
  starts_at timestamptz not null,
  room text not null,
  duration_minutes integer not null,
  primary key (talk_id, starts_at, room)
);
create table speakers (
  id uuid primary key,
  conference_id uuid not null references conferences,
  key text not null,
  name text not null,
  bio_html text not null,
  constraint speaker_key_is_unique_in_its_conference unique (conference_id, key)
);
create table talk_speakers (
  talk_id uuid not null references talks,
  speaker_id uuid not null references speakers,
  position integer not null,
  primary key (talk_id, speaker_id)
);
create table accounts (
  id uuid primary key,
  address_cipher bytea not null,
  address_key_id text not null,
  address_index bytea not null,
  locale text not null,
  settings jsonb not null default '{}',
  created_on date not null,
  constraint account_address_is_unique unique (address_index)
);
create table personas (
  id uuid primary key,
  account_id uuid not null references accounts,
  conference_id uuid not null references conferences,
  name text not null,
  tagline text not null,
  avatar_seed text not null,
  withdrawn_at timestamptz
);
create index personas_of_an_account on personas (account_id, conference_id);
create table persona_changes (
  persona_id uuid primary key references personas,
  at timestamptz not null
);
create table grants (
  id uuid primary key,
  account_id uuid not null references accounts,
  conference_id uuid references conferences,
  role text not null,
  talk_id uuid references talks,
  constraint grant_is_given_once unique nulls not distinct (account_id, conference_id, role, talk_id)
);
create table standings (
  id uuid primary key,
  account_id uuid not null references accounts,
  conference_id uuid not null references conferences,
  kind text not null,
  until timestamptz,
  reason text not null,
  constraint standing_of_a_kind_is_one unique (account_id, conference_id, kind)
);
create table invitations (
  id uuid primary key,
  token_hash bytea not null,
  role text not null,
  conference_id uuid references conferences,
  talk_id uuid references talks,
  expires_at timestamptz not null,
  claimed_at timestamptz,
  constraint invitation_token_is_unique unique (token_hash)
);
create table login_codes (
  id uuid primary key,
  address_cipher bytea not null,
  address_key_id text not null,
  address_index bytea not null,
  purpose text not null,
  code_hash bytea not null,
  token_hash bytea not null,
  browser_hash bytea,
  locale text not null,
  tries integer not null default 0,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint login_token_is_unique unique (token_hash)
);
create index login_codes_of_an_address on login_codes (address_index, made_at);
create table sessions (
  id uuid primary key,
  token_hash bytea not null,
  account_id uuid not null references accounts,
  begun_at timestamptz not null,
  seen_at timestamptz not null,
  constraint session_token_is_unique unique (token_hash)
);
create index sessions_of_an_account on sessions (account_id);
create table threads (
  id uuid primary key,
  conference_id uuid not null references conferences,
  talk_id uuid references talks,
  slug text not null,
  title text not null,
  state text not null,
  locked_at timestamptz,
  live_since timestamptz,
  screening text,
  slow_mode jsonb,
  opens_at timestamptz not null,
  starts_at timestamptz not null,
  readonly_at timestamptz not null,
  archived_at timestamptz not null,
  phase_overrides jsonb not null default '{}',
  constraint thread_slug_is_unique_in_its_conference unique (conference_id, slug),
  constraint talk_has_one_thread unique (talk_id)
);
alter table talks add constraint talks_thread_id_fkey foreign key (thread_id) references threads;
create table thread_heads (
  thread_id uuid primary key references threads,
  seq integer not null default 0,
  n integer not null default 0,
  floor integer not null default 0,
  comments integer not null default 0,
  questions integer not null default 0,
  answered integer not null default 0,
  declined integer not null default 0,
  merged integer not null default 0,
  expired integer not null default 0,
  last_activity_at timestamptz,
  next_phase_at timestamptz
) with (fillfactor = 50);
create table thread_log (
  thread_id uuid not null references threads,
  n integer not null,
  seq integer,
  kind text not null,
  comment_id uuid,
  data jsonb not null default '{}',
  at timestamptz not null,
  primary key (thread_id, n)
);
create table comments (
  id uuid primary key,
  thread_id uuid not null references threads,
  seq integer,
  changed_seq integer,
  revision integer not null default 1,
  kind text not null,
  parent_id uuid references comments,
  root_id uuid references comments,
  persona_id uuid references personas,
  is_anonymous boolean not null default false,
  author_name text,
  author_roles text[] not null default '{}',
  source text not null,
  html text not null,
  held_at timestamptz,
  held_because text,
  withheld_at timestamptz,
  withdrawn_at timestamptz,
  votes integer not null default 0,
  reply_count integer not null default 0,
  question_status text,
  question_reason text,
  answer_id uuid references comments,
  merged_into uuid references comments,
  posted_at timestamptz not null,
  edited_at timestamptz
) with (fillfactor = 80);
create index comments_by_change on comments (thread_id, changed_seq) where changed_seq is not null;
create index top_comments_by_place on comments (thread_id, seq) where parent_id is null and seq is not null;
create index top_comments_by_votes on comments (thread_id, votes desc, seq) where parent_id is null and seq is not null;
create index comments_by_kind on comments (thread_id, kind, seq) where seq is not null;
create index replies_by_place on comments (root_id, seq) where root_id is not null;
create index comments_of_a_persona on comments (persona_id, posted_at);
create table comment_revisions (
  comment_id uuid not null references comments,
  revision integer not null,
  thread_id uuid not null,
  source text not null,
  html text not null,
  was_public boolean not null,
  written_at timestamptz not null,
  primary key (comment_id, revision)
);
create table votes (
  comment_id uuid not null references comments,
  account_id uuid not null references accounts,
  thread_id uuid not null,
  primary key (comment_id, account_id)
);
create index votes_of_an_account on votes (account_id, thread_id);
create table posting_keys (
  thread_id uuid not null references threads,
  tag bytea not null,
  body_tag bytea not null,
  comment_id uuid not null,
  primary key (thread_id, tag)
);
create table pending_comments (
  id uuid primary key,
  login_code_id uuid not null references login_codes on delete cascade,
  thread_id uuid not null references threads,
  parent_id uuid references comments,
  kind text not null,
  name text not null,
  source text not null,
  tag bytea,
  body_tag bytea,
  constraint login_code_confirms_one_comment unique (login_code_id)
);
create table write_keys (
  tag bytea primary key,
  body_tag bytea not null,
  status integer not null,
  answer jsonb not null,
  made_at timestamptz not null
);
create index write_keys_by_age on write_keys (made_at);
create table decisions (
  id uuid primary key,
  conference_id uuid not null references conferences,
  thread_id uuid references threads,
  comment_id uuid references comments,
  kind text not null,
  rule text,
  reason text not null,
  role text not null,
  actor_account_id uuid not null,
  reverses_id uuid references decisions,
  is_public boolean not null,
  at timestamptz not null
);
create index decisions_of_a_conference on decisions (conference_id, at);
create index decisions_on_a_comment on decisions (comment_id) where comment_id is not null;
`;
