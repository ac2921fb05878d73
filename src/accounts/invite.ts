import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { notFound } from '../kernel/common.problems.ts';
import { blindId, isUuid, secretToken } from '../kernel/ids.ts';
import { Config } from '../platform/config/settings.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import type { Role } from './account.entity.ts';
import { Audit } from './audit.ts';
import { invitationSpent } from './accounts.problems.ts';
import { EndInvitations } from './end-invitations.ts';
import { forgetSpentAddresses, forgetUsedAddresses } from './forget-invited-addresses.ts';
import { GiveBadge } from './give-badge.ts';
import { hashOfToken, insertInvitations, INVITATION_DAYS, isOpen, type InvitedRole } from './invitation-rows.ts';
import { lockForTeamChange, noteTeamChange } from './team.queries.ts';

/** `name` is the person it is for, shown to organizers beside the grant. */
export type InviteInput = InvitedRole & { name?: string | null | undefined };

interface ClaimedInvitation extends InvitedRole {
  linkId: string;
  name: string | null;
  makerId: string | null;
  speakerId: string | null;
}

/** Makes links that give a right to the account that opens them first, and cancels them. */
@Injectable()
export class Invite {
  // Making, cancelling and claiming an invitation are rules of one link, with its audit and its badge.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly endInvitations: EndInvitations,
    private readonly giveBadge: GiveBadge,
  ) {}

  /**
   * Returns the address of the page that takes the link; the token is in the fragment, which reaches no server and no
   * log.
   */
  async invite(
    { role, conferenceId, talkId, name = null }: InviteInput,
    actorId: string | null = null,
  ): Promise<string> {
    const [linkId, token] = [blindId(), secretToken()];
    await this.database.transaction(async (tx) => {
      await insertInvitations(
        tx,
        [{ linkId, token, role, conferenceId, talkId, name, makerId: actorId }],
        this.clock.in({ days: INVITATION_DAYS }),
      );
      if (actorId !== null)
        await this.audit.note(tx, {
          conferenceId,
          accountId: actorId,
          role: 'organizer',
          action: `invitation.made ${role}`,
          subject: talkId,
        });
    });
    return this.linkOf(token);
  }

  /** The page that takes the link; the token is in the fragment, which reaches no server and no log. */
  linkOf(token: string): string {
    return `${this.config.publicUrl}/claim#${token}`;
  }

  /** Cancels unopened links that earlier starts printed. */
  async endPrinted(): Promise<void> {
    await this.database.ask(
      `delete from invitations where role = 'organizer' and conference_id is null and claimed_at is null`,
    );
  }

  /** Throws `not-found` for links that were opened or belong to another conference. */
  async cancel(conferenceId: string, id: string, actorId: string): Promise<void> {
    if (!isUuid(id)) throw notFound();
    await this.database.transaction(async (tx) => {
      const [gone] = await tx.query<{ role: Role; talkId: string | null; linkId: string }>(
        `delete from invitations
         where id = $1 and conference_id = $2 and claimed_at is null
         returning role, talk_id "talkId", link_id "linkId"`,
        [id, conferenceId],
      );
      if (!gone) throw notFound();
      await forgetSpentAddresses(tx, [gone.linkId], this.clock.now());
      await this.audit.note(tx, {
        conferenceId,
        accountId: actorId,
        role: 'organizer',
        action: `invitation.cancelled ${gone.role}`,
        subject: gone.talkId,
      });
    });
  }

  /** The conference of a link that can still be taken; null for any other link. */
  async conferenceOf(token: string): Promise<string | null> {
    const [row] = await this.database.ask<{ id: string | null }>(
      `select i.conference_id id from invitations i where i.token_hash = $1 and ${isOpen('i', '$2')} limit 1`,
      [hashOfToken(token), this.clock.now()],
    );
    return row?.id ?? null;
  }

  /**
   * Gives the rights of a link to an account, once, and their badges to one persona. Returns the first of them. Throws
   * `invitation-spent` for used, ended, expired and unknown links; `not-found`, `persona-choice-required`, after which
   * the link is still good.
   */
  async claim(token: string, accountId: string, personaId?: string): Promise<InvitedRole> {
    // Anything that is not the end of a link of ours may be an address and is not even hashed.
    if (!/^[\w-]{20,100}$/.test(token)) throw invitationSpent();
    return this.database.transaction(async (tx) => {
      const claimed = await this.takeAll(tx, token);
      await lockForTeamChange(tx, claimed);
      await tx.query(
        `insert into grants (id, account_id, conference_id, role, talk_id, name)
         select gen_random_uuid(), $1::uuid, r.*
         from unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[]) r
         on conflict do nothing`,
        [
          accountId,
          claimed.map(({ conferenceId }) => conferenceId),
          claimed.map(({ role }) => role),
          claimed.map(({ talkId }) => talkId),
          claimed.map(({ name }) => name),
        ],
      );
      for (const { role, conferenceId, talkId } of claimed) {
        const invited = { role, conferenceId, talkId };
        await noteTeamChange(tx, invited);
        if (conferenceId !== null) await this.giveBadge.forRight(tx, invited, { accountId, conferenceId, personaId });
        await this.audit.note(tx, {
          conferenceId,
          accountId,
          role,
          action: `invitation.claimed ${role}`,
          subject: talkId,
        });
      }
      await forgetUsedAddresses(tx, claimed);
      const { role, conferenceId, talkId } = claimed[0]!;
      return { role, conferenceId, talkId };
    });
  }

  /** The rights of a link whose makers may still invite, those of earlier talks first. Throws `invitation-spent`. */
  private async takeAll(tx: Tx, token: string): Promise<ClaimedInvitation[]> {
    const taken = await tx.query<ClaimedInvitation>(
      `with locked as (
         select i.id from invitations i
         where i.token_hash = $1 and ${isOpen('i', '$2')}
         order by i.id for no key update
       ), taken as (
         update invitations i
         set claimed_at = $2
         where i.id in (select id from locked) and ${isOpen('i', '$2')}
         returning i.id, i.link_id, i.role, i.conference_id, i.talk_id, i.name, i.maker_account_id, i.speaker_id
       )
       select n.link_id "linkId", n.role, n.conference_id "conferenceId", n.talk_id "talkId", n.name,
         n.maker_account_id "makerId", n.speaker_id "speakerId"
       from taken n
       left join talks t on t.id = n.talk_id
       order by t.starts_at nulls first, n.id`,
      [hashOfToken(token), this.clock.now()],
    );
    const may = new Map<string | null, boolean>([[null, true]]);
    for (const { makerId, conferenceId } of taken)
      if (!may.has(makerId)) may.set(makerId, await this.endInvitations.mayInvite(tx, makerId!, conferenceId!));
    const good = taken.filter(({ makerId }) => may.get(makerId));
    if (good.length === 0) throw invitationSpent();
    return good;
  }

  /**
   * Shows on this persona the rights in its conference that no persona shows. Throws `not-found`; `invitation-spent`
   * when there is nothing to show.
   */
  async showOn(accountId: string, personaId: string): Promise<InvitedRole> {
    return this.database.transaction(async (tx) => {
      const {
        conferenceId,
        rights: [first],
      } = await this.giveBadge.toPersona(tx, accountId, personaId);
      if (!first) throw invitationSpent();
      return { ...first, conferenceId };
    });
  }
}
