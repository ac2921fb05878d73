import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { invalidRequest } from '../kernel/common.problems.ts';
import { dateIn, isTimeZone } from '../kernel/zone.ts';
import { Database, type Queryable, type Tx } from '../platform/database/database.ts';
import {
  changedSettings,
  EMAIL_KINDS,
  PAUSE_DAYS_AT_MOST,
  USUAL_BUDGET,
  type DigestRhythm,
  type EmailKind,
  type EmailSettings,
  type EmailSettingsChange,
} from './email-kinds.policy.ts';

interface EmailSettingsRow {
  accountId: string;
  answersByMail: boolean;
  budget: number;
  rhythm: DigestRhythm;
  hour: number;
  timeZone: string | null;
  pausedUntil: string | null;
  words: boolean;
  ended: string[];
}

type SettingsHandler = (tx: Tx, accountId: string, settings: EmailSettings) => Promise<void>;

/**
 * Reads and writes which e-mails an account gets. Upper modules register what follows from a change; it belongs to the
 * same transaction.
 */
@Injectable()
export class WriteEmailSettings {
  private readonly handlers: SettingsHandler[] = [];
  private readonly pauseListeners: ((accountId: string) => void)[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onChange(handler: SettingsHandler): void {
    this.handlers.push(handler);
  }

  /** Calls back on this node once a pause that has begun is stored. */
  onPause(listener: (accountId: string) => void): void {
    this.pauseListeners.push(listener);
  }

  /** Undefined for an account that is gone. */
  async of(accountId: string): Promise<EmailSettings | undefined> {
    const found = await this.ofAll({ query: (sql, values) => this.database.ask(sql, values) }, [accountId]);
    return found.get(accountId);
  }

  /** By account, for accounts that exist. */
  async ofAll(through: Queryable, accountIds: readonly string[]): Promise<Map<string, EmailSettings>> {
    const rows = await through.query<EmailSettingsRow>(
      `select a.id "accountId",
         coalesce((a.settings->>'answersByMail')::boolean, true) "answersByMail",
         coalesce(s.daily_budget, ${USUAL_BUDGET})::int budget,
         coalesce(s.digest_rhythm, 'usual') rhythm,
         coalesce(s.digest_hour, 8)::int "hour",
         s.time_zone "timeZone",
         case
           when s.paused_until >= ($2::timestamptz at time zone coalesce(s.time_zone, 'UTC'))::date
             then s.paused_until::text
         end "pausedUntil",
         coalesce(s.has_words, false) words,
         coalesce(s.ended_kinds, '{}') ended
       from accounts a
       left join email_settings s on s.account_id = a.id
       where a.id = any($1)`,
      [accountIds, this.clock.now()],
    );
    return new Map(rows.map((row) => [row.accountId, settingsOf(row)]));
  }

  /** Throws `invalid-request`. The account is locked by the caller. */
  async write(tx: Tx, accountId: string, change: EmailSettingsChange): Promise<void> {
    const before = (await this.ofAll(tx, [accountId])).get(accountId);
    if (!before) return;
    const settings = changedSettings(before, change);
    this.demandPossible(change, settings.digest.timeZone ?? 'UTC');
    const ended = EMAIL_KINDS.filter((kind) => kind !== 'answered' && !settings.kinds[kind]);
    await tx.query(
      `insert into email_settings (
         account_id, daily_budget, digest_rhythm, digest_hour, time_zone, paused_until, has_words, ended_kinds
       )
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (account_id) do update set daily_budget = excluded.daily_budget,
         digest_rhythm = excluded.digest_rhythm, digest_hour = excluded.digest_hour, time_zone = excluded.time_zone,
         paused_until = excluded.paused_until, has_words = excluded.has_words, ended_kinds = excluded.ended_kinds`,
      [
        accountId,
        settings.budget,
        settings.digest.rhythm,
        settings.digest.hour,
        settings.digest.timeZone,
        settings.pausedUntil,
        settings.words,
        ended,
      ],
    );
    if (settings.kinds.answered !== before.kinds.answered)
      await tx.query(
        `update accounts set settings = settings || jsonb_build_object('answersByMail', $2::boolean) where id = $1`,
        [accountId, settings.kinds.answered],
      );
    for (const handler of this.handlers) await handler(tx, accountId, settings);
  }

  /** Picks those of these accounts that are in a pause now, by the calendar of their time zone. */
  async paused(accountIds: readonly string[]): Promise<Set<string>> {
    if (accountIds.length === 0) return new Set();
    const rows = await this.database.ask<{ id: string }>(
      `select account_id id from email_settings where account_id = any($1) and ${isPaused('email_settings', '$2')}`,
      [accountIds, this.clock.now()],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** To be called after the commit of a change. */
  async announce(accountId: string): Promise<void> {
    if ((await this.paused([accountId])).has(accountId)) for (const listen of this.pauseListeners) listen(accountId);
  }

  /** A pause ends by the calendar of `timeZone`, as it does when e-mails are planned. */
  private demandPossible({ pausedUntil, digest }: EmailSettingsChange, timeZone: string): void {
    const zone = digest?.timeZone;
    if (typeof zone === 'string' && !isTimeZone(zone))
      throw invalidRequest([
        { pointer: '#/email/digest/timeZone', detail: 'Choose a time zone such as Europe/Paris.' },
      ]);
    if (typeof pausedUntil !== 'string') return;
    const day = (days: number): string => dateIn(timeZone, this.clock.in({ days }));
    if (pausedUntil <= day(0) || pausedUntil > day(PAUSE_DAYS_AT_MOST))
      throw invalidRequest([
        { pointer: '#/email/pausedUntil', detail: 'Choose a day after today, at most a year ahead.' },
      ]);
  }
}

/** SQL: whether a row of email_settings is of an account in a pause at a time. */
export const isPaused = (row: string, now: string): string =>
  `${row}.paused_until > (${now}::timestamptz at time zone coalesce(${row}.time_zone, 'UTC'))::date`;

function settingsOf({
  answersByMail,
  budget,
  rhythm,
  hour,
  timeZone,
  pausedUntil,
  words,
  ended,
}: EmailSettingsRow): EmailSettings {
  const isOn = (kind: string): boolean => (kind === 'answered' ? answersByMail : !ended.includes(kind));
  return {
    budget,
    digest: { rhythm, hour, timeZone },
    pausedUntil,
    words,
    kinds: Object.fromEntries(EMAIL_KINDS.map((kind) => [kind, isOn(kind)])) as Record<EmailKind, boolean>,
  };
}
