import { Injectable } from '@nestjs/common';
import type { Locale } from '../../locales/words.ts';
import { invalidRequest } from '../kernel/common.problems.ts';
import { blindId, isUuid } from '../kernel/ids.ts';
import { Database } from '../platform/database/database.ts';
import type { InvitationRequest, InvitedPersonRequest } from './accounts.requests.ts';
import { AddressDesk } from './address-desk.ts';
import { Invite } from './invite.ts';
import { MailInvitations } from './mail-invitations.ts';

/** Where and by whom people are invited. */
interface InvitingPlace {
  conferenceId: string;
  actorId: string;
}

/** Most invitations of one request: a large programme's speakers come in a few. */
const INVITED_AT_MOST = 500;

/** Invites people to a role in a conference or in its talks, by a link or by an e-mail each. */
@Injectable()
export class InvitePeople {
  constructor(
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
    private readonly invite: Invite,
    private readonly mailInvitations: MailInvitations,
  ) {}

  /** Returns the link, which is mailed too when an address is given. Throws `invalid-request`. */
  async one({ conferenceId, actorId }: InvitingPlace, asked: InvitationRequest): Promise<string> {
    const { role, talkId, name, email } = asked;
    const address = email === undefined ? null : this.addressDesk.seal(email);
    await this.demandTalk(conferenceId, { role, talkIds: talkId === undefined ? [] : [talkId] }, '#/talkId');
    const inviting = { role, conferenceId, talkId: talkId ?? null, name: name || null };
    if (address === null) return this.invite.invite(inviting, actorId);
    const locale = await this.localeOf(conferenceId);
    return this.mailInvitations.inviteByEmail({ inviting, actorId, address, locale });
  }

  /**
   * Mails an invitation to each, a speaker of several talks one for each talk. Nobody is invited when one of them
   * cannot be. Returns the ids of the invitations. Throws `invalid-request`, which names the person by number.
   */
  async many({ conferenceId, actorId }: InvitingPlace, people: readonly InvitedPersonRequest[]): Promise<string[]> {
    const sealed = [];
    for (const [i, { email, role, talkIds = [], name }] of people.entries()) {
      const address = this.addressDesk.seal(email, `#/people/${i}/email`);
      await this.demandTalk(conferenceId, { role, talkIds }, `#/people/${i}/talkIds`);
      sealed.push({ address, role, name: name || null, talkIds: talkIds.length === 0 ? [null] : talkIds });
    }
    if (sealed.reduce((sum, { talkIds }) => sum + talkIds.length, 0) > INVITED_AT_MOST)
      throw invalidRequest([{ pointer: '#/people', detail: `Invite at most ${INVITED_AT_MOST} at once.` }]);
    const locale = await this.localeOf(conferenceId);
    const made: string[] = [];
    const done = new Set<string>();
    for (const { address, role, name, talkIds } of sealed)
      for (const talkId of talkIds) {
        // The same person in the same role gets one e-mail, however often a list has them.
        const once = `${address.index.toString('hex')} ${role} ${talkId}`;
        if (done.has(once)) continue;
        done.add(once);
        const inviting = { role, conferenceId, talkId, name };
        const id = blindId();
        await this.mailInvitations.inviteByEmail({ inviting, actorId, address, locale, id });
        made.push(id);
      }
    return made;
  }

  /** Whether a typed text can be invited. */
  isAddress(text: string): boolean {
    return this.addressDesk.isAddress(text);
  }

  /** The language in which a conference writes to strangers. */
  private async localeOf(conferenceId: string): Promise<Locale> {
    const [row] = await this.database.ask<{ locale: Locale }>('select locale from conferences where id = $1', [
      conferenceId,
    ]);
    return row?.locale ?? 'fr';
  }

  private async demandTalk(
    conferenceId: string,
    { role, talkIds }: { role: InvitationRequest['role']; talkIds: readonly string[] },
    pointer: string,
  ): Promise<void> {
    const known = talkIds.every(isUuid)
      ? await this.database.ask('select id from talks where id = any($1) and conference_id = $2', [
          talkIds,
          conferenceId,
        ])
      : [];
    const isFit =
      known.length === new Set(talkIds).size &&
      (role === 'speaker' ? talkIds.length > 0 : role === 'moderator' || talkIds.length === 0);
    if (isFit) return;
    throw invalidRequest([
      {
        pointer,
        detail:
          'A speaker is invited to a talk of this conference, a moderator to one or to the whole of it, an ' +
          'organizer to the whole of it.',
      },
    ]);
  }
}
