import { Injectable } from '@nestjs/common';
import type { TalkShape } from '../../../web/components/shapes.ts';
import type { FollowingTalkShape } from '../../../web/pages/following-beside.tsx';
import type { TalkRecapsShape } from '../../../web/pages/recaps-beside.tsx';
import { byKey } from '../../kernel/by-key.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import type { ThreadPlace } from '../thread-places.ts';
import { RecapsBeside } from './recaps-beside.ts';

/** The parts beside a talk's discussion. */
interface Beside {
  recapsOfTalk: TalkRecapsShape;
  following: FollowingTalkShape[];
}

/** Reads what stands beside a talk's discussion: the recaps that speak of it, and what follows in its room. */
@Injectable()
export class BesideTalk {
  constructor(
    private readonly recapsBeside: RecapsBeside,
    private readonly programmeListing: ProgrammeListing,
  ) {}

  async get(place: ThreadPlace): Promise<Beside> {
    const [recapsOfTalk, following] = await Promise.all([this.recapsBeside.ofTalk(place), this.following(place)]);
    return { recapsOfTalk, following };
  }

  private async following({ conferenceId, talkId }: ThreadPlace): Promise<FollowingTalkShape[]> {
    if (talkId === null) return [];
    const talks = await this.programmeListing.following(conferenceId, talkId);
    if (talks.length === 0) return [];
    const threads = byKey(
      await this.programmeListing.threadsOfTalks(talks.map(({ id }) => id)),
      ({ talkId: id }) => id!,
    );
    return talks.map((talk) => ({ talk: talk as TalkShape, thread: threads.get(talk.id)?.slug ?? null }));
  }
}
