import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

const DOCUMENTS: readonly string[] = ['/api/v1/openapi.json', '/api/v1/openapi.yaml'];

/** For documents that change with a deploy only. */
export const CONTRACT_CACHE = 'public, max-age=300';

/** Publishes the API as the running code has it: OpenAPI 3.1 at /api/v1/openapi.json, and a page to read it at /api. */
export function publishContract(app: NestFastifyApplication): void {
  const description =
    "Discussion threads of a conference's talks. Errors are application/problem+json (RFC 9457). Writes accept " +
    'Idempotency-Key.';
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Aftertalk')
    .setVersion('1')
    .setDescription(description)
    .addBearerAuth();
  const document = SwaggerModule.createDocument(app, builder.build());
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const written = new Map<string, { type: string; text: string }>();
  // Public and the same for all until the next deploy, so that it is sent compressed.
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!DOCUMENTS.includes(request.url)) return done();
    void reply.header('cache-control', CONTRACT_CACHE);
    const known = written.get(request.url);
    if (known) return void reply.header('content-type', known.type).send(known.text);
    // Made once, because the YAML takes 25 to 60 ms of the event loop.
    const send = reply.send.bind(reply);
    reply.send = (payload) => {
      const type = String(reply.getHeader('content-type'));
      if (reply.statusCode === 200 && typeof payload === 'string') written.set(request.url, { type, text: payload });
      return send(payload);
    };
    done();
  });
  SwaggerModule.setup('api', app, document, {
    jsonDocumentUrl: 'api/v1/openapi.json',
    yamlDocumentUrl: 'api/v1/openapi.yaml',
  });
}

/** Makes the documents before the first request, which would otherwise delay all others. */
export async function writeContract(app: NestFastifyApplication): Promise<void> {
  for (const url of DOCUMENTS) {
    const { statusCode } = await app.inject({ method: 'GET', url });
    if (statusCode !== 200) throw new Error(`${url} cannot be written: it was answered ${statusCode}`);
  }
}
