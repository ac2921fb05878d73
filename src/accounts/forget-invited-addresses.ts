import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { isOpen } from './invitation-rows.ts';
import { MAILED_KEPT_HOURS } from './invitation.policy.ts';
import { SPEAKER_ADDRESS_DAYS } from './speaker-addresses.ts';

/** Days after a conference for which addresses of people who never accepted are kept, as those of its speakers. */
export const INVITED_ADDRESS_DAYS = SPEAKER_ADDRESS_DAYS;
const LOOK_EVERY_MS = 3_600_000;

/** Deletes the addresses of people who were, or were to be, invited to a conference that is long over. */
@Injectable()
export class ForgetInvitedAddresses {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    recurringTasks: RecurringTasks,
  ) {
    recurringTasks.add({
      name: 'accounts/forget-invited-addresses',
      does: 'Deletes addresses of invitations 30 days after the conference, and the count of e-mails after a day.',
      everyMs: LOOK_EVERY_MS,
      isAtStart: true,
      run: () => this.forget(),
    });
  }

  private async forget(): Promise<void> {
    const over = this.clock.ago({ days: INVITED_ADDRESS_DAYS });
    // An e-mail on its way ends by itself, within a day.
    await this.database.ask(
      `delete from invitation_emails e
       using conferences c
       where c.id = e.conference_id and e.sent_at is not null and c.ends_on < ($1 at time zone c.time_zone)::date`,
      [over],
    );
    await this.database.ask('delete from invitations_mailed where at < $1', [
      this.clock.ago({ hours: MAILED_KEPT_HOURS }),
    ]);
  }
}

/** After invitations of these links were cancelled or ended: deletes the addresses of links that give nothing more. */
export async function forgetSpentAddresses(tx: Tx, linkIds: readonly string[], now: Date): Promise<void> {
  await tx.query(
    `delete from invitation_emails e
     where e.id = any($1) and not exists (select from invitations i where i.link_id = e.id and ${isOpen('i', '$2')})`,
    [linkIds, now],
  );
}

/** After links were accepted: deletes the addresses they were mailed to, and those of their speakers. */
export async function forgetUsedAddresses(
  tx: Tx,
  used: readonly { linkId: string; speakerId: string | null }[],
): Promise<void> {
  const speakerIds = used.flatMap(({ speakerId }) => speakerId ?? []);
  await tx.query('delete from invitation_emails where id = any($1)', [used.map(({ linkId }) => linkId)]);
  await tx.query('delete from speaker_addresses where speaker_id = any($1)', [speakerIds]);
}
