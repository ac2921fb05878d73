/** The words that a report or a decision is about. */
export interface JudgedWords {
  readonly kind: 'comment' | 'recap';
  readonly id: string;
}

/** The column of reports, decisions and claims that names words of a kind. */
export const COLUMN_OF: Readonly<Record<JudgedWords['kind'], string>> = { comment: 'comment_id', recap: 'recap_id' };

interface WordsColumns {
  readonly commentId: string | null;
  readonly recapId: string | null;
}

/** The two columns that name words, one of them null. */
export const columnsFor = ({ kind, id }: JudgedWords): WordsColumns => ({
  commentId: kind === 'comment' ? id : null,
  recapId: kind === 'recap' ? id : null,
});

/** The words of a row that names some. */
export const wordsIn = ({ commentId, recapId }: WordsColumns): JudgedWords =>
  recapId === null ? { kind: 'comment', id: commentId! } : { kind: 'recap', id: recapId };
