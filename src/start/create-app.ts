import 'reflect-metadata';
import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.ts';
import type { FastifyInstance } from 'fastify';
import { PageContexts } from '../pages/page-contexts.ts';
import { LiveAdapter } from '../live/live.adapter.ts';
import type { Config } from '../platform/config/settings.ts';
import { publishContract } from '../platform/http/contract/contract.ts';
import { fixedHeaders } from '../platform/http/fixed-headers.ts';
import { prepareHttp } from '../platform/http/prepare-http.ts';
import { refuseBytes, refusePathWith } from '../platform/http/raw-refusals.ts';
import { boundConnections, SERVER_LIMITS, type ConnectionBounds } from '../platform/http/server-limits.ts';
import type { AppOptions } from '../platform/platform.module.ts';
import { Log } from '../platform/logging/log.ts';
import { listOfNetworks, networkOf } from '../platform/http/network.ts';

/** Creates the application. The caller listens and closes it. */
export async function createApp(options: AppOptions, limits = SERVER_LIMITS): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: 64 * 1024,
    requestTimeout: limits.requestMs,
    connectionTimeout: limits.silentMs,
    http: {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: limits.lookEveryMs,
    },
    trustProxy: options.config.get('TRUSTED_PROXIES').length > 0 ? [...options.config.get('TRUSTED_PROXIES')] : false,
    routerOptions: { maxParamLength: 300 },
    // During shutdown each open connection gets one more answer, which closes it.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    frameworkErrors: refusePathWith(fixedHeaders(options.config)),
    clientErrorHandler: refuseBytes,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(options), adapter, {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Log));
  app.useWebSocketAdapter(new LiveAdapter(app));
  boundConnections(app.getHttpServer() as Server, connectionBounds(options.config));
  await prepareHttp(app, options.config);
  app.get(PageContexts).install(app.getHttpAdapter().getInstance() as unknown as FastifyInstance);
  publishContract(app, options.config);
  await app.init();
  return app;
}

/** The limits of connections; proxies, venues and tests may use all of them from one network. */
function connectionBounds(config: Config): ConnectionBounds {
  const isShared = listOfNetworks([...config.get('TRUSTED_PROXIES'), ...config.get('VENUE_NETWORKS')]);
  const isUnlimited = !config.get('RATE_LIMITS');
  return {
    most: config.get('MAX_CONNECTIONS'),
    networkOf: (ip) => (isUnlimited || isShared(ip) ? null : networkOf(ip)),
  };
}
