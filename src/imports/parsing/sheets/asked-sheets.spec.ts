import { describe, expect, it } from '@jest/globals';
import { read } from '../../../../test/imports/written-schedules.ts';
import { workbook } from '../../../../test/imports/written-workbooks.ts';
import { ScheduleAsks } from '../parsed-schedule.ts';

const PARIS = { timeZone: 'Europe/Paris', days: { startsOn: '2026-05-02', endsOn: '2026-05-03' } };
const HEAD = ['Title', 'Date', 'Start', 'End', 'Room', 'Speakers'];

const talks = (file: string | Buffer, options = {}): string[] =>
  read(file, { ...PARIS, ...options }).talks.map(
    ({ title, slots: [slot], speakers }) =>
      `${title} | ${slot!.startsAt.toISOString().slice(0, 16)} ${slot!.durationMinutes} ${slot!.room} | ` +
      speakers.map(({ name }) => name).join(', '),
  );
const refusal = (file: string | Buffer): string => {
  try {
    read(file, PARIS);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it was not refused');
};

describe('a sheet of which an organizer has said something', () => {
  it('reads a column as an organizer says, and its dates in the order that was chosen', () => {
    const file = 'Sujet du jour,Quand ?,Qui parle,Titre\nOn leaving,6/7/2026 10:00,Ada,ignored\n';
    const said = {
      columns: { 'sujet du jour': 'title', quand: 'start', 'qui parle': 'speakers', titre: null } as const,
      dates: { quand: 'month-day' } as const,
    };
    expect(talks(file, { days: null, said })).toEqual(['On leaving | 2026-06-07T08:00 0  | Ada']);
    expect(read(file, { ...PARIS, said }).columns).toEqual([
      { heading: 'Sujet du jour', kind: 'title', samples: ['On leaving'] },
      { heading: 'Quand ?', kind: 'start', samples: ['6/7/2026 10:00'] },
      { heading: 'Qui parle', kind: 'speakers', samples: ['Ada'] },
      { heading: 'Titre', kind: null, samples: ['ignored'] },
    ]);
  });

  it('reads nothing of a column that is called as what every object has', () => {
    const file = 'Title,Date,Start,constructor,valueOf,__proto__\nA,2026-05-02,10:00,B,C,D\n';
    const { columns } = read(file, PARIS);
    expect(columns.flatMap(({ heading, kind }) => (kind === null ? heading : []))).toEqual([
      'constructor',
      'valueOf',
      '__proto__',
    ]);
    const said = { columns: { constructor: 'date' as const }, dates: {} };
    expect(() => read('Title,constructor,Start\nA,6/7/2026,10:00\n', { ...PARIS, days: null, said })).toThrow(
      ScheduleAsks,
    );
  });
});

describe('the merged cells of a workbook', () => {
  it('are refused in words when there are more than in a programme', () => {
    const merged = Array.from({ length: 20_001 }, (_, i) => `B${i + 3}:B${i + 3}`);
    expect(refusal(workbook([{ rows: [HEAD], merged }]))).toMatch(/^sheet "Programme": It has more merged cells/);
    const rows = [HEAD, ...Array.from({ length: 1_000 }, () => ['A', 46144, 0.5])];
    const tall = Array.from({ length: 300 }, () => 'B2:B1001');
    expect(refusal(workbook([{ rows, merged: tall }]))).toContain('Undo the merging, and send it again.');
    expect(talks(workbook([{ rows: [HEAD, ['A', 46144, 0.5]], merged: ['B2:B1048576'] }]))).toHaveLength(1);
  });
});
