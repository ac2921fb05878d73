/** The body of the request that posts a comment or a question. */
export interface CommentFields {
  body: string;
  parentId?: string;
  personaId?: string;
  /** Of the author's first persona, which is made with it. */
  name?: string | undefined;
  anonymous?: boolean;
}

/**
 * A comment being sent.
 * - `key` makes a repetition after a lost answer the same post.
 * - `after` is the number of the newest comment known at sending.
 * - `arrived`: the live feed brought it before the answer.
 */
export interface OutgoingComment {
  path: 'comments' | 'questions';
  comment: CommentFields;
  key: string;
  state: 'sending' | 'arrived' | 'failed';
  after?: number;
}
