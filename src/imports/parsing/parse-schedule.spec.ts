import { describe, expect, it } from '@jest/globals';
import { parseSchedule } from './parse-schedule.ts';
import type { ParsedSchedule } from './parsed-schedule.ts';

type Fields = Record<string, unknown>;
const event = (fields: Fields = {}): Fields => ({
  guid: 'g1',
  title: 'On leaving',
  date: '2026-05-02T10:00:00+02:00',
  start: '10:00',
  duration: '00:45',
  persons: [{ name: 'Ada Lovelace' }],
  ...fields,
});
const json = (days: unknown, conference: Fields = {}): string =>
  JSON.stringify({
    schedule: {
      version: '1',
      conference: { acronym: 'tc', title: 'Test', time_zone_name: 'Europe/Paris', days, ...conference },
    },
  });
const read = (file: string | Buffer, options = {}): ParsedSchedule => parseSchedule(Buffer.from(file), options);
const events = (...all: Fields[]): string => json([{ date: '2026-05-02', rooms: { Aula: all } }]);
const xml = (days: string): string =>
  '<schedule><conference><title>T</title><time_zone_name>Europe/Brussels</time_zone_name></conference>' +
  `${days}</schedule>`;
const refusal = (file: string | Buffer): string => {
  try {
    read(file);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it was not refused');
};

describe('a file of which nothing is recognised', () => {
  it('is refused, and says what was found instead', () => {
    expect(refusal(xml('<day date="2014-07-21"><entry><title>A</title></entry><entry/></day>'))).toMatch(
      /No talk was found in it, but 1 <day> with 2 <entry>/,
    );
    expect(refusal(json([{ date: '2026-05-02', sessions: [] }]))).toMatch('1 days with "date", "sessions"');
    expect(refusal(events({ title: 'No time' }))).toMatch(
      /1 events, and none of them can be a talk. The first: .*no time/,
    );
    expect(refusal(json([]))).toMatch('No talk was found');
  });

  it.each([
    ['BEGIN:VCALENDAR\r\nVERSION:2.0', 'an iCalendar file'],
    [Buffer.from('BEGIN:VCALENDAR\r\nSUMMARY:Caf\xe9', 'latin1'), 'an iCalendar file'],
    ['{"sessions":[{"id":"1"}],"speakers":[],"rooms":[]}', 'the view "All" of Sessionize'],
    ['[{"groupId":null,"groupName":"All","sessions":[]}]', 'the view "Sessions" of Sessionize'],
    ['[{"date":"2024-10-31","rooms":[],"timeSlots":[]}]', 'the view "GridSmart" of Sessionize'],
    ['[{"id":"u","firstName":"A","lastName":"B","sessions":[]}]', 'the view "Speakers" of Sessionize'],
    ['{"count":1,"results":[{"_type":"Conference"}]}', 'an export of Indico'],
    ['[{"code":"ABC","speakers":[],"submission_type":"Talk"}]', 'an answer of the pretalx API'],
    ['<!DOCTYPE html><html><body>Sign in</body></html>', 'a web page'],
    ['<feed xmlns="http://www.w3.org/2005/Atom"/>', 'a feed'],
    ['<iCalendar/>', 'xCal'],
    ['title,start,room\nA,10:00,Aula\n', 'a table'],
    ['{"a":1}', 'but "a"'],
    [
      '{"schedule":{"2025-11-01":{"510":{},"530":{"12":{"title":"Welcome"}}}}}',
      'a grid of talks by day, minute and room',
    ],
    ['{"schedule":{"2025-11-01":[]}}', 'no list of days in it, but "2025-11-01"'],
    ['{"schedule":{"conference":{"title":"T","talks":[]}}}', 'no list of days in it, but "title", "talks"'],
    ['{"schedule":{"conference":{"days":{"1":[]}}}}', '"days" that is an object with "1"'],
  ])('%s is named as what it is', (file, name) => {
    expect(refusal(file)).toMatch(name);
  });
});

describe('reading the shapes of real files', () => {
  it('reads events beside their rooms (FOSDEM 2007 to 2012)', () => {
    const { talks, conference } = read(
      xml(
        '<day date="2007-02-24" index="1">' +
          '<event id="1"><start>10:00</start><duration>00:45</duration><room>Janson</room><title>Hurd</title>' +
          '<persons><person id="7">Ada</person></persons></event>' +
          '<track name="x"><room name="H.1309"><event id="2"><start>11:00</start><duration>1:00</duration>' +
          '<title>Perl</title></event></room></track></day>',
      ),
    );
    expect(talks.map(({ title, slots }) => [title, slots[0]!.room])).toEqual([
      ['Hurd', 'Janson'],
      ['Perl', 'H.1309'],
    ]);
    expect(conference.startsOn).toBe('2007-02-24');
  });

  it('reads rooms as a list, and events without rooms', () => {
    const days = [
      { date: '2026-05-02', rooms: [{ name: 'Aula', events: [event()] }, [event({ guid: 'g2', room: 'B' })]] },
      { date: '2026-05-03', events: [event({ guid: 'g3', room: { name: 'C' } })] },
    ];
    expect(read(json(days)).talks.map(({ slots }) => slots[0]!.room)).toEqual(['Aula', 'B', 'C']);
  });

  it('reads names in parts, and names persons without one', () => {
    const persons = [
      { first_name: 'Grace', last_name: 'Hopper' },
      { firstName: 'Ada', familyName: 'Byron' },
      { display_name: 'Zoé' },
      { nickname: 'x' },
    ];
    const { talks, problems, unread } = read(events(event({ persons })));
    expect(talks[0]!.speakers.map(({ name }) => name)).toEqual(['Grace Hopper', 'Ada Byron', 'Zoé']);
    expect(problems).toEqual([
      expect.objectContaining({ sentence: expect.stringMatching('no name that can be read') }),
    ]);
    expect(unread).toEqual([{ field: 'person.nickname', count: 1 }]);
    const [talk] = read(
      xml(
        '<day date="2026-05-02"><room name="A"><event id="1"><title>T</title><start>10:00</start>' +
          '<persons><person><first_name>Grace</first_name><last_name>Hopper</last_name></person></persons>' +
          '</event></room></day>',
      ),
    ).talks;
    expect(talk!.speakers.map(({ name }) => name)).toEqual(['Grace Hopper']);
  });

  it('takes a text in several languages in the conference’s, then in English, then in the first', () => {
    const title = { de: 'Vom Gehen', en: 'On leaving', fr: 'Partir' };
    const titleIn = (locale: string, of: unknown = title): string =>
      read(events(event({ title: of })), { locale }).talks[0]!.title;
    expect([titleIn('fr'), titleIn('en'), titleIn('it'), titleIn('fr', { de: 'Vom Gehen' })]).toEqual([
      'Partir',
      'On leaving',
      'On leaving',
      'Vom Gehen',
    ]);
    expect(titleIn('fr', { 'de-formal': '', 'fr-ca': 'Partir !', en: null })).toBe('Partir !');
    const file = xml(
      '<day date="2026-05-02"><room name="A"><event id="1"><title xml:lang="de">Gehen</title>' +
        '<title xml:lang="fr">Partir</title><start>10:00</start></event></room></day>',
    );
    expect(read(file, { locale: 'fr' }).talks[0]!.title).toBe('Partir');
  });

  it('counts by its field what it does not understand', () => {
    const { unread } = read(
      events(event({ type: 'lecture', logo: null }), event({ guid: 'g2', type: 'x', answers: [1] })),
    );
    expect(unread).toEqual([
      { field: 'event.type', count: 2 },
      { field: 'event.answers', count: 1 },
    ]);
  });

  it('counts what it does not understand of rooms, tracks, days, links, recordings and the file itself', () => {
    const odd = event({
      room: { name: 'Aula', capacity: 9 },
      track: { name: 'T', color: '#fff' },
      recording: { optout: true, kind: 'audio' },
      links: [{ url: 'https://example.org', lang: 'en' }],
      persons: 'Ada, Grace',
      abstract: ['in', 'a', 'list'],
    });
    const days = [{ date: '2026-05-02', theme: 'x', rooms: [{ name: 'Aula', floor: 2, events: [odd] }, 'closed'] }];
    const file = JSON.parse(json(days, { rooms: [{ name: 'Aula', features: ['lift'] }] })) as Fields;
    const counted = read(JSON.stringify({ ...file, exported: 'today' })).unread.map(({ field }) => field);
    expect(counted.toSorted((a, b) => a.localeCompare(b))).toEqual(
      (
        'day.rooms day.theme event.abstract event.persons file.exported link.lang recording.kind room.capacity ' +
        'room.features room.floor track.color'
      ).split(' '),
    );
    const { unread } = read(
      xml(
        '<day date="2026-05-02" mood="x"><info>open</info><room name="A" floor="2"><event id="1"><title lang="en">T</title>' +
          '<start>10:00</start><abstract>It is <b>bold</b></abstract><track slug="t">T</track>' +
          '<recording><optout>true</optout><kind>audio</kind></recording>' +
          '<links note="n"><link href="https://example.org" lang="en">L</link></links></event></room></day>' +
          '<tracks><track color="#fff">T</track></tracks><persons><person id="1"><slug>ada</slug></person></persons>',
      ),
    );
    expect(unread.map(({ field }) => field).toSorted((a, b) => a.localeCompare(b))).toEqual(
      (
        'abstract.b day.info day.mood link.lang links.note person.slug recording.kind room.floor title.lang ' +
        'track.color track.slug'
      ).split(' '),
    );
  });

  it('counts together what has more names than it lists', () => {
    const many = Object.fromEntries(Array.from({ length: 130 }, (_, i) => [`f${i}`, 1]));
    const { unread } = read(events(event(many)));
    expect(unread).toHaveLength(101);
    expect(unread[0]).toEqual({ field: '(others)', count: 30 });
  });

  it('says what it cut: links, texts, lines, names', () => {
    const links = Array.from({ length: 53 }, (_, i) => ({ url: `https://example.org/${i}`, title: 'L' }));
    const { talks, problems } = read(
      events(
        event({
          title: 't'.repeat(301),
          abstract: 'é'.repeat(50_001),
          links,
          attachments: [{ url: 'https://example.org/a', title: 'n'.repeat(201) }],
          persons: [{ name: 'p'.repeat(201), biography: 'b'.repeat(50_001) }],
          recording_license: 'l'.repeat(201),
        }),
        event({ guid: 'g2', title: 't'.repeat(300), abstract: 'a'.repeat(50_000), links: links.slice(0, 50) }),
      ),
    );
    expect(problems.map(({ sentence }) => sentence)).toEqual([
      'Its title is longer than 300 characters; the rest was left out.',
      'The licence of its recording is longer than 200 characters; the rest was left out.',
      'Its abstract is longer than 50,000 characters; the rest was left out.',
      'The name of a person is longer than 200 characters; the rest was left out.',
      expect.stringMatching(/^The biography of "p{60}" is longer than 50,000 characters; the rest was left out.$/),
      'It has 53 links; the first 50 were taken.',
      'The title of one of its attachments is longer than 200 characters; the rest was left out.',
    ]);
    expect(talks[0]).toMatchObject({ title: 't'.repeat(300), links: links.slice(0, 50) });
    expect(talks[0]!.abstract[0]!.text).toHaveLength(50_000);
  });

  it('says which web address it left out, and what another time of a talk says otherwise', () => {
    const { problems } = read(
      events(
        event({ url: '/talks/1' }),
        event({ date: '2026-05-02T16:00:00+02:00', abstract: 'Second showing', persons: [{ name: 'Grace' }] }),
        event({ date: '2026-05-02T18:00:00+02:00' }),
      ),
    );
    expect(problems.map(({ sentence }) => sentence)).toEqual([
      'Its web address "/talks/1" cannot be opened and was left out.',
      'It is another time of "On leaving", whose abstract, list of people was kept.',
    ]);
  });

  it('takes the whole address of two (DebConf)', () => {
    const { talks, problems } = read(
      xml(
        '<day date="2026-05-02"><room name="A"><event id="1"><title>T</title><start>10:00</start><duration>1:00' +
          '</duration><conf_url>/talks/1</conf_url><full_conf_url>https://example.org/talks/1</full_conf_url>' +
          '</event></room></day>',
      ),
    );
    expect([talks[0]!.url, problems]).toEqual(['https://example.org/talks/1', []]);
  });

  it('takes several guids with one code as one talk with several times', () => {
    const { talks, problems } = read(
      events(
        event({ code: 'ABCDEF' }),
        event({ code: 'ABCDEF', guid: 'g2', date: '2026-05-03T10:00:00+02:00' }),
        event({ code: 'ABCDEF', guid: 'g3', title: 'Another', persons: [] }),
      ),
    );
    expect(talks.map(({ guid, slots }) => [guid, slots.map((slot) => slot.guid)])).toEqual([
      ['g1', ['', 'g2']],
      ['g3', ['']],
    ]);
    expect(problems).toEqual([]);
  });

  it('keeps the seconds of a time, and says when those of a length are rounded', () => {
    const { talks, problems } = read(
      events(
        event({ date: '2026-05-02T10:42:23+02:00', start: '10:42:23', duration: '00:44:40' }),
        event({ guid: 'g2', date: undefined, start: '10:42:23' }),
      ),
    );
    expect(talks.map(({ slots }) => slots[0]!.startsAt.toISOString())).toEqual([
      '2026-05-02T08:42:23.000Z',
      '2026-05-02T08:42:23.000Z',
    ]);
    expect(talks[0]!.slots[0]!.durationMinutes).toBe(45);
    expect(problems.map(({ sentence }) => sentence)).toEqual(['Its duration "00:44:40" was rounded to 45 minutes.']);
  });

  it('takes the days of a conference from its own clocks', () => {
    const days = [{ date: '2026-05-02', rooms: { Aula: [event({ date: '2026-05-01T22:30:00Z', start: '00:30' })] } }];
    expect(read(json(days, { start: '2026-05-01T22:00:00Z', end: '2026-05-03T22:00:00Z' })).conference).toMatchObject({
      startsOn: '2026-05-02',
      endsOn: '2026-05-03',
    });
    const withoutDays = [{ rooms: { Aula: [event({ date: '2026-05-02T23:30:00Z' })] } }];
    expect(read(json(withoutDays)).conference).toMatchObject({ startsOn: '2026-05-02', endsOn: '2026-05-02' });
  });

  it('names a speaker whose name is an e-mail address, and links that lead nowhere', () => {
    const { talks, problems } = read(
      events(
        event({
          persons: [{ name: 'ada@mail.example' }],
          links: [
            { title: 'Slides', url: 'https://example.org/s' },
            'javascript:alert(1)',
            { url: 'https://a.example/?m=a@b.example' },
          ],
          do_not_record: true,
          recording_license: 'CC BY 4.0',
        }),
      ),
    );
    expect(talks[0]).toMatchObject({
      doNotRecord: true,
      recordingLicense: 'CC BY 4.0',
      links: [{ title: 'Slides', url: 'https://example.org/s' }],
    });
    expect(problems.map(({ sentence }) => sentence).join('\n')).toMatch(
      /no web address[^]*no web address[^]*e-mail address/,
    );
  });
});
