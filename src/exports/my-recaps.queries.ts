import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';
import { recapStateOf, type RecapFacts } from '../recap/recap.policy.ts';
import type { MyRecap } from './my-posts.view.ts';

type MyRecapRow = Omit<MyRecap, 'state' | 'url' | 'publishedAt'> &
  RecapFacts & { slug: string; conferenceSlug: string };

/** Reads all recaps of an account with all their versions, for that account only. */
@Injectable()
export class MyRecapsQueries {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  async list(accountId: string): Promise<MyRecap[]> {
    const rows = await this.database.ask<MyRecapRow>(
      `select r.id,
         r.slug,
         c.title conference,
         c.slug "conferenceSlug",
         p.name persona,
         r.published_at "publishedAt",
         r.held_at "heldAt",
         r.withheld_at "withheldAt",
         r.withdrawn_at "withdrawnAt",
         (
           select json_agg(
             json_build_object(
               'version', v.version, 'title', v.title, 'markdown', v.markdown, 'isPublished', v.is_published,
               'savedAt', v.saved_at
             ) order by v.version desc
           )
           from recap_versions v
           where v.recap_id = r.id
         ) versions
       from recaps r
       join personas p on p.id = r.persona_id
       join conferences c on c.id = r.conference_id
       where p.account_id = $1
       order by r.id`,
      [accountId],
    );
    return rows.map(({ slug, conferenceSlug, heldAt, withheldAt, withdrawnAt, versions, ...row }) => ({
      ...row,
      url: `${this.config.publicUrl}/c/${conferenceSlug}/recaps/${slug}`,
      state: recapStateOf({ publishedAt: row.publishedAt, heldAt, withheldAt, withdrawnAt }),
      publishedAt: row.publishedAt?.toISOString() ?? null,
      versions: versions.map((each) => ({ ...each, savedAt: new Date(each.savedAt).toISOString() })),
    }));
  }
}
