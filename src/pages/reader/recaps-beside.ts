import { Injectable } from '@nestjs/common';
import type { RecapLineShape } from '../../../web/pages/recap-shapes.ts';
import type { TalkRecapsShape } from '../../../web/pages/recaps-beside.tsx';
import { ProgrammeQueries } from '../../programme/programme.queries.ts';
import { ConferenceRecaps } from '../../recap/conference-recaps.ts';
import { RecapQueries } from '../../recap/recap.queries.ts';
import { Recaps } from '../../recap/recaps.ts';
import type { ThreadPlace } from '../thread-places.ts';
import { RecapArticleView } from './recap-article-view.ts';

/** Most recaps beside a talk, and most that are counted. */
const BESIDE_TALK = 5;
const COUNTED = 100;
/** Most recaps of the highlights. */
const IN_HIGHLIGHTS = 3;

/** Reads the recaps that stand on other pages than their own: those of a talk's page, and of the highlights. */
@Injectable()
export class RecapsBeside {
  constructor(
    private readonly recaps: Recaps,
    private readonly recapQueries: RecapQueries,
    private readonly conferenceRecaps: ConferenceRecaps,
    private readonly recapArticleView: RecapArticleView,
    private readonly programmeQueries: ProgrammeQueries,
  ) {}

  /** The recaps that speak of a talk; not its own official one, which is named apart. */
  async ofTalk({ conferenceId, talkId, threadId }: ThreadPlace): Promise<TalkRecapsShape> {
    if (talkId === null) return { count: 0, first: [] };
    const listed = await this.recapQueries.listPublic({ conferenceId, talkId, limit: COUNTED, after: null });
    const recaps = listed.filter(({ aboutThreadId }) => aboutThreadId !== threadId);
    if (recaps.length === 0) return { count: 0, first: [] };
    const { slug } = await this.programmeQueries.getConference(conferenceId);
    return {
      count: recaps.length,
      first: await Promise.all(
        recaps.slice(0, BESIDE_TALK).map(async (recap) => ({
          path: await this.recapArticleView.pathOf(recap, slug),
          title: recap.text.title ?? (await this.recaps.titleOf(recap)),
          author: recap.authorName,
        })),
      ),
    };
  }

  /** The first recaps of a conference, and how many there are. */
  async ofConference({ id, slug }: { id: string; slug: string }): Promise<{ first: RecapLineShape[]; count: number }> {
    const [{ items }, count] = await Promise.all([
      this.conferenceRecaps.list(id, { limit: IN_HIGHLIGHTS }),
      this.recapQueries.countPublic(id),
    ]);
    return { first: await this.recapArticleView.linesOf(items, slug), count };
  }
}
