import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

const CBOR = { uint: 0, negative: 1, bytes: 2, text: 3, map: 5 } as const;

/** The part of CBOR (RFC 8949) that an authenticator uses. */
function head(kind: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(kind << 5) | length]);
  if (length < 256) return Buffer.from([(kind << 5) | 24, length]);
  return Buffer.from([(kind << 5) | 25, length >> 8, length & 255]);
}
const int = (n: number): Buffer => (n < 0 ? head(CBOR.negative, -1 - n) : head(CBOR.uint, n));
const bytes = (value: Buffer): Buffer => Buffer.concat([head(CBOR.bytes, value.length), value]);
const text = (value: string): Buffer => Buffer.concat([head(CBOR.text, value.length), Buffer.from(value)]);
const map = (...pairs: [Buffer, Buffer][]): Buffer => Buffer.concat([head(CBOR.map, pairs.length), ...pairs.flat()]);

export interface Twist {
  origin?: string;
  rpId?: string;
  flags?: number;
  counter?: number;
  signedBy?: KeyObject;
  type?: string;
  challenge?: string;
}

/** A software device with one passkey: answers as a browser would, or wrongly where a test asks for it. */
export class Device {
  readonly id = randomBytes(32);
  counter = 0;
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  constructor(private readonly origin: string) {}

  creates(options: { challenge: string }, twist: Twist = {}): object {
    const { x, y } = this.keys.publicKey.export({ format: 'jwk' }) as { x: string; y: string };
    const key = map(
      [int(1), int(2)],
      [int(3), int(-7)],
      [int(-1), int(1)],
      [int(-2), bytes(Buffer.from(x, 'base64url'))],
      [int(-3), bytes(Buffer.from(y, 'base64url'))],
    );
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, key]);
    const data = Buffer.concat([this.data({ flags: 0x45, ...twist }), credential]);
    const attestationObject = map(
      [text('fmt'), text('none')],
      [text('attStmt'), map()],
      [text('authData'), bytes(data)],
    );
    return {
      ...this.named(),
      response: {
        clientDataJSON: this.client('webauthn.create', options, twist).toString('base64url'),
        attestationObject: attestationObject.toString('base64url'),
        transports: ['internal'],
      },
    };
  }

  signs(options: { challenge: string }, twist: Twist = {}): object {
    this.counter += 1;
    const data = this.data(twist);
    const client = this.client('webauthn.get', options, twist);
    const signature = sign(
      'sha256',
      Buffer.concat([data, createHash('sha256').update(client).digest()]),
      twist.signedBy ?? this.keys.privateKey,
    );
    return {
      ...this.named(),
      response: {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
      },
    };
  }

  private named(): object {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {} };
  }

  private data({ rpId = new URL(this.origin).hostname, flags = 0x05, counter = this.counter }: Twist): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), count]);
  }

  private client(type: string, { challenge }: { challenge: string }, twist: Twist): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: twist.type ?? type,
        challenge: twist.challenge ?? challenge,
        origin: twist.origin ?? this.origin,
        crossOrigin: false,
      }),
    );
  }
}
