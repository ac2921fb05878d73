import { Injectable } from '@nestjs/common';
import { CSV_BEGINS, csvLine } from '../kernel/csv.ts';
import { Database } from '../platform/database/database.ts';
import { Invite } from './invite.ts';
import { InvitedSpeakers } from './invited-speakers.queries.ts';
import { QueueInvitationEmails } from './queue-invitation-emails.ts';
import { SpeakerInvitationLinks } from './speaker-invitation-links.ts';

/** Lists a link for every speaker in the programme, which an organizer sends with a mail program. */
@Injectable()
export class SpeakerLinks {
  constructor(
    private readonly database: Database,
    private readonly invite: Invite,
    private readonly invitedSpeakers: InvitedSpeakers,
    private readonly queueInvitationEmails: QueueInvitationEmails,
    private readonly speakerInvitationLinks: SpeakerInvitationLinks,
  ) {}

  /**
   * One link for each speaker who has not come, with all their talks, as lines of CSV (RFC 4180). The same links each
   * time, until they are accepted or cancelled. Without an actor the operator asks.
   */
  list(conferenceId: string, actorId: string | null = null): Promise<string[]> {
    return this.database.transaction(async (tx) => {
      await this.queueInvitationEmails.lock(tx, conferenceId);
      const speakers = (await this.invitedSpeakers.all(conferenceId, tx)).filter(({ state }) => state !== 'taken');
      const links = await this.speakerInvitationLinks.ensure(tx, { conferenceId, actorId }, speakers);
      return [
        `${CSV_BEGINS}talk,speaker,link`,
        ...speakers.map(({ id, name, talks }) => {
          const titles = talks.map(({ title }) => title).join('; ');
          return csvLine([titles, name, this.invite.linkOf(links.get(id)!.token)]);
        }),
      ];
    });
  }
}
