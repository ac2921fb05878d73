import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../../config/settings.ts';
import { OpenApiDocument } from './openapi-document.ts';
import { publishedDocument, sendPublished, type PublishedDocument } from './published-document.ts';
import { handlerName, handlersOf } from './route-handlers.ts';
import { TAGS } from './tags.ts';

const JSON_URL = '/api/v1/openapi.json';
const YAML_URL = '/api/v1/openapi.yaml';
const DESCRIPTION = `Discussion threads of a conference's talks: read them, take part, follow them live, moderate them.

JSON over HTTP. Ids are UUIDs; a conference's slug is taken wherever its id is. Times are ISO 8601 in UTC
with milliseconds. Lists are \`{items, next}\`: \`next\` is the \`cursor\` of the next page, or null. Fields that
are not named here are refused, in bodies and queries; answers may get new ones.

A problem is \`application/problem+json\` (RFC 9457); its \`type\` is \`/problems/<slug>\`, a page that says more.
Beside what each operation lists, a path that names nothing is 404 \`not-found\`, a request that cannot be read
400, 408, 413 or 431, and a fault of ours 500 with \`type\` \`about:blank\`. An address with a slash at its end, or with
capitals in a slug, leads to its own with 308.

Sockets are described at \`/api/v1/asyncapi.json\`.`;

function builderOf(config: Config): DocumentBuilder {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Aftertalk')
    .setVersion('1.0.0')
    .setDescription(DESCRIPTION)
    .setLicense('AGPL-3.0-or-later', 'https://www.gnu.org/licenses/agpl-3.0.html')
    .addServer(config.publicUrl, 'This server.')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'The token of a session.' }, 'bearer')
    .addApiKey(
      {
        type: 'apiKey',
        in: 'cookie',
        name: config.isHttps ? '__Host-session' : 'session',
        description: 'The session of a browser. A write with it needs an `Origin` of this site.',
      },
      'cookie',
    );
  for (const { name, description } of TAGS) builder.addTag(name, description);
  return builder;
}

/** The document of the running code (OpenAPI 3.1). Throws where a route is not described. */
export function openApiOf(app: NestFastifyApplication, config: Config): OpenAPIObject {
  const found = SwaggerModule.createDocument(app, builderOf(config).build(), { operationIdFactory: handlerName });
  return new OpenApiDocument(found, handlersOf(app.get(ModulesContainer))).build();
}

/** Publishes the document at /api/v1/openapi.json and .yaml, and a page to read it at /api. */
export function publishContract(app: NestFastifyApplication, config: Config): void {
  const document = openApiOf(app, config);
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const json = publishedDocument(JSON.stringify(document));
  fastify.get(JSON_URL, (request, reply) => sendPublished(request, reply, json));
  keepYaml(fastify);
  SwaggerModule.setup('api', app, document, { raw: ['yaml'], yamlDocumentUrl: YAML_URL.slice(1) });
}

/** Nest writes the YAML, at each request anew: 25 to 60 ms of the event loop, so that it is kept. */
function keepYaml(fastify: FastifyInstance): void {
  let yaml: PublishedDocument | undefined;
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.url !== YAML_URL) return done();
    if (yaml) return sendPublished(request, reply, yaml);
    const send = reply.send.bind(reply);
    reply.send = (payload) => {
      if (reply.statusCode === 200) yaml = publishedDocument(String(payload), 'text/yaml; charset=utf-8');
      return send(payload);
    };
    done();
  });
}

/** Writes the YAML once all routes are there, and before anybody may ask: the first reader would hold up everybody. */
export async function writeContract(app: NestFastifyApplication): Promise<void> {
  const { statusCode } = await app.inject({ method: 'GET', url: YAML_URL });
  if (statusCode !== 200) throw new Error(`${YAML_URL} cannot be written: it was answered ${statusCode}`);
}
