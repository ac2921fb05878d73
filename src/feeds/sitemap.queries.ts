import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { PUBLIC_RECAP } from '../recap/recap.queries.ts';
import type { SitemapPage } from './sitemap.ts';

/** Most addresses of a sitemap (sitemaps.org), and how many of them threads, recaps and questions may take. */
const AT_MOST = 50_000;
const MOST_THREADS = 15_000;
const MOST_RECAPS = 15_000;
const MOST_QUESTIONS = AT_MOST - MOST_THREADS - MOST_RECAPS - 2;

/** Most questions of one thread, so that it does not take the places of all others. */
const MOST_QUESTIONS_OF_A_THREAD = 1_000;

/** SQL: public questions with a page of their own, answered ones first; not merged ones. */
const QUESTIONS = `select '/t/' || t.slug || '/q/' || q.id path,
    greatest(q.posted_at, q.edited_at, a.posted_at, a.edited_at) "changedAt"
  from threads t
  cross join lateral (
    select c.id, c.posted_at, c.edited_at, c.answer_id from comments c
    where c.thread_id = t.id
      and c.kind = 'question'
      and c.seq is not null
      and c.held_at is null
      and c.withheld_at is null
      and c.withdrawn_at is null
      and c.question_status is distinct from 'merged'
    order by c.seq desc limit ${MOST_QUESTIONS_OF_A_THREAD}
  ) q
  left join comments a on a.id = q.answer_id
    and a.held_at is null
    and a.withheld_at is null
    and a.withdrawn_at is null
  where t.conference_id = $1
  order by a.id is null, q.id limit ${MOST_QUESTIONS}`;

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
    const [threads, recaps, questions] = await Promise.all([
      this.database.read<SitemapPage>(
        `select '/t/' || t.slug path, h.last_activity_at "changedAt"
         from threads t
         join thread_heads h on h.thread_id = t.id
         where t.conference_id = $1 and t.recap_id is null
         order by t.id limit ${MOST_THREADS}`,
        [conferenceId],
      ),
      this.database.read<SitemapPage>(
        `select case
           when r.is_official then coalesce('/t/' || t.slug, '') || '/recap'
           else '/recaps/' || r.slug
         end path, (
           select max(v.saved_at) from recap_versions v where v.recap_id = r.id and v.is_published
         ) "changedAt"
         from recaps r
         left join threads t on t.id = r.about_thread_id
         where r.conference_id = $1 and ${PUBLIC_RECAP}
         order by path limit ${MOST_RECAPS}`,
        [conferenceId],
      ),
      this.database.read<SitemapPage>(QUESTIONS, [conferenceId]),
    ]);
    return [{ path: '', changedAt: null }, { path: '/ledger', changedAt: null }, ...threads, ...recaps, ...questions];
  }
}
