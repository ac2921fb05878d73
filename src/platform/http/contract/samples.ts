import type { DocumentPart } from './described.ts';

const FORMATS: Readonly<Record<string, string>> = {
  uuid: '01980b5e-7c41-7d3e-9b60-5f1c2a8e4d17',
  'date-time': '2026-05-02T14:00:00.000Z',
  date: '2026-05-02',
  uri: 'https://conference.example/',
};

/** Sample texts by the name of a field, where its schema gives no example. */
const NAMES: Readonly<Record<string, string>> = {
  slug: 'opening',
  title: 'Opening',
  name: 'Ada',
  body: 'What is a head?',
  reason: 'It is about somebody’s private life.',
  email: 'ada@mail.example',
  code: 'K7QM-2XRP',
  rule: 'privacy',
  timeZone: 'Europe/Paris',
  locale: 'en',
  avatarUrl: '/avatars/01980b5e-7c41-7d3e-9b60-5f1c2a8e4d17.svg',
};

/** Makes one example of a schema: the same each time, and valid. */
export class Samples {
  constructor(private readonly schemas: Readonly<Record<string, DocumentPart>>) {}

  of(schema: DocumentPart, name = '', above: readonly string[] = []): unknown {
    if ('example' in schema) return schema['example'];
    const [first] = (schema['examples'] as unknown[] | undefined) ?? [];
    if (first !== undefined) return first;
    if ('const' in schema) return schema['const'];
    if ('default' in schema) return schema['default'];
    const [choice] = (schema['enum'] as unknown[] | undefined) ?? [];
    if (choice !== undefined) return choice;
    const ref = schema['$ref'] as string | undefined;
    if (ref !== undefined) return this.ofNamed(ref.split('/').at(-1)!, name, above);
    const [either] = ((schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf']) as DocumentPart[] | undefined) ?? [];
    return either ? this.of(either, name, above) : this.ofType(schema, name, above);
  }

  private ofNamed(schema: string, name: string, above: readonly string[]): unknown {
    return this.of(this.schemas[schema] ?? {}, name, [...above, schema]);
  }

  private ofType(schema: DocumentPart, name: string, above: readonly string[]): unknown {
    switch ([schema['type']].flat()[0]) {
      case 'object':
        return this.ofObject(schema, above);
      case 'array':
        return this.isAbove(schema['items'] as DocumentPart, above)
          ? []
          : [this.of(schema['items'] as DocumentPart, name, above)];
      case 'integer':
      case 'number':
        return Math.max(
          (schema['minimum'] as number | undefined) ?? 0,
          Math.min((schema['maximum'] as number | undefined) ?? 3, 3),
        );
      case 'boolean':
        return true;
      case 'string':
        return FORMATS[schema['format'] as string] ?? NAMES[name] ?? textOf(schema);
      default:
        return null;
    }
  }

  /** A sample object without the fields that lead back to it: a comment's replies have none. */
  private ofObject({ properties = {}, required = [] }: DocumentPart, above: readonly string[]): DocumentPart {
    const fields = Object.entries(properties as Record<string, DocumentPart>).filter(
      ([name, field]) => (required as string[]).includes(name) || !this.isAbove(field, above),
    );
    return Object.fromEntries(fields.map(([name, field]) => [name, this.of(field, name, above)]));
  }

  private isAbove(schema: DocumentPart, above: readonly string[]): boolean {
    const inside = schema['items'] ? (schema['items'] as DocumentPart) : schema;
    return above.some((name) => inside['$ref'] === `#/components/schemas/${name}`);
  }
}

function textOf({ minLength = 0 }: DocumentPart): string {
  return 'text'.padEnd(minLength as number, ' text');
}
