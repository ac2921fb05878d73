import { Injectable } from '@nestjs/common';
import { invalidRequest, unsupportedMediaType } from '../kernel/common.problems.ts';
import { nextTurn } from '../kernel/slices.ts';
import { SLUG, SLUG_RULE } from '../kernel/slug.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { CONFERENCE_COLUMNS, ProgrammeQueries } from '../programme/programme.queries.ts';
import { slugTaken } from '../programme/programme.problems.ts';
import { WriteConference, type ConferenceFields } from '../programme/write-conference.ts';
import type { ConferenceImport, FileImport } from './asked-import.ts';
import { ImportQuestions } from './import-questions.ts';
import { compare, type Difference } from './compare-programme.ts';
import { isForeign, talksInCommon } from './foreign-programme.ts';
import { askedFirst } from './asked-first.ts';
import { answersOf, askedDate } from './asked-question.ts';
import { KeepSheet, type KeptSheet } from './keep-sheet.ts';
import { NEW_CONFERENCE } from './question-ids.ts';
import { ReadForConference } from './read-for-conference.ts';
import { countsOf, reportOf, waitingReport, type ImportReport } from './import-report.ts';
import { dropsTalks, importForeign, importIntoDemo, programmeChanged, scheduleRefused } from './imports.problems.ts';
import type { KnownTalk } from './known-talk.ts';
import { KnownProgramme } from './known-programme.ts';
import type { ImportDecisions } from './programme-upload.ts';
import { RecordImport } from './record-import.ts';
import { namedBy } from './named-programme.ts';
import type { ReadProgramme } from './read-programme.ts';
import { WriteProgramme } from './write-programme.ts';

/** A difference, and what is kept and recorded of the import that writes it. */
interface ComparedImport {
  difference: Difference;
  edition: string;
  kept: KeptSheet;
  known: readonly KnownTalk[];
  actorId: string | null;
  fileName: string;
}

/** Largest part of the programme a file may drop; one that drops more was cut short, or is another conference's. */
const DROPPED_AT_MOST = 0.2;
/** Smallest programme that DROPPED_AT_MOST applies to; in a smaller one a fifth is one talk. */
const COUNTED_FROM = 8;
/** Of a file that was sent to the conference by its name. */
const HERE: ImportDecisions = { conference: 'this' };
/** Attempts when the programme changes between comparing and writing. */
const TRIES = 3;

/**
 * Brings a conference's programme in line with a file, in one transaction. The same file twice changes nothing; a later
 * version keeps each talk's thread, its address and its comments.
 *
 * Reading happens in a worker thread and comparing before the transaction, in slices, so that neither the event loop
 * nor a lock is held for long.
 */
@Injectable()
export class ImportSchedule {
  // Reading, comparing, writing and asking are verbs of their own, which an import calls in this order.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly writeConference: WriteConference,
    private readonly readForConference: ReadForConference,
    private readonly keepSheet: KeepSheet,
    private readonly knownProgramme: KnownProgramme,
    private readonly writeProgramme: WriteProgramme,
    private readonly importQuestions: ImportQuestions,
    private readonly recordImport: RecordImport,
  ) {}

  /**
   * Into an existing conference, whose own fields stay. Throws `not-found`, `schedule-refused`, `schedule-too-heavy`,
   * `import-foreign` and `import-into-demo` unless its file is said to belong here, `import-drops-talks`,
   * `programme-changed`.
   */
  async into(idOrSlug: string, file: unknown, asked: ConferenceImport): Promise<ImportReport> {
    if (!Buffer.isBuffer(file)) throw unsupportedMediaType();
    const conference = await this.programmeQueries.getConference(idOrSlug);
    const read = await this.readForConference.read(file, conference, asked.decisions ?? {});
    if (read.programme) return this.apply(conference, read, asked);
    const stored = await this.knownProgramme.talks(conference.id);
    return waitingReport(askedDate(conference.id, read.question), stored.length);
  }

  /**
   * From a file alone; makes the conference when there is none of that slug. With `decisions`, a date that may be two
   * is a question in the report, and nothing is made until it is answered; without, it is `schedule-refused`.
   * Throws what `into` throws, and `slug-taken` for a conference that is there when the file is for a new one.
   */
  async fromFile(
    file: Buffer,
    { dryRun, timeZone, slug, locale, title: named, decisions, isForNew = false, ...origin }: FileImport,
  ): Promise<ImportReport & { slug: string; isNew: boolean }> {
    if (slug !== undefined && !SLUG.test(slug)) throw invalidRequest([{ pointer: '#/slug', detail: SLUG_RULE }]);
    const read = await this.readForConference.readNew(file, { timeZone, locale }, decisions ?? {});
    if (!read.programme) return { slug: slug ?? '', isNew: true, ...askedFirst(read.question, decisions) };
    const first = namedBy(read.programme, named);
    const { slug: wanted, known } =
      slug === undefined
        ? await this.editionOf(first.conference)
        : { slug, known: await this.programmeQueries.findConference(slug) };
    if (known) {
      // Nothing is compared, because what would change there is for the page of that conference.
      if (isForNew) throw slugTaken({ slug: wanted }, { about: 'programme' });
      const isReadAlike = first.isNamed && first.conference.timeZone === known.timeZone && locale === known.locale;
      const again = isReadAlike
        ? read
        : await this.readForConference.read(file, known, decisions ?? {}, NEW_CONFERENCE);
      if (!again.programme) return { slug: wanted, isNew: false, ...askedFirst(again.question, decisions) };
      return {
        slug: wanted,
        isNew: false,
        ...(await this.apply(known, again, { ...origin, dryRun, decisions: HERE })),
      };
    }
    const zone = first.conference.timeZone ?? timeZone;
    if (!zone)
      throw scheduleRefused({
        place: 'the conference',
        sentence: 'It names no time zone: add --time-zone Europe/Paris, or the one it takes place in.',
      });
    const { title, startsOn, endsOn, url } = first.conference;
    if (dryRun) {
      const reported = { conferenceId: '', programme: first, emails: read.kept.emails, known: [] };
      return { slug: wanted, isNew: true, ...(await reportOf(await compare([], first.talks), reported)) };
    }
    const fields = { slug: wanted, title, startsOn, endsOn, url, timeZone: zone, locale };
    return { slug: wanted, isNew: true, ...(await this.makeWith(fields, read, origin)) };
  }

  /** Makes a conference with its programme, both or neither. Throws `slug-taken`. */
  private async makeWith(
    fields: ConferenceFields,
    { programme, kept }: { programme: ReadProgramme; kept: KeptSheet },
    { actorId = null, fileName = '' }: Pick<ConferenceImport, 'actorId' | 'fileName'>,
  ): Promise<ImportReport> {
    const difference = await compare([], programme.talks);
    const { conferenceId, importId } = await this.database.transaction(async (tx) => {
      const conference = await this.writeConference.createIn(tx, fields);
      const edition = await this.knownProgramme.edition(conference.id, tx);
      const written = await this.write(tx, conference, { difference, edition, kept, known: [], actorId, fileName });
      return { conferenceId: conference.id, importId: written?.importId ?? null };
    });
    await this.writeProgramme.follow(conferenceId);
    return { ...(await reportOf(difference, { conferenceId, programme, emails: kept.emails, known: [] })), importId };
  }

  /**
   * The conference of a file, by its acronym. Another title and other days mean another edition, so that a file never
   * changes the programme of the year before.
   */
  private async editionOf({
    acronym,
    title,
    startsOn,
    endsOn,
  }: ReadProgramme['conference']): Promise<{ slug: string; known: Conference | null }> {
    for (let number = 1; ; number += 1) {
      const slug = number === 1 ? acronym : `${acronym}-${number}`;
      const known = await this.programmeQueries.findConference(slug);
      const isSame = known && (known.title === title || (known.startsOn <= endsOn && startsOn <= known.endsOn));
      if (!known || isSame) return { slug, known };
    }
  }

  private async apply(
    conference: Conference,
    { programme, kept }: { programme: ReadProgramme; kept: KeptSheet },
    { dryRun, decisions = {}, actorId = null, fileName = '' }: ConferenceImport,
  ): Promise<ImportReport> {
    for (let tries = 1; ; tries += 1) {
      const edition = await this.knownProgramme.edition(conference.id);
      const { difference, known } = await this.differenceOf(conference, programme, decisions);
      const reported = { conferenceId: conference.id, programme, emails: kept.emails, known };
      if (dryRun) return reportOf(difference, reported);
      const written = await this.database.transaction((tx) =>
        this.write(tx, conference, { difference, edition, kept, known, actorId, fileName }),
      );
      if (written) {
        await this.writeProgramme.follow(conference.id);
        return { ...(await reportOf(difference, reported)), importId: written.importId };
      }
      if (tries === TRIES) throw programmeChanged();
      await nextTurn();
    }
  }

  private async differenceOf(
    conference: Conference,
    programme: ReadProgramme,
    decisions: ImportDecisions,
  ): Promise<{ difference: Difference; known: KnownTalk[] }> {
    const { talks } = programme;
    const known = await this.knownProgramme.talks(conference.id);
    const answers = await this.importQuestions.cancelledAnswers(conference.id);
    const difference = await compare(known, talks, answers, answersOf(conference.id, decisions));
    const common = talksInCommon(difference);
    const compared = { conference, programme, stored: known.length, found: talks.length, common };
    if (decisions.conference !== 'this' && isForeign(compared))
      throw importForeign({ title: programme.conference.title, talks: talks.length, common });
    if (conference.isDemo && decisions.conference !== 'this') throw importIntoDemo();
    const dropped = difference.gone;
    if (known.length >= COUNTED_FROM && dropped > known.length * DROPPED_AT_MOST)
      throw dropsTalks({ dropped, total: known.length });
    return { difference, known };
  }

  /** Null when the programme has changed since it was compared. */
  private async write(
    tx: Tx,
    conference: Conference,
    { difference, edition, kept, ...recorded }: ComparedImport,
  ): Promise<{ importId: string | null } | null> {
    // Two imports at once would both find a talk missing, so the second waits for the first and compares again.
    const [locked] = await tx.query<Conference>(
      `select ${CONFERENCE_COLUMNS} from conferences where id = $1 for no key update`,
      [conference.id],
    );
    if ((await this.knownProgramme.edition(conference.id, tx)) !== edition) return null;
    const questions = await this.importQuestions.open(tx, conference.id);
    const writtenIds = await this.writeProgramme.write(tx, locked!, difference);
    await this.keepSheet.keep(tx, conference.id, kept);
    const counts = countsOf(difference);
    const importId = await this.recordImport.record(tx, {
      ...recorded,
      conferenceId: conference.id,
      counts,
      writtenIds,
      questions,
    });
    return { importId };
  }
}
