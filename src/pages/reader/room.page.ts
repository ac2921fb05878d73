import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { RoomPage } from '../../../web/pages/room-page.tsx';
import type { ConferenceShape, TalkShape, ThreadShape } from '../../../web/components/shapes.ts';
import { byKey } from '../../kernel/by-key.ts';
import { Clock } from '../../kernel/clock.ts';
import { notFound } from '../../kernel/common.problems.ts';
import { For } from '../../platform/http/access.ts';
import type { Conference } from '../../programme/conference.entity.ts';
import type { OnInRoom } from '../../programme/on-in-room.policy.ts';
import { ProgrammeQueries } from '../../programme/programme.queries.ts';
import { RoomsQueries, roomSlug } from '../../programme/rooms.queries.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { codeSvg } from '../paper-code.ts';
import { PageRequest } from '../page-request.ts';
import { RequestedPage } from '../requested-page.ts';

/** The conference and the room of an address. */
interface RoomPath {
  conference: string;
  room: string;
}

/** Rooms by their printed code: each leads to the talk that is on, and in gaps names the one that comes. */
@ApiExcludeController()
@Controller('c/:conference/room/:room')
@For('reader')
export class RoomPages {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly roomsQueries: RoomsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  async read(@Param() path: RoomPath, @PageRequest() page: RequestedPage): Promise<void> {
    const { found, room } = await this.roomOf(path);
    const on = await this.programmeListing.inRoom(found, room, this.clock.now());
    const { now, next, last } = on as OnInRoom<TalkShape>;
    const threads = byKey(
      (await this.programmeListing.threadsOfTalks(
        [now, next, last].flatMap((talk) => talk?.id ?? []),
      )) as ThreadShape[],
      ({ talkId }) => talkId!,
    );
    const placeOf = (talk: TalkShape | null): string | null => {
      const thread = talk && threads.get(talk.id);
      return thread ? `/c/${path.conference}/t/${thread.slug}` : null;
    };
    const here = placeOf(now);
    if (here !== null) return page.turnTo(here);
    const conference = (await this.programmeListing.conference(path.conference)) as ConferenceShape;
    page.show(
      RoomPage,
      { title: room, kind: 'room', conference, cache: 'no-store' },
      {
        conference,
        room,
        next: next && { talk: next, path: placeOf(next) },
        last: last && { talk: last, path: placeOf(last) },
      },
    );
  }

  @Get('qr.svg')
  async code(@Param() path: RoomPath, @PageRequest() page: RequestedPage): Promise<void> {
    await this.roomOf(path);
    const address = `${page.base}/c/${path.conference}/room/${path.room}`;
    void page.reply
      .header('content-type', 'image/svg+xml; charset=utf-8')
      .header('cache-control', 'public, max-age=86400')
      .send(await codeSvg(address));
  }

  /** The conference, and the room as it is called now. Throws `not-found`. */
  private async roomOf({ conference: slug, room: asked }: RoomPath): Promise<{ found: Conference; room: string }> {
    const found = await this.programmeQueries.getConference(slug);
    const room = asked === roomSlug(asked) ? await this.roomsQueries.find(found, asked) : null;
    if (room === null) throw notFound();
    return { found, room };
  }
}
