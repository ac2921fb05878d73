import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { Audit } from '../accounts/audit.ts';
import { GrantsQueries } from '../accounts/grants.queries.ts';
import { ACCESS, AUDITS_ITSELF, ScopeRegistry, type Access, type RequestWithActor } from '../platform/http/access.ts';

const READS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Records every write through a route for people with a grant, so that none is missed. Routes of verbs that write their
 * own entries are marked. A form that was refused, a dry run and a preview changed nothing, and are not recorded.
 */
@Injectable()
export class AuditRoutes implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly audit: Audit,
    private readonly grantsQueries: GrantsQueries,
    private readonly scopeRegistry: ScopeRegistry,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const places = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, places);
    const request = context.switchToHttp().getRequest<FastifyRequest & RequestWithActor>();
    const isPrivileged =
      access?.caller === 'organizer' || access?.caller === 'moderator' || access?.caller === 'talk-moderator';
    if (
      !access ||
      !isPrivileged ||
      READS.includes(request.method) ||
      !request.actor ||
      this.reflector.getAllAndOverride<boolean | undefined>(AUDITS_ITSELF, places)
    )
      return next.handle();
    const { accountId } = request.actor;
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        // Pages answer a refusal themselves, while the API throws it.
        if (reply.statusCode >= 400 || request.hasChangedNothing) return answer;
        const subject =
          access.scope && access.scope.kind !== 'any'
            ? ((request.params as Record<string, string>)[access.scope.param] ?? null)
            : null;
        const conferenceId =
          access.scope && subject !== null ? await this.scopeRegistry.conferenceOf(access.scope, subject) : null;
        await this.audit.noteAfter({
          conferenceId,
          accountId,
          role: await this.roleOf(access, accountId, conferenceId),
          action: `${request.method} ${request.routeOptions.url ?? ''}`,
          subject,
        });
        return answer;
      }),
    );
  }

  /** The role of the actor: an organizer is one also where moderators may act. */
  private async roleOf({ caller }: Access, accountId: string, conferenceId: string | null): Promise<string> {
    if (caller === 'organizer' || conferenceId === null) return caller;
    const { organizer } = await this.grantsQueries.rolesIn(accountId, conferenceId);
    return organizer ? 'organizer' : caller;
  }
}
