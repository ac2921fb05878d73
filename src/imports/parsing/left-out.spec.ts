import { describe, expect, it } from '@jest/globals';
import { event, events, json, read, xml, type ScheduleFields } from '../../../test/imports/written-schedules.ts';

describe('reading a file of which not all is kept', () => {
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
    const file = JSON.parse(json(days, { rooms: [{ name: 'Aula', features: ['lift'] }] })) as ScheduleFields;
    const counted = read(JSON.stringify({ ...file, exported: 'today' })).unread.map(({ field }) => field);
    expect(counted.toSorted((a, b) => a.localeCompare(b))).toEqual(
      (
        'day.rooms day.theme event.abstract event.persons file.exported link.lang recording.kind room.capacity ' +
        'room.features room.floor track.color'
      ).split(' '),
    );
    const { unread } = read(
      xml(
        '<day date="2026-05-02" mood="x"><info>open</info><room name="A" floor="2"><event id="1">' +
          '<title lang="en">T</title>' +
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
      'It is another time of "On leaving" and says otherwise (abstract, list of people); what was said first was kept.',
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
});
