import { Injectable } from '@nestjs/common';
import { ThreadWriter } from '../threads/thread-writer.ts';
import { CommentsQueries } from './comments.queries.ts';
import { withholdNoteWrite, type ExtraNoteWrite, type NoteChange } from './withhold-note.write.ts';

/** Withholds and restores the note of a question for moderation. The question itself stays unchanged. */
@Injectable()
export class WithholdNote {
  constructor(
    private readonly threadWriter: ThreadWriter,
    private readonly commentsQueries: CommentsQueries,
  ) {}

  /** Throws `not-found` (also without a note), `note-wrong-state`. */
  withhold(commentId: string, also: ExtraNoteWrite): Promise<void> {
    return this.change({ commentId, to: 'withheld', also });
  }

  /** Throws `not-found` (also without a note), `note-wrong-state`. */
  restore(commentId: string, also: ExtraNoteWrite): Promise<void> {
    return this.change({ commentId, to: 'visible', also });
  }

  private async change(change: NoteChange): Promise<void> {
    const { threadId } = await this.commentsQueries.get(change.commentId);
    await this.threadWriter.submit(threadId, withholdNoteWrite, change);
  }
}
