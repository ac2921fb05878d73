import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { unavailable } from '../kernel/common.problems.ts';
import { SingleFlight } from '../kernel/single-flight.ts';
import { Log } from '../platform/logging/log.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { CountFigure } from './count-figure.ts';
import { windowsOf, type CountedWindows } from './counted-windows.ts';
import { FigureSums, hashOfStatement, type KeptHead, type KeptHeads } from './figure-sums.ts';
import type { Figure } from './figure.ts';

/** Factor of its counting time for which a count is used, so that counting takes a tenth of the time at most. */
const USED_FOR = 10;
/** Shortest that numbers of things without a log are used, in milliseconds: many readers count them once. */
const USED_AT_LEAST_MS = 2_000;
/** Longest that numbers of an idle conference are used, in milliseconds; what waits has waited longer by then. */
const USED_AT_MOST_MS = 600_000;
/** Longest counting that a page waits for, in milliseconds, where older numbers are at hand. */
export const WAITED_FOR_MS = 100;
/** Longest that a reader waits for numbers of which none are at hand, in milliseconds. */
const FIRST_WAIT_MS = 2_000;
/** Most figures that are kept in memory, each with all of its talks; the one that was read longest ago goes. */
const MOST_KEPT = 100;

interface InMemory {
  readonly head: KeptHead;
  readonly counted: CountedWindows;
}

/** Gives the numbers of figures from kept sums, counted anew when these are out of date, with the time they are of. */
@Injectable()
export class CountFigures {
  private readonly inMemory = new Map<string, InMemory>();
  private readonly counting = new SingleFlight<CountedWindows>();
  /** The last counting of each conference that is not over. */
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(
    private readonly countFigure: CountFigure,
    private readonly figureSums: FigureSums,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /**
   * The windows of these figures, in their order; what they have in common is read once. Throws `unavailable` where a
   * large conference is counted for the first time, which goes on; `isPatient` waits for its end.
   */
  async count(
    conference: Conference,
    figures: readonly Figure[],
    { isPatient = false }: { isPatient?: boolean } = {},
  ): Promise<CountedWindows[]> {
    const kept = await this.figureSums.headsOf(
      conference.id,
      figures.map(({ name }) => name),
    );
    const counted = Promise.all(figures.map((figure) => this.windowsOf(conference, figure, kept)));
    return isPatient ? counted : withinTheWait(counted);
  }

  private windowsOf(conference: Conference, figure: Figure, { heads, place }: KeptHeads): Promise<CountedWindows> {
    const head = heads.get(figure.name);
    if (head?.statement !== hashOfStatement(figure)) return this.renew(conference, figure);
    if (this.isInStep(head, figure, { place, timeZone: conference.timeZone }))
      return this.kept(conference, figure, head);
    const renewed = this.renew(conference, figure);
    if (head.tookMs <= WAITED_FOR_MS) return renewed;
    renewed.catch((error: unknown) => this.log.warn({ error, figure: figure.name }, 'a figure could not be counted'));
    return this.kept(conference, figure, head);
  }

  /** Counts a figure anew and keeps it; once for all who ask meanwhile. */
  renew({ id, timeZone }: Pick<Conference, 'id' | 'timeZone'>, figure: Figure): Promise<CountedWindows> {
    return this.counting.ask(`${id} ${figure.name}`, () =>
      this.inTurn(id, () => this.renewNow({ id, timeZone }, figure)),
    );
  }

  /** Counts the figures of a conference one after another, because together they would run into the time limit. */
  private inTurn(id: string, count: () => Promise<CountedWindows>): Promise<CountedWindows> {
    const counted = (this.turns.get(id) ?? Promise.resolve()).then(count);
    const over = counted
      .catch(() => undefined)
      .then(() => {
        if (this.turns.get(id) === over) this.turns.delete(id);
      });
    this.turns.set(id, over);
    return counted;
  }

  private async renewNow(
    { id, timeZone }: Pick<Conference, 'id' | 'timeZone'>,
    figure: Figure,
  ): Promise<CountedWindows> {
    // The place is read first: what is written while the figure is counted makes it count again.
    const place = await this.figureSums.placeOf(id);
    const before = await this.figureSums.read(id, figure.name);
    const isSame = before?.statement === hashOfStatement(figure);
    const kept = await this.countFigure.count({ id, timeZone, place }, figure, isSame ? before : null);
    await this.figureSums.keep(id, figure.name, kept);
    const known = this.inMemory.get(`${id} ${figure.name}`);
    // Numbers that are the same stay the same object, so that what was made of them serves on.
    const isKnown = known && isSame && kept.sums === before.sums && isSameMoment(known.head, before);
    return this.remember(id, figure, { head: kept, counted: isKnown ? known.counted : windowsOf(figure, kept) });
  }

  private isInStep(head: KeptHead, { renewed }: Figure, now: { place: string; timeZone: string }): boolean {
    const age = this.clock.now().getTime() - head.countedAt.getTime();
    if (renewed === 'by-the-day') return head.countedAt >= this.countFigure.startOfDay(now.timeZone);
    if (age < Math.max(head.tookMs * USED_FOR, renewed === 'for-a-while' ? USED_AT_LEAST_MS : 0)) return true;
    return renewed === 'by-the-logs' && head.place === now.place && age < USED_AT_MOST_MS;
  }

  private async kept(conference: Conference, figure: Figure, { countedAt }: KeptHead): Promise<CountedWindows> {
    const known = this.inMemory.get(`${conference.id} ${figure.name}`);
    if (known?.head.countedAt.getTime() === countedAt.getTime()) return this.remember(conference.id, figure, known);
    const kept = await this.figureSums.read(conference.id, figure.name);
    if (!kept) return this.renew(conference, figure);
    return this.remember(conference.id, figure, { head: kept, counted: windowsOf(figure, kept) });
  }

  private remember(id: string, figure: Figure, counted: InMemory): CountedWindows {
    const key = `${id} ${figure.name}`;
    this.inMemory.delete(key);
    this.inMemory.set(key, counted);
    if (this.inMemory.size > MOST_KEPT) this.inMemory.delete(this.inMemory.keys().next().value!);
    return counted.counted;
  }
}

const isSameMoment = (one: KeptHead, other: KeptHead): boolean =>
  one.countedAt.getTime() === other.countedAt.getTime() && one.asOf.getTime() === other.asOf.getTime();

/** The count, or a refusal once a reader has waited too long; counting goes on either way. */
async function withinTheWait<T>(counted: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unavailable({}, { about: 'figures', retryAfterSeconds: 5 })), FIRST_WAIT_MS);
  });
  counted.catch(() => undefined);
  return Promise.race([counted, waited]).finally(() => clearTimeout(timer));
}
