import { Injectable } from '@nestjs/common';
import { words } from '../../locales/catalogues.ts';
import type { Locale } from '../../locales/words.ts';
import { Clock } from '../kernel/clock.ts';
import { notFound } from '../kernel/common.problems.ts';
import { csvLine } from '../kernel/csv.ts';
import { instantIn } from '../kernel/zone.ts';
import { Config } from '../platform/config/settings.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { appealsFile } from './transparency/appeals-file.ts';
import { categoriesFile, noticesFile, ordersFile } from './transparency/category-files.ts';
import {
  automatedFile,
  identificationFile,
  peopleFile,
  qualitativeFile,
  recipientsFile,
} from './transparency/indicator-files.ts';
import { illegalFile, termsFile } from './transparency/measure-files.ts';
import { isEmpty, type ReportFile } from './transparency/report-file.ts';
import { filesExplained, type ReportedFileView } from './transparency/report-file.view.ts';
import { TransparencyNumbersQueries } from './transparency-numbers.queries.ts';

/** The zone of a year of the whole forum, whose conferences may have several. */
export const FORUM_ZONE = 'UTC';

/** The report of a year, as far as the forum can fill it. */
export interface TransparencyReportView {
  /** The host of the forum, or the title of the conference. */
  service: string;
  /** The calendar year. */
  year: number;
  /**
   * The first day of the report.
   *
   * @format date
   */
  starts: string;
  /**
   * The last day of the report, included.
   *
   * @format date
   */
  ends: string;
  /** Whether the year is over; before that, its numbers are those so far. */
  isOver: boolean;
  /** The files of the template. */
  files: ReportedFileView[];
}

type ReportedConference = Pick<Conference, 'id' | 'title' | 'timeZone'>;

/**
 * Fills the transparency templates that hosts publish once a year: those of Implementing Regulation (EU) 2024/2835, by
 * the names of its annexes, for the whole forum or one conference.
 */
@Injectable()
export class TransparencyReports {
  constructor(
    private readonly transparencyNumbersQueries: TransparencyNumbersQueries,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** The report with what its files leave empty, and why. Throws `not-found` for what is no year, or is to come. */
  async read(conference: ReportedConference | null, year: string, locale: Locale): Promise<TransparencyReportView> {
    const number = this.yearIn(conference, year);
    const files = await this.files(conference, number, locale);
    const { starts, ends, to } = periodOf(conference, number);
    return {
      service: this.serviceOf(conference),
      year: number,
      starts,
      ends,
      isOver: to <= this.clock.now(),
      files: filesExplained(files, words(locale)),
    };
  }

  /** A file as CSV (RFC 4180, UTF-8), without a byte order mark, since programs read it. Throws `not-found`. */
  async csv(conference: ReportedConference | null, year: string, { name, locale }: { name: string; locale: Locale }) {
    const file = (await this.csvFiles(conference, year, locale)).get(name);
    if (file === undefined) throw notFound();
    return file;
  }

  /** All files as CSV, by name. Throws `not-found`. */
  async csvFiles(conference: ReportedConference | null, year: string, locale: Locale): Promise<Map<string, string>> {
    const files = await this.files(conference, this.yearIn(conference, year), locale);
    return new Map(files.map((file) => [file.name, asCsv(file)]));
  }

  /** The years since the first report or decision, the newest first; always the present one. */
  async years(conference: ReportedConference | null): Promise<number[]> {
    const zone = conference?.timeZone ?? FORUM_ZONE;
    const first = await this.transparencyNumbersQueries.firstAt(conference?.id ?? null);
    const last = yearAt(zone, this.clock.now());
    const since = first === null ? last : Math.min(last, yearAt(zone, first));
    return Array.from({ length: last - since + 1 }, (_, i) => last - i);
  }

  private yearIn(conference: ReportedConference | null, year: string): number {
    const isPast = /^20\d\d$/.test(year) && periodOf(conference, Number(year)).from <= this.clock.now();
    if (!isPast) throw notFound();
    return Number(year);
  }

  private async files(conference: ReportedConference | null, year: number, locale: Locale): Promise<ReportFile[]> {
    const { from, to, starts, ends } = periodOf(conference, year);
    const numbers = await this.transparencyNumbersQueries.count({ conferenceId: conference?.id ?? null, from, to });
    const facts = {
      service: this.serviceOf(conference),
      period: `${starts}/${ends}`,
      starts,
      ends,
      numbers,
      say: words(locale),
    };
    return [
      identificationFile(facts),
      categoriesFile(),
      ordersFile(facts),
      noticesFile(facts),
      illegalFile(facts),
      termsFile(facts),
      appealsFile(facts),
      automatedFile(facts),
      peopleFile(facts),
      recipientsFile(facts),
      qualitativeFile(facts),
    ];
  }

  private serviceOf(conference: ReportedConference | null): string {
    return conference?.title ?? new URL(this.config.publicUrl).host;
  }
}

const yearAt = (zone: string, at: Date): number =>
  Number(new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric' }).format(at));

interface ReportedPeriod {
  readonly from: Date;
  readonly to: Date;
  readonly starts: string;
  readonly ends: string;
}

function periodOf(conference: ReportedConference | null, year: number): ReportedPeriod {
  const zone = conference?.timeZone ?? FORUM_ZONE;
  return {
    from: instantIn(zone, `${year}-01-01`),
    to: instantIn(zone, `${year + 1}-01-01`),
    starts: `${year}-01-01`,
    ends: `${year}-12-31`,
  };
}

const asCsv = ({ header, rows }: ReportFile): string =>
  [header, ...rows.map((row) => row.map((cell) => (isEmpty(cell) ? '' : String(cell))))]
    .map((line) => `${csvLine(line)}\r\n`)
    .join('');
