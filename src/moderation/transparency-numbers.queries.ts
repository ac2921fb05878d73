import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';

/** The counted part: one conference, or all of the forum; from a moment to another, without that one. */
export interface CountedPeriod {
  /** Null for all conferences. */
  readonly conferenceId: string | null;
  readonly from: Date;
  readonly to: Date;
}

/** Decisions of people against words or accounts, of one kind and by one rule. */
export interface CountedMeasures {
  readonly kind: 'withhold' | 'withhold-note' | 'mute' | 'suspend';
  readonly rule: string;
  /** Made after a report, or after the appeal of a reporter. */
  readonly isAfterNotice: boolean;
  /** About words that the server held before anybody saw them. */
  readonly wasHeld: boolean;
  readonly count: number;
}

/** Holds by the server, each ended by a person or still waiting for one. */
export interface CountedHolds {
  readonly total: number;
  /** Holds after which a person hid the words, which counts as a measure of that person. */
  readonly hidden: number;
  readonly released: number;
}

/** Subjects of complaints, as article 20(1) of Regulation (EU) 2022/2065 tells them apart. */
export type ComplaintSubject = 'visibility' | 'service' | 'account' | 'inaction';

export interface CountedComplaints {
  /** Null for all. */
  readonly about: ComplaintSubject | null;
  readonly total: number;
  readonly upheld: number;
  readonly reversed: number;
  /** Closed because what they asked for was done before anybody decided about them. */
  readonly omitted: number;
  /** From the complaint to its decision; null without one. */
  readonly medianHours: number | null;
}

/** The numbers that the forum has for the yearly report of a host. */
export interface TransparencyNumbers {
  readonly notices: readonly { rule: string; count: number }[];
  /** From a report to the decision by which something was done; null where nothing was. */
  readonly medianHoursToAction: number | null;
  readonly measures: readonly CountedMeasures[];
  readonly heldByScreening: CountedHolds;
  readonly heldByReports: CountedHolds;
  readonly complaints: readonly CountedComplaints[];
  /** Texts that were hidden after the appeal of a reporter. */
  readonly restrictedAfterComplaint: number;
}

const IN_SCOPE = '($1::uuid is null or d.conference_id = $1) and d.at >= $2 and d.at < $3';

/** SQL: hours of an interval. */
const hours = (interval: string): string => `extract(epoch from ${interval}) / 3600`;

/** SQL: whether a decision of this kind was made later about the same words as decision `d`. */
const laterDecision = (kind: 'withhold' | 'release'): string => `exists (
  select from decisions e
  where e.kind = '${kind}'
    and e.conference_id = d.conference_id
    and e.n > d.n
    and (e.comment_id = d.comment_id or e.recap_id = d.recap_id)
)`;

/** SQL: whether a decision of this kind was made about words that were held in the log entry `l`. */
const decisionOnHeld = (kind: 'withhold' | 'release'): string => `exists (
  select from decisions e
  where e.kind = '${kind}'
    and e.at >= l.at
    and (e.comment_id = l.comment_id or e.recap_id = l.recap_id)
)`;

const HOLDS = 'count(*)::int total, count(*) filter (where hidden)::int hidden, count(*) filter (where released)::int';

/** Counts reports, decisions, holds and appeals of a period, for the yearly report of a host. */
@Injectable()
export class TransparencyNumbersQueries {
  constructor(private readonly database: Database) {}

  async count(period: CountedPeriod): Promise<TransparencyNumbers> {
    const [notices, medianHoursToAction, measures] = await Promise.all([
      this.notices(period),
      this.medianHoursToAction(period),
      this.measures(period),
    ]);
    const [heldByScreening, heldByReports, complaints, restrictedAfterComplaint] = await Promise.all([
      this.heldByScreening(period),
      this.heldByReports(period),
      this.complaints(period),
      this.restrictedAfterComplaint(period),
    ]);
    return {
      notices,
      medianHoursToAction,
      measures,
      heldByScreening,
      heldByReports,
      complaints,
      restrictedAfterComplaint,
    };
  }

  /** Time of the first report or the first decision; null before either. */
  async firstAt(conferenceId: string | null): Promise<Date | null> {
    const [row] = await this.database.read<{ at: Date | null }>(
      `select least(
         (select min(at) from decisions where $1::uuid is null or conference_id = $1),
         (select min(confirmed_at) from reports where $1::uuid is null or conference_id = $1)
       ) at`,
      [conferenceId],
    );
    return row?.at ?? null;
  }

  private notices(period: CountedPeriod): Promise<{ rule: string; count: number }[]> {
    return this.database.read(
      `select rule, count(*)::int count
       from reports
       where ($1::uuid is null or conference_id = $1)
         and confirmed_at >= $2
         and confirmed_at < $3
       group by rule
       order by rule`,
      valuesOf(period),
    );
  }

  private async medianHoursToAction(period: CountedPeriod): Promise<number | null> {
    const [row] = await this.database.read<{ hours: number | null }>(
      `select percentile_cont(0.5) within group (order by ${hours('decided_at - confirmed_at')}) hours
       from reports
       where ($1::uuid is null or conference_id = $1)
         and confirmed_at >= $2
         and confirmed_at < $3
         and status = 'decided'`,
      valuesOf(period),
    );
    return row?.hours ?? null;
  }

  private measures(period: CountedPeriod): Promise<CountedMeasures[]> {
    return this.database.read(
      `select d.kind, d.rule, d.is_from_report or d.appeal_id is not null "isAfterNotice",
         not d.is_from_report and d.appeal_id is null and d.waiting_since is not null "wasHeld", count(*)::int count
       from decisions d
       where ${IN_SCOPE}
         and d.kind in ('withhold', 'withhold-note', 'mute', 'suspend')
       group by 1, 2, 3, 4
       order by 1, 2, 3, 4`,
      valuesOf(period),
    );
  }

  private async heldByReports(period: CountedPeriod): Promise<CountedHolds> {
    const [row] = await this.database.read<CountedHolds>(
      `select ${HOLDS} released
       from (
         select ${laterDecision('withhold')} hidden, ${laterDecision('release')} released
         from decisions d
         where ${IN_SCOPE} and d.kind = 'hold'
       ) h`,
      valuesOf(period),
    );
    return row!;
  }

  /** Entries of the logs that a hold by reports wrote have their decision, made in the same transaction. */
  private async heldByScreening(period: CountedPeriod): Promise<CountedHolds> {
    const [row] = await this.database.read<CountedHolds>(
      `with held as (
         select distinct on (coalesce(l.comment_id, t.recap_id)) l.comment_id, t.recap_id, l.at
         from thread_log l
         join threads t on t.id = l.thread_id
         where ($1::uuid is null or t.conference_id = $1)
           and l.at >= $2
           and l.at < $3
           and l.kind in ('comment.held', 'recap.held')
           and not exists (
             select from decisions d
             where d.kind = 'hold'
               and d.at between l.at - interval '1 minute' and l.at + interval '1 minute'
               and (d.comment_id = l.comment_id or d.recap_id = t.recap_id)
           )
         order by coalesce(l.comment_id, t.recap_id), l.at
       )
       select ${HOLDS} released
       from (select ${decisionOnHeld('withhold')} hidden, ${decisionOnHeld('release')} released from held l) h`,
      valuesOf(period),
    );
    return row!;
  }

  private complaints(period: CountedPeriod): Promise<CountedComplaints[]> {
    return this.database.read(
      `with complaints as (
         select case
             when a.party = 'reporter' then 'inaction'
             when d.kind = 'mute' then 'service'
             when d.kind = 'suspend' then 'account'
             else 'visibility'
           end about,
           a.outcome, exists (select from decisions e where e.appeal_id = a.id) "isDecided", a.decided_at - a.at took
         from appeals a
         join decisions d on d.id = a.decision_id
         where ($1::uuid is null or a.conference_id = $1)
           and a.at >= $2
           and a.at < $3
       )
       select about, count(*)::int total,
         count(*) filter (where "isDecided" and outcome = 'upheld')::int upheld,
         count(*) filter (where "isDecided" and outcome = 'reversed')::int reversed,
         count(*) filter (where not "isDecided" and outcome is not null)::int omitted,
         percentile_cont(0.5) within group (order by ${hours('took')}) filter (where "isDecided") "medianHours"
       from complaints
       group by grouping sets ((about), ())
       order by about nulls first`,
      valuesOf(period),
    );
  }

  private async restrictedAfterComplaint(period: CountedPeriod): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(
      `select count(*)::int count
       from decisions d
       where ${IN_SCOPE}
         and d.appeal_id is not null
         and d.kind in ('withhold', 'withhold-note')`,
      valuesOf(period),
    );
    return row!.count;
  }
}

const valuesOf = ({ conferenceId, from, to }: CountedPeriod): readonly unknown[] => [conferenceId, from, to];
