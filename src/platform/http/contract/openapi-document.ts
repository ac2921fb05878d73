import type { Type } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { fewOf, nextTurn } from '../../../kernel/slices.ts';
import { described, type DescribedOperation, type DocumentPart } from './described.ts';
import { callerSentence, generalProblems, securityOf } from './general-problems.ts';
import { EVERY_ANSWER, generalHeaders, headersOf, type GeneralHeaders, type HeaderName } from './headers.ts';
import { HEADER_PARAMETERS, parametersOf } from './parameters.ts';
import { problemComponents, problemResponses } from './problem-schemas.ts';
import { modelsIn, ruledSchema } from './request-rules.ts';
import type { RouteHandler } from './route-handlers.ts';
import { Samples } from './samples.ts';
import { schemasIn } from './schemas-in.ts';

type FoundOperation = Record<string, unknown> & {
  operationId: string;
  parameters?: DocumentPart[];
  requestBody?: DocumentPart;
  responses: Record<string, DocumentPart>;
};

const SAYS: Readonly<Record<number, string>> = {
  200: 'The answer.',
  201: 'It is made; the answer is what was made.',
  202: 'It is taken, and something is still needed or on its way.',
  204: 'It is done, and there is nothing to say.',
  503: 'Something that is needed does not answer.',
};

/** The answers of an operation beside the one it is for. */
interface AnswerContext {
  readonly slugs: readonly string[];
  readonly general: GeneralHeaders;
  readonly hasTag: boolean;
  readonly isRead: boolean;
}

const jsonOf = (schema: DocumentPart, example: unknown): DocumentPart => ({ 'application/json': { schema, example } });

/**
 * The document of the API: what Nest finds (paths, parameters, request classes), completed by what the sources say
 * (`described.json`), what routes declare about their callers, and the rules that requests are checked by.
 */
export class OpenApiDocument {
  private readonly slugs = new Set<string>();
  private readonly schemas: Record<string, DocumentPart>;
  private readonly samples: Samples;

  constructor(
    private readonly found: OpenAPIObject,
    private readonly handlers: ReadonlyMap<string, RouteHandler>,
  ) {
    this.schemas = { ...described.schemas, ...this.requestSchemas() };
    this.samples = new Samples(this.schemas);
  }

  async build(): Promise<OpenAPIObject> {
    const paths: [string, DocumentPart][] = [];
    for (const some of fewOf(Object.entries(this.found.paths))) {
      for (const [path, methods] of some) {
        const operations = Object.entries(methods as Record<string, FoundOperation>);
        const parts = operations.map(([method, each]) => [method, this.operation(path, method, each)]);
        paths.push([path, Object.fromEntries(parts) as DocumentPart]);
      }
      await nextTurn();
    }
    const { schemas, examples } = problemComponents(this.slugs);
    const all = { ...this.schemas, ...(schemas as Record<string, DocumentPart>) };
    const named: Record<string, DocumentPart> = {};
    for (const some of fewOf(paths)) {
      schemasIn(some, all, named);
      await nextTurn();
    }
    return {
      ...this.found,
      paths: Object.fromEntries(paths) as OpenAPIObject['paths'],
      'x-headers-of-every-answer': EVERY_ANSWER,
      components: {
        ...this.found.components,
        parameters: HEADER_PARAMETERS,
        examples,
        schemas: named,
      } as unknown as NonNullable<OpenAPIObject['components']>,
    } as OpenAPIObject;
  }

  /** Throws when two request classes have one name: the document would show one of them alone. */
  private requestSchemas(): Record<string, DocumentPart> {
    const models = new Set<Type>();
    for (const { body } of this.handlers.values()) if (body) modelsIn(body, models);
    const schemas: Record<string, DocumentPart> = {};
    for (const model of models) {
      const schema = this.found.components?.schemas?.[model.name] as DocumentPart | undefined;
      // Of a form of a page, which the document does not show.
      if (!schema) continue;
      if (model.name in schemas || model.name in described.schemas)
        throw new Error(`two schemas are called ${model.name}`);
      schemas[model.name] = ruledSchema(schema, model);
    }
    return schemas;
  }

  private operation(path: string, method: string, found: FoundOperation): DocumentPart {
    const handler = this.handlers.get(found.operationId)!;
    const operation = described.operations[found.operationId];
    if (!operation) throw new Error(`${found.operationId} is not described: write described.json anew`);
    const slugs = [...operation.problems, ...generalProblems(handler, method)];
    for (const slug of slugs) this.slugs.add(slug);
    const { summary, description } = operation;
    const general = generalHeaders(handler.access.caller === 'reader' && method === 'get');
    return {
      operationId: operationId(found.operationId),
      tags: found['tags'],
      summary,
      description: [description, `**Who:** ${callerSentence(handler)}`].filter(Boolean).join('\n\n'),
      'x-caller': handler.access.caller,
      ...(handler.tokenScope === null ? {} : { 'x-token-scope': handler.tokenScope }),
      security: securityOf(handler),
      parameters: parametersOf(found.parameters ?? [], {
        handler,
        path,
        isVersioned: method === 'get' && hasTag(operation, handler),
        readsKey: slugs.includes('idempotency-key-conflict'),
        mayAskProof: slugs.includes('proof-required'),
      }),
      ...(found.requestBody ? { requestBody: this.requestBody(found.requestBody, handler) } : {}),
      responses: {
        ...this.answers(found, operation, {
          slugs,
          general,
          hasTag: hasTag(operation, handler),
          isRead: method === 'get',
        }),
        ...problemResponses(slugs, general),
      },
    };
  }

  /** Whether an answer may have a next page. */
  private isList(schema: DocumentPart | null): boolean {
    const name = (schema?.['$ref'] as string | undefined)?.split('/').at(-1) ?? '';
    const { next } = (this.schemas[name]?.['properties'] ?? {}) as { next?: DocumentPart };
    return next !== undefined && next['type'] !== 'null';
  }

  private requestBody(found: DocumentPart, { body }: RouteHandler): DocumentPart {
    if (!body) return found;
    const schema = { $ref: `#/components/schemas/${body.name}` };
    return { ...found, content: jsonOf(schema, this.samples.of(schema)) };
  }

  private answers(
    found: FoundOperation,
    { answers, headers }: DescribedOperation,
    { slugs, general, hasTag: isTagged, isRead }: AnswerContext,
  ): DocumentPart {
    const main = Object.keys(found.responses).find((status) => status.startsWith('2'))!;
    const always: HeaderName[] = [...general.always, ...(isTagged ? (['ETag'] as const) : [])];
    const mayRepeat = slugs.includes('idempotency-key-conflict');
    const sometimes: HeaderName[] = [
      ...(headers as HeaderName[]),
      ...general.sometimes,
      ...(mayRepeat ? (['Idempotency-Replayed'] as const) : []),
    ];
    const responses = answers.map(({ status = Number(main), schema }): [string, DocumentPart] => [
      String(status),
      {
        description: found.responses[status]?.['description'] || SAYS[status] || 'The answer.',
        headers: headersOf(
          status === 201 ? [...always, 'Location'] : always,
          this.isList(schema) ? sometimes : sometimes.filter((name) => name !== 'Link'),
        ),
        ...(schema === null
          ? contentOf(found.responses[status])
          : { content: jsonOf(schema, this.samples.of(schema)) }),
      },
    ]);
    const unchanged = {
      description: 'It is still the version that If-None-Match names.',
      headers: headersOf(always, general.sometimes),
    };
    return Object.fromEntries([
      ...responses,
      ...(isTagged && isRead ? [['304', unchanged] as const] : []),
    ]) as DocumentPart;
  }
}

const hasTag = ({ headers }: DescribedOperation, { isVersioned }: RouteHandler): boolean =>
  isVersioned || headers.includes('ETag');

/** The content of an answer that is no JSON, as Nest was told. */
const contentOf = (found: DocumentPart | undefined): DocumentPart =>
  found?.['content'] ? { content: found['content'] } : {};

/** `CommentsController.create` is `commentsCreate`. */
function operationId(name: string): string {
  const [controller = '', method = ''] = name.split('.');
  const subject = controller.replace(/Controller$/, '');
  return `${subject.charAt(0).toLowerCase()}${subject.slice(1)}${method.charAt(0).toUpperCase()}${method.slice(1)}`;
}
