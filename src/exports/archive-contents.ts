import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/settings.ts';
import type { ConferenceView } from '../transcript/conference.view.ts';
import { ProgrammeListing } from '../transcript/programme-listing.ts';
import type { ArchivedRecap, ArchivedTalk } from './archive-format.ts';
import type { ArchivePageContext } from './archive-renderer.ts';
import { ArchiveQueries, type VersionedThread } from './archive.queries.ts';

/** The parts that are the same around all pages of an archive. */
export type Surroundings = Omit<ArchivePageContext, 'locale' | 'up' | 'other' | 'title'>;

/** The contents of an archive's pages apart from comments. */
export interface Contents {
  conference: ConferenceView;
  threads: VersionedThread[];
  talks: ArchivedTalk[];
  recaps: ArchivedRecap[];
  around: Surroundings;
}

/** Whether it is the official recap of the conference. */
export const isOfConference = ({ isOfficial, threadId }: ArchivedRecap): boolean => isOfficial && threadId === null;

/** Reads what the pages of an archive need apart from comments. */
@Injectable()
export class ArchiveContents {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly archiveQueries: ArchiveQueries,
    private readonly config: Config,
  ) {}

  /** Throws `not-found`. */
  conferenceOf(slug: string): Promise<ConferenceView> {
    return this.programmeListing.conference(slug);
  }

  /** One list after another, because parsing each takes the event loop. */
  async get(conferenceId: string): Promise<Contents> {
    const conference = await this.programmeListing.conference(conferenceId);
    const threads = await this.archiveQueries.threads(conferenceId);
    const talks = await this.archiveQueries.talks(conferenceId);
    const recaps = await this.archiveQueries.recaps(conferenceId);
    const hasRecap = recaps.some(isOfConference);
    return { conference, threads, talks, recaps, around: { conference, hasRecap, base: this.config.publicUrl } };
  }
}
