import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, from, mergeMap, switchMap, type Observable } from 'rxjs';
import { AddressDesk } from '../accounts/address-desk.ts';
import { Clock } from '../kernel/clock.ts';
import { keyConflict, unavailable } from '../kernel/common.problems.ts';
import { Database } from '../platform/database/database.ts';
import type { RequestWithActor } from '../platform/http/access.ts';
import { OWN_KEY, readKey } from '../platform/http/idempotency-key.ts';
import { MADE_BY_WRITES, READ_AGAIN, RepeatedAnswers, type AnswerKind } from '../platform/http/repeated-answers.ts';
import { openAnswer, sealAnswer } from './sealed-answer.ts';
import { WRITE_KEYS_KEPT_HOURS } from './session.policy.ts';

/** Seconds after which a write that is under way counts as dead with its server, and may be done again. */
const UNDER_WAY_SECONDS = 30;

interface StoredWrite {
  status: number;
  sealedAnswer: Buffer | null;
  bodyTag: Buffer;
}

/** A write with an Idempotency-Key. */
interface KeyedWrite {
  readonly tag: Buffer;
  readonly bodyTag: Buffer;
  /** Opens the stored answer; derived from the client's key, which is stored nowhere. */
  readonly secret: Buffer;
  /** The way to read the answer again; null where it is stored. */
  readonly kind: AnswerKind | null;
  readonly accountId: string;
  readonly params: Record<string, string>;
}

type Request = FastifyRequest & RequestWithActor;

/**
 * Handles the Idempotency-Key of all writes but comments: for 24 hours a repeat gets the first answer. An answer with
 * words that may be hidden, or about an address, is read again; all others are stored sealed.
 */
@Injectable()
export class ReplayWrites implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
    private readonly addressDesk: AddressDesk,
    private readonly repeatedAnswers: RepeatedAnswers,
    private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http' || this.declared<boolean>(OWN_KEY, context)) return next.handle();
    const request = context.switchToHttp().getRequest<Request>();
    // Handlers of pages send their replies themselves, so a repeat would never be answered.
    const mayRepeat = request.method !== 'GET' && (request.routeOptions.url ?? '').startsWith('/api/');
    const key = mayRepeat ? readKey(request.headers) : undefined;
    if (key === undefined || !request.actor) return next.handle();
    const write = this.keyedWrite(
      request,
      request.actor.accountId,
      key,
      this.declared<AnswerKind>(READ_AGAIN, context) ?? null,
    );
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return from(this.reserve(write)).pipe(
      switchMap((stored) => (stored ? from(this.repeat(stored, write, reply)) : this.handle(write, next, reply))),
    );
  }

  private declared<T>(name: string, context: ExecutionContext): T | undefined {
    return this.reflector.getAllAndOverride<T | undefined>(name, [context.getHandler(), context.getClass()]);
  }

  private keyedWrite(
    { method, url, body, params }: Request,
    accountId: string,
    key: string,
    kind: AnswerKind | null,
  ): KeyedWrite {
    return {
      tag: this.addressDesk.tag('write-key', accountId, key),
      bodyTag: this.addressDesk.tag(
        'write-body',
        method,
        url,
        Buffer.isBuffer(body) ? body : JSON.stringify(body ?? null),
      ),
      secret: this.addressDesk.tag('write-answer', accountId, key),
      kind,
      accountId,
      params: params as Record<string, string>,
    };
  }

  private handle({ tag, secret, kind }: KeyedWrite, next: CallHandler, reply: FastifyReply): Observable<unknown> {
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        const kept = keptOf(kind, answer);
        const sealed = kept === null ? null : sealAnswer(secret, kept.answer);
        await this.database.ask('update write_keys set status = $2, sealed_answer = $3 where tag = $1', [
          tag,
          reply.statusCode,
          sealed,
        ]);
        return answer;
      }),
      // A refused write did nothing, so its key is free again.
      catchError(async (refused: unknown) => {
        await this.database.ask('delete from write_keys where tag = $1', [tag]).catch(() => undefined);
        throw refused;
      }),
    );
  }

  private async repeat(
    { status, sealedAnswer }: StoredWrite,
    { kind, secret, accountId, params }: KeyedWrite,
    reply: FastifyReply,
  ): Promise<unknown> {
    const kept = sealedAnswer && openAnswer(secret, sealedAnswer);
    const made = kind !== null && MADE_BY_WRITES.has(kind) ? (kept as { id: string } | null)?.id : undefined;
    const answer = kind === null ? kept : await this.repeatedAnswers.readAgain(kind, { accountId, params, made });
    void reply.status(status).header('idempotency-replayed', 'true');
    return answer ?? undefined;
  }

  /**
   * Null when the key was free and is now reserved. Throws `idempotency-key-conflict`, `unavailable` (the first is
   * under way).
   */
  private async reserve({ tag, bodyTag }: KeyedWrite): Promise<StoredWrite | null> {
    await this.database.ask('delete from write_keys where made_at < $1 or (tag = $2 and status = 0 and made_at < $3)', [
      this.clock.ago({ hours: WRITE_KEYS_KEPT_HOURS }),
      tag,
      this.clock.ago({ seconds: UNDER_WAY_SECONDS }),
    ]);
    const made = await this.database.ask(
      `insert into write_keys (tag, body_tag, status, made_at)
       values ($1, $2, 0, $3)
       on conflict do nothing
       returning tag`,
      [tag, bodyTag, this.clock.now()],
    );
    if (made.length > 0) return null;
    const [stored] = await this.database.ask<StoredWrite>(
      'select status, sealed_answer "sealedAnswer", body_tag "bodyTag" from write_keys where tag = $1',
      [tag],
    );
    if (stored && !stored.bodyTag.equals(bodyTag)) throw keyConflict();
    if (!stored || stored.status === 0) throw unavailable({}, { retryAfterSeconds: 1 });
    return stored;
  }
}

/** The stored part of an answer: all of it, the id of what was made, or nothing. */
function keptOf(kind: AnswerKind | null, answer: unknown): { answer: unknown } | null {
  if (kind === null) return { answer };
  return MADE_BY_WRITES.has(kind) ? { answer: { id: (answer as { id: string }).id } } : null;
}
