import { Injectable } from '@nestjs/common';
import { GrantsQueries } from '../../accounts/grants.queries.ts';
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
  /** Further talks of the same conference in which the account speaks, with the paths of their speaker views. */
  others: { title: string; desk: string }[];
}

/** A role other than a speaker's that an account has, and where it works with it. */
export interface AcceptedRoleView {
  role: 'moderator' | 'organizer';
  /** Null for a role in all conferences. */
  conference: { slug: string; title: string } | null;
  /** For moderators of some talks alone. */
  talks: { title: string; path: string }[];
}

/** Most talks of one person that the page lists. */
const TALKS_AT_MOST = 20;

/** Reads and changes the contents of the page after an accepted invitation. */
@Injectable()
export class AcceptedInvitation {
  constructor(
    private readonly programmeQueries: ProgrammeQueries,
    private readonly speakingAs: SpeakingAs,
    private readonly writePersona: WritePersona,
    private readonly grantsQueries: GrantsQueries,
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
    return {
      ...named,
      talk: { id, title },
      conference: { slug: conference.slug, title: conference.title },
      here,
      others: await this.otherTalks(accountId, talk),
    };
  }

  /** Throws `not-found`, also for an account that has no such role there. */
  async role(accountId: string, role: string, slug: string | null): Promise<AcceptedRoleView> {
    if (role !== 'organizer' && role !== 'moderator') throw notFound();
    if (slug === null) {
      if (role !== 'organizer' || !(await this.grantsQueries.isOrganizerEverywhere(accountId))) throw notFound();
      return { role, conference: null, talks: [] };
    }
    const { id, title } = await this.programmeQueries.getConference(slug);
    const roles = await this.grantsQueries.heldIn(accountId, id);
    const ofTalks = roles.moderator ? [] : [...roles.moderatorOf];
    if (!roles[role] && (role === 'organizer' || ofTalks.length === 0)) throw notFound();
    const talks = role === 'organizer' ? [] : await this.talksWithThreads(ofTalks);
    return {
      role,
      conference: { slug, title },
      talks: await Promise.all(
        talks.map(async (talk) => ({ title: talk.title, path: await this.paths.toThread(talk.threadId) })),
      ),
    };
  }

  private async otherTalks(accountId: string, { id, conferenceId }: { id: string; conferenceId: string }) {
    const { speakerOf } = await this.grantsQueries.heldIn(accountId, conferenceId);
    const talks = await this.talksWithThreads([...speakerOf].filter((talkId) => talkId !== id));
    return Promise.all(
      talks.map(async ({ title, threadId }) => ({ title, desk: `${await this.paths.toThread(threadId)}/desk` })),
    );
  }

  private async talksWithThreads(ids: readonly string[]): Promise<{ title: string; threadId: string }[]> {
    const talks = await Promise.all(ids.slice(0, TALKS_AT_MOST).map((id) => this.programmeQueries.findTalk(id)));
    return talks.flatMap((talk) => (talk?.threadId ? [{ title: talk.title, threadId: talk.threadId }] : []));
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
