import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

const DOCUMENTS: readonly string[] = ['/api/v1/openapi.json', '/api/v1/openapi.yaml'];

/** For documents that only a deploy changes. */
export const CONTRACT_CACHE = 'public, max-age=300';

/** The outside, as the running code has it: OpenAPI 3.1 at /api/v1/openapi.json, and a page to read it at /api. */
export function publishContract(app: NestFastifyApplication): void {
  const description = 'Discussion threads of a conference\'s talks. Errors are application/problem+json (RFC 9457). Writes accept Idempotency-Key.';
  const builder = new DocumentBuilder().setOpenAPIVersion('3.1.0').setTitle('Aftertalk').setVersion('1').setDescription(description).addBearerAuth();
  const document = SwaggerModule.createDocument(app, builder.build());
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  // The same for everybody until the next deploy, and public, so that it leaves compressed.
  fastify.addHook('onRequest', (request, reply, done) => {
    if (DOCUMENTS.includes(request.url)) void reply.header('cache-control', CONTRACT_CACHE);
    done();
  });
  SwaggerModule.setup('api', app, document, { jsonDocumentUrl: 'api/v1/openapi.json', yamlDocumentUrl: 'api/v1/openapi.yaml' });
}
