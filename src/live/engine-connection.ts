import type { Socket } from 'socket.io';

interface Packet {
  type: 'message';
  data: string;
  options: { wsPreEncodedFrame: readonly Buffer[] };
}

/** The parts of Engine.IO's socket that are used here. */
export interface EngineConnection {
  readonly readyState: string;
  readonly writeBuffer: readonly { data?: unknown; options?: { wsPreEncodedFrame?: readonly Buffer[] } }[];
  readonly transport: {
    readonly writable: boolean;
    readonly socket?: {
      readonly bufferedAmount: number;
      terminate(): void;
      readonly _sender?: { sendFrame?(frames: readonly Buffer[]): void };
    };
  };
  write(data: string, options: Packet['options']): unknown;
  close(discard: boolean): void;
}

export const connectionOf = (socket: Socket): EngineConnection => socket.conn as unknown as EngineConnection;

/**
 * An event as bytes, made once for all receivers: the text of Socket.IO's protocol (version 5) in a message of
 * Engine.IO's (version 4), and its WebSocket frame, which Engine.IO sends unchanged.
 */
export function eventPacket(namespace: string, event: string, payload: object): Packet {
  const data = `2${namespace},${JSON.stringify([event, payload])}`;
  return { type: 'message', data, options: { wsPreEncodedFrame: [textFrame(`4${data}`)] } };
}

/**
 * Hands the frame directly to `ws` when nothing waits on a WebSocket, because Engine.IO's own way costs a third more
 * than the sending itself (measured). Otherwise it queues, so that the order is kept.
 */
export function sendPacket(connection: EngineConnection, { data, options }: Packet): void {
  const sender = connection.transport.socket?._sender;
  if (
    sender?.sendFrame &&
    connection.readyState === 'open' &&
    connection.transport.writable &&
    connection.writeBuffer.length === 0
  )
    sender.sendFrame(options.wsPreEncodedFrame);
  else connection.write(data, options);
}

/** Bytes that were sent and the network has not taken yet. */
export function waitingOn({ writeBuffer, transport }: EngineConnection): number {
  let bytes = transport.socket?.bufferedAmount ?? 0;
  for (const { data, options } of writeBuffer) {
    const frame = options?.wsPreEncodedFrame;
    if (frame) for (const part of frame) bytes += part.length;
    else if (typeof data === 'string' || Buffer.isBuffer(data)) bytes += data.length;
  }
  return bytes;
}

/** A text in one unmasked frame, as a server sends it (RFC 6455, 5.2). */
function textFrame(text: string): Buffer {
  const bytes = Buffer.byteLength(text);
  const head = headSize(bytes);
  const frame = Buffer.allocUnsafeSlow(head + bytes);
  frame[0] = 0x81;
  if (head === 2) frame[1] = bytes;
  if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(bytes, 2);
  }
  if (head === 10) {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(bytes), 2);
  }
  frame.write(text, head);
  return frame;
}

function headSize(bytes: number): 2 | 4 | 10 {
  if (bytes < 126) return 2;
  return bytes < 65_536 ? 4 : 10;
}
