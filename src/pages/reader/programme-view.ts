import { Injectable } from '@nestjs/common';
import type { ListedTalk } from '../../../web/pages/talk-line.tsx';
import type { ConferenceSection, ProgrammeShape } from '../../../web/pages/programme-props.ts';
import { Clock } from '../../kernel/clock.ts';
import { ownValue } from '../../kernel/own-value.ts';
import { dateIn, isDay } from '../../kernel/zone.ts';
import { DAY_STARTS_AT_HOUR } from '../../programme/conference.policy.ts';
import type { TalkView } from '../../programme/talk.view.ts';
import type { ActorInSession } from '../../platform/http/access.ts';
import { RecapQueries } from '../../recap/recap.queries.ts';
import { ConferenceSections } from './conference-sections.ts';
import type { ConferenceVersion } from '../../transcript/conference-versions.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { ProgrammeOutline } from '../../transcript/programme-outline.ts';

/** Time from now within which talks count as running or next, in milliseconds; most talks shown. */
const NEAR_MS = 86_400_000;
const TALKS_SHOWN = 100;
/** Most characters of a search among the talks. */
const WORDS_SHOWN = 200;

/** By whole characters, so that none is cut in two. */
const firstOf = (text: string): string => Array.from(text).slice(0, WORDS_SHOWN).join('');

/** The pages of addresses with `show`. */
const VIEWS: Readonly<Record<string, ConferenceSection | undefined>> = {
  active: 'discussions',
  waiting: 'questions',
  highlights: 'highlights',
};

/** Whether a conference is over, so that its page begins with what is left of it. */
export const isAfter = (phase: string): boolean => ['after', 'readonly', 'archived'].includes(phase);

/** Reads the programme of a conference as its page shows it. */
@Injectable()
export class ProgrammeView {
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly programmeOutline: ProgrammeOutline,
    private readonly recapQueries: RecapQueries,
    private readonly conferenceSections: ConferenceSections,
    private readonly clock: Clock,
  ) {}

  /** The minute, while the page depends on it; empty before and after the conference. */
  minuteOf({ firstAt, lastAt }: Pick<ConferenceVersion, 'firstAt' | 'lastAt'>): string {
    if (firstAt === null || lastAt === null) return '';
    const now = this.clock.now().getTime();
    const isNear = now > firstAt.getTime() - NEAR_MS && now < lastAt.getTime() + NEAR_MS;
    return isNear ? String(Math.floor(now / 60_000)) : '';
  }

  private todayIn(timeZone: string): string {
    return dateIn(timeZone, new Date(this.clock.now().getTime() - DAY_STARTS_AT_HOUR * 3_600_000));
  }

  /** Unknown filters are ignored. Throws `not-found`, `invalid-request` (the cursor). */
  async get(slug: string, asked: Record<string, unknown>, reader: ActorInSession | null): Promise<ProgrammeShape> {
    const {
      day: someDay,
      room,
      track,
      q: words,
      show,
      status,
      layout,
      cursor,
    } = Object.fromEntries(
      Object.entries(asked).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[1].includes('\0'),
      ),
    );
    const day = someDay && isDay(someDay) ? someDay : undefined;
    const conference = await this.programmeListing.conference(slug);
    const chosen = Object.fromEntries(
      Object.entries({ day, room, track, q: words && firstOf(words.trim()) }).filter(
        (entry): entry is [string, string] => Boolean(entry[1]),
      ),
    );
    const isOver = isAfter(conference.phase) && show === undefined && Object.keys(chosen).length === 0 && !cursor;
    const view = isOver ? 'highlights' : (ownValue(VIEWS, show ?? '') ?? 'programme');
    const hasProgramme = view === 'programme' || isOver;
    const outline = await this.programmeOutline.of(slug);
    const today = this.todayIn(conference.timeZone);
    // While the conference goes on its page begins with today, unless something else is chosen.
    const isToday = Object.keys(chosen).length === 0 && someDay !== 'all' && !cursor && outline.days.includes(today);
    const filter = isToday ? { day: today } : chosen;
    const { id } = conference;
    const outcome = status === 'answered' ? 'answered' : 'waiting';
    const [recaps, recapCount, page, on, discussions, questions, highlights] = await Promise.all([
      this.recapQueries.published(id),
      this.recapQueries.countPublic(id),
      hasProgramme
        ? this.programmeListing.times(slug, filter, { limit: TALKS_SHOWN, cursor: cursor || undefined })
        : { items: [], next: null },
      this.programmeListing.onNow(id, this.clock.now()),
      view === 'discussions' ? this.conferenceSections.discussions(id, cursor || undefined) : null,
      view === 'questions' ? this.conferenceSections.questions(id, outcome, reader) : null,
      view === 'highlights' ? this.conferenceSections.highlights(conference, reader) : null,
    ]);
    const threads = new Map(
      (
        await this.programmeListing.threadsOfTalks([
          ...new Set([...page.items, ...on.now, ...on.next].map(({ id }) => id)),
        ])
      ).map((thread) => [thread.talkId, thread]),
    );
    const listed = (talk: TalkView): ListedTalk => ({
      ...talk,
      day:
        talk.startsAt === null
          ? null
          : dateIn(conference.timeZone, new Date(Date.parse(talk.startsAt) - DAY_STARTS_AT_HOUR * 3_600_000)),
      thread: threads.get(talk.id) ?? null,
    });
    return {
      conference,
      chosen,
      recaps,
      recapCount,
      next: page.next,
      hallways: outline.hallways,
      days: outline.days,
      rooms: outline.rooms,
      tracks: outline.tracks,
      talks: page.items.map(listed),
      now: on.now.map(listed),
      upNext: on.next.map(listed),
      view,
      isList: layout === 'list',
      hasProgramme,
      today: outline.days.includes(today) && (isToday || chosen['day'] !== undefined) ? today : null,
      at: this.clock.now().getTime(),
      discussions,
      questions: questions && { outcome, items: questions },
      highlights,
    };
  }
}
