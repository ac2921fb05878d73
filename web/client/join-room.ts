import type { Socket } from 'socket.io-client';

/** The answer to `thread:join` and `desk:join`. */
type JoinAnswer = { ok: true } | { ok: false; problem: { status: number } };

/** Pause before a refused join is sent again, in milliseconds, each page its own time. */
const AGAIN_MS = { from: 500, to: 3_000 };

/**
 * Joins a room of the live part over a connection that is open; calls `answered` after each answer. A forum without
 * time for it (429, 5xx) is asked again for as long as the connection lasts: outside the room nothing comes, and
 * nothing tells that it does not.
 */
export function joinRoom(socket: Socket, event: string, threadId: string, answered: () => void): void {
  const { id } = socket;
  socket.emit(event, { threadId }, (answer: JoinAnswer) => {
    answered();
    if (answer.ok || !isPassing(answer.problem.status)) return;
    const pause = AGAIN_MS.from + Math.random() * (AGAIN_MS.to - AGAIN_MS.from);
    // A later connection joins by itself.
    setTimeout(() => socket.connected && socket.id === id && joinRoom(socket, event, threadId, answered), pause);
  });
}

const isPassing = (status: number): boolean => status === 429 || status >= 500;
