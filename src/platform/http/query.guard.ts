import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import { invalidRequest } from '../../kernel/common.problems.ts';
import { pointerPart } from './input.pipe.ts';
import { isForApi } from './request-path.ts';

/**
 * Refuses every query field on API routes that read no query; the others refuse unknown fields by their request class.
 */
@Injectable()
export class QueryGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const [stray] = Object.keys(request.query as object);
    if (!isForApi(request) || stray === undefined || readsQuery(context)) return true;
    throw invalidRequest([
      { pointer: `#/query/${pointerPart(stray)}`, detail: 'Leave this field out: nothing here is called that.' },
    ]);
  }
}

function readsQuery(context: ExecutionContext): boolean {
  const read = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) ??
    {}) as Record<string, unknown>;
  return Object.keys(read).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
}
