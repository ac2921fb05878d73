import type { Socket } from 'socket.io-client';
import { ClosedSchemas, type Part } from './closed-schemas.ts';

export interface SocketDocument {
  readonly channels: { readonly live: { readonly messages: Record<string, { payload: Part }> } };
  readonly components: { readonly schemas: Record<string, Part> };
}

/** Looks whether frames and acknowledgements are those that the document of the sockets describes. */
export class FrameCheck {
  private readonly schemas: ClosedSchemas;
  private readonly messages: Record<string, { payload: Part }>;

  constructor({ channels, components }: SocketDocument) {
    this.schemas = new ClosedSchemas(components.schemas);
    this.messages = channels.live.messages;
  }

  /** The faults of a frame that the server sent by itself. */
  faultsOfFrame(event: string, payload: unknown): string[] {
    return this.faultsOf(event, payload).map((fault) => `frame ${event}: ${fault}`);
  }

  /** The faults of an acknowledgement. */
  faultsOfAcknowledgement(event: string, payload: unknown): string[] {
    const isRefused = (payload as { ok?: unknown } | null)?.ok === false;
    const refused = `${event}:refused` in this.messages ? `${event}:refused` : 'refused';
    const faults = this.faultsOf(isRefused ? refused : `${event}:acknowledged`, payload);
    return faults.map((fault) => `acknowledgement of ${event}: ${fault}`);
  }

  private faultsOf(message: string, payload: unknown): string[] {
    const schema = this.messages[message]?.payload;
    return schema ? this.schemas.of(schema)(payload) : ['it is not documented'];
  }
}

/** Hands each frame and acknowledgement of a socket to `look`, before its test hears them. */
export function watchFrames(socket: Socket, look: (faultsIn: (check: FrameCheck) => string[]) => void): void {
  socket.prependAny((event: string, payload: unknown) => look((check) => check.faultsOfFrame(event, payload)));
  const emit = socket.emit.bind(socket);
  socket.emit = (event: string, ...args: unknown[]) => {
    const acknowledge = args.at(-1);
    if (typeof acknowledge !== 'function') return emit(event, ...args);
    const watched = (...answer: unknown[]): void => {
      // With a time limit the first of two is the error when it passed.
      if (!(answer[0] instanceof Error)) look((check) => check.faultsOfAcknowledgement(event, answer.at(-1)));
      (acknowledge as (...all: unknown[]) => void)(...answer);
    };
    // By a mark of its own `emitWithAck` says that its function takes the error too.
    return emit(event, ...args.slice(0, -1), Object.assign(watched, acknowledge));
  };
}
