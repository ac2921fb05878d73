import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const CREATED_AT = 'aftertalk:created-at';

/**
 * The path at which a created thing is found, for the `Location` of a 201 (RFC 9110, 10.2.2): its own, or that of the
 * list it is in. `:id` and the like come from the answer, else from the path that was asked.
 */
export const CreatedAt = (path: string): CustomDecorator => SetMetadata(CREATED_AT, path);

/** The path with its parameters filled. */
export const locationOf = (
  path: string,
  answer: Readonly<Record<string, unknown>>,
  params: Readonly<Record<string, string>>,
): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const given = answer[name];
    return encodeURIComponent(typeof given === 'string' ? given : (params[name] ?? ''));
  });

/** The path of a comment, of whatever kind. */
export const COMMENT_PATH = '/api/v1/comments/:id';
