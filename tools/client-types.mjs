// Prints the types of the API for `clients/typescript/`, from the document (OpenAPI) that it reads from its input.
import { text } from 'node:stream/consumers';
import openapiTypes, { astToString } from 'openapi-typescript';

const BASE = '/api/v1';
const HEAD = `/**
 * The types of the API, made from its document by openapi-typescript. Not written by hand:
 * \`WRITE_DOCS=1 npm run jest -- --selectProjects=stories -- test/architecture/routes\`
 */
`;
const REFUSED = 'application/problem+json';

/** Paths without what all of them begin with; the client puts it in front. */
const withoutBase = (path) => (path.startsWith(`${BASE}/`) ? path.slice(BASE.length) : path);

const mapValues = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

/** Examples and the headers of answers are left out, because they are two thirds of the types and say no type. */
const contentOf = ({ content }) => content && mapValues(content, ({ schema }) => ({ schema }));

/** Answers as they are; all refusals of an operation as one, which is told apart by its `type`. */
function responsesOf(responses) {
  const all = Object.entries(responses);
  const answers = all.filter(([status]) => status.startsWith('2'));
  const refusals = all.flatMap(([, { content }]) => content?.[REFUSED]?.schema ?? []);
  const refs = [...new Set(refusals.flatMap(({ oneOf, $ref }) => (oneOf ? oneOf.map((each) => each.$ref) : [$ref])))];
  return {
    ...Object.fromEntries(
      answers.map(([status, answer]) => [status, { description: answer.description, content: contentOf(answer) }]),
    ),
    default: {
      description: 'A refusal.',
      content: { [REFUSED]: { schema: { oneOf: refs.map(($ref) => ({ $ref })) } } },
    },
  };
}

const operationOf = ({ requestBody, responses, ...operation }) => ({
  ...operation,
  ...(requestBody && { requestBody: { ...requestBody, content: contentOf(requestBody) } }),
  responses: responsesOf(responses),
});

const document = JSON.parse(await text(process.stdin));
const { examples: _, ...components } = document.components;
const paths = Object.entries(document.paths).map(([path, methods]) => [
  withoutBase(path),
  mapValues(methods, operationOf),
]);
const types = await openapiTypes({ ...document, components, paths: Object.fromEntries(paths) });
process.stdout.write(HEAD + astToString(types));
