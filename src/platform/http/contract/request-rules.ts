import type { Type } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import type { PlainTextRule } from '../plain-text.ts';
import type { DocumentPart } from './described.ts';

/** Under which `@ApiProperty` leaves what it was told. */
const FIELD = 'swagger/apiModelProperties';

type FieldRule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** The schema of a field's rule, by the name of its decorator. */
const SAYS: Readonly<Record<string, (...constraints: never[]) => DocumentPart>> = {
  isInt: () => ({ type: 'integer' }),
  isBoolean: () => ({ type: 'boolean' }),
  isString: () => ({ type: 'string' }),
  isIn: (values: readonly unknown[]) => ({
    type: typeof values[0] === 'number' ? 'integer' : 'string',
    enum: values,
  }),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
  isUrl: () => ({ type: 'string', format: 'uri' }),
  min: (minimum: number) => ({ minimum }),
  max: (maximum: number) => ({ maximum }),
  minLength: (minLength: number) => ({ minLength }),
  maxLength: (maxLength: number) => ({ maxLength }),
  isLength: (minLength: number, maxLength: number) => ({ minLength, maxLength }),
  matches: ({ source }: RegExp) => ({ type: 'string', pattern: source }),
  plainText: ({ min, max }: PlainTextRule) => ({ type: 'string', minLength: min, maxLength: max }),
  webAddress: (maxLength: number) => ({ type: 'string', format: 'uri', maxLength }),
  passkeyAnswer: () => ({ type: 'object', additionalProperties: true }),
  timeZone: () => ({ type: 'string' }),
  instant: () => ({ type: 'string', format: 'date-time' }),
  calendarDay: () => ({ type: 'string', format: 'date' }),
};

/** The same for a list as a whole. */
const SAYS_OF_LISTS: Readonly<Record<string, (...constraints: never[]) => DocumentPart>> = {
  isArray: () => ({ type: 'array' }),
  arrayNotEmpty: () => ({ minItems: 1 }),
  arrayMinSize: (minItems: number) => ({ minItems }),
  arrayMaxSize: (maxItems: number) => ({ maxItems }),
  arrayUnique: () => ({ uniqueItems: true }),
};

/** Rules that the schema shows in another way: as a type of its own, as a field that may be left out, as null. */
const SHOWN_OTHERWISE: readonly string[] = ['isObject', 'nestedValidation', 'conditionalValidation', 'isOptional'];

const rulesOf = (model: Type): FieldRule[] =>
  getMetadataStorage().getTargetValidationMetadatas(model, '', false, false);

const nameOf = ({ name, constraintCls, type }: FieldRule): string =>
  name ?? getMetadataStorage().getTargetValidatorConstraints(constraintCls)[0]?.name ?? type;

const said = (rules: readonly FieldRule[], table: typeof SAYS): DocumentPart =>
  Object.assign(
    {},
    ...rules.map((rule) => table[nameOf(rule)]?.(...((rule.constraints ?? []) as never[])) ?? {}),
  ) as DocumentPart;

/** The rules that the server checks a field by, added to what its decorator for the document says. */
export function withRules(schema: DocumentPart, model: Type, field: string): DocumentPart {
  const rules = rulesOf(model).filter(({ propertyName }) => propertyName === field);
  const { nullable: _said, ...own } = { ...schema, ...said(rules, SAYS_OF_LISTS) } as DocumentPart & {
    nullable?: boolean;
  };
  const ofItems = rules.filter(({ each }) => each);
  const ruled = own['type'] === 'array' ? ofList(own, ofItems) : { ...own, ...said(rules, SAYS) };
  return rules.some((rule) => nameOf(rule) === 'isOptional') ? orNull(ruled) : ruled;
}

/** A format beside a list is meant for its items. */
function ofList({ format, items, ...list }: DocumentPart, rules: readonly FieldRule[]): DocumentPart {
  return { ...list, items: { ...(items as DocumentPart), ...(format ? { format } : {}), ...said(rules, SAYS) } };
}

function orNull({ $ref, allOf, ...schema }: DocumentPart): DocumentPart {
  // Nest has said it already of a field that is an object.
  if ('oneOf' in schema || 'anyOf' in schema) return schema;
  const refs = $ref === undefined ? (allOf as DocumentPart[] | undefined) : [{ $ref }];
  if (refs) return { ...schema, anyOf: [...refs, { type: 'null' }] };
  const values = schema['enum'] as unknown[] | undefined;
  const types = [schema['type']].flat().filter((type) => type !== 'null');
  return { ...schema, type: [...types, 'null'], ...(values ? { enum: [...values.filter(Boolean), null] } : {}) };
}

/** The schema of a request class as the server checks it: its limits, its choices, and what may be left out. */
export function ruledSchema(schema: DocumentPart, model: Type): DocumentPart {
  const properties = (schema['properties'] ?? {}) as Record<string, DocumentPart>;
  const mayBeLeftOut = new Set(
    rulesOf(model)
      .filter(({ type }) => type === 'conditionalValidation')
      .map(({ propertyName }) => propertyName),
  );
  const required = Object.keys(properties).filter((name) => !mayBeLeftOut.has(name));
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, field]) => [name, withRules(field, model, name)]),
    ),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

/** The rules of a request class that its schema does not show; there are to be none. */
export const unshownRules = (model: Type): string[] =>
  rulesOf(model)
    .filter((rule) => ![SAYS, SAYS_OF_LISTS].some((table) => nameOf(rule) in table))
    .filter((rule) => !SHOWN_OTHERWISE.includes(nameOf(rule)))
    .map((rule) => `${model.name}.${rule.propertyName}: ${nameOf(rule)}`);

/** A request class and all that its fields are made of. */
export function modelsIn(model: Type, known = new Set<Type>()): ReadonlySet<Type> {
  if (known.has(model)) return known;
  known.add(model);
  for (const name of new Set(rulesOf(model).map(({ propertyName }) => propertyName))) {
    const field = Reflect.getMetadata(FIELD, model.prototype as object, name) as { type?: Type | [Type] } | undefined;
    const [nested] = [field?.type].flat();
    if (typeof nested === 'function' && rulesOf(nested).length > 0) modelsIn(nested, known);
  }
  return known;
}
