const nothing: MethodDecorator = () => undefined;

/**
 * Says what a handler answers that writes its reply itself. It does nothing when the server runs, because the compiler
 * reads its type for the API's document. A handler that returns what it answers needs none.
 */
export const Answers = <_Body>(): MethodDecorator => nothing;

/** Says what a handler answers with another status than its usual one. */
export const AlsoAnswers = <_Body>(_status: number): MethodDecorator => nothing;
