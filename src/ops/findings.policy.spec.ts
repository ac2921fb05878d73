import { describe, expect, it } from '@jest/globals';
import { words } from '../../locales/catalogues.ts';
import type { ServerFacts, InboundExamined, MailExamined, PublicAnswer } from './examined-server.policy.ts';
import { factsIn } from './finding-facts.ts';
import { findingsOf } from './findings.policy.ts';

const NOW = new Date('2026-11-30T12:00:00Z');
const inDays = (days: number): Date => new Date(NOW.getTime() + days * 86_400_000);

const FORUM: PublicAnswer = {
  kind: 'forum',
  arrival: { isForwarded: true, isTrusted: true, peer: '127.0.0.1' },
  certificate: { beganAt: inDays(-30), endsAt: inDays(60) },
  secondsAhead: 0.4,
};
const MAIL: MailExamined = {
  host: 'smtp.mail.example',
  refusal: null,
  domain: 'mail.example',
  dkimName: 'forum._domainkey.mail.example',
  entries: { dkim: 'right', spf: 'right', dmarc: 'right' },
};
const DATABASE = {
  versionNumber: 180_004,
  version: '18.4',
  secondsAhead: 0.2,
  pending: 0,
  unknown: 0,
  senderRefusals: { count: 0, status: null, latest: null },
  setAsideEmails: { count: 0, folder: 'Aside' },
};
const PORT: InboundExamined = { kind: 'port', place: '127.0.0.1:2424', refusal: null, trusts: 1 };
const MAILBOX: InboundExamined = { ...PORT, kind: 'mailbox', place: 'imap.mail.example' };
const WELL: ServerFacts = {
  now: NOW,
  publicUrl: 'https://forum.example',
  answer: FORUM,
  trustedProxies: ['127.0.0.1'],
  hasRateLimits: true,
  mail: MAIL,
  inbound: PORT,
  redis: { why: null },
  keys: 'copied',
  dataDir: '/srv/aftertalk/data',
  backup: { takenAt: inDays(-1), isBesideData: false },
  disk: { freeBytes: 20_000_000_000, totalBytes: 40_000_000_000 },
  database: DATABASE,
};

const notWell = (change: Partial<ServerFacts>): string[] =>
  findingsOf({ ...WELL, ...change })
    .filter(({ level }) => level !== 'well')
    .map(({ subject, state, level }) => `${level}: ${subject}.${state}`);

const arrived = (arrival: object): PublicAnswer => ({ ...FORUM, arrival: { ...FORUM.arrival, ...arrival } });
const certified = (beganAt: Date, endsAt: Date): PublicAnswer => ({ ...FORUM, certificate: { beganAt, endsAt } });

const CASES: readonly (readonly [string, Partial<ServerFacts>])[] = [
  ['wrong: address.local', { publicUrl: 'https://localhost' }],
  ['wrong: address.local', { publicUrl: 'https://127.0.0.1:3000' }],
  ['wrong: address.plain', { publicUrl: 'http://forum.example' }],
  ['wrong: address.elsewhere', { answer: { kind: 'elsewhere', location: 'https://www.forum.example' } }],
  ['wrong: address.other', { answer: { kind: 'other', status: 200 } }],
  ['wrong: address.down', { answer: { kind: 'down', status: 502 } }],
  ['wrong: address.untrusted', { answer: { kind: 'untrusted', why: 'self-signed certificate' } }],
  ['doubtful: address.unasked', { answer: { kind: 'unasked' } }],
  ['wrong: address.silent', { answer: { kind: 'silent', why: 'connect ECONNREFUSED' } }],
  ['doubtful: certificate.ending', { answer: certified(inDays(-80), inDays(10)) }],
  // Of six days, which some authorities give.
  ['doubtful: certificate.ending', { answer: certified(inDays(-5.5), inDays(0.5)) }],
  ['wrong: proxies.untrusted', { answer: arrived({ isTrusted: false }) }],
  ['wrong: proxies.silent', { answer: arrived({ isForwarded: false }) }],
  ['wrong: proxies.everyone', { trustedProxies: ['0.0.0.0/0'] }],
  ['wrong: mail.none', { mail: null }],
  ['wrong: mail.login', { mail: { ...MAIL, refusal: { kind: 'login', why: '535' } } }],
  ['wrong: mail.tls', { mail: { ...MAIL, refusal: { kind: 'tls', why: 'wrong version number' } } }],
  ['wrong: mail.silent', { mail: { ...MAIL, refusal: { kind: 'silent', why: 'connect ETIMEDOUT' } } }],
  ['wrong: dkim.absent', { mail: { ...MAIL, entries: { ...MAIL.entries, dkim: 'absent' } } }],
  ['wrong: dkim.different', { mail: { ...MAIL, entries: { ...MAIL.entries, dkim: 'different' } } }],
  ['doubtful: dns.spf', { mail: { ...MAIL, entries: { ...MAIL.entries, spf: 'absent' } } }],
  ['doubtful: dns.dmarc', { mail: { ...MAIL, entries: { ...MAIL.entries, dmarc: 'absent' } } }],
  ['doubtful: dns.unknown', { mail: { ...MAIL, entries: { dkim: 'unknown', spf: 'unknown', dmarc: 'unknown' } } }],
  [
    'doubtful: returns.refused',
    { database: { ...DATABASE, senderRefusals: { count: 3, status: '5.7.26', latest: inDays(-1) } } },
  ],
  ['wrong: inbound.silent', { inbound: { ...PORT, refusal: { kind: 'silent', why: 'connect ECONNREFUSED' } } }],
  ['wrong: inbound.unread', { inbound: { ...MAILBOX, refusal: { kind: 'silent', why: 'connect ECONNREFUSED' } } }],
  ['wrong: inbound.login', { inbound: { ...MAILBOX, refusal: { kind: 'login', why: 'AUTHENTICATIONFAILED' } } }],
  ['doubtful: aside.kept', { database: { ...DATABASE, setAsideEmails: { count: 2, folder: 'Aside' } } }],
  ['doubtful: inbound.unproved', { inbound: { ...PORT, trusts: 0 } }],
  ['wrong: keys.only-here', { keys: 'only-here' }],
  ['wrong: keys.none', { keys: 'none' }],
  ['doubtful: backup.none', { backup: null }],
  ['doubtful: backup.old', { backup: { takenAt: inDays(-8), isBesideData: false } }],
  ['doubtful: backup.beside', { backup: { takenAt: inDays(-1), isBesideData: true } }],
  ['wrong: disk.full', { disk: { freeBytes: 900_000_000, totalBytes: 4_000_000_000 } }],
  ['doubtful: disk.filling', { disk: { freeBytes: 4_000_000_000, totalBytes: 100_000_000_000 } }],
  ['wrong: disk.unreadable', { disk: null }],
  ['wrong: database.old', { database: { ...DATABASE, versionNumber: 150_009 } }],
  ['wrong: database.unusable', { database: { why: 'The database cannot be reached.' } }],
  ['wrong: migrations.pending', { database: { ...DATABASE, pending: 2 } }],
  ['doubtful: migrations.newer', { database: { ...DATABASE, unknown: 1 } }],
  ['wrong: redis.silent', { redis: { why: 'connect ECONNREFUSED' } }],
  ['doubtful: clock.database', { database: { ...DATABASE, secondsAhead: -42 } }],
  ['wrong: clock.database', { database: { ...DATABASE, secondsAhead: 300 } }],
  ['doubtful: clock.public', { answer: { ...FORUM, secondsAhead: 30 } }],
  ['wrong: limits.off', { hasRateLimits: false }],
];

describe('judging a server', () => {
  it('finds nothing wrong where everything is set', () => {
    expect(notWell({})).toEqual([]);
    expect(notWell({ keys: 'settings', redis: null, inbound: null })).toEqual([]);
    expect(notWell({ mail: { ...MAIL, dkimName: null, entries: { dkim: null, spf: null, dmarc: null } } })).toEqual([]);
  });

  it.each(CASES)('finds one thing: %s', (found, change) => {
    expect(notWell(change)).toEqual([found]);
  });

  it('names the proxy that is missing before https as well when nothing answers', () => {
    expect(notWell({ trustedProxies: [], answer: { kind: 'silent', why: 'connect ECONNREFUSED' } })).toEqual([
      'wrong: address.silent',
      'wrong: proxies.missing',
    ]);
  });

  it.each(['en', 'fr'] as const)(
    'has a whole sentence for all it finds, and its mending for what is not well: %s',
    (locale) => {
      const inLanguage = words(locale);
      for (const change of [
        {},
        { keys: 'settings' as const },
        { inbound: MAILBOX },
        ...CASES.map(([, each]) => each),
      ]) {
        for (const finding of findingsOf({ ...WELL, ...change })) {
          const { subject, state, level } = finding;
          const sentence = inLanguage(`doctor.${subject}.${state}`, factsIn(locale, finding));
          expect(sentence).toMatch(/^\p{Lu}[^{}]*[.d]$/u);
          expect(sentence).not.toContain('doctor.');
          // Whatever is not well is said in two sentences: what it is, and what to do; the database's own has both.
          if (level !== 'well' && subject !== 'database') expect(sentence).toMatch(/[.;!?] \p{Lu}|[;,] \p{Ll}/u);
        }
      }
    },
  );
});
