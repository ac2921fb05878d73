import { Injectable } from '@nestjs/common';
import type { OwnRecapLine } from '../../../web/pages/me-recaps.tsx';
import { PersonasQueries } from '../../accounts/personas.queries.ts';
import { ProgrammeQueries } from '../../programme/programme.queries.ts';
import { recapStateOf } from '../../recap/recap.policy.ts';
import { RecapQueries } from '../../recap/recap.queries.ts';

/** Reads the recaps and drafts of an account, in all conferences. */
@Injectable()
export class OwnRecaps {
  constructor(
    private readonly personasQueries: PersonasQueries,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly recapQueries: RecapQueries,
  ) {}

  async list(accountId: string): Promise<OwnRecapLine[]> {
    const personas = await this.personasQueries.listOf(accountId);
    const conferenceIds = [...new Set(personas.map(({ conferenceId }) => conferenceId))];
    const conferences = await Promise.all(conferenceIds.map((id) => this.programmeQueries.getConference(id)));
    const lists = await Promise.all(
      conferences.map(async ({ id, slug, title: conferenceTitle }) =>
        (await this.recapQueries.listOwn(id, accountId)).map((recap) => {
          const state = recapStateOf(recap);
          const page = `/c/${slug}/recaps/${recap.slug}`;
          return {
            path: state === 'published' ? page : `${page}/edit`,
            title: recap.text.title ?? '',
            conferenceTitle,
            state,
          };
        }),
      ),
    );
    return lists.flat();
  }
}
