import { Injectable } from '@nestjs/common';
import { Audit } from '../accounts/audit.ts';
import { GrantsQueries, leads } from '../accounts/grants.queries.ts';
import { notAllowed, notFound } from '../kernel/common.problems.ts';
import { Precondition } from '../kernel/precondition.ts';
import { ProgrammeQueries, type TalkWithSpeakers } from '../programme/programme.queries.ts';
import type { TalkLinksRequest } from '../programme/talk-links.requests.ts';
import { ManageProgramme } from './manage-programme.ts';

/** Links of a talk (slides, a recording) as its speakers write them; moderators and organizers may, too. */
@Injectable()
export class ChangeTalkLinks {
  constructor(
    private readonly programmeQueries: ProgrammeQueries,
    private readonly grantsQueries: GrantsQueries,
    private readonly manageProgramme: ManageProgramme,
    private readonly audit: Audit,
  ) {}

  /** The talk, for who may change its links. Throws `not-found`, `not-allowed`. */
  async open(accountId: string, talkId: string): Promise<TalkWithSpeakers> {
    return (await this.enter(accountId, talkId)).talk;
  }

  /**
   * Replaces the links of a talk, as an organizer does: later imports leave them alone, and followers learn of new
   * ones. Throws `not-found`, `not-allowed`, `version-outdated`.
   */
  async change(
    accountId: string,
    talkId: string,
    { links }: TalkLinksRequest,
    precondition = Precondition.none,
  ): Promise<TalkWithSpeakers> {
    const { talk, role } = await this.enter(accountId, talkId);
    const changed = await this.manageProgramme.changeTalk(talkId, { links }, precondition);
    await this.audit.noteAfter({
      conferenceId: talk.conferenceId,
      accountId,
      role,
      action: 'talk.linked',
      subject: talkId,
    });
    return changed;
  }

  private async enter(accountId: string, talkId: string): Promise<{ talk: TalkWithSpeakers; role: string }> {
    const talk = await this.programmeQueries.findTalk(talkId);
    if (!talk) throw notFound();
    const roles = await this.grantsQueries.rolesIn(accountId, talk.conferenceId);
    if (!leads(roles, talkId)) throw notAllowed();
    if (roles.speakerOf.has(talkId)) return { talk, role: 'speaker' };
    return { talk, role: roles.organizer ? 'organizer' : 'moderator' };
  }
}
