import { Injectable } from '@nestjs/common';
import { ThreadWriter } from './thread-writer.ts';
import { changeThreadWrite, type ChangeThreadInput } from './change-thread.write.ts';

/**
 * Changes a thread (title, lock, screening, slow mode, phases) under a public number, so that every reader learns of
 * it.
 */
@Injectable()
export class ChangeThread {
  constructor(private readonly threadWriter: ThreadWriter) {}

  /**
   * `changesOf` sees the locked thread. When it returns null nothing is written, `also` is not called, and the result
   * is false; any other value is written, equal or not. Throws `not-found`, `invalid-request` for phases out of order.
   */
  async change(threadId: string, input: ChangeThreadInput): Promise<boolean> {
    const { numbers } = await this.threadWriter.submit(threadId, changeThreadWrite, input);
    return numbers.length > 0;
  }
}
