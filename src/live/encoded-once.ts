import * as parser from 'socket.io-parser';

interface Known { event: unknown; nsp: string; encoded: (string | Buffer)[] }

/**
 * Socket.IO's own encoder, which turns an object sent to many, slice after slice, into text the first time only. An object
 * that is sent is therefore never changed afterwards.
 */
class Encoder extends parser.Encoder {
  private readonly known = new WeakMap<object, Known>();

  override encode(packet: parser.Packet): (string | Buffer)[] {
    const [event, payload, ...more] = Array.isArray(packet.data) ? (packet.data as unknown[]) : [];
    if (packet.type !== parser.PacketType.EVENT || packet.id !== undefined || typeof payload !== 'object' || payload === null || more.length > 0) return super.encode(packet);
    const known = this.known.get(payload);
    if (known?.event === event && known?.nsp === packet.nsp) return known!.encoded;
    const encoded = super.encode(packet);
    this.known.set(payload, { event, nsp: packet.nsp, encoded });
    return encoded;
  }
}

/** To be given to Socket.IO as its `parser`. */
export const encodedOnce = { ...parser, Encoder };
