import { Injectable } from '@nestjs/common';
import { blindId } from '../kernel/ids.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { AddressDesk, type SealedAddress, type StoredAddress } from './address-desk.ts';
import { InvitationText } from './invitation-text.ts';
import { InvitedSpeakers, type InvitedSpeaker } from './invited-speakers.queries.ts';
import { lockLinks } from './invitation-rows.ts';
import { MailInvitations } from './mail-invitations.ts';
import { QueueInvitationEmails, type InvitingPlace, type QueuedEmail } from './queue-invitation-emails.ts';
import { SendInvitations, type ReminderCounts } from './send-invitations.ts';
import { SpeakerInvitationLinks } from './speaker-invitation-links.ts';

/** The outcome for the speakers who have not come. */
export interface InvitedSpeakersReport extends ReminderCounts {
  /** Time of the latest e-mail to one who got nothing now; null without any. */
  alreadyAt: Date | null;
  /** Speakers without an address. */
  withoutAddress: number;
}

type SealedAddressRow = Pick<StoredAddress, 'cipher' | 'keyId'> & { id: string };

/** Invites the speakers of a programme: one e-mail a person, with one link to all their talks. */
@Injectable()
export class InviteSpeakers {
  // Speakers, their links, their addresses and the e-mails meet in one transaction.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
    private readonly invitedSpeakers: InvitedSpeakers,
    private readonly speakerInvitationLinks: SpeakerInvitationLinks,
    private readonly queueInvitationEmails: QueueInvitationEmails,
    private readonly mailInvitations: MailInvitations,
    private readonly sendInvitations: SendInvitations,
    private readonly invitationText: InvitationText,
  ) {}

  /**
   * Mails each speaker whose address is known and who has not come, all of them or none; who was mailed the same before
   * gets nothing twice. A link that went to another address ends. Throws `invited-too-often`, `invitations-too-many`.
   */
  async send(place: InvitingPlace): Promise<InvitedSpeakersReport> {
    const report = await this.database.transaction(async (tx) => {
      await this.queueInvitationEmails.lock(tx, place.conferenceId);
      return this.sendIn(tx, place);
    });
    this.mailInvitations.sendNow();
    return report;
  }

  /** Mails a reminder to the speakers who were mailed more than a day ago and have not come. Throws as `send` does. */
  remind(place: InvitingPlace): Promise<ReminderCounts> {
    return this.sendInvitations.remind(place, ['speaker']);
  }

  /**
   * Mails the organizer the e-mail that the first speaker who has not come would get, or the first one where all have
   * come; its link does nothing.
   */
  async sendTest({ conferenceId, actorId }: InvitingPlace): Promise<void> {
    const speakers = await this.invitedSpeakers.all(conferenceId);
    const first = speakers.find(({ state }) => state !== 'taken') ?? speakers[0];
    const email = await this.invitationText.preview(conferenceId, {
      role: 'speaker',
      talkIds: first?.talks.map(({ id }) => id) ?? [],
    });
    if (email) await this.addressDesk.writeTo(actorId, { id: blindId(), ...email });
  }

  private async sendIn(tx: Tx, place: InvitingPlace): Promise<InvitedSpeakersReport> {
    const speakers = await this.invitedSpeakers.all(place.conferenceId, tx);
    const all = speakers.filter(({ state }) => state !== 'taken');
    const come = speakers.filter(({ state }) => state === 'taken').map(({ id }) => id);
    await lockLinks(
      tx,
      all.flatMap(({ linkId }) => linkId ?? []),
    );
    const addresses = await this.addressesOf(tx, all);
    await this.endMisdirected(tx, all, addresses);
    const writable = all.filter(({ id, isMailed }) => isMailed || addresses.has(id));
    const links = await this.speakerInvitationLinks.ensure(tx, place, writable);
    const emails: QueuedEmail[] = [];
    const already: InvitedSpeaker[] = [];
    const kept = await this.keptWith(
      tx,
      writable.flatMap(({ id, isMailed }) => (isMailed ? links.get(id)!.linkId : [])),
    );
    for (const speaker of writable) {
      const { linkId, hasMore } = links.get(speaker.id)!;
      const before = kept.get(linkId);
      const address = addresses.get(speaker.id) ?? before;
      if (!address || (before && !hasMore)) already.push(speaker);
      else emails.push({ linkId, role: 'speaker', speakerId: speaker.id, address, line: speaker.name });
    }
    await this.queueInvitationEmails.queue(tx, place, emails);
    await tx.query('delete from speaker_addresses where speaker_id = any($1)', [[...addresses.keys(), ...come]]);
    const times = already.map(({ mailedAt }) => mailedAt?.getTime() ?? 0);
    return {
      sent: emails.length,
      alreadySent: already.length,
      alreadyAt: already.length === 0 ? null : new Date(Math.max(...times)),
      withoutAddress: all.length - writable.length,
    };
  }

  private async addressesOf(tx: Tx, speakers: readonly InvitedSpeaker[]): Promise<Map<string, SealedAddress>> {
    const rows = await tx.query<SealedAddressRow>(
      `select speaker_id id, address_cipher cipher, address_key_id "keyId"
       from speaker_addresses
       where speaker_id = any($1)
       for update`,
      [speakers.map(({ id }) => id)],
    );
    return new Map(rows.map((row) => [row.id, this.addressDesk.reseal(row)]));
  }

  /** The addresses that these links were mailed to. */
  private async keptWith(tx: Tx, linkIds: readonly string[]): Promise<Map<string, SealedAddress>> {
    const rows = await tx.query<SealedAddressRow>(
      'select id, address_cipher cipher, address_key_id "keyId" from invitation_emails where id = any($1)',
      [linkIds],
    );
    return new Map(rows.map((row) => [row.id, this.addressDesk.reseal(row)]));
  }

  /** Ends the links of speakers whose address was corrected, because another person may hold them. */
  private async endMisdirected(
    tx: Tx,
    speakers: InvitedSpeaker[],
    addresses: ReadonlyMap<string, SealedAddress>,
  ): Promise<void> {
    const corrected = speakers.filter(({ id, isMailed }) => isMailed && addresses.has(id));
    const kept = await this.keptWith(
      tx,
      corrected.map(({ linkId }) => linkId!),
    );
    const ended = corrected.filter(({ id, linkId }) => !kept.get(linkId!)?.mark.equals(addresses.get(id)!.mark));
    const linkIds = ended.map(({ linkId }) => linkId!);
    await tx.query('delete from invitations where link_id = any($1) and claimed_at is null', [linkIds]);
    await tx.query('delete from invitation_emails where id = any($1)', [linkIds]);
    for (const speaker of ended) Object.assign(speaker, { linkId: null, isMailed: false, mailedAt: null });
  }
}
