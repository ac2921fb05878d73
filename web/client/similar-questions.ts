import { api } from './api.ts';
import type { CommentShape } from '../components/shapes.ts';

/** Pause in typing before similar questions are looked for, in milliseconds. */
const PAUSE_MS = 400;

/** Looks for questions similar to the typed one once typing pauses; asking does not need it. */
export function similarQuestions(
  threadId: string,
  found: (typed: string, similar: CommentShape[]) => void,
): (body: string) => void {
  let waiting = 0;
  return (body) => {
    clearTimeout(waiting);
    const typed = body.trim();
    if (typed.length < 8 || typed.length > 500) return;
    waiting = window.setTimeout(() => {
      void api
        .get<{ items: CommentShape[] }>(`/threads/${threadId}/questions/similar?q=${encodeURIComponent(typed)}`)
        .then(
          ({ items }) => found(typed, items),
          () => undefined,
        );
    }, PAUSE_MS);
  };
}
