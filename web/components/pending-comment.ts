/** The body of the request that posts a comment or a question. */
export interface CommentRequest {
  body: string;
  parentId?: string;
  personaId?: string;
  anonymous?: boolean;
}

/**
 * Words on their way. `key` makes a repeat after a cut answer the same post; `after` is the number of the newest
 * comment that was known when they left; `arrived`: the live feed has brought them before the answer to their request.
 */
export interface PendingComment {
  door: 'comments' | 'questions';
  comment: CommentRequest;
  key: string;
  state: 'sending' | 'arrived' | 'failed';
  after?: number;
}
