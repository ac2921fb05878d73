import { Injectable } from '@nestjs/common';
import { meVersion } from '../../accounts/change-me.ts';
import { MeQueries, type MeView } from '../../accounts/me.queries.ts';
import { personaVersion, type PersonaView } from '../../accounts/persona.view.ts';
import type { Conference } from '../../programme/conference.entity.ts';
import { ProgrammeQueries } from '../../programme/programme.queries.ts';
import { AuthorsQueries } from '../../recap/authors.queries.ts';

/** An account as its own page shows it, with its personas and the conferences of these and of its grants. */
export interface OwnAccountView {
  /** Null for a guest. */
  emailMasked: string | null;
  /** Of its settings. */
  version: string;
  personas: (Pick<PersonaView, 'id' | 'name' | 'tagline' | 'showsComments' | 'isIndexed'> & {
    /** Markdown. */
    biography: string;
    version: string;
    conferenceTitle: string;
    /** The path of its page; null while that has nothing to show. */
    page: string | null;
  })[];
  organizes: Conference[];
  mustChoose: boolean;
  conferences: Conference[];
}

/** Reads an account together with its conferences. */
@Injectable()
export class OwnAccount {
  constructor(
    private readonly meQueries: MeQueries,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly authorsQueries: AuthorsQueries,
  ) {}

  /** `from` is the slug of the conference the reader comes from. */
  async get(accountId: string, from: string | null): Promise<OwnAccountView> {
    const me = await this.meQueries.get(accountId);
    const conferences = await this.conferencesOf(me);
    const withPage = await this.authorsQueries.pagesOf(me.personas.map(({ id }) => id));
    return {
      emailMasked: me.emailMasked,
      version: meVersion(me),
      personas: me.personas.map((persona) => {
        const { id, name, tagline, biography, showsComments, isIndexed, slug } = persona;
        const conference = conferences.get(persona.conferenceId);
        return {
          id,
          name,
          tagline,
          biography: biography.markdown,
          showsComments,
          isIndexed,
          version: personaVersion(persona),
          conferenceTitle: conference?.title ?? '',
          page: conference && withPage.has(id) ? `/c/${conference.slug}/by/${slug}` : null,
        };
      }),
      organizes: await this.organizedBy(me),
      mustChoose: mustChoose(me),
      conferences: await this.placesFor(from, [...conferences.values()]),
    };
  }

  /**
   * Lists the conferences in which an account may make another persona: those where it has one, and the one the reader
   * comes from.
   */
  private async placesFor(slug: string | null, known: readonly Conference[]): Promise<Conference[]> {
    const from = slug === null ? null : await this.programmeQueries.findConference(slug);
    return from && !known.some(({ id }) => id === from.id)
      ? [from, ...known]
      : [...known].toSorted((a, b) => Number(b.id === from?.id) - Number(a.id === from?.id));
  }

  private async conferencesOf({ personas }: MeView): Promise<Map<string, Conference>> {
    const ids = [...new Set(personas.map(({ conferenceId }) => conferenceId))];
    const conferences = await Promise.all(ids.map((id) => this.programmeQueries.getConference(id)));
    return new Map(conferences.map((conference) => [conference.id, conference]));
  }

  private async organizedBy({ grants }: MeView): Promise<Conference[]> {
    const here = grants.filter(({ role }) => role !== 'speaker');
    if (here.some(({ conferenceId }) => conferenceId === null)) return this.programmeQueries.listConferences(100, null);
    const ids = [...new Set(here.flatMap(({ conferenceId }) => conferenceId ?? []))];
    return Promise.all(ids.map((id) => this.programmeQueries.getConference(id)));
  }
}

/** Whether a grant is shown on none of the personas that could show it. */
const mustChoose = ({ grants, personas }: MeView): boolean =>
  grants.some(
    ({ conferenceId, personaId }) =>
      personaId === null && personas.some((persona) => persona.conferenceId === conferenceId),
  );
