import { describe, expect, it } from '@jest/globals';
import { read } from '../../../../test/imports/written-schedules.ts';
import { archive, workbook } from '../../../../test/imports/written-workbooks.ts';
import { readProgramme } from '../../read-programme.ts';

const PARIS = { timeZone: 'Europe/Paris', days: { startsOn: '2026-05-02', endsOn: '2026-05-03' } };
const ONE_DAY = { timeZone: 'Europe/Paris', days: { startsOn: '2026-05-02', endsOn: '2026-05-02' } };

/** Each talk as title, begin in UTC, minutes, room and speakers. */
const talks = (file: string | Buffer, options = {}): string[] =>
  read(file, { ...PARIS, ...options }).talks.map(
    ({ title, slots: [slot], speakers }) =>
      `${title} | ${slot!.startsAt.toISOString().slice(0, 16)} ${slot!.durationMinutes} ${slot!.room} | ` +
      speakers.map(({ name }) => name).join(', '),
  );
const problems = (file: string | Buffer, options = {}): string[] =>
  read(file, { ...PARIS, ...options }).problems.map(({ place, sentence }) => `${place}: ${sentence}`);
const refusal = (file: string | Buffer, options = {}): string => {
  try {
    read(file, { ...PARIS, ...options });
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it was not refused');
};

describe('a sheet of a programme', () => {
  it('in Windows-1252 with semicolons, French headings below a title, and dates once and then blanks, is read', () => {
    const file = Buffer.from(
      'Programme de l’été 2026;;;;;\r\n;;;;;\r\nJour;Horaire;Intitulé;Intervenant·e·s;Salle;Durée\r\n'.replaceAll(
        /[’·]/g,
        (sign) => (sign === '’' ? '\u0092' : '\u00B7'),
      ) +
        '02/05/2026;9h;Accueil;;Hall;30 min\r\n;14h30;Été;Ada Lovelace (ACME) et Alan Turing;Aula;45 min\r\n' +
        ';;Café noir;Grace Hopper;Lab;45 min\r\n03/05/2026;14h;Fin;Ada Lovelace;Aula;1h30\r\n',
      'latin1',
    );
    expect(talks(file)).toEqual([
      'Été | 2026-05-02T12:30 45 Aula | Ada Lovelace, Alan Turing',
      'Café noir | 2026-05-02T12:30 45 Lab | Grace Hopper',
      'Fin | 2026-05-03T12:00 90 Aula | Ada Lovelace',
    ]);
    expect(problems(file)).toEqual(['row 4: Breaks make no talk.']);
  });

  it('in UTF-16 with tabs and American times is read', () => {
    const rows = 'Date\tTime\tTalk title\tSpeaker\tLocation\n5/2/2026\t2:30-3:15 PM\tOn leaving\tAda Lovelace\tAula\n';
    const file = Buffer.from(`\uFEFF${rows}5/3/2026\t11:30-12:15 PM\tStaying\tAlan Turing\tAula\n`, 'utf16le');
    expect(talks(file)).toEqual([
      'On leaving | 2026-05-02T12:30 45 Aula | Ada Lovelace',
      'Staying | 2026-05-03T09:30 45 Aula | Alan Turing',
    ]);
  });

  it('with a byte order mark, German headings and quoted line ends in cells is read', () => {
    const file =
      '\uFEFF"Tag","Von","Bis","Titel","Referent*innen","Raum"\n' +
      '"Samstag","14.00","14.45","Ein ""guter""\nTitel","Ada Lovelace\nAlan Turing","Saal 1"\n' +
      '"","15 Uhr","15:45","Zweiter","Grace Hopper","Saal 1"\n';
    expect(talks(file)).toEqual([
      'Ein "guter" Titel | 2026-05-02T12:00 45 Saal 1 | Ada Lovelace, Alan Turing',
      'Zweiter | 2026-05-02T13:00 45 Saal 1 | Grace Hopper',
    ]);
  });

  it('asks for a date that can be read in two ways, unless the conference or the column tells', () => {
    const file = 'Title|Date|Start|Room\nA|11/4/12|1430|Aula\n';
    expect(refusal(file, { days: null })).toBe(
      'row 2, column B "Date": "11/4/12" may be 2012-04-11 or 2012-11-04 or 2011-04-12: write the dates like that, ' +
        'so that none is guessed.',
    );
    expect(talks(file, { days: { startsOn: '2012-04-11', endsOn: '2012-04-12' } })).toEqual([
      'A | 2012-04-11T12:30 0 Aula | ',
    ]);
    expect(talks(`${file}B|4/13/2012|1430|Aula\n`, { days: null })[1]).toContain('2012-04-13');
    expect(talks(`${file}B|28.4.2012|1430|Aula\n`, { days: null })[0]).toContain('2012-04-11');
    expect(refusal('Title,Date,Start\nA,13/4/2012,10:00\nB,4/13/2012,10:00\n', { days: null })).toContain('one order');
  });

  it('takes times in UTC, and instants with their offset, for what they are', () => {
    expect(talks('Title,Date,Start (UTC),Room\nA,2026-05-02,12:00,Aula\n')[0]).toContain('2026-05-02T12:00');
    expect(talks('Title,Starts at,Ends at,Room\nA,2026-05-02T14:00:00+02:00,2026-05-02T15:00:00+02:00,Aula\n')).toEqual(
      ['A | 2026-05-02T12:00 60 Aula | '],
    );
    expect(talks('Title,Start,Room\nA,02/05/2026 14:00,Aula\n')[0]).toContain('2026-05-02T12:00');
  });

  it('of a conference of one day needs no date; of several it asks for one, by row and column', () => {
    const file = 'Titre;Heure;Intervenant\nA;14h;Ada Lovelace\n';
    expect(talks(file, ONE_DAY)[0]).toContain('2026-05-02T12:00');
    expect(refusal(file)).toContain('row 2: Its day is not known. Add a column Date with days like 2026-05-02.');
  });

  it('takes a row that holds a day alone as the day of the rows below', () => {
    const file = 'Titre;Début;Salle\nSamedi 2 mai;;\nA;10:00;Aula\nDimanche 3 mai;;\nB;10:00;Aula\n';
    expect(talks(file).map((talk) => talk.slice(0, 14))).toEqual(['A | 2026-05-02', 'B | 2026-05-03']);
  });

  it('names the row and the column of what it cannot read, and imports the rest', () => {
    const file =
      'Title;Date;Start;Room\nA;2026-05-02;later;Aula\nB;someday;10:00;Aula\n' +
      ';2026-05-02;11:00;Aula\nC;2026-05-02;12:00;Aula\n';
    expect(talks(file)).toHaveLength(1);
    expect(problems(file).slice(0, 3)).toEqual([
      'row 2, column C "Start": "later" is no time; the talk was left out.',
      'row 3, column B "Date": "someday" is no day; the talk was left out.',
      'row 4, column A "Title": It has no title and was left out.',
    ]);
  });

  it('shows no e-mail address, and hands over each beside the key of its speaker alone', () => {
    const file = 'Title,Date,Start,Speakers,E-mail\nA,2026-05-02,10:00,Ada <ada@example.org>,ada@example.org\n';
    const { addresses, ...found } = readProgramme(Buffer.from(file), PARIS);
    expect(JSON.stringify(found)).not.toContain('example.org');
    expect(found.talks[0]!.speakers[0]!.name).toBe('Ada');
    expect(addresses).toEqual([
      { speakerKey: found.talks[0]!.speakers[0]!.key, name: 'Ada', email: 'ada@example.org' },
    ]);
    expect(problems(file)).toContain(
      'column E "E-mail": Its 1 e-mail addresses are kept encrypted, for invitations alone.',
    );
    const both = 'Title,Date,Start,Speakers,E-mail\nA,2026-05-02,10:00,Ada; Eve,ada@example.org; eve@example.org\n';
    expect(readProgramme(Buffer.from(both), PARIS).addresses.map(({ name, email }) => `${name} ${email}`)).toEqual([
      'Ada ada@example.org',
      'Eve eve@example.org',
    ]);
    // One address beside two names belongs to nobody for certain.
    expect(readProgramme(Buffer.from(both.replace('; eve@example.org', '')), PARIS).addresses).toEqual([]);
  });

  it('recognises a talk by title and first speaker: moving it keeps its key, the same rows again say the same', () => {
    const file = (start: string): string => `Title,Date,Start,Speakers\nA,2026-05-02,${start},Ada Lovelace\n`;
    const guid = (text: string): string => read(text, PARIS).talks[0]!.guid;
    expect(guid(file('10:00'))).toBe(guid(file('16:30')));
    expect(guid(file('10:00').replace('Ada', 'Eve'))).not.toBe(guid(file('10:00')));
    expect(read(file('10:00'), PARIS)).toEqual(read(file('10:00'), PARIS));
    expect(guid('ID,Title,Date,Start\n7,A,2026-05-02,10:00\n')).toBe('id:7');
  });

  it('takes 10,000 rows and refuses more than 20,000', () => {
    const rows = (count: number): string =>
      `Title,Date,Start,Room\n${Array.from({ length: count }, (_, i) => `T${i},2026-05-02,10:00,R${i}`).join('\n')}`;
    expect(read(rows(10_000), PARIS).talks).toHaveLength(10_000);
    expect(refusal(rows(20_001))).toBe('row 20001: It has more than 20000 rows.');
  });

  it('without headings in its first twenty rows is refused in words', () => {
    expect(refusal('Hello world, this is no programme.')).toMatch(/^rows 1 to 20: No row has the headings/);
    expect(refusal('a,b,c\n1,2,3\n')).toContain('Name its columns, such as Title, Speakers, Date, Start, Room.');
  });
});

describe('a workbook of a programme', () => {
  const HEAD = ['Title', 'Date', 'Start', 'End', 'Room', 'Speakers'];

  it('with serial days and times, formulas by their stored result and merged days is read', () => {
    const file = workbook([
      {
        rows: [
          ['My conference'],
          HEAD,
          ['A', 46144, 0.604166, { formula: 'C3+1/24', result: 0.645833 }, 'Aula', 'Ada Lovelace'],
          ['B', null, 0.75, 0.7708333, 'Aula', 'Alan Turing & Grace Hopper'],
          ['C', { formula: 'B3+1', result: 46145 }, 0.5, 0.5416667, 'Aula', null],
        ],
        merged: ['B3:B4'],
      },
    ]);
    expect(talks(file)).toEqual([
      'A | 2026-05-02T12:30 60 Aula | Ada Lovelace',
      'B | 2026-05-02T16:00 30 Aula | Alan Turing, Grace Hopper',
      'C | 2026-05-03T10:00 60 Aula | ',
    ]);
  });

  it('that counts from 1904, and dates with times in one cell, are read', () => {
    const file = workbook(
      [
        {
          rows: [
            ['Title', 'Start', 'Room'],
            ['A', 44682.604166, 'Aula'],
          ],
        },
      ],
      { isFrom1904: true },
    );
    expect(talks(file)[0]).toContain('2026-05-02T12:30');
  });

  it('leaves out hidden rows and sheets, counts them, and says which formula has no result', () => {
    const file = workbook([
      {
        rows: [
          HEAD,
          ['A', 46144, 0.5, 0.6, 'Aula', 'Ada'],
          ['B', 46144, 0.6, 0.7, 'Aula', 'Eve'],
          ['C', 46144, { formula: 'NOW()' }],
        ],
        hiddenRows: [3],
      },
      { name: 'Rejected', rows: [HEAD, ['Z', 46144, 0.5]], isHidden: true },
    ]);
    expect(talks(file)).toHaveLength(1);
    expect(problems(file)).toEqual(
      expect.arrayContaining([
        'row 3: 1 hidden rows were left out. Show them and import again if they are talks.',
        'row 4, column C "Start": Its formula has no stored result. ' +
          'Open the file in a spreadsheet, save it and send it.',
        'the whole file: Hidden sheets were left out: "Rejected".',
      ]),
    );
  });

  it('with a sheet a day takes the name of the sheet as the day; macros are ignored', () => {
    const rows = (title: string) => [
      ['Title', 'Start', 'Room'],
      [title, '10:00', 'Aula'],
    ];
    const file = workbook(
      [
        { name: 'Samedi 2 mai', rows: rows('A') },
        { name: 'Dimanche 3 mai', rows: rows('B') },
      ],
      { more: { 'xl/vbaProject.bin': Buffer.alloc(1000, 7) } },
    );
    expect(talks(file).map((talk) => talk.slice(0, 14))).toEqual(['A | 2026-05-02', 'B | 2026-05-03']);
  });

  it('that unpacks to more than 30 MB, is cut short, or has a DOCTYPE is refused in words', () => {
    const bomb = workbook([{ rows: [HEAD] }], { more: { 'xl/sharedStrings.xml': Buffer.alloc(40 * 1024 * 1024, 32) } });
    expect(bomb.length).toBeLessThan(100_000);
    expect(refusal(bomb)).toContain('unpacks to more than 30 MB');
    expect(refusal(bomb.subarray(0, bomb.length - 300))).toContain('damaged or incomplete archive');
    const entities = workbook([{ rows: [HEAD] }], {
      more: { 'xl/sharedStrings.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' },
    });
    expect(refusal(entities)).toContain('DOCTYPE');
    expect(refusal(archive({ 'readme.txt': 'no workbook' }))).toContain('ZIP archive');
  });
});
