import { describe, expect, it } from '@jest/globals';
import type { Namespace } from 'socket.io';
import { RoomBroadcast } from './room-broadcast.ts';

/** As many in one room as wanted, somebody outside, and what each was sent, in order. */
function hall(
  readers: number,
  isWriting = false,
): { broadcast: RoomBroadcast; members: Set<string>; heard: [string, string][] } {
  const members = new Set(Array.from({ length: readers }, (_, i) => `reader ${i}`));
  const heard: [string, string][] = [];
  const eventIn = (frame: Buffer): string => (JSON.parse(frame.toString().slice(frame.indexOf('['))) as [string])[0];
  const sockets = new Map(
    [...members, 'outsider'].map((id) => [
      id,
      {
        conn: {
          readyState: 'open',
          writeBuffer: [],
          transport: {
            writable: true,
            socket: { _sender: { sendFrame: ([frame]: [Buffer]) => heard.push([id, eventIn(frame)]) } },
          },
        },
      },
    ]),
  );
  const broadcast = new RoomBroadcast(
    { name: '/live', adapter: { rooms: new Map([['hall', members]]) }, sockets } as unknown as Namespace,
    () => isWriting,
  );
  return { broadcast, members, heard };
}

describe('what is sent to a room', () => {
  it('reaches everybody once, and others get a turn before the last of many has it', async () => {
    const { broadcast, heard } = hall(1_000);
    const sending = broadcast.send('hall', 'news', {});
    const atOnce = heard.length;
    let then = 0;
    setImmediate(() => {
      then = heard.length;
    });
    await sending;
    expect(atOnce).toBeLessThan(1_000);
    expect(then).toBeLessThan(1_000);
    expect(new Set(heard.map(([id]) => id)).size).toBe(1_000);
    expect(heard).toHaveLength(1_000);
    expect(heard.map(([id]) => id)).not.toContain('outsider');
  });

  it('gives way to who posts, and still reaches everybody', async () => {
    const { broadcast, heard } = hall(500, true);
    const begun = performance.now();
    await broadcast.send('hall', 'news', {});
    // Fifteen pauses of a millisecond; timers may ring a little early.
    expect(performance.now() - begun).toBeGreaterThan(10);
    expect(new Set(heard.map(([id]) => id)).size).toBe(500);
  });

  it('leaves at once for a few, and for nobody where nobody is', () => {
    const { broadcast, heard } = hall(20);
    void broadcast.send('hall', 'news', {});
    expect(heard).toHaveLength(20);
    void broadcast.send('empty hall', 'news', {});
    expect(heard).toHaveLength(20);
  });

  it('leaves in the order in which it was handed over', async () => {
    const { broadcast, heard } = hall(500);
    await Promise.all(['first', 'second', 'third'].map((event) => broadcast.send('hall', event, {})));
    for (const reader of ['reader 0', 'reader 499'])
      expect(heard.filter(([id]) => id === reader).map(([, event]) => event)).toEqual(['first', 'second', 'third']);
  });

  it('is not for who left before their turn', async () => {
    const { broadcast, members, heard } = hall(500);
    const sending = broadcast.send('hall', 'news', {});
    members.clear();
    const before = heard.length;
    await sending;
    expect(heard).toHaveLength(before);
  });
});
