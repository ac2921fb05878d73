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
