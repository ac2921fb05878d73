import { Injectable } from '@nestjs/common';
import { unsupportedMediaType } from '../kernel/common.problems.ts';
import type { Tx } from '../platform/database/database.ts';
import { Database } from '../platform/database/database.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { CONFERENCE_COLUMNS, ProgrammeQueries, TALK_COLUMNS } from '../programme/programme.queries.ts';
import { WriteConference } from '../programme/write-conference.ts';
import { WriteTalks } from '../programme/write-talks.ts';
import { FollowProgramme } from '../threads/follow-programme.ts';
import { OpenThreads } from '../threads/open-threads.ts';
import { compare, toProgramme, type Difference, type KnownTalk } from './compare-programme.ts';
import { dropsTalks, scheduleRefused } from './imports.problems.ts';
import { parseSchedule } from './parsing/parse-schedule.ts';
import { ScheduleRefused, type ParsedSchedule, type ScheduleProblem } from './parsing/parsed-schedule.ts';

/** Numbers of talks, and what was odd. */
export interface ImportReport { added: number; changed: number; moved: number; cancelled: number; unchanged: number; problems: ScheduleProblem[] }

/** A file that drops more of the programme than this was cut short, or is another conference's. */
const DROPPED_AT_MOST = 0.2;

/**
 * Brings a conference's programme in line with a file: the whole of it in one transaction, or nothing. The same file
 * twice changes nothing; the next version keeps every talk's thread, its address and its comments.
 */
@Injectable()
export class ImportSchedule {
  constructor(
    private readonly database: Database, private readonly programme: ProgrammeQueries, private readonly conferences: WriteConference,
    private readonly talks: WriteTalks, private readonly threads: OpenThreads, private readonly follow: FollowProgramme,
  ) {}

  /** Into a conference that exists; its own fields stay. Throws schedule-refused, import-drops-talks, not-found. */
  async into(idOrSlug: string, file: unknown, { dryRun }: { dryRun: boolean }): Promise<ImportReport> {
    if (!Buffer.isBuffer(file)) throw unsupportedMediaType();
    const conference = await this.programme.getConference(idOrSlug);
    return this.apply(conference, read(file, conference.timeZone), dryRun);
  }

  /** From a file alone: the conference is made when there is none of that slug. `timeZone` serves where the file names none. */
  async fromFile(file: Buffer, { dryRun, timeZone, slug, locale }: { dryRun: boolean; timeZone: string | null; slug?: string | undefined; locale: 'fr' | 'en' }): Promise<ImportReport & { slug: string; isNew: boolean }> {
    const first = read(file, timeZone);
    const wanted = slug ?? first.conference.acronym;
    const known = await this.programme.findConference(wanted);
    if (known) return { slug: wanted, isNew: false, ...(await this.apply(known, read(file, known.timeZone), dryRun)) };
    const zone = first.conference.timeZone ?? timeZone;
    if (!zone) throw scheduleRefused({ place: 'the conference', sentence: 'It names no time zone: add --time-zone Europe/Paris, or the one it takes place in.' });
    const { title, startsOn, endsOn, url } = first.conference;
    if (dryRun) return { slug: wanted, isNew: true, ...reportOf(compare([], toProgramme(first.talks)), first.problems) };
    const conference = await this.conferences.create({ slug: wanted, title, startsOn, endsOn, url, timeZone: zone, locale });
    return { slug: wanted, isNew: true, ...(await this.apply(conference, first, false)) };
  }

  private async apply(conference: Conference, parsed: ParsedSchedule, dryRun: boolean): Promise<ImportReport> {
    // Before the transaction: making safe HTML of a large programme takes longer than a transaction may wait.
    const wanted = toProgramme(parsed.talks);
    const report = await this.database.transaction(async (tx) => {
      // Two imports at once would both find a talk missing: the second waits for the first.
      const [locked] = await tx.query<Conference>(`select ${CONFERENCE_COLUMNS} from conferences where id = $1 for no key update`, [conference.id]);
      const known = await this.knownTalks(tx, conference.id);
      const difference = compare(known, wanted);
      const dropped = difference.cancelled.filter(({ talk }) => !parsed.talks.some(({ guid }) => guid === talk.guid)).length;
      if (dropped > 1 && dropped > known.length * DROPPED_AT_MOST) throw dropsTalks({ dropped, total: known.length });
      if (!dryRun) await this.write(tx, locked!, difference);
      return reportOf(difference, parsed.problems);
    });
    if (!dryRun) await this.follow.conference(conference.id);
    return report;
  }

  private async write(tx: Tx, conference: Conference, { added, changed, moved, cancelled }: Difference): Promise<void> {
    const talks = await this.talks.insert(tx, conference.id, added, { isImported: true });
    await this.threads.run(tx, conference, talks.map((talk) => ({ slug: talk.slug, title: talk.title, talk })));
    await this.talks.update(tx, conference.id, [...changed, ...moved, ...cancelled]);
  }

  private knownTalks(tx: Tx, conferenceId: string): Promise<KnownTalk[]> {
    return tx.query<KnownTalk & { slots: { startsAt: string }[] }>(
      `select ${TALK_COLUMNS},
         coalesce((select jsonb_agg(jsonb_build_object('startsAt', l.starts_at, 'durationMinutes', l.duration_minutes, 'room', l.room) order by l.starts_at, l.room) from talk_slots l where l.talk_id = t.id), '[]') slots,
         coalesce((select jsonb_agg(jsonb_build_object('key', s.key, 'name', s.name, 'bioHtml', s.bio_html) order by ts.position) from talk_speakers ts join speakers s on s.id = ts.speaker_id where ts.talk_id = t.id), '[]') speakers
       from talks t where t.conference_id = $1`,
      [conferenceId],
    ).then((rows) => rows.map((row) => ({ ...row, slots: row.slots.map((slot) => ({ ...slot, startsAt: new Date(slot.startsAt) })) })));
  }
}

function read(file: Buffer, timeZone: string | null): ParsedSchedule {
  try {
    return parseSchedule(file, { timeZone });
  } catch (error) {
    if (error instanceof ScheduleRefused) throw scheduleRefused({ place: error.place, sentence: error.sentence });
    throw error;
  }
}

/** So many problems are read by nobody. */
const PROBLEMS_SHOWN = 200;

const reportOf = ({ added, changed, moved, cancelled, unchanged, problems }: Difference, found: readonly ScheduleProblem[]): ImportReport =>
  ({ added: added.length, changed: changed.length, moved: moved.length, cancelled: cancelled.length, unchanged, problems: [...problems, ...found].slice(0, PROBLEMS_SHOWN) });
