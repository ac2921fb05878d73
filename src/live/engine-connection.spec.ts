import { describe, expect, it } from '@jest/globals';
import { eventPacket, sendPacket, type EngineConnection } from './engine-connection.ts';

/** A frame as its reader takes it apart: RFC 6455, 5.2. */
function readIn(frame: Buffer): { firstByte: number; length: number; text: string } {
  const short = frame[1]!;
  const read = (length: number, head: number) => ({
    firstByte: frame[0]!,
    length,
    text: frame.subarray(head).toString(),
  });
  if (short < 126) return read(short, 2);
  return short === 126 ? read(frame.readUInt16BE(2), 4) : read(Number(frame.readBigUInt64BE(2)), 10);
}

/** A line in some state, and by which way packets left it. */
function line({
  isWebSocket = true,
  writable = true,
  ...state
}: {
  readyState?: string;
  isWebSocket?: boolean;
  writable?: boolean;
  writeBuffer?: EngineConnection['writeBuffer'];
} = {}): {
  line: EngineConnection;
  left: string[];
} {
  const left: string[] = [];
  const socket = { bufferedAmount: 0, terminate: () => undefined, _sender: { sendFrame: () => left.push('at once') } };
  return {
    left,
    line: {
      readyState: 'open',
      writeBuffer: [],
      ...state,
      transport: { writable, ...(isWebSocket ? { socket } : {}) },
      write: () => left.push('in its turn'),
      close: () => undefined,
    },
  };
}

describe('an event on its way to many', () => {
  const payload = { words: 'Bonjour, « tout le monde » 👩🏽‍🚀' };

  it('is an event of the namespace in Socket.IO’s protocol', () => {
    expect(eventPacket('/live', 'news', payload)).toMatchObject({
      type: 'message',
      data: `2/live,["news",${JSON.stringify(payload)}]`,
    });
  });

  it('is one whole frame of text, whatever its length', () => {
    const { length } = eventPacket('/live', 'news', { words: '' }).data;
    // With the type of Engine.IO's message before it: around the lengths at which the head of a frame grows.
    for (const bytes of [60, 125, 126, 127, 65_535, 65_536, 70_000]) {
      const {
        data,
        options: {
          wsPreEncodedFrame: [frame, ...more],
        },
      } = eventPacket('/live', 'news', { words: 'x'.repeat(bytes - 1 - length) });
      expect(readIn(frame!)).toEqual({ firstByte: 0x81, length: bytes, text: `4${data}` });
      expect(more).toEqual([]);
    }
    const { data, options } = eventPacket('/live', 'news', payload);
    expect(readIn(options.wsPreEncodedFrame[0]!)).toEqual({
      firstByte: 0x81,
      length: Buffer.byteLength(data) + 1,
      text: `4${data}`,
    });
  });

  it('leaves at once where nothing waits, and else in its turn', () => {
    const packet = eventPacket('/live', 'news', payload);
    const states = [
      {},
      { writable: false },
      { writeBuffer: [{ data: 'before' }] },
      { isWebSocket: false },
      { readyState: 'closing' },
    ];
    expect(
      states.map((state) => {
        const each = line(state);
        sendPacket(each.line, packet);
        return each.left.join();
      }),
    ).toEqual(['at once', 'in its turn', 'in its turn', 'in its turn', 'in its turn']);
  });
});
