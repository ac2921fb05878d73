import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../../config/settings.ts';
import { API_VERSION } from './api-version.ts';
import { OpenApiDocument } from './openapi-document.ts';
import { publishedDocument, sendPublished, type PublishedDocument } from './published-document.ts';
import { handlerName, handlersOf } from './route-handlers.ts';
import { TAGS } from './tags.ts';
import { yamlOf } from './yaml.ts';

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

const API_TOKEN =
  'An API token, made on one’s own page or by `POST /api/v1/me/tokens`. Each operation names the scope it needs; ' +
  'what names none is for people. The token can never do more than the person who made it.';

function builderOf(config: Config): DocumentBuilder {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Aftertalk')
    .setVersion(API_VERSION)
    .setDescription(DESCRIPTION)
    .setLicense('AGPL-3.0-or-later', 'https://www.gnu.org/licenses/agpl-3.0.html')
    .addServer(config.publicUrl, 'This server.')
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', bearerFormat: 'opaque', description: 'The token of a session.' },
      'bearer',
    )
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'atk_…', description: API_TOKEN }, 'apiToken')
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
function openApiOf(app: NestFastifyApplication, config: Config): OpenAPIObject {
  const found = SwaggerModule.createDocument(app, builderOf(config).build(), { operationIdFactory: handlerName });
  const document = new OpenApiDocument(found, handlersOf(app.get(ModulesContainer))).build();
  // The builder leaves a contact without any field.
  const { contact: _none, ...info } = document.info;
  return { ...document, info };
}

interface Contract {
  readonly json: PublishedDocument;
  readonly yaml: PublishedDocument;
}

/** By public address, because nothing else differs between the applications of one process. */
const contracts = new Map<string, Contract>();

function contractOf(app: NestFastifyApplication, config: Config): Contract {
  const known = contracts.get(config.publicUrl);
  if (known) return known;
  const document = openApiOf(app, config);
  const contract = {
    json: publishedDocument(JSON.stringify(document)),
    yaml: publishedDocument(yamlOf(document), 'text/yaml; charset=utf-8'),
  };
  contracts.set(config.publicUrl, contract);
  return contract;
}

/**
 * Publishes the document at /api/v1/openapi.json and .yaml, and a page to read it at /api. Both are written here,
 * before anybody may ask: the first reader would hold up everybody.
 */
export function publishContract(app: NestFastifyApplication, config: Config): void {
  const { json, yaml } = contractOf(app, config);
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.get(JSON_URL, (request, reply) => sendPublished(request, reply, json));
  fastify.get(YAML_URL, (request, reply) => sendPublished(request, reply, yaml));
  // The page loads the document by its address, compressed and kept by browsers, instead of holding it.
  const none = {} as OpenAPIObject;
  SwaggerModule.setup('api', app, none, { raw: false, swaggerOptions: { url: JSON_URL } });
}
