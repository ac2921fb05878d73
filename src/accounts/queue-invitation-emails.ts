import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { blindId } from '../kernel/ids.ts';
import { Config } from '../platform/config/settings.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Role } from './account.entity.ts';
import { invitationsTooMany, invitedTooOften } from './accounts.problems.ts';
import { AddressDesk, type SealedAddress } from './address-desk.ts';
import {
  linesOverLimit,
  MAILED_BY_ONE_PER_DAY,
  MAILED_TO_ONE_PER_HOUR,
  type WantedEmail,
} from './invitation.policy.ts';
import { isOpen } from './invitation-rows.ts';

/** The conference that people are invited to, and the account that invites. */
export interface InvitingPlace {
  conferenceId: string;
  actorId: string;
}

/** An e-mail with the link of one person. */
export interface QueuedEmail {
  linkId: string;
  role: Role;
  speakerId: string | null;
  address: Pick<SealedAddress, 'cipher' | 'keyId' | 'index' | 'mark'>;
  /** Names the recipient to who asked for it: the number of a line, the name of a speaker. */
  line: string;
}

/** A link to remind of; `line` names its recipient. */
export interface RemindedLink {
  linkId: string;
  mark: Buffer;
  line: string;
}

const HOUR_SECONDS = 3_600;

/** Queues e-mails with invitations in the transaction that makes them, within the limits of recipients and senders. */
@Injectable()
export class QueueInvitationEmails {
  constructor(
    private readonly addressDesk: AddressDesk,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Held until the transaction ends, so that two presses of one button see each other's e-mails. */
  async lock(tx: Tx, conferenceId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('invitations ' || $1, 0))`, [conferenceId]);
  }

  /** The token of a link, derived so that only its hash is stored, and the same link can be shown again. */
  tokenOf(linkId: string): string {
    return this.addressDesk.tag('invitation', linkId).toString('base64url');
  }

  /** In the language of the conference. Throws `invited-too-often`, `invitations-too-many`. */
  async queue(tx: Tx, { conferenceId, actorId }: InvitingPlace, emails: readonly QueuedEmail[]): Promise<void> {
    if (emails.length === 0) return;
    await this.demandRoom(
      tx,
      actorId,
      emails.map(({ address, line }) => ({ mark: address.mark.toString('hex'), line })),
    );
    const now = this.clock.now();
    await tx.query(
      `insert into invitation_emails
         (id, role, speaker_id, address_cipher, address_key_id, address_index, recipient_mark, message_id,
          conference_id, locale, made_at)
       select r.*, c.id, c.locale, $10::timestamptz
       from conferences c, unnest(
         $1::uuid[], $2::text[], $3::uuid[], $4::bytea[], $5::text[], $6::bytea[], $7::bytea[], $8::uuid[]
       ) r
       where c.id = $9
       on conflict (id) do update
       set address_cipher = excluded.address_cipher, address_key_id = excluded.address_key_id,
         address_index = excluded.address_index, recipient_mark = excluded.recipient_mark,
         message_id = excluded.message_id, made_at = excluded.made_at, tried_at = null, sent_at = null,
         is_reminder = false`,
      [
        emails.map(({ linkId }) => linkId),
        emails.map(({ role }) => role),
        emails.map(({ speakerId }) => speakerId),
        emails.map(({ address }) => address.cipher),
        emails.map(({ address }) => address.keyId),
        emails.map(({ address }) => address.index),
        emails.map(({ address }) => address.mark),
        emails.map(() => blindId()),
        conferenceId,
        now,
      ],
    );
    await this.note(
      tx,
      actorId,
      emails.map(({ address, linkId }) => ({ mark: address.mark, linkId })),
    );
  }

  /** Queues the e-mails of these links once more, as reminders. Throws as `queue` does. */
  async remind(tx: Tx, actorId: string, links: readonly RemindedLink[]): Promise<void> {
    if (links.length === 0) return;
    await this.demandRoom(
      tx,
      actorId,
      links.map(({ mark, line }) => ({ mark: mark.toString('hex'), line })),
    );
    await tx.query(
      `update invitation_emails
       set message_id = gen_random_uuid(), made_at = $2, tried_at = null, sent_at = null, is_reminder = true
       where id = any($1)`,
      [links.map(({ linkId }) => linkId), this.clock.now()],
    );
    await this.note(tx, actorId, links);
  }

  private async note(tx: Tx, actorId: string, links: readonly { linkId: string; mark: Buffer }[]): Promise<void> {
    const now = this.clock.now();
    await tx.query(`update invitations i set emailed = 'waiting' where i.link_id = any($1) and ${isOpen('i', '$2')}`, [
      links.map(({ linkId }) => linkId),
      now,
    ]);
    await tx.query(
      `insert into invitations_mailed (id, recipient_mark, maker_account_id, at)
       select gen_random_uuid(), r, $2, $3 from unnest($1::bytea[]) r`,
      [links.map(({ mark }) => mark), actorId, now],
    );
  }

  private async demandRoom(tx: Tx, actorId: string, wanted: readonly WantedEmail[]): Promise<void> {
    if (!this.config.get('RATE_LIMITS')) return;
    const [now, anHourAgo] = [this.clock.now(), this.clock.ago({ seconds: HOUR_SECONDS })];
    const recent = await tx.query<{ mark: string; count: number; seconds: number }>(
      `select encode(recipient_mark, 'hex') mark, count(*)::int count,
         ceil(extract(epoch from min(at) - $2::timestamptz))::int seconds
       from invitations_mailed
       where recipient_mark = any($1) and at > $2
       group by recipient_mark`,
      [wanted.map(({ mark }) => Buffer.from(mark, 'hex')), anHourAgo],
    );
    const { lines, seconds } = linesOverLimit(wanted, new Map(recent.map(({ mark, ...counted }) => [mark, counted])));
    if (lines.length > 0)
      throw invitedTooOften(
        { lines: lines.join(', '), limit: MAILED_TO_ONE_PER_HOUR, minutes: Math.ceil(seconds / 60) },
        { retryAfterSeconds: seconds },
      );
    const aDayAgo = this.clock.ago({ days: 1 });
    const [sent] = await tx.query<{ count: number; oldest: Date | null }>(
      `select count(*)::int count, min(at) oldest from invitations_mailed where maker_account_id = $1 and at > $2`,
      [actorId, aDayAgo],
    );
    if (sent!.count + wanted.length <= MAILED_BY_ONE_PER_DAY) return;
    const left = ((sent!.oldest ?? now).getTime() - aDayAgo.getTime()) / 1_000;
    throw invitationsTooMany({ limit: MAILED_BY_ONE_PER_DAY }, { retryAfterSeconds: Math.max(1, Math.ceil(left)) });
  }
}
