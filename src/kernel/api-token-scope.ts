/** The scopes of API tokens; each route belongs to one at most. */
export const API_TOKEN_SCOPES = ['read', 'comments:write', 'questions:write', 'moderate', 'organize'] as const;

export type ApiTokenScope = (typeof API_TOKEN_SCOPES)[number];
