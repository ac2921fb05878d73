import { api, RefusedRequest } from './api.ts';
import type { CommentLoader } from './comment-loader.ts';
import { pauseBeforeRetry } from './pause-before-retry.ts';
import type { ChangesShape, CommentsPageShape } from '../components/shapes.ts';
import { TranscriptClient } from '../components/transcript-client.ts';

/** Keeps a thread current over HTTP; `reloaded` is called with its pages after a reset. */
export function transcriptOf(
  threadId: string,
  loader: CommentLoader,
  on: { changed: () => void; reloaded: (pages: CommentsPageShape[]) => void },
): TranscriptClient {
  const transcript = new TranscriptClient(
    {
      load: () => loader.all(),
      changes: (after) => api.get<ChangesShape>(`/threads/${threadId}/changes?after=${after}`).catch(leaveGone),
    },
    {
      changed: on.changed,
      reloaded: (pages) => {
        on.reloaded(pages);
        // After a reset all rows are dropped, also those above the thread.
        void loader.aside(transcript.thread?.announcementId ?? null).then(
          (rows) => transcript.merge(rows),
          () => undefined,
        );
      },
    },
    pauseBeforeRetry,
  );
  return transcript;
}

/** Time for which a form may be on its way to the page that answers it, in milliseconds. */
const SENT_WITHIN_MS = 10_000;
let sentAt = -Infinity;
document.addEventListener('submit', (event) => {
  if (!event.defaultPrevented) sentAt = performance.now();
});

/**
 * Reads the page anew when its thread is gone, as that of a hidden recap, so that its words do not stay. A form that
 * hides it leads to a page of its own, which the reload would cut off.
 */
function leaveGone(error: unknown): never {
  const isGone = error instanceof RefusedRequest && (error.document.status === 404 || error.document.status === 410);
  if (isGone && performance.now() - sentAt > SENT_WITHIN_MS) location.reload();
  throw error;
}
