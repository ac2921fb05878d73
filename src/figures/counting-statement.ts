import { groupingSets } from './figure-window.ts';
import type { Figure } from './figure.ts';

/**
 * SQL: the rows of a figure in conference $1 at $2, with the day of their talk in the time zone $3; named `placed`.
 */
export const placedRows = ({ rows }: Figure): string => `with counted as (${rows}),
  placed as (
    select r.*, (k.starts_at at time zone $3)::date as day
    from counted r
    left join threads w on w.id = r.thread_id
    left join talks k on k.id = w.talk_id
  )`;

/** SQL: the value of a window, and the people behind it; the most readers are as many people. */
const VALUE: Readonly<Record<Figure['sums'], string>> = {
  all: 'coalesce(sum(times), 0)::int "value", count(distinct who)::int people',
  most: 'coalesce(max(times), 0)::int "value", coalesce(max(times), 0)::int people',
};

/** SQL: a sum that tells the rows of one version of a figure from those of another. */
const MARKS = "sum(hashtextextended(concat_ws(' ', thing, times, minutes), 0))";

/** SQL: what changed since the version of $4. */
const CHANGES = `, coalesce(${MARKS}, 0)::text marks,
    coalesce(${MARKS} filter (where at <= $4), 0)::text "marksBefore",
    count(distinct who) filter (where at <= $4)::int "peopleBefore",
    count(*) filter (where at > $4)::int "rowsSince",
    count(distinct who) filter (where at > $4)::int "peopleSince"`;

const countingWith = (figure: Figure, more: string): string => `${placedRows(figure)}
  select ${figure.windows.includes('talk') ? 'grouping(thread_id)' : '1'} "isThreadAll",
    ${figure.windows.includes('talk') ? 'thread_id' : 'null::uuid'} "threadId",
    ${figure.windows.includes('day') ? 'grouping(day)' : '1'} "isDayAll",
    ${figure.windows.includes('day') ? 'day::text' : 'null'} "day",
    grouping(part) "isPartAll", part, ${VALUE[figure.sums]}
    ${Object.entries(figure.measures)
      .map(([name, sql]) => `, ${sql} "measure ${name}"`)
      .join('')}${more}
  from placed
  group by grouping sets (${groupingSets(figure.windows)})`;

/** SQL: the statement that counts a figure in all of its windows at once; shown to readers who want to check it. */
export const countingStatement = (figure: Figure): string => countingWith(figure, '');

/**
 * SQL: counts what `countingStatement` counts, person by person first, so that the people of each window are told apart
 * in hashes and all rows are never sorted: the days of talks are found once a talk, and the sums of days are those of
 * their talks. Null for a figure that measures its rows or has other windows. A test compares the two.
 */
export function quickStatement(figure: Figure): string | null {
  const isSummed = figure.sums === 'all' && Object.keys(figure.measures).length === 0;
  if (!isSummed || figure.windows.length !== 3) return null;
  return `with counted as (${figure.rows}),
  days as materialized (
    select w.id thread_id, (k.starts_at at time zone $3)::date as day
    from threads w
    left join talks k on k.id = w.talk_id
    where w.conference_id = $1
  ),
  in_threads as materialized (
    select thread_id, part, who, sum(times) times from counted group by thread_id, part, who
  ),
  in_talks as materialized (
    select c.thread_id, d.day, c.part, c.who, c.times from in_threads c left join days d using (thread_id)
  ),
  of_talks as (select thread_id, day, who, sum(times) times from in_talks group by thread_id, day, who),
  in_days as materialized (select day, part, who, sum(times) times from in_talks group by day, part, who),
  of_days as materialized (select day, who, sum(times) times from in_days group by day, who)
  select 0 "isThreadAll", thread_id "threadId", 0 "isDayAll", day::text "day", 0 "isPartAll", part,
    sum(times)::int "value", count(who)::int people
  from in_talks
  group by thread_id, day, part
  union all
  select 0, thread_id, 0, day::text, 1, null, sum(times)::int, count(who)::int from of_talks group by thread_id, day
  union all
  select 1, null, 0, day::text, 0, part, sum(times)::int, count(who)::int from in_days group by day, part
  union all
  select 1, null, 0, day::text, 1, null, sum(times)::int, count(who)::int from of_days group by day
  union all
  select 1, null, 1, null, 0, part, sum(times)::int, count(distinct who)::int from in_days group by part
  union all
  select 1, null, 1, null, 1, null, coalesce(sum(times), 0)::int, count(distinct who)::int from of_days`;
}

/** SQL: as `countingStatement`, with what changed since the version of $4. */
export const comparingStatement = (figure: Figure): string => countingWith(figure, CHANGES);

/** SQL: how long the questions of the conference and of each of its days waited. */
export const waitedStatement = (figure: Figure): string => `${placedRows(figure)}
  select grouping(day) "isDayAll", day::text "day", minutes,
    count(*) filter (where part = 'answered')::int answered,
    count(*) filter (where part = 'waiting')::int waiting
  from placed
  group by grouping sets ((day, minutes), (minutes))
  order by minutes`;

/** SQL: the rows of a figure without anything that tells them apart. */
export const linesStatement = (figure: Figure): string => `${placedRows(figure)},
  things as (
    select thing, part, sum(times)::int times, max(minutes) minutes from placed group by thing, part
  )
  select part, times, minutes, count(*)::int rows from things group by part, times, minutes order by 1, 2, 3`;
