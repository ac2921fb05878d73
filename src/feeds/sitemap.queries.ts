import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import type { SitemapPage } from './sitemap.ts';

/** Most addresses of a sitemap. */
const AT_MOST = 50_000;

/** Lists the pages that may be listed. */
@Injectable()
export class SitemapQueries {
  constructor(private readonly database: Database) {}

  async conferences(): Promise<string[]> {
    const rows = await this.database.read<{ slug: string }>(
      `select slug from conferences
       where settings->>'robots' is distinct from 'noindex'
       order by starts_on desc, id limit ${AT_MOST}`,
    );
    return rows.map(({ slug }) => slug);
  }

  async ofConference(conferenceId: string): Promise<SitemapPage[]> {
    const [threads, recaps] = await Promise.all([
      this.database.read<SitemapPage>(
        `select '/t/' || t.slug path, h.last_activity_at "changedAt"
         from threads t
         join thread_heads h on h.thread_id = t.id
         where t.conference_id = $1
         order by t.id limit ${AT_MOST / 2 - 2}`,
        [conferenceId],
      ),
      this.database.read<SitemapPage>(
        `select path, "changedAt"
         from (
           select distinct on (r.thread_id) coalesce('/t/' || t.slug, '') || '/recap' path, r.saved_at "changedAt",
             r.markdown, r.items
           from recap_versions r
           left join threads t on t.id = r.thread_id
           where r.conference_id = $1 and r.is_published
           order by r.thread_id, r.version desc
         ) newest
         where markdown <> '' or items <> '{}'
         order by path limit ${AT_MOST / 2}`,
        [conferenceId],
      ),
    ]);
    return [{ path: '', changedAt: null }, { path: '/ledger', changedAt: null }, ...threads, ...recaps];
  }
}
