import { randomUUID } from 'node:crypto';
import { createClient } from '@redis/client';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Log } from '../logging/log.ts';

/**
 * Sends messages between the nodes of a forum. A message says "look" and never what changed, so that a node that misses
 * one notices within two seconds anyway.
 */
export abstract class Messenger {
  /** Publishes to the other nodes, never to this one; at once or not at all. */
  abstract publish(channel: string, message: object): void;

  /** Receives messages of other nodes, with the name of the sender. */
  abstract subscribe<Message extends object>(channel: string, listener: (message: Message, from: string) => void): void;
}

/** The messenger of a single node. */
export class NoMessenger extends Messenger {
  publish(): void {
    /* no other nodes */
  }
  subscribe(): void {
    /* no other nodes */
  }
}

/** Most unsent commands, so that a Redis that stops answering does not fill the memory. */
const WAITING_AT_MOST = 1_000;
const PREFIX = 'aftertalk:';

const open = (url: string) =>
  createClient({
    url,
    // A message that cannot be sent now is useless later.
    disableOfflineQueue: true,
    commandsQueueMaxLength: WAITING_AT_MOST,
    pingInterval: 5_000,
    socket: { connectTimeout: 2_000, reconnectStrategy: (retries: number) => Math.min(50 * 2 ** retries, 1_000) },
  });

/** Redis publish and subscribe. While Redis is away nothing is thrown or queued, and one line is logged. */
export class RedisMessenger extends Messenger implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly node = randomUUID();
  private readonly listeners = new Map<string, (text: string) => void>();
  private readonly publisher: ReturnType<typeof open>;
  private readonly subscriber: ReturnType<typeof open>;
  private isAway = false;

  constructor(
    url: string,
    private readonly log: Log,
  ) {
    super();
    [this.publisher, this.subscriber] = [open(url), open(url)];
    for (const client of [this.publisher, this.subscriber]) client.on('error', (error: unknown) => this.note(error));
    this.subscriber.on('ready', () => this.listen());
  }

  onApplicationBootstrap(): void {
    for (const client of [this.publisher, this.subscriber])
      client.connect().catch((error: unknown) => this.note(error));
  }

  onApplicationShutdown(): void {
    for (const client of [this.publisher, this.subscriber]) if (client.isOpen) client.destroy();
  }

  publish(channel: string, message: object): void {
    if (this.publisher.isReady)
      this.publisher.publish(PREFIX + channel, JSON.stringify({ from: this.node, message })).catch(() => undefined);
  }

  subscribe<Message extends object>(channel: string, listener: (message: Message, from: string) => void): void {
    this.listeners.set(PREFIX + channel, (text) => {
      const { from, message } = JSON.parse(text) as { from: string; message: Message };
      if (from !== this.node) listener(message, from);
    });
    if (this.subscriber.isReady) this.listen();
  }

  private listen(): void {
    if (this.isAway) this.log.info({}, 'Redis is back');
    this.isAway = false;
    for (const [channel, listener] of this.listeners)
      this.subscriber.subscribe(channel, listener).catch((error: unknown) => this.note(error));
  }

  private note(error: unknown): void {
    if (!this.isAway) this.log.warn({ error }, 'Redis is away: other nodes hear of changes up to two seconds later');
    this.isAway = true;
  }
}
