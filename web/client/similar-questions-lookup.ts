import { api } from './api.ts';
import type { Comment } from '../components/shapes.ts';

/** How long typing has to pause before similar questions are looked for, in milliseconds. */
const PAUSE_MS = 400;

/** Looks for similar questions once typing pauses; asking does not need it. */
export class SimilarQuestionsLookup {
  private waiting = 0;

  constructor(
    private readonly threadId: string,
    private readonly found: (typed: string, similar: Comment[]) => void,
  ) {}

  look(body: string): void {
    clearTimeout(this.waiting);
    const typed = body.trim();
    if (typed.length < 8 || typed.length > 500) return;
    this.waiting = window.setTimeout(() => {
      void api
        .get<{ items: Comment[] }>(`/threads/${this.threadId}/questions/similar?q=${encodeURIComponent(typed)}`)
        .then(
          ({ items }) => this.found(typed, items),
          () => undefined,
        );
    }, PAUSE_MS);
  }
}
