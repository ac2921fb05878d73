import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { blindId } from '../kernel/ids.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import type { Role } from './account.entity.ts';
import type { SealedAddress } from './address-desk.ts';
import { Audit } from './audit.ts';
import { insertInvitations, INVITATION_DAYS, isOpen, lockLinks, type NewInvitation } from './invitation-rows.ts';
import { REMINDED_AFTER_HOURS } from './invitation.policy.ts';
import { MailInvitations } from './mail-invitations.ts';
import { QueueInvitationEmails, type InvitingPlace, type RemindedLink } from './queue-invitation-emails.ts';

/** A person of a list: an address, a role, and the talks it is for; `null` is the whole conference. */
export interface InvitedPerson {
  address: SealedAddress;
  role: Role;
  talkIds: readonly (string | null)[];
  name: string | null;
}

/** The outcome for a person of the list. */
export interface SentInvitation {
  /** The place of the person in the list, from 0. */
  person: number;
  linkId: string;
  token: string;
  /** Of the invitations, one for each talk. */
  ids: string[];
  /** Time when the same e-mail was asked for before; then nothing was sent now. Null when it is sent now. */
  alreadyAt: Date | null;
}

interface OpenLink {
  linkId: string;
  /** In hex. */
  mark: string;
  role: Role;
  at: Date;
  rights: { id: string; talkId: string | null }[];
}

/** Reminders that were queued, and people who were written to a short while ago and got none. */
export interface ReminderCounts {
  sent: number;
  alreadySent: number;
}

/** Invites a list of people by one e-mail each, all of them or none, and reminds those who have not come. */
@Injectable()
export class SendInvitations {
  constructor(
    private readonly database: Database,
    private readonly queueInvitationEmails: QueueInvitationEmails,
    private readonly mailInvitations: MailInvitations,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * One e-mail a person and role, with one link for all its talks. A person with an open invitation to the same gets
   * nothing twice; further talks are added to the link, which is mailed again. Throws `invited-too-often`,
   * `invitations-too-many`, after which nobody was invited.
   */
  async send(place: InvitingPlace, people: readonly InvitedPerson[]): Promise<SentInvitation[]> {
    const sent = await this.database.transaction(async (tx) => {
      await this.queueInvitationEmails.lock(tx, place.conferenceId);
      return this.sendIn(tx, place, people);
    });
    this.mailInvitations.sendNow();
    return sent;
  }

  /** Mails a reminder to everyone of these roles who has not come. Throws as `send` does. */
  async remind(place: InvitingPlace, roles: readonly Role[]): Promise<ReminderCounts> {
    const reminded = await this.database.transaction(async (tx) => {
      await this.queueInvitationEmails.lock(tx, place.conferenceId);
      return this.remindIn(tx, place, roles);
    });
    this.mailInvitations.sendNow();
    return reminded;
  }

  private async sendIn(tx: Tx, place: InvitingPlace, people: readonly InvitedPerson[]): Promise<SentInvitation[]> {
    const links = await this.openLinks(tx, place, people);
    const [made, mailed] = [new Map<string, NewInvitation[]>(), new Map<string, InvitedPerson & { line: string }>()];
    const now = this.clock.now();
    for (const [i, person] of people.entries()) {
      const key = keyOf(person.address.mark.toString('hex'), person.role);
      let link = links.get(key);
      if (!link) links.set(key, (link = { ...newLink(person), at: now }));
      const added = [...new Set(person.talkIds)].filter(
        (talkId) => !link.rights.some((right) => right.talkId === talkId),
      );
      if (added.length === 0) continue;
      link.at = now;
      mailed.set(link.linkId, mailed.get(link.linkId) ?? { ...person, line: String(i + 1) });
      const rows = made.get(link.linkId) ?? [];
      made.set(link.linkId, rows);
      for (const talkId of added) {
        link.rights.push({ id: '', talkId });
        rows.push(this.rowOf(place, person, link.linkId, talkId));
      }
    }
    await this.write(tx, place, [...made.values()].flat(), links);
    await lockLinks(tx, [...mailed.keys()]);
    await this.queueInvitationEmails.queue(
      tx,
      place,
      [...mailed].map(([linkId, { address, role, line }]) => ({ linkId, role, address, line, speakerId: null })),
    );
    const told = new Set<string>();
    return people.flatMap(({ address, role }, person) => {
      const { linkId, rights, at } = links.get(keyOf(address.mark.toString('hex'), role))!;
      if (told.has(linkId)) return [];
      told.add(linkId);
      const token = this.queueInvitationEmails.tokenOf(linkId);
      return [{ person, linkId, token, ids: rights.map(({ id }) => id), alreadyAt: mailed.has(linkId) ? null : at }];
    });
  }

  private rowOf(place: InvitingPlace, person: InvitedPerson, linkId: string, talkId: string | null): NewInvitation {
    const { role, name } = person;
    const token = this.queueInvitationEmails.tokenOf(linkId);
    return { linkId, token, role, conferenceId: place.conferenceId, talkId, name, makerId: place.actorId };
  }

  private async write(
    tx: Tx,
    { conferenceId, actorId }: InvitingPlace,
    rows: readonly NewInvitation[],
    links: ReadonlyMap<string, OpenLink>,
  ): Promise<void> {
    if (rows.length === 0) return;
    const ids = await insertInvitations(tx, rows, this.clock.in({ days: INVITATION_DAYS }));
    const byLink = new Map([...links.values()].map((link) => [link.linkId, link]));
    for (const [i, { linkId, role, talkId }] of rows.entries()) {
      byLink.get(linkId)!.rights.find((right) => right.id === '' && right.talkId === talkId)!.id = ids[i]!;
      await this.audit.note(tx, {
        conferenceId,
        accountId: actorId,
        role: 'organizer',
        action: `invitation.made ${role}`,
        subject: talkId,
      });
    }
  }

  /** The links that these people were mailed and can still take, by `keyOf`; forgets those that give nothing more. */
  private async openLinks(
    tx: Tx,
    { conferenceId }: InvitingPlace,
    people: readonly InvitedPerson[],
  ): Promise<Map<string, OpenLink>> {
    const marks = people.map(({ address }) => address.mark);
    const now = this.clock.now();
    await tx.query(
      `delete from invitation_emails e
       where e.conference_id = $1 and e.recipient_mark = any($2) and e.speaker_id is null
         and not exists (select from invitations i where i.link_id = e.id and ${isOpen('i', '$3')})`,
      [conferenceId, marks, now],
    );
    const rows = await tx.query<OpenLink>(
      `select e.id "linkId", encode(e.recipient_mark, 'hex') mark, e.role, coalesce(e.sent_at, e.made_at) at,
         jsonb_agg(jsonb_build_object('id', i.id, 'talkId', i.talk_id) order by i.expires_at, i.id) rights
       from invitation_emails e
       join invitations i on i.link_id = e.id and ${isOpen('i', '$3')}
       where e.conference_id = $1 and e.recipient_mark = any($2) and e.speaker_id is null
       group by e.id`,
      [conferenceId, marks, now],
    );
    return new Map(rows.map((row) => [keyOf(row.mark, row.role), row]));
  }

  private async remindIn(
    tx: Tx,
    { conferenceId, actorId }: InvitingPlace,
    roles: readonly Role[],
  ): Promise<ReminderCounts> {
    const rows = await tx.query<RemindedLink & { isRecent: boolean }>(
      `select e.id "linkId", e.recipient_mark mark, coalesce(s.name, e.role) line,
         coalesce(e.sent_at > $3, true) "isRecent"
       from invitation_emails e
       left join speakers s on s.id = e.speaker_id
       where e.conference_id = $1 and e.role = any($2) and e.recipient_mark is not null
         and exists (select from invitations i where i.link_id = e.id and i.claimed_at is null and i.ended_at is null)
       order by e.made_at, e.id`,
      [conferenceId, roles, this.clock.ago({ hours: REMINDED_AFTER_HOURS })],
    );
    const due = rows.filter(({ isRecent }) => !isRecent);
    await lockLinks(
      tx,
      due.map(({ linkId }) => linkId),
    );
    // A reminder renews the link in the name of the organizer who sends it.
    await tx.query(
      `update invitations set expires_at = $2, maker_account_id = $3
       where link_id = any($1) and claimed_at is null and ended_at is null`,
      [due.map(({ linkId }) => linkId), this.clock.in({ days: INVITATION_DAYS }), actorId],
    );
    await this.queueInvitationEmails.remind(tx, actorId, due);
    return { sent: due.length, alreadySent: rows.length - due.length };
  }
}

const keyOf = (mark: string, role: Role): string => `${mark} ${role}`;

const newLink = ({ address, role }: InvitedPerson): Omit<OpenLink, 'at'> => ({
  linkId: blindId(),
  mark: address.mark.toString('hex'),
  role,
  rights: [],
});
