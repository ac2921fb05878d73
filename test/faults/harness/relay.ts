import net from 'node:net';

interface Pair {
  readonly near: net.Socket;
  readonly far: net.Socket;
  hasLost: boolean;
}

/** A chunk on its way: 'near' is the one that connected, 'far' the one that is behind. */
export interface PassingChunk {
  readonly chunk: Buffer;
  readonly from: 'near' | 'far';
  readonly pair: Pair;
}

/**
 * A wire that can be broken: in front of a server it passes everything on, until it is told to refuse, to cut, or to go
 * half-open, in which case everybody stays connected and nobody hears anything.
 */
export class Relay {
  private readonly pairs = new Set<Pair>();
  private mode: 'whole' | 'refusing' | 'half-open' = 'whole';
  /**
   * Looks at what passes; answers how many of its bytes may still pass before the connection is cut, or null to let all
   * pass.
   */
  watch: (rowCounter: PassingChunk) => number | null = () => null;

  private constructor(
    private readonly listener: net.Server,
    private readonly target: net.NetConnectOpts,
  ) {}

  static async before(target: net.NetConnectOpts): Promise<Relay> {
    const listener = net.createServer();
    const relay = new Relay(listener, target);
    listener.on('connection', (near) => relay.join(near));
    await new Promise<void>((resolve) => {
      listener.listen(0, '127.0.0.1', 4096, resolve);
    });
    return relay;
  }

  get port(): number {
    return (this.listener.address() as net.AddressInfo).port;
  }

  get connections(): number {
    return this.pairs.size;
  }

  /** Throws out those who are connected, and turns away those who come. */
  refuse(): void {
    this.mode = 'refusing';
    this.cut();
  }

  /** Nothing arrives any more, in neither direction, and nobody is told. */
  swallow(): void {
    this.mode = 'half-open';
  }

  /** As before. Streams that have lost something are no use to anybody and end. */
  heal(): void {
    this.mode = 'whole';
    for (const pair of this.pairs) if (pair.hasLost) end(pair);
  }

  /** All connections of this moment, at once. */
  cut(): void {
    for (const pair of this.pairs) end(pair);
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => {
      this.listener.close(resolve);
    });
  }

  private join(near: net.Socket): void {
    if (this.mode === 'refusing') return void near.resetAndDestroy();
    const far = this.mode === 'half-open' ? new net.Socket() : net.connect(this.target);
    const pair: Pair = { near, far, hasLost: this.mode === 'half-open' };
    this.pairs.add(pair);
    this.carry(pair, 'near');
    this.carry(pair, 'far');
  }

  private carry(pair: Pair, from: 'near' | 'far'): void {
    const [source, target] = from === 'near' ? [pair.near, pair.far] : [pair.far, pair.near];
    source.setNoDelay(true);
    source.on('data', (chunk: Buffer) => {
      if (this.mode === 'half-open') return void (pair.hasLost = true);
      const passes = this.watch({ chunk, from, pair });
      // The watcher may have broken the wire.
      if ((this.mode as string) === 'half-open') return void (pair.hasLost = true);
      if (passes === null) return void target.write(chunk);
      if (passes > 0) target.write(chunk.subarray(0, passes), () => end(pair));
      else end(pair);
    });
    source.on('error', () => undefined);
    source.on('close', () => {
      // A farewell is lost like everything else: the other side believes that it is still talking to somebody.
      if (this.mode === 'half-open') pair.hasLost = true;
      else target.destroy();
      if (pair.near.destroyed && pair.far.destroyed) this.pairs.delete(pair);
    });
  }
}

/** Abruptly; a socket in the file system (far, and without an address) knows no reset. */
function end({ near, far }: Pair): void {
  near.resetAndDestroy();
  if (far.remoteAddress && !far.connecting) far.resetAndDestroy();
  else far.destroy();
}
