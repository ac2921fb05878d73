import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { words } from '../../locales/catalogues.ts';
import { AddressDesk } from '../accounts/address-desk.ts';
import { EndLetters } from '../accounts/end-letters.ts';
import { Notices } from '../accounts/notices.ts';
import { Clock } from '../kernel/clock.ts';
import { Config } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';
import { Log } from '../platform/logging/log.ts';
import { Repeated } from '../platform/repeated.ts';

interface Due { id: string; accountId: string; locale: 'fr' | 'en'; isWanted: boolean; title: string | null; path: string | null }

const LOOK_EVERY_MS = 5_000;
const AT_ONCE = 20;

/**
 * One letter to who asked, when the question is answered; off at a click in one's settings. The notice was written in
 * the transaction of the answer. Whether question and answer may still be shown is asked at the moment of sending, and
 * the letter carries a link and no words of either. A letter that could not be handed over is tried again after five
 * minutes, for a day.
 */
@Injectable()
export class LettersAboutAnswers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly looking: Repeated;
  private readonly deaf: () => void;

  constructor(private readonly database: Database, private readonly desk: AddressDesk, private readonly end: EndLetters, private readonly config: Config, private readonly clock: Clock, private readonly log: Log, notices: Notices) {
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
    for (let due = await this.take(); due.length > 0; due = await this.take()) await Promise.all(due.map((letter) => this.send(letter)));
  }

  /** What nobody else is sending; noted as tried before it is, so that no other node sends it too. */
  private take(): Promise<Due[]> {
    const now = this.clock.now();
    return this.database.ask<Due>(
      `with taken as (
         update account_notices set letter_tried_at = $1 where id in (
           select id from account_notices where kind = 'answered' and letter_left_at is null and at > clock_timestamp() - interval '1 day'
             and (letter_tried_at is null or letter_tried_at < $1::timestamptz - interval '5 minutes') order by at limit ${AT_ONCE} for update skip locked)
         returning id, account_id, comment_id)
       select n.id, n.account_id "accountId", a.locale, coalesce((a.settings->>'answersByMail')::boolean, true) "isWanted", t.title, '/c/' || c.slug || '/t/' || t.slug || '?comment=' || m.id || '#c-' || m.id path
       from taken n join accounts a on a.id = n.account_id
       left join comments m on m.id = n.comment_id and m.seq is not null and m.held_at is null and m.withheld_at is null and m.withdrawn_at is null and m.question_status = 'answered'
         and not exists (select from comments w where w.id = m.answer_id and (w.seq is null or w.held_at is not null or w.withheld_at is not null or w.withdrawn_at is not null))
       left join threads t on t.id = m.thread_id left join conferences c on c.id = t.conference_id`,
      [now],
    );
  }

  private async send({ id, accountId, locale, isWanted, title, path }: Due): Promise<void> {
    try {
      if (isWanted && title !== null && path !== null) {
        const say = words(locale);
        const [url, end] = [this.config.publicUrl + path, await this.end.linkFor(accountId)];
        if (end !== null) await this.desk.writeTo(accountId, { subject: say('mails.answered.subject', { title }), text: say('mails.answered.text', { title, url, end }), hint: url, end });
      }
      await this.database.ask('update account_notices set letter_left_at = $2 where id = $1', [id, this.clock.now()]);
    } catch (error) {
      this.log.warn({ error }, 'a letter about an answer could not be sent and will be tried again');
    }
  }
}
