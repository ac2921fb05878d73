import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { Log } from '../platform/logging/log.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { CountFigure } from './count-figure.ts';
import { CountFigures, WAITED_FOR_MS } from './count-figures.ts';
import { DeclaredFigures } from './declared-figures.ts';
import { FigureSums, hashOfStatement, type SumRow } from './figure-sums.ts';

const KEEP_EVERY_MS = 5_000;
const CHECK_EVERY_MS = 600_000;

/** Most windows that a line of the log names. */
const NAMED_AT_MOST = 5;

/**
 * Keeps the sums of large conferences in step with the logs of their threads; those of others are counted when they are
 * read. Compares kept sums with the full statement, one figure at a time, and logs where they differ.
 */
@Injectable()
export class KeepSums {
  // Two tasks over the same sums.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly figureSums: FigureSums,
    private readonly countFigure: CountFigure,
    private readonly countFigures: CountFigures,
    private readonly declaredFigures: DeclaredFigures,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly clock: Clock,
    private readonly log: Log,
    recurringTasks: RecurringTasks,
  ) {
    recurringTasks.add({
      name: 'figures/keep-sums',
      does: 'Counts figures of large conferences anew when their logs have gone on.',
      everyMs: KEEP_EVERY_MS,
      run: () => this.keep(),
    });
    recurringTasks.add({
      name: 'figures/check-sums',
      does: 'Compares the kept sums of a figure with its full statement, and logs the difference.',
      everyMs: CHECK_EVERY_MS,
      run: () => this.check(),
    });
  }

  private async keep(): Promise<void> {
    for (const { conferenceId, figure: name } of await this.figureSums.behind(WAITED_FOR_MS, this.clock.now())) {
      const figure = this.declaredFigures.named(name);
      if (figure?.renewed !== 'by-the-logs') continue;
      try {
        await this.countFigures.renew(await this.programmeQueries.getConference(conferenceId), figure);
      } catch (error) {
        this.log.warn({ error, figure: name }, 'the sums of a figure could not be kept, and are tried again later');
        await this.figureSums.postpone(conferenceId, name, this.clock.now());
      }
    }
  }

  /** Compares only sums of a conference in which nothing was written since, because others may differ. */
  private async check(): Promise<void> {
    const checked = this.declaredFigures.list().filter(({ renewed }) => renewed === 'by-the-logs');
    const next = await this.figureSums.nextToCheck(
      checked.map(({ name }) => name),
      this.clock.now(),
    );
    const figure = next && this.declaredFigures.named(next.figure);
    if (!figure) return;
    const conference = await this.programmeQueries.getConference(next.conferenceId);
    const kept = await this.figureSums.read(conference.id, figure.name);
    if (kept?.statement !== hashOfStatement(figure)) return;
    const { sums } = await this.countFigure.asOf({ ...conference, place: kept.place }, figure, kept.asOf);
    if ((await this.figureSums.placeOf(conference.id)) !== kept.place) return;
    const windows = differences(kept.sums, sums);
    if (windows.length === 0) return;
    this.log.warn(
      {
        figure: figure.name,
        conference: conference.slug,
        differences: windows.length,
        windows: windows.slice(0, NAMED_AT_MOST),
      },
      'the kept sums of a figure differ from its full statement and are counted anew',
    );
    await this.countFigures.renew(conference, figure);
  }
}

/** The windows in which two counts differ. Pure. */
export function differences(kept: readonly SumRow[], counted: readonly SumRow[]): string[] {
  const [one, other] = [byWindow(kept), byWindow(counted)];
  return [...new Set([...one.keys(), ...other.keys()])].filter((key) => one.get(key) !== other.get(key));
}

const byWindow = (sums: readonly SumRow[]): Map<string, string> =>
  new Map(
    sums.map(({ isThreadAll, isDayAll, isPartAll, threadId, day, part, ...numbers }) => [
      [isThreadAll, isDayAll, isPartAll, threadId, day, part].join(' '),
      JSON.stringify(Object.entries(numbers).toSorted(([a], [b]) => a.localeCompare(b))),
    ]),
  );
