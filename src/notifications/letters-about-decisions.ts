import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { words } from '../../locales/catalogues.ts';
import { AddressDesk } from '../accounts/address-desk.ts';
import { Notices } from '../accounts/notices.ts';
import { DueLetters, type Due } from '../moderation/due-letters.ts';
import { APPEAL_DAYS, APPEALABLE, APPEALABLE_BY_REPORTER } from '../moderation/moderation.policy.ts';
import { Config } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';
import { Log } from '../platform/logging/log.ts';
import { Repeated } from '../platform/repeated.ts';

interface About { kind: string; rule: string | null; reason: string; until: Date | null; isFromReport: boolean; isAutomated: boolean; isReversal: boolean; conferenceTitle: string; timeZone: string; ruleTitle: string | null; threadTitle: string | null; slug: string }

const LOOK_EVERY_MS = 5_000;

/**
 * Letters about decisions: the statement of reasons to whom it is about, the outcome to who reported without an
 * account, the head of the ledger to organizers. What they say is read when they are sent; never the words of a comment.
 */
@Injectable()
export class LettersAboutDecisions implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly looking: Repeated;
  private readonly deaf: () => void;

  constructor(private readonly due: DueLetters, private readonly database: Database, private readonly desk: AddressDesk, private readonly config: Config, private readonly log: Log, notices: Notices) {
    this.looking = new Repeated(() => this.sendDue(), LOOK_EVERY_MS, log);
    this.deaf = notices.listen(() => void this.looking.soon());
  }

  onApplicationBootstrap(): void {
    this.looking.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    this.deaf();
    return this.looking.stop();
  }

  private async sendDue(): Promise<void> {
    for (let due = await this.due.take(); due.length > 0; due = await this.due.take()) await Promise.all(due.map((letter) => this.send(letter)));
  }

  private async send(letter: Due): Promise<void> {
    try {
      await this.desk.writeTo(letter.accountId, await this.write(letter));
      await this.due.left(letter.id);
    } catch (error) {
      this.log.warn({ error }, 'a letter about a decision could not be sent and will be tried again');
    }
  }

  private async write(letter: Due): Promise<{ subject: string; text: string; hint: string }> {
    const say = words(letter.locale);
    const about = await this.about(letter);
    const place = { conference: about.conferenceTitle };
    if (letter.kind === 'ledger-head') {
      const url = `${this.config.publicUrl}/c/${about.slug}/ledger`;
      return { subject: say('mails.ledgerHead.subject', place), text: say('mails.ledgerHead.text', { ...place, ...letter.facts, url, head: `${about.slug}:${letter.facts['n']}:${letter.facts['hash']}` }), hint: url };
    }
    if (letter.kind === 'holds-stopped') {
      const url = `${this.config.publicUrl}/organize/${about.slug}/queue?kind=reported`;
      return { subject: say('mails.holdsStopped.subject', place), text: say('mails.holdsStopped.text', { ...place, url }), hint: url };
    }
    if (letter.kind === 'report-warned') return { subject: say('mails.reportWarned.subject', place), text: say('mails.reportWarned.text', place), hint: 'warning' };
    const url = letter.kind === 'report-decided' ? `${this.config.publicUrl}/reports/${letter.receipt}` : `${this.config.publicUrl}/me/statements/${letter.decisionId}`;
    const facts = factsOf(about, letter);
    if (letter.kind === 'statement') return { subject: say(`mails.statement.subjects.${about.kind}`, place), text: say('mails.statement.text', { ...place, what: say(`mails.statement.what.${about.kind}`, { title: about.threadTitle ?? about.conferenceTitle }), facts, url, appeal: say(APPEALABLE.includes(about.kind) ? 'mails.statement.mayAppeal' : 'mails.statement.mayNotAppeal', { days: APPEAL_DAYS }) }), hint: url };
    const outcome = say(`mails.reportDecided.outcomes.${about.isReversal ? 'changed' : APPEALABLE_BY_REPORTER.includes(about.kind) ? 'dismissed' : about.kind === 'uphold' ? 'upheld' : 'decided'}`);
    return { subject: say('mails.reportDecided.subject', place), text: say('mails.reportDecided.text', { ...place, outcome, facts, url }), hint: url };
  }

  private async about({ conferenceId, decisionId }: Due): Promise<About> {
    const [row] = await this.database.ask<About>(
      `select d.kind, d.rule, d.reason, d.until, d.is_from_report "isFromReport", d.is_automated "isAutomated", d.appeal_id is not null and d.reverses_id is not null "isReversal", c.title "conferenceTitle", c.time_zone "timeZone", c.slug, t.title "threadTitle",
         (select r->>'title' from jsonb_array_elements(c.settings->'rules') r where r->>'key' = d.rule limit 1) "ruleTitle"
       from conferences c left join decisions d on d.id = $2 left join threads t on t.id = d.thread_id where c.id = $1`, [conferenceId, decisionId]);
    return row!;
  }
}

/** What article 17 asks for, a line each: rule, reason, end, how it came about. */
function factsOf(about: About, { locale }: Due): string {
  const say = words(locale);
  return [
    ...(about.rule === null ? [] : [say('mails.statement.facts.rule', { rule: about.ruleTitle ?? about.rule })]),
    ...(about.reason === '' ? [] : [say('mails.statement.facts.reason', { reason: about.reason })]),
    ...(about.until === null ? [] : [say('mails.statement.facts.until', { until: new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', { timeZone: about.timeZone, dateStyle: 'long', timeStyle: 'short' }).format(about.until) })]),
    ...(about.kind === 'suspend' && about.until === null ? [say('mails.statement.facts.forGood')] : []),
    say(about.isFromReport ? 'mails.statement.facts.fromReport' : 'mails.statement.facts.ownLook'),
    say(about.isAutomated ? 'mails.statement.facts.automated' : 'mails.statement.facts.byPerson'),
  ].join('\n');
}
