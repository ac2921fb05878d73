import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes `talk_slots` by room and time, because a talk's page shows what follows in its room. */
export class FindSlotsOfARoom1795880000000 implements MigrationInterface {
  name = 'FindSlotsOfARoom1795880000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query('create index talk_slots_room on talk_slots (room, starts_at)');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop index talk_slots_room');
  }
}
