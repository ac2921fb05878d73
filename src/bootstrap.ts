import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.ts';
import { LiveAdapter } from './live/live.adapter.ts';
import { publishContract } from './platform/http/contract.ts';
import { openDoors } from './platform/http/doors.ts';
import { refuseBytes, refusePath } from './platform/http/raw-refusals.ts';
import type { Ground } from './platform/platform.module.ts';
import { Log } from './platform/logging/log.ts';

/** Builds the house on its ground. The caller listens, and closes it. */
export async function createApp(ground: Ground): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: 64 * 1024,
    trustProxy: ground.config.get('TRUSTED_PROXIES').length > 0 ? [...ground.config.get('TRUSTED_PROXIES')] : false,
    routerOptions: { maxParamLength: 300 },
    // While it ends, who still has a connection is answered once more, and told that it was the last time.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    frameworkErrors: refusePath,
    clientErrorHandler: refuseBytes,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.on(ground), adapter, { bodyParser: false, bufferLogs: true, abortOnError: false });
  app.useLogger(app.get(Log));
  app.useWebSocketAdapter(new LiveAdapter(app));
  await openDoors(app, ground.config);
  publishContract(app);
  await app.init();
  return app;
}
