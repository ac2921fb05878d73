import { Injectable } from '@nestjs/common';
import { SingleFlight } from '../kernel/single-flight.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { ProgrammeQueries, type Facets } from '../programme/programme.queries.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';
import { toThreadView, type ThreadView } from '../threads/thread.view.ts';
import { ConferenceVersions } from './conference-versions.ts';

/** Most conferences whose facets are cached; each has some hundred short names. */
const CONFERENCES = 100;

/**
 * Reads the filters of a programme and its threads without a talk. The filters are read once an edition: each page of a
 * search among 1,500 talks read them again, a quarter of what the database did for a hostile crowd (measured by F19).
 */
@Injectable()
export class ProgrammeOutline {
  /** In the order of last use. */
  private readonly kept = new Map<string, { edition: string; facets: Facets }>();
  private readonly reading = new SingleFlight<Facets>();

  constructor(
    private readonly programmeQueries: ProgrammeQueries,
    private readonly threadsQueries: ThreadsQueries,
    private readonly conferenceVersions: ConferenceVersions,
  ) {}

  /** Takes a conference's id or slug. Throws `not-found`. */
  async of(idOrSlug: string): Promise<Facets & { hallways: ThreadView[] }> {
    const conference = await this.programmeQueries.getConference(idOrSlug);
    const [facets, hallways] = await Promise.all([
      this.facetsOf(conference),
      this.threadsQueries.listWithoutTalk(conference.id),
    ]);
    return { ...facets, hallways: hallways.map(toThreadView) };
  }

  private async facetsOf(conference: Conference): Promise<Facets> {
    const { id } = conference;
    const { programme: edition } = await this.conferenceVersions.get(id, { showsWords: false });
    const kept = this.kept.get(id);
    const facets =
      kept?.edition === edition
        ? kept.facets
        : await this.reading.ask(`${id} ${edition}`, () => this.programmeQueries.facets(conference));
    this.kept.delete(id);
    this.kept.set(id, { edition, facets });
    if (this.kept.size > CONFERENCES) this.kept.delete(this.kept.keys().next().value!);
    return facets;
  }
}
