import type { ServerFacts } from './examined-server.policy.ts';
import { doubtful, well, wrong, type Finding, type Judgement } from './finding.policy.ts';
import { mailFindings } from './mail-findings.policy.ts';

/** Seconds by which two clocks may differ: an e-mail takes longer, and phases begin on the minute. */
const CLOCK_SECONDS = 5;
/** Seconds from which a code of ten minutes is noticeably shorter or longer. */
const WRONG_CLOCK_SECONDS = 60;
/** Below this nothing else fits: a backup, the log of a day, a rush of comments. */
const LEAST_BYTES = 1_000_000_000;
const LEAST_SHARE = 0.1;
/** Oldest PostgreSQL that the server runs on, as `server_version_num`. */
const OLDEST_POSTGRES = 160_000;
const DAY_MS = 86_400_000;
/** Caddy and Certbot renew when a third of the time is left, so that less says that renewing fails. */
const CERTIFICATE_SHARE = 1 / 6;
const CERTIFICATE_MS = 14 * DAY_MS;
/** Longest time between two backups: what is lost at most is a week of discussion. */
const BACKUP_MS = 7 * DAY_MS;

const LOCAL = /^(?:localhost|127\.[\d.]+|\[::1\]|0\.0\.0\.0)$/;

/** Judges a server: each thing that was looked at, in the order in which an operator mends them. */
export const findingsOf = (examined: ServerFacts): Finding[] =>
  [
    aboutAddress(examined),
    aboutCertificate(examined),
    aboutProxies(examined),
    ...mailFindings(examined),
    aboutKeys(examined),
    aboutBackup(examined),
    aboutDisk(examined),
    ...aboutDatabase(examined),
    aboutRedis(examined),
    aboutClock(examined),
    examined.hasRateLimits ? null : wrong('limits', 'off'),
  ].filter((each) => each !== null);

function aboutAddress({ publicUrl: url, answer }: ServerFacts): Finding {
  const { hostname, protocol } = new URL(url);
  if (LOCAL.test(hostname)) return wrong('address', 'local', { url });
  if (protocol !== 'https:') return wrong('address', 'plain', { url });
  if (answer.kind === 'forum') return well('address', 'well', { url });
  if (answer.kind === 'unasked') return doubtful('address', 'unasked', { url });
  if ('location' in answer) return wrong('address', answer.kind, { url, location: answer.location });
  if ('status' in answer) return wrong('address', answer.kind, { url, status: String(answer.status) });
  return wrong('address', answer.kind, { url, why: answer.why });
}

function aboutCertificate({ answer, now }: ServerFacts): Judgement {
  if (answer.kind !== 'forum' || answer.certificate === null) return null;
  const { beganAt, endsAt } = answer.certificate;
  const [left, whole] = [endsAt.getTime() - now.getTime(), endsAt.getTime() - beganAt.getTime()];
  const isEnding = left < Math.min(CERTIFICATE_MS, whole * CERTIFICATE_SHARE);
  return isEnding ? doubtful('certificate', 'ending', { endsAt }) : well('certificate', 'well', { endsAt });
}

function aboutProxies({ answer, publicUrl, trustedProxies }: ServerFacts): Judgement {
  if (trustedProxies.some((each) => each.endsWith('/0'))) return wrong('proxies', 'everyone');
  const isHttps = publicUrl.startsWith('https:');
  // The server itself speaks http, so that before https there is a proxy.
  if (answer.kind !== 'forum') return isHttps && trustedProxies.length === 0 ? wrong('proxies', 'missing') : null;
  const { isForwarded, isTrusted, peer } = answer.arrival;
  if (!isForwarded) return isHttps ? wrong('proxies', 'silent') : null;
  return isTrusted ? well('proxies', 'well') : wrong('proxies', 'untrusted', { peer });
}

function aboutKeys({ keys, dataDir }: ServerFacts): Finding {
  if (keys === 'none') return wrong('keys', 'none', { dataDir });
  return keys === 'only-here' ? wrong('keys', 'only-here') : well('keys', keys);
}

function aboutBackup({ backup, now }: ServerFacts): Finding {
  if (backup === null) return doubtful('backup', 'none');
  const { takenAt, isBesideData } = backup;
  if (isBesideData) return doubtful('backup', 'beside', { takenAt });
  const isOld = now.getTime() - takenAt.getTime() > BACKUP_MS;
  return isOld ? doubtful('backup', 'old', { takenAt }) : well('backup', 'well', { takenAt });
}

function aboutDisk({ disk }: ServerFacts): Finding {
  if (disk === null) return wrong('disk', 'unreadable');
  const { freeBytes, totalBytes } = disk;
  const facts = { free: Math.round(freeBytes / 100_000_000) / 10, share: Math.floor((freeBytes / totalBytes) * 100) };
  if (freeBytes < LEAST_BYTES) return wrong('disk', 'full', facts);
  return freeBytes < totalBytes * LEAST_SHARE ? doubtful('disk', 'filling', facts) : well('disk', 'well', facts);
}

function aboutDatabase({ database }: ServerFacts): Finding[] {
  if ('why' in database) return [wrong('database', 'unusable', { why: database.why })];
  const { versionNumber, version, pending, unknown } = database;
  const isOld = versionNumber < OLDEST_POSTGRES;
  const ofVersion = isOld ? wrong('database', 'old', { version }) : well('database', 'well', { version });
  if (unknown > 0) return [ofVersion, doubtful('migrations', 'newer')];
  if (pending > 0) return [ofVersion, wrong('migrations', 'pending')];
  return [ofVersion, well('migrations', 'well')];
}

function aboutRedis({ redis }: ServerFacts): Judgement {
  if (redis === null) return null;
  return redis.why === null ? well('redis', 'well') : wrong('redis', 'silent', { why: redis.why });
}

/** The farther of two other clocks decides. */
function aboutClock({ answer, database }: ServerFacts): Judgement {
  const distances = [
    { state: 'database', seconds: 'secondsAhead' in database ? database.secondsAhead : 0 },
    { state: 'public', seconds: answer.kind === 'forum' ? (answer.secondsAhead ?? 0) : 0 },
  ].toSorted((a, b) => Math.abs(b.seconds) - Math.abs(a.seconds));
  const { state, seconds } = distances[0]!;
  const facts = { seconds: Math.round(Math.abs(seconds)) };
  if (Math.abs(seconds) <= CLOCK_SECONDS) return well('clock', 'well');
  return Math.abs(seconds) > WRONG_CLOCK_SECONDS ? wrong('clock', state, facts) : doubtful('clock', state, facts);
}
