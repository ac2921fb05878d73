import { Injectable } from '@nestjs/common';
import { PersonaRequest } from '../../accounts/accounts.requests.ts';
import { SpeakingAs, type SpeakerName } from '../../accounts/speaking-as.queries.ts';
import { WritePersona } from '../../accounts/write-persona.ts';
import { notFound } from '../../kernel/common.problems.ts';
import { ProgrammeQueries } from '../../programme/programme.queries.ts';
import { readForm, type FormFields } from '../forms.ts';
import { Paths } from '../paths.ts';

/** The talk of a new speaker, the name beside their words, and the path of the discussion. */
export interface AcceptedInvitationView extends SpeakerName {
  talk: { id: string; title: string };
  conference: { slug: string; title: string };
  here: string;
}

/** Reads and changes the contents of the page after an accepted invitation. */
@Injectable()
export class AcceptedInvitation {
  constructor(
    private readonly programmeQueries: ProgrammeQueries,
    private readonly speakingAs: SpeakingAs,
    private readonly writePersona: WritePersona,
    private readonly paths: Paths,
  ) {}

  /** Throws `not-found`, also for an account that does not speak in this talk. */
  async get(accountId: string, talkId: string): Promise<AcceptedInvitationView> {
    const talk = await this.programmeQueries.findTalk(talkId);
    if (!talk?.threadId) throw notFound();
    const { id, title, conferenceId } = talk;
    const named = await this.speakingAs.find(accountId, { talkId: id, conferenceId });
    if (!named) throw notFound();
    const [conference, here] = await Promise.all([
      this.programmeQueries.getConference(conferenceId),
      this.paths.toThread(talk.threadId),
    ]);
    return { ...named, talk: { id, title }, conference: { slug: conference.slug, title: conference.title }, here };
  }

  /**
   * Changes the name a speaker has beside their words, or makes the first. Throws `not-found`, `invalid-request`, and
   * what writing a persona throws.
   */
  async name(accountId: string, talkId: string, form: FormFields): Promise<void> {
    const talk = await this.programmeQueries.findTalk(talkId);
    const { conferenceId } = talk ?? { conferenceId: '' };
    const named = talk && (await this.speakingAs.find(accountId, { talkId: talk.id, conferenceId }));
    if (!named) throw notFound();
    const { name } = await readForm(PersonaRequest, form, ['name']);
    if (named.persona) await this.writePersona.change(accountId, named.persona.id, { name });
    else await this.writePersona.createFirst(accountId, conferenceId, { name, tagline: '' });
  }
}
