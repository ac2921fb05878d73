import { Injectable } from '@nestjs/common';
import type { Namespace, Socket } from 'socket.io';
import { Log } from '../platform/logging/log.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { connectionOf, waitingOn } from './engine-connection.ts';

/**
 * Most bytes that may wait for a reader, who is then disconnected and asks for what is missing after reconnecting; and
 * how often it is checked, in milliseconds.
 */
const WAITING_AT_MOST = 1024 * 1024;
const LOOK_EVERY_MS = 1_000;

/** Disconnects readers that take frames too slowly. Checked once a second, not at every frame. */
@Injectable()
export class SlowReaders {
  private namespace: Namespace | undefined;

  constructor(
    private readonly log: Log,
    recurringTasks: RecurringTasks,
  ) {
    recurringTasks.add({
      name: 'live/drop-slow-readers',
      does: 'Drops connections whose client does not read what is sent.',
      everyMs: LOOK_EVERY_MS,
      run: async () => {
        for (const socket of this.namespace?.sockets.values() ?? []) this.dropIfSlow(socket);
      },
    });
  }

  attend(namespace: Namespace): void {
    this.namespace = namespace;
  }

  /**
   * Returns whether it was slow. Closes the connection without a message, which would not arrive; clients reconnect by
   * themselves.
   */
  dropIfSlow(socket: Socket): boolean {
    const line = connectionOf(socket);
    const waiting = waitingOn(line);
    if (waiting <= WAITING_AT_MOST) return false;
    this.log.info({ waiting }, 'a slow reader was let go');
    if (line.transport.socket) line.transport.socket.terminate();
    else line.close(true);
    return true;
  }
}
