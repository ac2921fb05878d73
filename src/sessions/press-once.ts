import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { AddressDesk } from '../accounts/address-desk.ts';
import { Clock, stopwatch } from '../kernel/clock.ts';
import { unavailable } from '../kernel/common.problems.ts';
import { Database } from '../platform/database/database.ts';
import { openAnswer, sealAnswer } from './sealed-answer.ts';

/** Longest wait of a second press for the outcome of the first one, in milliseconds. */
const PATIENCE_MS = 10_000;
const LOOK_EVERY_MS = 50;
/** Seconds after which a press that is under way counts as dead with its server. */
const UNDER_WAY_SECONDS = 30;

/** A form as sent: `once` is a random key that its page was drawn with. */
interface PressedForm {
  accountId: string;
  form: Readonly<Record<string, unknown>>;
}

interface FirstPress {
  status: number;
  sealedAnswer: Buffer | null;
}

/**
 * Does the work of a form once, however often its button is pressed: the second press waits for the first and gets what
 * that got. A form that was changed in between, as after going back, is another one.
 */
@Injectable()
export class PressOnce {
  constructor(
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
    private readonly clock: Clock,
  ) {}

  /** The answer of `work` must be JSON. Throws what `work` throws, after which the form is new again; `unavailable`. */
  async press<T>({ accountId, form }: PressedForm, work: () => Promise<T>): Promise<T> {
    const { once } = form;
    if (typeof once !== 'string' || once === '') return work();
    const sent = JSON.stringify(Object.entries(form).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const tag = this.addressDesk.tag('form', accountId, once, sent);
    const secret = this.addressDesk.tag('form-answer', accountId, once, sent);
    const waited = stopwatch();
    while (waited() < PATIENCE_MS) {
      if (await this.reserve(tag)) return this.first(tag, secret, work);
      const [before] = await this.database.ask<FirstPress>(
        'select status, sealed_answer "sealedAnswer" from write_keys where tag = $1',
        [tag],
      );
      if (before?.sealedAnswer) return openAnswer(secret, before.sealedAnswer) as T;
      await pause(LOOK_EVERY_MS);
    }
    throw unavailable({}, { retryAfterSeconds: 1 });
  }

  private async first<T>(tag: Buffer, secret: Buffer, work: () => Promise<T>): Promise<T> {
    try {
      const answer = await work();
      await this.database.ask('update write_keys set status = 200, sealed_answer = $2 where tag = $1', [
        tag,
        sealAnswer(secret, answer),
      ]);
      return answer;
    } catch (refused) {
      // A refused form did nothing, so it may be sent again.
      await this.database.ask('delete from write_keys where tag = $1', [tag]).catch(() => undefined);
      throw refused;
    }
  }

  private async reserve(tag: Buffer): Promise<boolean> {
    await this.database.ask('delete from write_keys where tag = $1 and status = 0 and made_at < $2', [
      tag,
      this.clock.ago({ seconds: UNDER_WAY_SECONDS }),
    ]);
    const made = await this.database.ask(
      `insert into write_keys (tag, body_tag, status, made_at)
       values ($1, $1, 0, $2)
       on conflict do nothing
       returning tag`,
      [tag, this.clock.now()],
    );
    return made.length > 0;
  }
}
