import { parseSchedule } from '../../src/imports/parsing/parse-schedule.ts';
import type { ParsedSchedule } from '../../src/imports/parsing/parsed-schedule.ts';

/** Fields of a file, whatever they hold. */
export type ScheduleFields = Record<string, unknown>;
export const event = (fields: ScheduleFields = {}): ScheduleFields => ({
  guid: 'g1',
  title: 'On leaving',
  date: '2026-05-02T10:00:00+02:00',
  start: '10:00',
  duration: '00:45',
  persons: [{ name: 'Ada Lovelace' }],
  ...fields,
});
export const json = (days: unknown, conference: ScheduleFields = {}): string =>
  JSON.stringify({
    schedule: {
      version: '1',
      conference: { acronym: 'tc', title: 'Test', time_zone_name: 'Europe/Paris', days, ...conference },
    },
  });
export const read = (file: string | Buffer, options = {}): ParsedSchedule => parseSchedule(Buffer.from(file), options);
export const events = (...all: ScheduleFields[]): string => json([{ date: '2026-05-02', rooms: { Aula: all } }]);
export const xml = (days: string): string =>
  '<schedule><conference><title>T</title><time_zone_name>Europe/Brussels</time_zone_name></conference>' +
  `${days}</schedule>`;
