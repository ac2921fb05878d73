import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import yazl from 'yazl';
import { words } from '../../../locales/catalogues.ts';
import { isLocale, type Locale } from '../../../locales/words.ts';
import { PosterSheetsPage, type PosterSheet, type PosterWords } from '../../../web/pages/poster-sheets-page.tsx';
import { PAPERS, PostersPage, type Paper } from '../../../web/pages/posters-page.tsx';
import type { ConferenceShape, TalkShape } from '../../../web/components/shapes.ts';
import { notFound, uploadsBusy } from '../../kernel/common.problems.ts';
import { Places } from '../../kernel/places.ts';
import { nextTurn } from '../../kernel/slices.ts';
import { conferenceIn, For } from '../../platform/http/access.ts';
import { roomSlug } from '../../programme/rooms.queries.ts';
import { ThreadsQueries } from '../../threads/threads.queries.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { ProgrammeOutline } from '../../transcript/programme-outline.ts';
import { codePng, codeSvg } from '../paper-code.ts';
import { PageRequest } from '../page-request.ts';
import type { ParticipantPage } from '../requested-page.ts';

/** Most talks of one page to print; a browser prints more in several goes. */
const TALKS_AT_ONCE = 100;
/** Pixels of a code's side as PNG: 50 mm at 300 dots an inch. */
const PNG_PIXELS = 600;
/** Most codes in a file: more than the largest programmes have talks and rooms. */
const CODES_AT_MOST = 1_500;
/** Longest wait for another organizer's codes to be drawn, in milliseconds. */
const PATIENCE_MS = 20_000;
const RETRY_AFTER_SECONDS = 10;

/** Paper for the rooms: slides, posters and cards with a code that leads to the discussion, and the codes alone. */
@ApiExcludeController()
@Controller('organize/:conference/qr')
@For('organizer', conferenceIn('conference'))
export class PosterPages {
  private readonly drawing = new Places(1);

  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly programmeOutline: ProgrammeOutline,
    private readonly threadsQueries: ThreadsQueries,
  ) {}

  @Get()
  async read(@Param('conference') slug: string, @PageRequest() page: ParticipantPage): Promise<void> {
    const conference = (await this.programmeListing.conference(slug)) as ConferenceShape;
    page.show(
      PostersPage,
      { title: conference.title, kind: 'posters', conference },
      { conference, pages: Math.max(1, Math.ceil(conference.counts.talks / TALKS_AT_ONCE)) },
    );
  }

  /**
   * All codes as SVG and PNG, by talk and by room; drawn for one organizer after another, and for nobody who is gone.
   */
  @Get('codes.zip')
  async codes(@Param('conference') slug: string, @PageRequest() page: ParticipantPage): Promise<void> {
    const { conference, files } = await this.filesOf(page, slug);
    const { raw } = page.reply;
    const leave = await this.drawing.take(PATIENCE_MS);
    if (!leave) throw uploadsBusy(RETRY_AFTER_SECONDS);
    if (raw.destroyed) return leave();
    raw.once('close', leave);
    const zip = new yazl.ZipFile();
    void page.reply
      .header('content-type', 'application/zip')
      .header('content-disposition', `attachment; filename="${conference}-codes.zip"`)
      .send(zip.outputStream);
    for (const { name, address } of files) {
      if (raw.destroyed) return;
      zip.addBuffer(Buffer.from(await codeSvg(address)), `${name}.svg`);
      zip.addBuffer(await codePng(address, PNG_PIXELS), `${name}.png`, { compress: false });
      await nextTurn();
    }
    zip.end();
  }

  /** The codes of a conference by the names of their files. */
  private async filesOf(
    { base }: ParticipantPage,
    slug: string,
  ): Promise<{ conference: string; files: { name: string; address: string }[] }> {
    const conference = await this.programmeListing.conference(slug);
    const { rooms } = await this.programmeOutline.of(slug);
    const talks = await this.threadsQueries.listCodes(conference.id);
    const files = [
      ...talks.map(({ slug: name, code }) => ({ name: `talks/${name}`, address: `${base}/q/${code}` })),
      ...rooms.map((room) => ({
        name: `rooms/${roomSlug(room)}`,
        address: `${base}/c/${slug}/room/${roomSlug(room)}`,
      })),
    ];
    return { conference: conference.slug, files: files.slice(0, CODES_AT_MOST) };
  }

  /** Sheets to print in one form; `lang` is their first language, and `both` asks for the other one too. */
  @Get(':paper')
  async sheets(
    @Param() { conference: slug, paper }: { conference: string; paper: string },
    @Query() query: Record<string, unknown>,
    @PageRequest() page: ParticipantPage,
  ): Promise<void> {
    if (!isPaper(paper)) throw notFound();
    const conference = (await this.programmeListing.conference(slug)) as ConferenceShape;
    const first = typeof query['lang'] === 'string' && isLocale(query['lang']) ? query['lang'] : conference.locale;
    const locales: Locale[] = query['both'] === undefined ? [first] : [first, first === 'fr' ? 'en' : 'fr'];
    const sheets = paper === 'slides' ? await this.talkSheets(page, slug, query) : await this.roomSheets(page, slug);
    page.show(
      PosterSheetsPage,
      { title: conference.title, kind: 'poster-sheets', conference },
      { conference, paper, sheets, words: locales.map((locale) => wordsOf(locale, paper)) },
    );
  }

  private async talkSheets(
    { base }: ParticipantPage,
    slug: string,
    query: Record<string, unknown>,
  ): Promise<PosterSheet[]> {
    const { id } = await this.programmeListing.conference(slug);
    const talks = await this.threadsQueries.listCodes(id);
    const wanted = Math.max(1, Number(query['page']) || 1);
    const part = talks.slice((wanted - 1) * TALKS_AT_ONCE, wanted * TALKS_AT_ONCE);
    const { items } = await this.programmeListing.talks(
      slug,
      { ids: part.map(({ talkId }) => talkId) },
      { limit: TALKS_AT_ONCE },
    );
    const byId = new Map((items as TalkShape[]).map((talk) => [talk.id, talk]));
    return part.flatMap(({ talkId, code }) => {
      const talk = byId.get(talkId);
      const address = `/q/${code}`;
      return talk && talk.status === 'confirmed'
        ? [
            {
              title: talk.title,
              under: talk.speakers.map(({ name }) => name).join(', '),
              startsAt: talk.startsAt,
              room: talk.room,
              code: `${address}/qr.svg`,
              address: `${base}${address}`.replace(/^https?:\/\//, ''),
            },
          ]
        : [];
    });
  }

  private async roomSheets({ base }: ParticipantPage, slug: string): Promise<PosterSheet[]> {
    const { rooms } = await this.programmeOutline.of(slug);
    return rooms.map((room) => {
      const address = `/c/${slug}/room/${roomSlug(room)}`;
      return {
        title: room,
        under: '',
        startsAt: null,
        room: '',
        code: `${address}/qr.svg`,
        address: `${base}${address}`.replace(/^https?:\/\//, ''),
      };
    });
  }
}

/** The texts on the sheets of a form in a language. */
function wordsOf(locale: Locale, paper: Paper): PosterWords {
  const say = words(locale);
  return {
    locale,
    call: say(`pages.posters.call.${paper === 'slides' ? 'talk' : 'room'}`),
    how: say('pages.posters.how'),
  };
}

const isPaper = (name: string): name is Paper => PAPERS.some((paper) => paper === name);
