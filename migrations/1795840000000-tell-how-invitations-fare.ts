import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps of each invitation whether its e-mail was sent or refused, for the organizers who made it. */
export class TellHowInvitationsFare1795840000000 implements MigrationInterface {
  name = 'TellHowInvitationsFare1795840000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table invitations add emailed text check (emailed in ('waiting', 'sent', 'returned'))`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table invitations drop emailed');
  }
}
