import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { proofByKeys } from '../accounts/keys-at-hand.ts';
import type { Config } from '../platform/config/settings.ts';
import type { Queryable } from '../platform/database/database.ts';
import { textLookUp, type LookUpText } from '../platform/mail/dns-text.ts';
import { redisRefusal } from '../platform/redis/redis-refusal.ts';
import { keysKept } from './copied-keys.ts';
import { askPublicUrl } from './doctor/ask-public-url.ts';
import { examineDatabase } from './doctor/examine-database.ts';
import { examineMail } from './doctor/examine-mail.ts';
import { inboundRefusal } from './doctor/inbound-refusal.ts';
import { mailboxRefusal } from './doctor/mailbox-refusal.ts';
import type { ServerFacts, PublicAnswer } from './examined-server.policy.ts';
import type { Finding } from './finding.policy.ts';
import { findingsOf } from './findings.policy.ts';
import { lastBackup } from './last-backup.ts';

/** Time for each question to another server, in milliseconds. */
const PATIENCE_MS = 3_000;

export interface Examination {
  readonly config: Config;
  /** The database, or the sentence about why there is none. */
  readonly database: Queryable | { readonly why: string };
  /** The time of this machine, in milliseconds since 1970. */
  readonly now: () => number;
  /** The time of the forum. */
  readonly forumNow: Date;
  readonly lookUpText?: LookUpText;
}

/** Nothing would tell this server from another one. */
const UNASKED: PublicAnswer = { kind: 'unasked' };

/** Looks at a server as its operator would, and judges it. Takes some seconds at most, and changes nothing. */
export async function examineServer(examination: Examination): Promise<Finding[]> {
  return findingsOf(await examine(examination));
}

async function examine({ config, database, now, forumNow, lookUpText }: Examination): Promise<ServerFacts> {
  const [{ publicUrl }, timeoutMs] = [config, PATIENCE_MS];
  const proof = await proofByKeys(config);
  const [answer, mail, inbound, redis, keys, backup, disk, ofDatabase] = await Promise.all([
    proof === null ? UNASKED : askPublicUrl({ publicUrl, proof, timeoutMs, now }),
    examineMail(config, { lookUpText: lookUpText ?? textLookUp(timeoutMs), timeoutMs }),
    examineInbound(config),
    examineRedis(config),
    keysKept(config),
    lastBackup(config),
    examineDisk(config),
    'query' in database ? examineDatabase(database, { now, forumNow }).catch(asReason) : database,
  ]);
  return {
    now: new Date(now()),
    publicUrl,
    answer,
    trustedProxies: config.get('TRUSTED_PROXIES'),
    hasRateLimits: config.get('RATE_LIMITS'),
    mail,
    inbound,
    redis,
    keys,
    dataDir: path.resolve(config.get('DATA_DIR')),
    backup,
    disk,
    database: ofDatabase,
  };
}

const asReason = ({ message }: Error): { why: string } => ({ why: message });

async function examineInbound(config: Config): Promise<ServerFacts['inbound']> {
  const url = config.get('INBOUND');
  if (url === null) return null;
  const kind = url.protocol === 'imaps:' ? 'mailbox' : 'port';
  const refusal = await (kind === 'mailbox' ? mailboxRefusal : inboundRefusal)(url, PATIENCE_MS);
  return { kind, place: url.host, refusal, trusts: config.get('INBOUND_TRUSTS').length };
}

async function examineRedis(config: Config): Promise<ServerFacts['redis']> {
  const url = config.get('REDIS_URL');
  return url === null ? null : { why: await redisRefusal(url, PATIENCE_MS) };
}

async function examineDisk(config: Config): Promise<ServerFacts['disk']> {
  const disk = await statfs(config.get('DATA_DIR')).catch(() => null);
  return disk && { freeBytes: disk.bavail * disk.bsize, totalBytes: disk.blocks * disk.bsize };
}
