import { Injectable } from '@nestjs/common';
import { invalidRequest } from '../kernel/common.problems.ts';
import { isUuid } from '../kernel/ids.ts';
import type { InputError } from '../kernel/problem.ts';
import { Database } from '../platform/database/database.ts';
import type { Role } from './account.entity.ts';
import type { InvitationRequest, InvitedPersonRequest } from './accounts.requests.ts';
import { AddressDesk } from './address-desk.ts';
import { Invite } from './invite.ts';
import type { InvitingPlace } from './queue-invitation-emails.ts';
import { SendInvitations, type InvitedPerson, type ReminderCounts, type SentInvitation } from './send-invitations.ts';

/** Most invitations of one request: a large programme's speakers come in a few. */
const INVITED_AT_MOST = 500;

/** Invites people to a role in a conference or in its talks, by a link or by an e-mail each. */
@Injectable()
export class InvitePeople {
  constructor(
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
    private readonly invite: Invite,
    private readonly sendInvitations: SendInvitations,
  ) {}

  /**
   * Returns the link, which is mailed too when an address is given: once, however often the same is asked for. Throws
   * `invalid-request`, `invited-too-often`, `invitations-too-many`.
   */
  async one({ conferenceId, actorId }: InvitingPlace, asked: InvitationRequest): Promise<string> {
    const { role, talkId, name, email } = asked;
    const address = email === undefined ? null : this.addressDesk.seal(email);
    const talkIds = talkId === undefined ? [] : [talkId];
    await this.demandTalks(conferenceId, [{ role, talkIds, pointer: '#/talkId' }]);
    if (address === null)
      return this.invite.invite({ role, conferenceId, talkId: talkId ?? null, name: name || null }, actorId);
    const person = { address, role, talkIds: [talkId ?? null], name: name || null };
    const [sent] = await this.sendInvitations.send({ conferenceId, actorId }, [person]);
    return this.invite.linkOf(sent!.token);
  }

  /**
   * Mails one invitation to each person and role, with all its talks. Nobody is invited when one of them cannot be, and
   * who was invited to the same before gets nothing twice. Throws `invalid-request`, which names each person by number;
   * `invited-too-often`, `invitations-too-many`.
   */
  async many(place: InvitingPlace, people: readonly InvitedPersonRequest[]): Promise<SentInvitation[]> {
    const errors = people.flatMap(({ email }, i): InputError[] =>
      this.addressDesk.isAddress(email)
        ? []
        : [{ pointer: `#/people/${i}/email`, detail: 'Give an e-mail address such as name@mail.example.' }],
    );
    if (errors.length > 0) throw invalidRequest(errors);
    const invited = people.map(({ email, role, talkIds = [], name }): InvitedPerson => ({
      address: this.addressDesk.seal(email),
      role,
      talkIds: talkIds.length === 0 ? [null] : talkIds,
      name: name || null,
    }));
    await this.demandTalks(
      place.conferenceId,
      people.map(({ role, talkIds = [] }, i) => ({ role, talkIds, pointer: `#/people/${i}/talkIds` })),
    );
    if (invited.reduce((sum, { talkIds }) => sum + talkIds.length, 0) > INVITED_AT_MOST)
      throw invalidRequest([{ pointer: '#/people', detail: `Invite at most ${INVITED_AT_MOST} at once.` }]);
    return this.sendInvitations.send(place, invited);
  }

  /** Reminds those who were invited to moderate or organize and have not come. Throws as `many` does. */
  remindTeam(place: InvitingPlace): Promise<ReminderCounts> {
    return this.sendInvitations.remind(place, ['moderator', 'organizer']);
  }

  /** Whether a typed text can be invited. */
  isAddress(text: string): boolean {
    return this.addressDesk.isAddress(text);
  }

  private async demandTalks(
    conferenceId: string,
    asked: readonly { role: Role; talkIds: readonly string[]; pointer: string }[],
  ): Promise<void> {
    const ids = asked.flatMap(({ talkIds }) => talkIds.filter(isUuid));
    const rows =
      ids.length === 0
        ? []
        : await this.database.ask<{ id: string }>('select id from talks where id = any($1) and conference_id = $2', [
            ids,
            conferenceId,
          ]);
    const known = new Set(rows.map(({ id }) => id));
    const isFit = ({ role, talkIds }: { role: Role; talkIds: readonly string[] }): boolean =>
      talkIds.every((id) => known.has(id.toLowerCase())) &&
      (role === 'speaker' ? talkIds.length > 0 : role === 'moderator' || talkIds.length === 0);
    const wrong = asked.filter((each) => !isFit(each));
    if (wrong.length === 0) return;
    throw invalidRequest(
      wrong.map(({ pointer }) => ({
        pointer,
        detail:
          'A speaker is invited to a talk of this conference, a moderator to one or to the whole of it, an ' +
          'organizer to the whole of it.',
      })),
    );
  }
}
