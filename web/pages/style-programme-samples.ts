import type { LocaleSettings } from '../components/locale-context.ts';
import type { ConferenceShape } from '../components/shapes.ts';
import type { DeskProps } from './desk-props.ts';
import type { ProgrammeShape } from './programme-props.ts';
import { comments, thread } from './style-samples.ts';
import { HERE } from './style-part.tsx';
import type { ListedTalk } from './talk-line.tsx';

const DAY = '2026-05-02';
/** The present time of the samples. */
export const NOON = Date.parse(`${DAY}T10:00:00.000Z`);

/** A talk of an hour, at an hour of that day in UTC. */
const talk = (n: number, title: string, hour: string, room: string, more: Partial<ListedTalk> = {}): ListedTalk => ({
  id: `talk-${n}`,
  slug: `talk-${n}`,
  title,
  subtitle: '',
  abstractHtml: '',
  language: 'en',
  track: '',
  room,
  startsAt: `${DAY}T${hour}:00.000Z`,
  durationMinutes: 60,
  status: 'confirmed',
  url: null,
  doNotRecord: false,
  licence: '',
  links: [],
  attachments: [],
  slots: [],
  speakers: [],
  day: DAY,
  thread: thread(),
  ...more,
});

const ada = { id: 'ada', name: 'Ada', bioHtml: '' };
const grace = { id: 'grace', name: 'Grace', bioHtml: '' };

/** One that is over, one live, one that runs, and of those to come one cancelled, one without a discussion. */
export const talks: ListedTalk[] = [
  talk(1, 'Killing the engagement rate', '08:00', 'Hall 1', { track: 'Society', speakers: [ada, grace] }),
  talk(2, 'Numbers without a reader', '09:30', 'Hall 1', { speakers: [ada], thread: thread({ live: true }) }),
  talk(3, 'What moderators read at night', '09:30', 'Hall 2', { track: 'Practice', speakers: [grace] }),
  talk(4, 'A title that is as long as titles of talks are when nobody cut them', '12:00', 'Hall 1', {
    track: 'Society',
  }),
  talk(5, 'The evening that was not', '12:00', 'Hall 2', { status: 'cancelled' }),
  talk(6, 'Lunch', '13:00', 'Hall 2', { thread: null }),
];

const conference: ConferenceShape = {
  id: 'style',
  slug: 'style',
  title: 'A conference',
  url: null,
  locale: 'en',
  timeZone: 'Europe/Paris',
  startsOn: DAY,
  endsOn: '2026-05-03',
  phase: 'open',
  settings: {
    robots: 'noindex',
    guests: 'nothing',
    archiveUrl: null,
    venue: null,
    embedSites: [],
    opensHoursBefore: 24,
    readonlyAfterDays: 30,
    archiveAfterDays: 120,
    rules: [],
  },
  brand: {} as ConferenceShape['brand'],
  counts: { talks: talks.length, threads: talks.length },
};

/** Two days, the first of them today. */
export const programme: ProgrammeShape = {
  conference,
  talks,
  hallways: [],
  next: null,
  days: [DAY, '2026-05-03'],
  rooms: ['Hall 1', 'Hall 2'],
  tracks: ['Society', 'Practice'],
  chosen: {},
  recapCount: 1,
  recaps: [],
  view: 'programme',
  isList: false,
  hasProgramme: false,
  today: DAY,
  at: NOON,
};

/** A desk in its live hour, of a speaker who is no moderator. */
export const deskOf = (scene: LocaleSettings): DeskProps => ({
  context: {
    ...scene,
    assets: { script: '', style: '', more: {} },
    here: HERE,
    isSignedIn: true,
    title: '',
    kind: 'style',
    isListed: false,
  },
  thread: thread({ live: true }),
  version: '',
  here: HERE,
  rules: [],
  sent: null,
  refusal: null,
  kept: null,
  done: null,
  liveSince: null,
  isClosed: false,
  offeredName: null,
  isModerator: false,
  mayRecap: false,
  announcement: null,
  questions: [],
  held: [],
  settled: comments.filter(({ state }) => state === 'question, answered').map(({ comment }) => comment),
  mine: [],
  open: 2,
  taken: 1,
});
