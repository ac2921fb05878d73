import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Clock } from '../kernel/clock.ts';
import { notFound } from '../kernel/common.problems.ts';
import { blindId, isUuid, secretToken } from '../kernel/ids.ts';
import { Config } from '../platform/config/settings.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import type { Role } from './account.entity.ts';
import { Audit } from './audit.ts';
import { invitationSpent } from './accounts.problems.ts';
import { EndInvitations } from './end-invitations.ts';
import { GiveBadge } from './give-badge.ts';
import { noteTeamChange } from './team.queries.ts';

/**
 * Days an invitation can be taken: enough for a speaker who reads mail weekly, few enough that a forgotten link
 * expires.
 */
export const INVITATION_DAYS = 30;

export interface InvitedRole {
  role: Role;
  conferenceId: string | null;
  talkId: string | null;
}

/** `name` is the person it is for, shown to organizers beside the grant. */
export type InviteInput = InvitedRole & { name?: string | null | undefined };

interface InvitingOptions {
  isAudited?: boolean;
  /** Set where id and token are not drawn at random, so that the link can be derived again. */
  id?: string;
  token?: string;
  /** Written in the same transaction. */
  besides?: (tx: Tx) => Promise<unknown>;
}

interface ClaimedInvitation extends InvitedRole {
  name: string | null;
  makerId: string | null;
}

const hash = (token: string): Buffer => createHash('sha256').update(token).digest();

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
    { isAudited = true, id = blindId(), token = secretToken(), besides }: InvitingOptions = {},
  ): Promise<string> {
    await this.database.transaction(async (tx) => {
      await tx.query(
        `insert into invitations (id, token_hash, role, conference_id, talk_id, expires_at, name, maker_account_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, hash(token), role, conferenceId, talkId, this.clock.in({ days: INVITATION_DAYS }), name, actorId],
      );
      if (actorId !== null && isAudited)
        await this.audit.note(tx, {
          conferenceId,
          accountId: actorId,
          role: 'organizer',
          action: `invitation.made ${role}`,
          subject: talkId,
        });
      await besides?.(tx);
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
      const [gone] = await tx.query<{ role: Role; talkId: string | null }>(
        `delete from invitations
         where id = $1 and conference_id = $2 and claimed_at is null
         returning role, talk_id "talkId"`,
        [id, conferenceId],
      );
      if (!gone) throw notFound();
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
      `select conference_id id from invitations
       where token_hash = $1
         and claimed_at is null
         and ended_at is null
         and expires_at > $2`,
      [hash(token), this.clock.now()],
    );
    return row?.id ?? null;
  }

  /**
   * Gives the right to an account, once, and its badge to one persona. Throws `invitation-spent` for used, ended,
   * expired and unknown links; `not-found`, `persona-choice-required`, after which the link is still good.
   */
  async claim(token: string, accountId: string, personaId?: string): Promise<InvitedRole> {
    // Anything that is not the end of a link of ours may be an address and is not even hashed.
    if (!/^[\w-]{20,100}$/.test(token)) throw invitationSpent();
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const [claimed] = await tx.query<ClaimedInvitation>(
        `update invitations
         set claimed_at = $2
         where token_hash = $1
           and claimed_at is null
           and ended_at is null
           and expires_at > $2
         returning role, conference_id "conferenceId", talk_id "talkId", name, maker_account_id "makerId"`,
        [hash(token), now],
      );
      if (!claimed) throw invitationSpent();
      const { name, makerId, ...invited } = claimed;
      if (makerId !== null && !(await this.endInvitations.mayInvite(tx, makerId, invited.conferenceId!)))
        throw invitationSpent();
      await tx.query(
        `insert into grants (id, account_id, conference_id, role, talk_id, name)
         values ($1, $2, $3, $4, $5, $6)
         on conflict do nothing`,
        [blindId(), accountId, invited.conferenceId, invited.role, invited.talkId, name],
      );
      await noteTeamChange(tx, invited);
      if (invited.conferenceId !== null)
        await this.giveBadge.forRight(tx, invited, { accountId, conferenceId: invited.conferenceId, personaId });
      await this.audit.note(tx, {
        conferenceId: invited.conferenceId,
        accountId,
        role: invited.role,
        action: `invitation.claimed ${invited.role}`,
        subject: invited.talkId,
      });
      return invited;
    });
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
