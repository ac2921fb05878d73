import { senderRefusals } from '../../accounts/returned-emails.ts';
import { ASIDE_FOLDER } from '../../inbound/mailbox-folders.ts';
import { setAsideEmails } from '../../inbound/mailbox-readings.ts';
import { MIGRATIONS } from '../../platform/database/data-source.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { DatabaseExamined } from '../examined-server.policy.ts';

interface DatabaseExamination {
  /** The time of this machine, in milliseconds since 1970. */
  now: () => number;
  /** The time of the forum, which a test moves. */
  forumNow: Date;
}

/** Asks a database about its version, its clock, its schema and what it knows of e-mails. Changes nothing. */
export async function examineDatabase(
  through: Queryable,
  { now, forumNow }: DatabaseExamination,
): Promise<DatabaseExamined> {
  const before = now();
  const [row] = await through.query<{ now: Date; number: number; version: string; hasMigrated: boolean }>(
    `select clock_timestamp() now, current_setting('server_version_num')::int number,
       split_part(current_setting('server_version'), ' ', 1) version,
       to_regclass('migrations') is not null "hasMigrated"`,
  );
  const middle = (before + now()) / 2;
  const { number: versionNumber, version, hasMigrated } = row!;
  const known = MIGRATIONS.map(({ name }) => name);
  const done = hasMigrated
    ? (await through.query<{ name: string }>('select name from migrations')).map(({ name }) => name)
    : [];
  const pending = known.filter((name) => !done.includes(name)).length;
  return {
    versionNumber,
    version,
    secondsAhead: (middle - row!.now.getTime()) / 1_000,
    pending,
    unknown: done.filter((name) => !known.includes(name)).length,
    senderRefusals: pending > 0 ? null : await senderRefusals(through, forumNow),
    setAsideEmails: pending > 0 ? null : { count: await setAsideEmails(through), folder: ASIDE_FOLDER },
  };
}
