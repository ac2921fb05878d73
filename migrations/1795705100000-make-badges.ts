import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The badge of a right is on one persona. Badges shown so far stay on the persona that spoke last with them, in the talk
 * or in the conference; the others lose theirs at moments drawn for each, so that no two lose it together.
 */
export class MakeBadges1795705100000 implements MigrationInterface {
  name = 'MakeBadges1795705100000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table badges (
        account_id uuid not null references accounts on delete cascade,
        conference_id uuid not null references conferences on delete cascade,
        role text not null,
        talk_id uuid references talks on delete cascade,
        persona_id uuid references personas on delete set null,
        constraint badge_of_a_right_is_one unique nulls not distinct (account_id, conference_id, role, talk_id)
      )`);
    await q.query('create index badges_of_a_persona on badges (persona_id)');
    await q.query(`
      insert into badges (account_id, conference_id, role, talk_id, persona_id)
      select distinct on (p.account_id, p.conference_id, g.role, g.talk_id) p.account_id, p.conference_id, g.role, g.talk_id, p.id
      from grants g join personas p on p.account_id = g.account_id and p.conference_id = g.conference_id and p.withdrawn_at is null
        join comments m on m.persona_id = p.id and g.role = any(m.author_roles) join threads t on t.id = m.thread_id and (g.talk_id is null or t.talk_id = g.talk_id)
      order by p.account_id, p.conference_id, g.role, g.talk_id, m.posted_at desc`);
    // Organizers whom the operator names have no grant of this conference.
    await q.query(`
      insert into badges (account_id, conference_id, role, talk_id, persona_id)
      select distinct on (p.account_id, p.conference_id) p.account_id, p.conference_id, 'organizer', null, p.id
      from personas p join comments m on m.persona_id = p.id and 'organizer' = any(m.author_roles) where p.account_id is not null and p.withdrawn_at is null
      order by p.account_id, p.conference_id, m.posted_at desc
      on conflict do nothing`);
    await q.query(`
      insert into persona_changes (persona_id, at)
      select id, date_trunc('milliseconds', now() + random() * interval '6 hours')
      from (select distinct p.id from comments m join personas p on p.id = m.persona_id where m.author_roles <> '{}' and p.account_id is not null) shown
      on conflict do nothing`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table badges');
  }
}
