import { createClient } from '@redis/client';

/** The reason why the Redis of REDIS_URL does not answer; null when it does. */
export async function redisRefusal(url: string, timeoutMs: number): Promise<string | null> {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: { connectTimeout: timeoutMs, socketTimeout: timeoutMs, reconnectStrategy: false },
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.ping();
    return null;
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    return message || code;
  } finally {
    if (client.isOpen) client.destroy();
  }
}
