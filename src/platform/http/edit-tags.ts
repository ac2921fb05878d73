import { createHash } from 'node:crypto';
import { createParamDecorator, SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Precondition } from '../../kernel/precondition.ts';

/**
 * The `ETag` of a thing that can be edited: the version of what an edit changes, and behind a dot the bytes of this
 * answer. Weak, since bytes depend on the coding. `If-Match` is judged by the version alone, so that a vote or a reply
 * never spoils an edit.
 */
export function editTag(version: string, json?: string): string {
  if (json === undefined) return `W/"${version}"`;
  return `W/"${version}.${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`;
}

/** The versions an `If-Match` names (RFC 9110, 13.1.1). */
export function preconditionIn(ifMatch: string | undefined): Precondition {
  if (ifMatch === undefined) return Precondition.none;
  return new Precondition(ifMatch.split(',').map(versionIn));
}

/** The version that a hidden field of a form names; a form without one edits whatever is there. */
export const preconditionOfForm = (version: unknown): Precondition =>
  typeof version === 'string' && version !== '' ? new Precondition([version]) : Precondition.none;

const versionIn = (tag: string): string => tag.trim().replace(/^W\//, '').replaceAll('"', '').split('.')[0]!;

/** Reads `If-Match`; the document of the API finds by it which routes take that header. */
export const readIfMatch = (_: unknown, context: ExecutionContext): Precondition =>
  preconditionIn(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']);

/** The version that the writer means to edit, by `If-Match`. Routes that take it declare so by this parameter. */
export const IfMatch = createParamDecorator(readIfMatch);

export const VERSIONED = 'aftertalk:versioned';

/** For routes that answer with a thing that can be edited; `versionIn` tells its version from the answer. */
export const Versioned = <T>(versionOf: (answer: T) => string): CustomDecorator => SetMetadata(VERSIONED, versionOf);
