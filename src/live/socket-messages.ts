import { Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';
import { negotiateLocale } from '../../locales/words.ts';
import { stopwatch } from '../kernel/clock.ts';
import { invalidRequest, tooMany } from '../kernel/common.problems.ts';
import { blindId } from '../kernel/ids.ts';
import { Problem } from '../kernel/problem.ts';
import { Config } from '../platform/config/settings.ts';
import { asRefusal } from '../platform/database/away.ts';
import { FairEntrance } from '../platform/http/fair-entrance.ts';
import { bugDocument, problemDocument } from '../platform/http/problem-document.ts';
import { Throttle } from '../platform/http/throttle.ts';
import { Log } from '../platform/logging/log.ts';
import { eventUnknown } from './live.problems.ts';
import { SlowReaders } from './slow-readers.ts';

/** Most messages of a socket that wait for their answers. */
const WAITING = 20;
/** Messages a socket may send in WINDOW_MS milliseconds; one that sends ten times as many is disconnected. */
const MESSAGES = 200;
const FLOOD = 10 * MESSAGES;
const WINDOW_MS = 10_000;

export type SocketHandler = (socket: Socket, message: Record<string, unknown>) => Promise<object>;
export type SocketHandlers = ReadonlyMap<string, SocketHandler>;

/**
 * Handles the messages of sockets: each is acknowledged, refusals too, in the order of arrival, and at a limited rate.
 */
@Injectable()
export class SocketMessages {
  constructor(
    private readonly config: Config,
    private readonly log: Log,
    private readonly slowReaders: SlowReaders,
    private readonly throttle: Throttle,
    private readonly fairEntrance: FairEntrance,
  ) {}

  attend(socket: Socket, handlers: SocketHandlers): void {
    let waiting = 0;
    let spent = 0;
    let last: Promise<unknown> = Promise.resolve();
    let window = stopwatch();
    const household = this.throttle.householdOf(socket.request);
    socket.onAny((event: string, ...args: unknown[]) => {
      const reply = args.at(-1);
      const acknowledge = typeof reply === 'function' ? (reply as (answer: object) => void) : () => undefined;
      if (window() > WINDOW_MS) [window, spent] = [stopwatch(), 0];
      spent += 1;
      if (this.slowReaders.dropIfSlow(socket)) return;
      if (spent > FLOOD && this.config.get('RATE_LIMITS')) return void socket.disconnect(true);
      if (waiting >= WAITING || (spent > MESSAGES && this.config.get('RATE_LIMITS')))
        return acknowledge(this.refusal(socket, tooMany({ seconds: 10 }, { retryAfterSeconds: 10 })));
      waiting += 1;
      // One after the other, so that joining and then leaving ends outside.
      last = last
        .then(() =>
          this.answer(
            socket,
            () => this.inTurn(household, () => handle(socket, handlers, event, args[0])),
            acknowledge,
          ),
        )
        .finally(() => {
          waiting -= 1;
        });
    });
  }

  /** A socket that has not taken earlier answers gets no more, because they would only pile up. */
  private async answer(
    socket: Socket,
    handling: () => Promise<object>,
    acknowledge: (answer: object) => void,
  ): Promise<void> {
    if (!socket.connected || this.slowReaders.dropIfSlow(socket)) return;
    acknowledge(
      await handling().then(
        (facts) => ({ ok: true, ...facts }),
        (error: unknown) => this.refusal(socket, error),
      ),
    );
  }

  /** Throws `unavailable` for a household that waited too long, and what `handling` throws. */
  private async inTurn(household: string | null, handling: () => Promise<object>): Promise<object> {
    if (household === null) return handling();
    const leave = await this.fairEntrance.enter(household);
    try {
      return await handling();
    } finally {
      leave();
    }
  }

  private refusal(socket: Socket, thrown: unknown): object {
    const error = asRefusal(thrown);
    const requestId = blindId();
    const locale = negotiateLocale(socket.handshake.headers['accept-language'], 'en');
    if (error instanceof Problem) return { ok: false, problem: problemDocument(error, locale, requestId) };
    this.log.error({ error, requestId }, 'a socket message failed');
    return { ok: false, problem: bugDocument(requestId) };
  }
}

async function handle(socket: Socket, handlers: SocketHandlers, event: string, message: unknown): Promise<object> {
  const handler = handlers.get(event);
  if (!handler) throw eventUnknown();
  if (typeof message !== 'object' || message === null || Array.isArray(message))
    throw invalidRequest([{ pointer: '#', detail: 'Send one object.' }]);
  return handler(socket, message as Record<string, unknown>);
}
