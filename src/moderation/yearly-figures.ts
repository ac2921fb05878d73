import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';

/** A figure; null when fewer than PEOPLE_AT_LEAST stand behind it. */
export interface YearlyFigure {
  name: string;
  value: number | null;
}
export interface YearOfModeration {
  year: number;
  figures: YearlyFigure[];
  grounds: { rule: string; value: number | null }[];
}

/** Fewest people in a figure that is shown. */
export const PEOPLE_AT_LEAST = 5;

interface YearlyFigureRow {
  year: number;
  name: string;
  value: number;
  people: number;
}

/**
 * SQL: the yearly report of a host (DSA, article 15) in one statement: notices, decisions, grounds, durations,
 * automated ones, appeals, reversals. `pages.figures.formula.<name>` says how each is counted.
 */
const FIGURES = `
  with report as (
    select extract(year from r.made_at at time zone c.time_zone)::int y, coalesce(r.account_id, r.id) who
    from reports r
    join conferences c on c.id = r.conference_id
    where c.id = $1 and r.confirmed_at is not null
  ),
    decision as (
      select d.*, extract(year from d.at at time zone c.time_zone)::int y,
        coalesce(s.account_id, m.persona_id, a.persona_id, d.persona_id, d.id) who
      from decisions d
      join conferences c on c.id = d.conference_id
      left join statements s on s.decision_id = d.id
      left join comments m on m.id = d.comment_id
      left join recaps a on a.id = d.recap_id
      where c.id = $1
    ),
    appeal as (
      select a.*, extract(year from a.at at time zone c.time_zone)::int y, coalesce(a.account_id, a.id) who
      from appeals a
      join conferences c on c.id = a.conference_id
      where c.id = $1
    )
  select y "year", 'notices' "name", count(*)::float "value", count(distinct who)::int people
  from report
  group by y
  union all
  select y, 'decisions', count(*), count(distinct who)
  from decision
  where kind in ('hold', 'withhold', 'withhold-note', 'release', 'dismiss', 'mute', 'suspend')
  group by y
  union all
  select y, 'automated', count(*), count(distinct who)
  from decision
  where is_automated
  group by y
  union all
  select y, 'medianMinutes', percentile_cont(0.5) within group (order by extract(epoch from at - waiting_since) / 60),
    count(distinct who)
  from decision
  where waiting_since is not null and not is_automated
  group by y
  union all
  select y, 'appeals', count(*), count(distinct who)
  from appeal
  group by y
  union all
  select y, 'reversals', count(*), count(distinct who)
  from appeal
  where outcome = 'reversed'
  group by y
  union all
  select y, 'ground ' || rule, count(*), count(distinct who)
  from decision
  where rule is not null
    and kind in ('withhold', 'withhold-note', 'mute', 'suspend')
  group by y, rule
  order by 1 desc, 2`;

@Injectable()
export class YearlyFigures {
  constructor(private readonly database: Database) {}

  /** The newest year first. */
  async list(conferenceId: string): Promise<YearOfModeration[]> {
    const rows = await this.database.readOften<YearlyFigureRow>(FIGURES, [conferenceId]);
    const shown = ({ value, people }: YearlyFigureRow): number | null =>
      people < PEOPLE_AT_LEAST ? null : Math.round(value);
    return [...new Set(rows.map(({ year }) => year))].map((year) => {
      const ofYear = rows.filter((row) => row.year === year);
      return {
        year,
        figures: ofYear
          .filter(({ name }) => !name.startsWith('ground '))
          .map((row) => ({ name: row.name, value: shown(row) })),
        grounds: ofYear
          .filter(({ name }) => name.startsWith('ground '))
          .map((row) => ({ rule: row.name.slice('ground '.length), value: shown(row) })),
      };
    });
  }

  /** Median minutes from report, hold or appeal to the decision, since `since`; null without decisions. */
  async medianMinutes(conferenceId: string, since: Date): Promise<number | null> {
    const [row] = await this.database.read<{ minutes: number | null }>(
      `select percentile_cont(0.5) within group (order by extract(epoch from at - waiting_since) / 60) minutes
       from decisions
       where conference_id = $1
         and at > $2
         and waiting_since is not null
         and not is_automated`,
      [conferenceId, since],
    );
    return row!.minutes === null ? null : Math.round(row!.minutes);
  }
}
