import { Injectable } from '@nestjs/common';
import { ThreadWriter } from './thread-writer.ts';
import { changeThreadWrite, type ChangeThreadInput } from './change-thread.write.ts';

/**
 * Changes what a thread is (title, lock, screening, slow mode, phases), with a number, so that every reader learns it.
 */
@Injectable()
export class ChangeThread {
  constructor(private readonly threadWriter: ThreadWriter) {}

  /**
   * `changesOf` sees the thread as locked. When it answers null, nothing is written, `also` is not called, and this
   * answers false; all else is written, whether it differs or not. Throws not-found, invalid-request for phases out of
   * order.
   */
  async change(threadId: string, input: ChangeThreadInput): Promise<boolean> {
    const { numbers } = await this.threadWriter.submit(threadId, changeThreadWrite, input);
    return numbers.length > 0;
  }
}
