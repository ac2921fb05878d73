import { Injectable } from '@nestjs/common';
import { invalidRequest, unsupportedMediaType } from '../kernel/common.problems.ts';
import { nextTurn } from '../kernel/slices.ts';
import { SLUG, SLUG_RULE } from '../kernel/slug.ts';
import type { Tx } from '../platform/database/database.ts';
import { Database } from '../platform/database/database.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { CONFERENCE_COLUMNS, ProgrammeQueries } from '../programme/programme.queries.ts';
import { WriteConference } from '../programme/write-conference.ts';
import { ImportQuestions } from './import-questions.ts';
import { compare, type Difference, type ImportQuestion } from './compare-programme.ts';
import { isForeign, talksInCommon } from './foreign-programme.ts';
import { dropsTalks, importForeign, programmeChanged, scheduleRefused } from './imports.problems.ts';
import type { KnownTalk } from './known-talk.ts';
import { KnownProgramme } from './known-programme.ts';
import type { ScheduleProblem, UnreadField } from './parsing/parsed-schedule.ts';
import type { ImportDecisions } from './programme-upload.ts';
import { ProgrammeReader } from './programme-reader.ts';
import { changesOf, type TalkChange } from './report-changes.ts';
import { PROBLEMS_SHOWN, type ReadProgramme } from './read-programme.ts';
import { WriteProgramme } from './write-programme.ts';

/** Numbers of talks, and problems found. */
export interface ImportReport {
  added: number;
  changed: number;
  moved: number;
  cancelled: number;
  unchanged: number;
  /** What happens to each talk, the unchanged ones last; the first 500. */
  changes: TalkChange[];
  /** How many talks there are in it, also those that are not listed. */
  changeCount: number;
  /** The first 200 of them. */
  problems: ScheduleProblem[];
  /** How many problems there are, also those that are not listed. */
  problemCount: number;
  /** Fields of the file that no import reads, with their counts. */
  notUnderstood: UnreadField[];
  /** Questions to the organizer, for the page and the API; the first 200 of them. */
  questions: { kind: ImportQuestion['kind']; talkId: string | null; title: string; foundTitle: string }[];
  /** How many questions there are, also those that are not listed. */
  questionCount: number;
}

export interface ConferenceImport {
  dryRun: boolean;
  decisions?: ImportDecisions;
}

export interface FileImport {
  dryRun: boolean;
  /** Used where the file names none. */
  timeZone: string | null;
  slug?: string | undefined;
  locale: 'fr' | 'en';
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
    private readonly programmeReader: ProgrammeReader,
    private readonly knownProgramme: KnownProgramme,
    private readonly writeProgramme: WriteProgramme,
    private readonly importQuestions: ImportQuestions,
  ) {}

  /**
   * Into an existing conference, whose own fields stay. Throws `not-found`, `schedule-refused`, `schedule-too-heavy`,
   * `import-foreign` unless its file is said to belong here, `import-drops-talks`, `programme-changed`.
   */
  async into(idOrSlug: string, file: unknown, { dryRun, decisions = {} }: ConferenceImport): Promise<ImportReport> {
    if (!Buffer.isBuffer(file)) throw unsupportedMediaType();
    const conference = await this.programmeQueries.getConference(idOrSlug);
    const programme = await this.programmeReader.read(file, conference);
    return this.apply(conference, programme, { dryRun, decisions });
  }

  /** From a file alone; makes the conference when there is none of that slug. */
  async fromFile(
    file: Buffer,
    { dryRun, timeZone, slug, locale }: FileImport,
  ): Promise<ImportReport & { slug: string; isNew: boolean }> {
    if (slug !== undefined && !SLUG.test(slug)) throw invalidRequest([{ pointer: '#/slug', detail: SLUG_RULE }]);
    const first = await this.programmeReader.read(file, { timeZone, locale });
    const { slug: wanted, known } =
      slug === undefined
        ? await this.editionOf(first.conference)
        : { slug, known: await this.programmeQueries.findConference(slug) };
    if (known) {
      const programme =
        first.conference.timeZone === known.timeZone && locale === known.locale
          ? first
          : await this.programmeReader.read(file, known);
      return { slug: wanted, isNew: false, ...(await this.apply(known, programme, { dryRun, decisions: HERE })) };
    }
    const zone = first.conference.timeZone ?? timeZone;
    if (!zone)
      throw scheduleRefused({
        place: 'the conference',
        sentence: 'It names no time zone: add --time-zone Europe/Paris, or the one it takes place in.',
      });
    const { title, startsOn, endsOn, url } = first.conference;
    if (dryRun) return { slug: wanted, isNew: true, ...(await reportOf(await compare([], first.talks), first, [])) };
    const conference = await this.writeConference.create({
      slug: wanted,
      title,
      startsOn,
      endsOn,
      url,
      timeZone: zone,
      locale,
    });
    return { slug: wanted, isNew: true, ...(await this.apply(conference, first, { dryRun: false, decisions: HERE })) };
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
    programme: ReadProgramme,
    { dryRun, decisions }: Required<ConferenceImport>,
  ): Promise<ImportReport> {
    for (let tries = 1; ; tries += 1) {
      const edition = await this.knownProgramme.edition(conference.id);
      const { difference, known } = await this.differenceOf(conference, programme, decisions);
      const isDone =
        dryRun || (await this.database.transaction((tx) => this.write(tx, conference, { difference, edition })));
      if (isDone) {
        if (!dryRun) await this.writeProgramme.follow(conference.id);
        return reportOf(difference, programme, known);
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
    const difference = await compare(known, talks, await this.importQuestions.cancelledAnswers(conference.id));
    const common = talksInCommon(difference);
    const compared = { conference, programme, stored: known.length, found: talks.length, common };
    if (decisions.conference !== 'this' && isForeign(compared))
      throw importForeign({ title: programme.conference.title, talks: talks.length, common });
    const dropped = difference.gone;
    if (known.length >= COUNTED_FROM && dropped > known.length * DROPPED_AT_MOST)
      throw dropsTalks({ dropped, total: known.length });
    return { difference, known };
  }

  /** False when the programme has changed since it was compared. */
  private async write(
    tx: Tx,
    conference: Conference,
    { difference, edition }: { difference: Difference; edition: string },
  ): Promise<boolean> {
    // Two imports at once would both find a talk missing, so the second waits for the first and compares again.
    const [locked] = await tx.query<Conference>(
      `select ${CONFERENCE_COLUMNS} from conferences where id = $1 for no key update`,
      [conference.id],
    );
    if ((await this.knownProgramme.edition(conference.id, tx)) !== edition) return false;
    await this.writeProgramme.write(tx, locked!, difference);
    return true;
  }
}

async function reportOf(
  difference: Difference,
  found: ReadProgramme,
  known: readonly KnownTalk[],
): Promise<ImportReport> {
  const { added, changed, moved, cancelled, unchanged, problems, questions } = difference;
  return {
    added: added.length,
    changed: changed.length,
    moved: moved.length,
    cancelled: cancelled.length,
    unchanged: unchanged.length,
    ...(await changesOf(difference, known)),
    problems: [...problems, ...found.problems].slice(0, PROBLEMS_SHOWN),
    problemCount: problems.length + found.problemCount,
    notUnderstood: found.unread,
    questionCount: questions.length,
    questions: questions.slice(0, PROBLEMS_SHOWN).map(({ kind, old, talk }) => ({
      kind,
      talkId: old?.id ?? null,
      title: old?.title ?? talk.title,
      foundTitle: talk.title,
    })),
  };
}
