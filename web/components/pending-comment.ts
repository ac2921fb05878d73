/** The body of the request that posts a comment or a question. */
export interface CommentRequest {
  body: string;
  parentId?: string;
  personaId?: string;
  anonymous?: boolean;
}

/**
 * A comment being sent.
 * - `key` makes a repetition after a lost answer the same post.
 * - `after` is the number of the newest comment known at sending.
 * - `arrived`: the live feed brought it before the answer.
 */
export interface PendingComment {
  door: 'comments' | 'questions';
  comment: CommentRequest;
  key: string;
  state: 'sending' | 'arrived' | 'failed';
  after?: number;
}
