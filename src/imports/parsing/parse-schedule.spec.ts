import { describe, expect, it } from '@jest/globals';
import { event, events, json, read, xml } from '../../../test/imports/written-schedules.ts';

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
      /No talk was found in it, but 1 <day> \(2 <entry>\)/,
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
    ['<constructor/>', 'This is no schedule.xml.'],
    ['<__proto__/>', 'This is no schedule.xml.'],
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
