import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { nextTurn } from '../../../kernel/slices.ts';
import type { Config } from '../../config/settings.ts';
import { API_VERSION } from './api-version.ts';
import { OpenApiDocument } from './openapi-document.ts';
import { publishedDocument, sendPublished, type PublishedDocument } from './published-document.ts';
import { handlerName, handlersOf } from './route-handlers.ts';
import { TAGS } from './tags.ts';
import { yamlOfDocument } from './yaml.ts';

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

/**
 * The document of the running code (OpenAPI 3.1), made module by module and path by path, so that nobody waits for it
 * but who asks. Throws where a route is not described.
 */
async function openApiOf(app: NestFastifyApplication, config: Config): Promise<OpenAPIObject> {
  const modules = app.get(ModulesContainer);
  const empty = builderOf(config).build();
  const [paths, schemas]: [OpenAPIObject['paths'], Record<string, object>] = [{}, {}];
  for (const module of new Set([...modules.values()].map(({ metatype }) => metatype))) {
    const part = SwaggerModule.createDocument(app, empty, { include: [module], operationIdFactory: handlerName });
    // Methods of one path may be in several modules.
    for (const [path, methods] of Object.entries(part.paths)) paths[path] = { ...paths[path], ...methods };
    Object.assign(schemas, part.components?.schemas);
    await nextTurn();
  }
  const { openapi, ...rest } = empty;
  const found = { openapi, paths, ...rest, components: { ...empty.components, schemas } } as OpenAPIObject;
  const document = await new OpenApiDocument(found, handlersOf(modules)).build();
  // The builder leaves a contact without any field.
  const { contact: _none, ...info } = document.info;
  return { ...document, info };
}

interface Contract {
  readonly json: PublishedDocument;
  readonly yaml: PublishedDocument;
}

/** By public address, because nothing else differs between the applications of one process. */
const contracts = new Map<string, Promise<Contract>>();

function contractOf(app: NestFastifyApplication, config: Config): Promise<Contract> {
  const known = contracts.get(config.publicUrl) ?? makeContract(app, config);
  contracts.set(config.publicUrl, known);
  return known;
}

async function makeContract(app: NestFastifyApplication, config: Config): Promise<Contract> {
  const document = await openApiOf(app, config);
  return {
    json: publishedDocument(JSON.stringify(document)),
    yaml: publishedDocument(await yamlOfDocument(document), 'text/yaml; charset=utf-8'),
  };
}

/**
 * Publishes the document at /api/v1/openapi.json and .yaml, and a page to read it at /api. It is made for the first who
 * asks, because most starts are over before anybody does: it took a fifth of the CPU of a start.
 */
export function publishContract(app: NestFastifyApplication, config: Config): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const publish = (url: string, form: keyof Contract): void =>
    void fastify.get(url, async (request, reply) => {
      sendPublished(request, reply, (await contractOf(app, config))[form]);
      return reply;
    });
  publish(JSON_URL, 'json');
  publish(YAML_URL, 'yaml');
  // The page loads the document by its address, compressed and kept by browsers, instead of holding it.
  const none = {} as OpenAPIObject;
  SwaggerModule.setup('api', app, none, { raw: false, swaggerOptions: { url: JSON_URL } });
}
