import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Remembers the rooms a talk was in before, so that a code printed for a room still works when it has another name. */
export class RememberRooms1795841000000 implements MigrationInterface {
  name = 'RememberRooms1795841000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table past_rooms (
        talk_id uuid not null references talks on delete cascade,
        room text not null,
        primary key (talk_id, room)
      )`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table past_rooms');
  }
}
