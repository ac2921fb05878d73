import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { blindId } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';
import { insertInvitations, INVITATION_DAYS } from './invitation-rows.ts';
import type { InvitedSpeaker } from './invited-speakers.queries.ts';
import { QueueInvitationEmails } from './queue-invitation-emails.ts';

/** The one link of a speaker. */
export interface SpeakerLink {
  linkId: string;
  token: string;
  /** Whether it gives a talk that it did not give before. */
  hasMore: boolean;
}

interface OpenRight {
  speakerId: string;
  linkId: string;
  talkId: string;
}

/** Gives each speaker one link to all their talks, the same each time until it is accepted, cancelled or ended. */
@Injectable()
export class SpeakerInvitationLinks {
  constructor(
    private readonly queueInvitationEmails: QueueInvitationEmails,
    private readonly clock: Clock,
  ) {}

  /** Under the lock of the conference's invitations; renews links. Without an actor the operator made them. */
  async ensure(
    tx: Tx,
    { conferenceId, actorId }: { conferenceId: string; actorId: string | null },
    speakers: readonly InvitedSpeaker[],
  ): Promise<Map<string, SpeakerLink>> {
    const open = await tx.query<OpenRight>(
      `select speaker_id "speakerId", link_id "linkId", talk_id "talkId" from invitations
       where speaker_id = any($1) and claimed_at is null and ended_at is null and talk_id is not null
       order by expires_at desc, id`,
      [speakers.map(({ id }) => id)],
    );
    const links = new Map<string, SpeakerLink>();
    const given = new Set<string>();
    for (const { speakerId, linkId, talkId } of open) {
      if (!links.has(speakerId)) links.set(speakerId, this.linkOf(linkId));
      if (links.get(speakerId)!.linkId === linkId) given.add(`${speakerId} ${talkId}`);
    }
    const missing = speakers.flatMap(({ id, name, talks }) =>
      talks
        .filter((talk) => !talk.hasCome && !given.has(`${id} ${talk.id}`))
        .map((talk) => {
          const link = links.get(id) ?? this.linkOf(blindId());
          links.set(id, { ...link, hasMore: true });
          const { linkId, token } = link;
          return { linkId, token, conferenceId, talkId: talk.id, name, makerId: actorId, speakerId: id };
        }),
    );
    const expiresAt = this.clock.in({ days: INVITATION_DAYS });
    if (missing.length > 0)
      await insertInvitations(
        tx,
        missing.map((row) => ({ ...row, role: 'speaker' as const })),
        expiresAt,
      );
    await tx.query(
      `update invitations set expires_at = $2, maker_account_id = coalesce($3, maker_account_id)
       where link_id = any($1) and claimed_at is null and ended_at is null`,
      [[...links.values()].map(({ linkId }) => linkId), expiresAt, actorId],
    );
    return links;
  }

  private linkOf(linkId: string): SpeakerLink {
    return { linkId, token: this.queueInvitationEmails.tokenOf(linkId), hasMore: false };
  }
}
