/** The subject of an import's question: whether two talks are one, or whether a talk is cancelled. */
export type ImportQuestionKind = 'same-talk' | 'cancelled';

/** The answer of an organizer to a question of an import. */
export type ImportAnswer = 'same' | 'new' | 'cancelled' | 'takes-place';
