import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, from, mergeMap, of, switchMap, type Observable } from 'rxjs';
import { AddressDesk } from '../accounts/address-desk.ts';
import { Clock } from '../kernel/clock.ts';
import { keyConflict, unavailable } from '../kernel/common.problems.ts';
import { Database } from '../platform/database/database.ts';
import type { RequestWithActor } from '../platform/http/access.ts';
import { OWN_KEY, readKey } from '../platform/http/idempotency-key.ts';
import { WRITE_KEYS_KEPT_HOURS } from './session.policy.ts';

/** A write that has been under way for longer has died with its server, and may be done again. */
const UNDER_WAY_SECONDS = 30;

interface Known { status: number; answer: unknown; bodyTag: Buffer; madeAt: Date }

/** The Idempotency-Key of writes that are not comments: the repeat is answered as the first was, for 24 hours. */
@Injectable()
export class ReplayWrites implements NestInterceptor {
  constructor(private readonly reflector: Reflector, private readonly database: Database, private readonly desk: AddressDesk, private readonly clock: Clock) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http' || this.reflector.getAllAndOverride<boolean>(OWN_KEY, [context.getHandler(), context.getClass()])) return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest & RequestWithActor>();
    const key = request.method === 'GET' ? undefined : readKey(request.headers);
    if (key === undefined || !request.actor) return next.handle();
    const tag = this.desk.tag('write-key', request.actor.accountId, key);
    const bodyTag = this.desk.tag('write-body', request.method, request.url, Buffer.isBuffer(request.body) ? request.body : JSON.stringify(request.body ?? null));
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return from(this.reserve(tag, bodyTag)).pipe(switchMap((known) => (known ? of(replay(known, reply)) : this.handle(tag, next, reply))));
  }

  private handle(tag: Buffer, next: CallHandler, reply: FastifyReply): Observable<unknown> {
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        await this.database.ask('update write_keys set status = $2, answer = $3 where tag = $1', [tag, reply.statusCode, JSON.stringify(answer ?? null)]);
        return answer;
      }),
      // Refused: nothing was done, so the key is free again.
      catchError(async (refused: unknown) => {
        await this.database.ask('delete from write_keys where tag = $1', [tag]).catch(() => undefined);
        throw refused;
      }),
    );
  }

  /** Null: the key is ours now. Throws idempotency-key-conflict, or unavailable while the first is still under way. */
  private async reserve(tag: Buffer, bodyTag: Buffer): Promise<Known | null> {
    await this.database.ask('delete from write_keys where made_at < $1 or (tag = $2 and status = 0 and made_at < $3)', [this.clock.ago({ hours: WRITE_KEYS_KEPT_HOURS }), tag, this.clock.ago({ seconds: UNDER_WAY_SECONDS })]);
    const made = await this.database.ask(`insert into write_keys (tag, body_tag, status, answer, made_at) values ($1, $2, 0, 'null', $3) on conflict do nothing returning tag`, [tag, bodyTag, this.clock.now()]);
    if (made.length > 0) return null;
    const [known] = await this.database.ask<Known>('select status, answer, body_tag "bodyTag" from write_keys where tag = $1', [tag]);
    if (known && !known.bodyTag.equals(bodyTag)) throw keyConflict();
    if (!known || known.status === 0) throw unavailable({}, { retryAfterSeconds: 1 });
    return known;
  }
}

function replay({ status, answer }: Known, reply: FastifyReply): unknown {
  void reply.status(status).header('idempotency-replayed', 'true');
  return answer ?? undefined;
}
