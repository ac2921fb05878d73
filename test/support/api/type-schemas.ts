import ts from 'typescript';
import { docOf, wholeText, type DocComment } from './doc-comment.ts';
import { isOurs, placeOf } from './sources.ts';

export type Schema = Record<string, unknown>;

/** The name under which the document publishes a type: `CommentView` is `Comment`. */
const publicName = (name: string): string => name.replace(/View$/, '');

/** The format of a text by the name of its field, where no `@format` says otherwise. */
const FORMATS: readonly [RegExp, string][] = [
  [/^(?:id|.+Id)$/, 'uuid'],
  [/^(?:at|since|until|.+At|.+Until)$/, 'date-time'],
  [/^.+On$/, 'date'],
];

/**
 * JSON Schemas (2020-12, as OpenAPI 3.1 has them) of TypeScript types. An interface, class or alias of ours becomes a
 * schema of its own; all else is written where it is used. A number is whole unless `@type number` says otherwise.
 */
export class TypeSchemas {
  readonly named = new Map<string, Schema>();
  private readonly owners = new Map<string, ts.Symbol>();

  constructor(private readonly checker: ts.TypeChecker) {}

  /** Throws for a type that says nothing about what is answered. */
  of(type: ts.Type, at: ts.Node): Schema {
    const { flags } = type;
    if (flags & ts.TypeFlags.Null) return { type: 'null' };
    if (flags & ts.TypeFlags.BooleanLiteral)
      return { type: 'boolean', const: this.checker.typeToString(type) === 'true' };
    if (type.isStringLiteral()) return { type: 'string', const: type.value };
    if (type.isNumberLiteral()) return { type: 'integer', const: type.value };
    if (flags & ts.TypeFlags.StringLike) return { type: 'string' };
    if (flags & ts.TypeFlags.NumberLike) return { type: 'integer' };
    if (flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
    if (flags & ts.TypeFlags.Unknown) return {};
    if (type.isUnion()) return this.ofUnion(type.types, at);
    if (type.isIntersection() || flags & ts.TypeFlags.Object) return this.ofObject(type, at);
    throw new Error(`${placeOf(at)}: ${this.checker.typeToString(type)} has no schema`);
  }

  private ofUnion(members: readonly ts.Type[], at: ts.Node): Schema {
    const types = members.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
    if (types.length === 1) return this.of(types[0]!, at);
    const schemas = merged(types.map((type) => this.of(type, at)));
    if (schemas.length === 1) return schemas[0]!;
    const simple = schemas.filter((schema) => typeof schema['type'] === 'string' && !('const' in schema));
    const [other, none] = [schemas.find(({ type }) => type !== 'null'), simple.find(({ type }) => type === 'null')];
    if (schemas.length === 2 && none && typeof other!['type'] === 'string') return orNull(other!);
    return { anyOf: schemas };
  }

  private ofObject(type: ts.Type, at: ts.Node): Schema {
    if (this.checker.isArrayType(type)) {
      const [item] = this.checker.getTypeArguments(type as ts.TypeReference);
      return { type: 'array', items: this.of(item!, at) };
    }
    if (type.symbol?.name === 'Date') return { type: 'string', format: 'date-time' };
    const symbol = type.aliasSymbol ?? (type.symbol?.name.startsWith('__') ? undefined : type.symbol);
    const isNamed = symbol?.declarations?.some((each) => !isCompilers(each)) ?? false;
    const name = isNamed ? this.nameOf(symbol!, type, at) : null;
    if (name === null) return this.fieldsOf(type, at);
    if (!this.named.has(name)) {
      this.named.set(name, {});
      const text = wholeText(docOf(symbol, this.checker));
      this.named.set(name, { ...this.fieldsOf(type, at), ...(text ? { description: text } : {}) });
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  /** Null for what is made of a type without a name. Throws when two types would have one name. */
  private nameOf(symbol: ts.Symbol, type: ts.Type, at: ts.Node): string | null {
    const parameters =
      type.aliasTypeArguments ?? ('target' in type ? this.checker.getTypeArguments(type as never) : []);
    const parts = parameters.map((each) => (each.aliasSymbol ?? each.symbol)?.name ?? '__');
    if (parts.some((part) => part.startsWith('__'))) return null;
    const name = parts.map(publicName).join('') + publicName(symbol.name);
    const owner = this.owners.get(name);
    if (owner && owner !== symbol) {
      const places = [owner, symbol].map(({ declarations }) => placeOf(declarations![0]!)).join(' and ');
      throw new Error(`${placeOf(at)}: ${places} would both be called ${name}`);
    }
    this.owners.set(name, symbol);
    return name;
  }

  /** The schema of an object as it is written where it is used, also when its type has a name. */
  fieldsOf(type: ts.Type, at: ts.Node): Schema {
    const index = this.checker.getIndexTypeOfType(type, ts.IndexKind.String);
    const fields = this.checker.getPropertiesOfType(type).filter((field) => !isKeyedBySymbol(field));
    if (fields.length === 0) return { type: 'object', additionalProperties: this.ofOthers(index, at) };
    const isRequired = ({ flags }: ts.Symbol): boolean => !(flags & ts.SymbolFlags.Optional);
    const required = fields.filter(isRequired).map(({ name }) => name);
    return {
      type: 'object',
      properties: Object.fromEntries(fields.map((field) => [field.name, this.ofField(field, at)])),
      ...(required.length > 0 ? { required } : {}),
      ...(index ? { additionalProperties: this.of(index, at) } : {}),
    };
  }

  /** The schema of fields without a name of their own; none where the index says never. */
  private ofOthers(index: ts.Type | undefined, at: ts.Node): Schema | boolean {
    return index && !(index.flags & ts.TypeFlags.Never) ? this.of(index, at) : index === undefined;
  }

  private ofField(field: ts.Symbol, at: ts.Node): Schema {
    const place = field.valueDeclaration ?? at;
    const schema = this.of(this.checker.getTypeOfSymbol(field), place);
    const doc = docOf(field, this.checker);
    return isOurs(place.getSourceFile()) ? documented(schema, field, doc) : schema;
  }
}

/** `ApiTokenView` is `api token`, `threadId` is `thread id`. */
const wordsOf = (name: string): string =>
  publicName(name)
    .replaceAll(/\B[A-Z]/g, ' $&')
    .toLowerCase();

/**
 * Describes a field whose name says all, where no comment says more: the id of the thing itself, or of another that is
 * always there.
 */
function sentenceByName({ name, flags, valueDeclaration }: ts.Symbol, schema: Schema): string {
  const owner = valueDeclaration?.parent;
  if (name === 'id')
    return owner && ts.isInterfaceDeclaration(owner) ? `The id of the ${wordsOf(owner.name.text)}.` : '';
  const isAlwaysThere = schema['type'] === 'string' && !(flags & ts.SymbolFlags.Optional);
  return isAlwaysThere && name.endsWith('Id') ? `The id of the ${wordsOf(name.slice(0, -2))}.` : '';
}

/** No JSON has such a field, and the compiler calls it by a number that changes with any file. */
const isKeyedBySymbol = ({ name }: ts.Symbol): boolean => name.startsWith('__@');

const isCompilers = (node: ts.Declaration): boolean => /\/typescript\/lib\/lib\./.test(node.getSourceFile().fileName);

/**
 * Literals of one type as one list, `true` with `false` as a boolean, and each other schema once. The compiler orders
 * literals by where it met them first, so that any new file could reorder them.
 */
function merged(schemas: readonly Schema[]): Schema[] {
  const unalike = new Map(schemas.filter((schema) => !('const' in schema)).map((one) => [JSON.stringify(one), one]));
  const lists = ['string', 'integer', 'boolean'].flatMap((type) => {
    const values = schemas.filter((schema) => 'const' in schema && schema['type'] === type);
    if (values.length === 0) return [];
    if (type === 'boolean' && values.length === 2) return [{ type }];
    return [
      values.length === 1 ? values[0]! : { type, enum: values.map((schema) => schema['const']).toSorted(byValue) },
    ];
  });
  return [...lists, ...unalike.values()];
}

const byValue = (one: unknown, other: unknown): number =>
  typeof one === 'number' ? one - (other as number) : (one as string).localeCompare(other as string, 'en');

function orNull(schema: Schema): Schema {
  if ('const' in schema) return { type: [schema['type'], 'null'], enum: [schema['const'], null] };
  const values = schema['enum'] as unknown[] | undefined;
  return { ...schema, type: [schema['type'], 'null'], ...(values ? { enum: [...values, null] } : {}) };
}

const NUMBERS = ['minimum', 'maximum', 'minLength', 'maxLength', 'maxItems'];

function documented(schema: Schema, field: ts.Symbol, doc: DocComment): Schema {
  const isText = schema['type'] === 'string' || (Array.isArray(schema['type']) && schema['type'].includes('string'));
  const isPlain = isText && !('enum' in schema) && !('const' in schema) && !('format' in schema);
  const format = doc.tags.get('format') ?? FORMATS.find(([names]) => names.test(field.name))?.[1];
  const text = wholeText(doc) || sentenceByName(field, schema);
  const limits = [...doc.tags].filter(([tag]) => NUMBERS.includes(tag)).map(([tag, value]) => [tag, Number(value)]);
  const example = doc.tags.get('example');
  return {
    ...schema,
    ...(isPlain && format && format !== 'none' ? { format } : {}),
    ...(doc.tags.get('type') === 'number' ? { type: 'number' } : {}),
    ...(doc.tags.has('pattern') ? { pattern: doc.tags.get('pattern') } : {}),
    ...Object.fromEntries(limits),
    ...(text ? { description: text } : {}),
    ...(example === undefined ? {} : { examples: [isText ? example : (JSON.parse(example) as unknown)] }),
  };
}
