/** What a question of an import asks: whether two talks are one, or whether a talk is cancelled. */
export type ImportQuestionKind = 'same-talk' | 'cancelled';

/** What an organizer answers to a question of an import. */
export type ImportAnswer = 'same' | 'new' | 'cancelled' | 'takes-place';
