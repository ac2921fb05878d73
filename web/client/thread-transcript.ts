import { api, Refused } from './api.ts';
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

/** Reads the page anew when its thread is gone, as that of a hidden recap, so that its words do not stay. */
function leaveGone(error: unknown): never {
  if (error instanceof Refused && (error.document.status === 404 || error.document.status === 410)) location.reload();
  throw error;
}
